"""Every entry of a rulebook: its name, its text, when it is in force, where it is published."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from mynadesk.proof.holes import Rule
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import DatedEntry, Requirement, Source
from mynadesk.rulebook.timeline import Span, span_of
from mynadesk.wording import Wording
from mynadesk.words import Words

GROUPS = (
    "routes",
    "requirements",
    "classes",
    "kinds",
    "checks",
    "two_of_one_kind",
    "pins",
    "operations",
    "reasons",
    "notices",
    "alternatives",
    "figures",
)
"""Files, and groups of documents.yaml, in the order in which they are told."""
_PAPERS = ("classes", "kinds", "checks", "two_of_one_kind")
TWINS = "two_of_one_kind"
_TWO_ALIKE = Words("同じ種類の書類が2点", "Two papers of one kind")


class Version(NamedTuple):
    """An entry as it is for a time."""

    entry: Any
    span: Span


class Entry(NamedTuple):
    """What stands under one name."""

    rule: Rule
    group: str
    id: str
    versions: tuple[Version, ...]

    @property
    def latest(self) -> Any:
        """The version that comes last."""
        return self.versions[-1].entry


class Entries:
    """Those of a rulebook, whenever they are in force."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.all: dict[Rule, Entry] = {entry.rule: entry for entry in _entries(book)}

    def of(self, group: str) -> list[Entry]:
        """Those of a group, in the order of its file."""
        return [entry for entry in self.all.values() if entry.group == group]

    def find(self, group: str, id: str) -> Entry | None:
        """The entry of this name."""
        return self.all.get(rule_of(group, id))

    def now(self, entry: Entry) -> Any:
        """The version of the rulebook's day; the latest where there is none."""
        there = _in_force(self.book, entry.group)
        return there.get(entry.id, entry.latest)

    @cached_property
    def cited(self) -> dict[str, list[Entry]]:
        """Who cites each place: "source" or "source / heading / number", in the order of entries."""
        found: dict[str, list[Entry]] = {}
        for entry in self.all.values():
            for place in citations(entry):
                found.setdefault(place, []).append(entry)
        return found


def rule_of(group: str, id: str) -> Rule:
    """Where an entry is written: file and path."""
    if group == TWINS:
        return "documents", (group,)
    return ("documents", (group, id)) if group in _PAPERS else (group, (id,))


def entry_of(rule: Rule) -> Rule:
    """The entry in which a part of a rule stands; `rule` may lead further into it."""
    file, path = rule
    return file, path[:2] if file == "documents" and path[:1] != (TWINS,) else path[:1]


def _in_force(book: Rulebook, group: str) -> dict[str, Any]:
    if group == TWINS:
        return {TWINS: book.documents.two_of_one_kind}
    found: dict[str, Any] = getattr(book.documents if group in _PAPERS else book, group)
    return found


def _entries(book: Rulebook) -> Iterator[Entry]:
    written = book.timeline.written
    for group in GROUPS:
        if group == TWINS:
            named: dict[str, Any] = {TWINS: written.documents.two_of_one_kind}
        else:
            named = getattr(written.documents if group in _PAPERS else written, group)
        for id_, each in named.items():
            versions = each if isinstance(each, list) else [each]
            spans = (_span(book, version) for version in versions)
            found = tuple(map(Version, versions, spans))
            yield Entry(rule_of(group, id_), group, id_, found)


def _span(book: Rulebook, entry: Any) -> Span:
    """Entries that bear no dates are in force as long as there is a rulebook."""
    written = book.timeline.written
    return span_of(written, entry if isinstance(entry, DatedEntry) else written.rulebook)


def citations(entry: Entry) -> list[str]:
    """Where it is published, in any of its versions, each place once."""
    found: dict[str, None] = {}
    for version in entry.versions:
        found |= dict.fromkeys(places_of(version.entry))
    return [*found]


def places_of(entry: Any) -> list[str]:
    """Where one version is published."""
    source: Source | dict[str, Source] = entry.source
    many = source.values() if isinstance(source, dict) else [source]
    return [place for each in many for place in ([each] if isinstance(each, str) else each)]


def name_of(wording: Wording, group: str, entry: Any) -> str:
    """What an entry is called."""
    if group == TWINS:
        return wording.fill(_TWO_ALIKE)
    if group == "checks":
        problem = wording.fill(entry.problem)
        return f"{problem}: {_beginning(wording.fill(entry.rule))}" if entry.rule else problem
    if group == "pins":
        return f"{entry.number} {wording.fill(entry.label)}"
    words = getattr(entry, "label", None) or entry.text
    return _beginning(wording.fill(words))


def _beginning(text: str) -> str:
    """The first sentence."""
    head, stop, _ = text.partition("。")
    return head + stop if stop else text


def texts_of(wording: Wording, group: str, entry: Any) -> list[str]:
    """What an entry says, sentence by sentence."""
    if group == "pins":
        filled = {"from": str(entry.length.from_), "to": str(entry.length.to), "tries": str(entry.tries)}
        return [wording.fill(each, **filled) for each in (entry.use, entry.form, entry.set_when, entry.locks)]
    if group == "figures":
        return [str(entry.value)]
    if group == "reasons":
        return [wording.fill(entry.proof)]
    words = [getattr(entry, field, None) for field in ("rule", "text", "otherwise", "look_at")]
    said = [entry.say.values()] if isinstance(entry, Requirement) else []
    return [wording.fill(each) for each in (*words, *(text for one in said for text in one)) if each]
