"""The words of practice: what fills in their {braces}, and whether they can be shown."""

from collections.abc import Iterator
from typing import Any

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.characters import wrong_text
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.checks.placeholders import wrong_placeholders
from mynadesk.rulebook.checks.words import shown
from mynadesk.strict_yaml import Path

_Fills = dict[str, tuple[str, ...]]

_TELLING: _Fills = {
    "telling.born": ("day",),
    "telling.aged": ("years",),
    "telling.fact": ("fact", "value"),
    "telling.reason": ("reason",),
    "telling.wish_for_purpose": ("purpose",),
    "telling.wish_for_pins": ("pins", "operation"),
    "telling.wish_otherwise": ("pins", "operation"),
    "telling.papers.paper": ("owner", "kind"),
    "telling.papers.detail": ("paper", "details"),
    "telling.papers.until": ("what", "day"),
    "telling.papers.on_day": ("what", "day"),
    "telling.papers.yes": ("what",),
    "telling.papers.no": ("what",),
    "telling.papers.so": ("what",),
    "telling.papers.not_so": ("what",),
    "cards.part": ("rule", "part"),
    "cards.terms": ("part", "standing"),
    "cards.none": ("rule",),
    "cards.only": ("rule", "papers"),
    "cards.twins": ("rule",),
    "cards.whose": ("rule",),
    "cards.own": ("kind",),
    "cards.paper": ("part",),
    "cards.on_route": ("rule", "route"),
    "cards.kind": ("kind",),
    "cards.purpose": ("purpose",),
    "cards.listed": ("rule", "part"),
    "cards.own_scene": ("name",),
}
_WORDS: _Fills = {
    "round.scene": ("number", "of"),
    "round.why": ("scene", "why"),
    "round.taken": ("time",),
    "round.day": ("day",),
    "round.rule_before": ("rule",),
    "round.rule_now": ("rule",),
    "start.trainee": ("name",),
    "start.clock_is": ("state",),
    "answer.no_choice": ("key",),
    "result.points": ("points",),
    "result.skill": ("skill",),
    "result.instead": ("fact", "verdict"),
    "result.without": ("fact", "verdict"),
    "result.at_desk_differs": ("rule", "standing", "right"),
    "summary.scenes": ("scenes",),
    "summary.points": ("points",),
    "summary.time": ("time",),
    "sheet.page": ("page", "pages"),
    "sheet.made": ("day", "rulebook", "digest", "practice", "seed"),
    "sheet.scene": ("number", "said"),
    "sheet.line": ("line",),
    "sheet.box": ("verdict",),
    "sheet.hangs_on": ("parts",),
    "sheet.say": ("text",),
    "sheet.part": ("name", "standing"),
    "rules.rule": ("rule",),
    "rules.place": ("layer", "title"),
    "rules.place_in": ("layer", "title", "parts"),
    "progress.title": ("name",),
    "progress.counts": ("known", "shaky", "new"),
    "progress.round": ("day", "level", "scenes", "points"),
    "progress.time": ("text", "time"),
    "keeping.exported": ("name", "file"),
    "keeping.wiped": ("name",),
    "keeping.wipe_question": ("name",),
    "keeping.nobody": ("name",),
    "keeping.known": ("names",),
}
FILLS = {"telling": _TELLING, "words": _WORDS}
"""What fills words in besides figures, by file and the place at or above them."""


def wrong_words(book: Rulebook, file: str, part: Any, path: Path = ()) -> Iterator[Finding]:
    """Faults of all words below `part`, which stands at `path` of a file of practice."""
    for at, text in shown(part, path):
        known = [*_fills(file, at[:-1]), *book.figures]
        for fault in (*wrong_text(text, blanks_meant=False), *wrong_placeholders(text, known)):
            yield Finding(file, at, fault)


def _fills(file: str, path: Path) -> tuple[str, ...]:
    """What can be filled in at a place, or wherever the entry above it stands."""
    fills = FILLS.get(file, {})
    for length in range(len(path), 0, -1):
        above = ".".join(map(str, path[:length]))
        if above in fills:
            return fills[above]
    return ()
