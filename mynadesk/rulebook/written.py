"""A rulebook as it is written: under a name stands an entry, or a list of them, each for its own time."""

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

import msgspec

from mynadesk.rulebook import desk_schema, schema
from mynadesk.rulebook.word_schema import DeskWords
from mynadesk.strict_yaml import Path

_Dated = TypeVar("_Dated", bound=schema.DatedEntry)
Versions: TypeAlias = _Dated | list[_Dated]


class Documents(schema.Entry, frozen=True):
    """documents.yaml"""

    properties: dict[str, schema.Property]
    checks: dict[str, Versions[schema.Check]]
    classes: dict[str, Versions[schema.PaperClass]]
    two_of_one_kind: Versions[schema.TwoOfOneKind]
    kinds: dict[str, Versions[schema.Kind]]


class Written(msgspec.Struct, frozen=True, eq=False):
    """All files. Field names are the file names."""

    rulebook: schema.Cover
    sources: dict[str, schema.SourceEntry]
    figures: dict[str, Versions[schema.Figure]]
    facts: dict[str, schema.Fact]
    pins: dict[str, schema.Pin]
    documents: Documents
    requirements: dict[str, Versions[schema.Requirement]]
    routes: dict[str, Versions[schema.Route]]
    operations: dict[str, Versions[schema.Operation]]
    reasons: dict[str, Versions[schema.Reason]]
    alternatives: dict[str, Versions[schema.Notice]]
    notices: dict[str, Versions[schema.Notice]]
    desk: desk_schema.Desk
    words: DeskWords
    office: schema.OfficeRules


DATED_FILES = ("figures", "requirements", "routes", "operations", "reasons", "alternatives", "notices")
DATED_PAPERS = ("checks", "classes", "kinds")
"""Groups of documents.yaml."""
TWINS = ("two_of_one_kind",)
"""The entry of documents.yaml without which no day has a rulebook."""


class Named(msgspec.Struct, frozen=True):
    """Everything that stands under one name."""

    file: str
    path: Path
    versions: list[schema.DatedEntry]
    listed: bool
    """Whether they are written as a list."""

    def at(self, number: int) -> Path:
        """Where one of the versions stands."""
        return (*self.path, number) if self.listed else self.path


def dated(written: Written) -> Iterator[Named]:
    """Whatever is not in force for ever."""
    for file in DATED_FILES:
        yield from _dated(file, (), getattr(written, file))
    for group in DATED_PAPERS:
        yield from _dated("documents", (group,), getattr(written.documents, group))
    yield from _dated("documents", (), {TWINS[0]: written.documents.two_of_one_kind})


def _dated(file: str, path: Path, entries: dict[str, Any]) -> Iterator[Named]:
    for name, entry in entries.items():
        if type(entry) is list:
            yield Named(file, (*path, name), entry, True)
        elif entry.applies_from is not None or entry.applies_until is not None or entry.unsettled_after:
            yield Named(file, (*path, name), [entry], False)
