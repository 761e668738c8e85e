"""{Placeholders} in words: each names a figure, or something that is known when the words are shown."""

import re
from collections.abc import Iterable, Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import nearest, said
from mynadesk.strict_yaml import Path

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_BY_FILE = {
    "pins": ("from", "to", "tries"),
    "office": (
        "kind",
        "class",
        "figure",
        "value",
        "requirement",
        "fact",
        "answer",
        "standing",
        "day",
        "post",
        "what",
    ),
    "desk": ("first_birth_date", "first_issue_date", "limit", "proof"),
}
"""What fills words in besides figures, anywhere in a file."""

ALLOWED = {
    "verdicts.which": ("standing", "pins"),
    "verdicts.to_ask": ("name",),
    "verdicts.to_supervisor": ("name",),
    "bring.some": ("class", "count"),
    "bring.each": ("classes",),
    "say.partial_same_day": ("yes", "no"),
    "say.partial_first_visit": ("yes", "no"),
    "say.partial_second_visit": ("yes", "no"),
    "say.new_pin": ("pin", "form"),
    "ahead.runs_out": ("paper", "day"),
    "ahead.beside": ("papers", "bring"),
    "papers.more": ("page", "pages"),
    "papers.saved": ("path",),
    "panel.place": ("heading", "number"),
    "panel.pin_number": ("number",),
    "case.assumed": ("answer",),
    "case.expiry": ("date", "era"),
    "case.issued": ("date", "era"),
    "case.since": ("date", "era"),
    "case.before": ("date", "era"),
    "panel.today": ("date",),
    "panel.rules": ("id", "digest"),
    "panel.number": ("number",),
    "panel.confirm": ("parts",),
    "panel.more_lists": ("page", "pages"),
    "panel.which_paper": ("papers",),
    "panel.and_more": ("parts", "count"),
    "panel.type_date": ("what",),
    "panel.change": ("line",),
    "panel.hide_soon": ("seconds",),
    "panel.hidden_drop": ("time",),
    "messages.too_small": ("columns", "lines"),
    "messages.theme_saved": ("theme",),
    "messages.theme_unsaved": ("theme",),
    "messages.uncounted": ("count",),
    "messages.rules_taken": ("digest",),
    "messages.not_here": ("key",),
    "messages.choose_digit": ("key",),
    "laid.example": ("day",),
    "laid.beside": ("what",),
    "ask.details": ("title", "details"),
    "ask.line": ("label", "answer"),
    "ask.standing": ("line", "standing"),
    "ask.more": ("label", "more"),
    "ask.either": ("first", "second"),
    "ask.chosen": ("label",),
    "ask.at_line": ("number", "message"),
}
"""What fills words.yaml in besides figures, by group and entry."""


def fillable(book: Rulebook, file: str, path: Path = ()) -> list[str]:
    """The names that can stand in braces at a place."""
    more = ALLOWED.get(".".join(map(str, path)), ()) if file == "words" else _BY_FILE.get(file, ())
    return [*more, *book.figures]


def can_all_be_filled(texts: Iterable[str], known: Iterable[str]) -> bool:
    """Whether every brace in these texts is part of a placeholder that is known."""
    together = "\0".join(texts)
    if "{" not in together and "}" not in together:
        return True
    found = _PLACEHOLDER.findall(together)
    return set(found) <= set(known) and together.count("{") == together.count("}") == len(found)


def wrong_placeholders(text: str, known: list[str]) -> Iterator[Fault]:
    """What is wrong with the braces of one text."""
    found = _PLACEHOLDER.findall(text)
    for name in dict.fromkeys(found):
        if name not in known:
            what = f"{{{name}}} に入るものがありません。", f"Nothing is known to fill in {{{name}}}."
            yield said(what, nearest(name, known))
    if not text.count("{") == text.count("}") == len(found):
        what = "波かっこの組が合っていません。", "A brace has no partner."
        yield said(what, ("{名前} の形に直してください。", "Write {name}."))
