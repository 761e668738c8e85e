"""Which findings may only follow from what cannot be read: they are told once that is mended."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from mynadesk.inspection.healing import Hole
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.written import DATED_PAPERS, Written
from mynadesk.strict_yaml import Path

_QUOTED = re.compile(r"「([^「」]+)」|\{([^{}]*)\}")
_COUNTS: Mapping[str, tuple[str, ...]] = {
    "visitors": ("routes", "operations"),
    "citations": ("routes",),
    "answerable": ("desk",),
    "questions": ("operations", "reasons", "facts"),
    "paper_questions": ("desk",),
}
"""Checks that want something of all entries of a file together, so that one that is left out may be what they
miss. Others look names up, and tell the name that they miss."""
_FILE_BY_FILE = "words"
"""This one reads every file, but each by itself, besides the names of figures."""
_FIGURES = "figures"


class Watched:
    """A rulebook, or what is written for all days, that knows which of its files were looked at."""

    def __init__(self, book: Rulebook | Written) -> None:
        self._book: Any = book
        self.seen: set[str] = set()

    def ever(self, group: str) -> Any:
        """As of the rulebook."""
        self.seen.add("documents" if group in DATED_PAPERS else group)
        return self._book.ever(group)

    def __getattr__(self, name: str) -> Any:
        if name in Rulebook.__struct_fields__:
            self.seen.add(name)
            return getattr(self._book, name)
        derived = getattr(Rulebook, name)
        if isinstance(derived, cached_property):
            return derived.func(self)
        return derived.__get__(self)


class Doubts:
    """What is not known of the files of a folder."""

    def __init__(self, holes: Iterable[Hole]) -> None:
        self._holes = [*holes]
        self._torn = {hole.file for hole in self._holes}
        self._nameless = {hole.file for hole in self._holes if hole.name is None}
        self._names = {part for hole in self._holes if hole.name for part in _names(hole.name)}

    def at(self, finding: Finding) -> bool:
        """Whether the finding is about a place that cannot be used as it is."""
        return any(hole.file == finding.file and _touch(hole.path, finding.path) for hole in self._holes)

    def behind(self, finding: Finding, seen: Iterable[str], check: str = "") -> bool:
        """Whether the finding may follow from what is missing elsewhere.

        Args:
            finding: What was found.
            seen: The files that were looked at before it was found.
            check: The name of the check that found it.
        """
        looked_up = {_FIGURES} if check == _FILE_BY_FILE else {*seen}
        return (
            not self._names.isdisjoint(_quoted(finding.fault.what.ja))
            or not self._nameless.isdisjoint(looked_up)
            or not self._torn.isdisjoint(_COUNTS.get(check, ()))
        )


def _touch(one: Path, other: Path) -> bool:
    """Whether one stands at or above the other."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _names(name: str) -> set[str]:
    return {name, name.partition("/")[0]}


def _quoted(text: str) -> set[str]:
    """All that is quoted; of a place in a source the source as well, and of an entry of a file its name."""
    found = {first or second for first, second in _QUOTED.findall(text)}
    return found | {part for each in found for part in (each.partition(" / ")[0], each.partition("/")[2])}
