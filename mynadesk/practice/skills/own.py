"""A trainer's own scenes: a story and a case; the answer is what the rules say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import PIN_WORDS, Decision
from mynadesk.decision.reading import EXPIRED, read_case
from mynadesk.fault import Fault, UnusableCase
from mynadesk.practice.answers.answer import hanging
from mynadesk.practice.filling import wrong_words
from mynadesk.practice.scenes.scene import Card, Scene
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.skills.marks import mark_of
from mynadesk.practice.skills.naming import Naming
from mynadesk.rulebook.checks.faults import Finding, said
from mynadesk.rulebook.schema import Entry
from mynadesk.rulebook.typed import mismatches
from mynadesk.standing import Standing
from mynadesk.strict_yaml import Mismatch, path_of
from mynadesk.wording import Wording
from mynadesk.words import Words

_ID = re.compile(r"[A-Za-z0-9_-]+")
_UNSEEN = said(
    ("「expired」では、場面に期限が出ません。", '"expired" would not be seen in the scene.'),
    ("期限の日付を書いてください(例 2026-10-31)。", "Write the date, such as 2026-10-31."),
)
_DECLINE = PIN_WORDS[Standing.decline]


class OwnEntry(Entry, frozen=True):
    """A scene as a trainer writes it."""

    story: Words
    case: dict[str, Any]
    """As in `mynadesk check`."""


class OwnScene(NamedTuple):
    """A scene and the card by which it comes back."""

    card: Card
    scene: Scene


def wrong_entries(raw: Any) -> Iterator[Mismatch]:
    """What keeps a file from being scenes by their ids."""
    for path, fault in mismatches(raw, dict[str, OwnEntry]):
        unknown = len(path) == 2 and path[1] not in OwnEntry.__struct_fields__
        yield path, _no_answers(str(path[1])) if unknown else fault


def _no_answers(name: str) -> Fault:
    what = f"「{name}」は書けません。", f'"{name}" cannot be written here.'
    mend = (
        "答えは規則が出します。story と case だけを書いてください。",
        "The answer comes from the rules. Write story and case only.",
    )
    return said(what, mend)


@dataclass
class Reading:
    """Own scenes as they are read, one file after another."""

    studio: Studio
    on: date
    """The day of scenes that name none."""
    scenes: list[OwnScene] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    _files: dict[str, str] = field(default_factory=dict)
    """In which file each id stands first."""

    def read(self, file: str, entries: Mapping[str, OwnEntry]) -> None:
        """Take in what a file holds."""
        for name, entry in entries.items():
            found = [
                *self._wrong_name(file, name),
                *wrong_words(self.studio.book, file, entry.story, (name, "story")),
            ]
            case = self._case(file, name, entry, found)
            if case is not None and not found:
                decision = decide(self.studio.book, case)
                found += self._untold(file, name, decision)
                if not found:
                    self.scenes.append(self._scene(name, entry, case, decision))
            self.faults += found

    def _wrong_name(self, file: str, name: str) -> Iterator[Finding]:
        if not _ID.fullmatch(name):
            what = f"「{name}」は場面の名前に使えません。", f'"{name}" cannot be the name of a scene.'
            mend = "半角の英数字と「-」「_」だけにしてください。", "Use letters, digits, - and _ only."
            yield Finding(file, (name,), said(what, mend))
        first = self._files.setdefault(name, file)
        if first != file:
            what = (
                f"「{name}」という場面は {first}.yaml にもあります。",
                f'There is a scene "{name}" in {first}.yaml too.',
            )
            yield Finding(file, (name,), said(what, ("別の名前にしてください。", "Take another name.")))

    def _case(self, file: str, name: str, entry: OwnEntry, found: list[Finding]) -> Case | None:
        try:
            case = read_case(self.studio.book, entry.case, self.on)
        except UnusableCase as error:
            for fault in error.faults:
                found.append(Finding(file, (name, "case", *path_of(fault.field)), fault))
            return None
        for number, paper in enumerate(case.documents):
            found += [
                Finding(file, (name, "case", "documents", number, key), _UNSEEN)
                for key, value in paper.seen.items()
                if value == EXPIRED
            ]
        return case

    def _untold(self, file: str, name: str, decision: Decision) -> Iterator[Finding]:
        """What would still have to be asked. Whoever is refused is asked nothing more."""
        open_ = [] if decision.verdict == _DECLINE else decision.requirements
        for key in dict.fromkeys(key for each in open_ for key in each.ask):
            label = self._label(key)
            what = (
                f"「{key}」({label.ja})がまだわかりません。",
                f'"{key}" ({label.en}) is not told yet.',
            )
            mend = f"case に「{key}」を書き足してください。", f'Add "{key}" to the case.'
            yield Finding(file, (name, "case", *path_of(key)), said(what, mend))

    def _label(self, key: str) -> Words:
        """What a key of a case is called."""
        book, last = self.studio.book, str(path_of(key)[-1])
        entry = book.facts.get(key) or book.documents.properties.get(last)
        return Naming(self.studio).text(entry.label) if entry else Words(key, key)

    def _scene(self, name: str, entry: OwnEntry, case: Case, decision: Decision) -> OwnScene:
        naming = Naming(self.studio)
        hangs_on = [each for each in decision.requirements if each.id in hanging(decision)]
        behind = hangs_on or [each for each in decision.requirements if each.reads.owners]
        rules = [naming.text(each.rule.rule) for each in behind]
        wording = Wording(decision.book, "ja")
        sources = [text for each in behind for text in wording.sources(each, decision)]
        stands = [(each.id, each.standing.name, each.bring) for each in decision.requirements]
        card = Card(
            f"own/{name}",
            naming.filled(self.studio.lore.cards.own_scene, name=Words(name, name)),
            Words("".join(each.ja for each in rules), " ".join(each.en for each in rules)),
            tuple(dict.fromkeys(sources)),
            mark_of(self.studio, entry, [decision.flow, decision.pins, stands]),
        )
        dates = [rule.by for rule in self.studio.younger_than.values()]
        birth = next((case.facts[each] for each in dates if each in case.facts), None)
        return OwnScene(card, Scene(card.id, "", case, "", entry.story, birth))
