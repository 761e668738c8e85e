"""The entries of a rulebook one by one: what decides in them, and a rulebook with one of them replaced."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from mynadesk.proof.holes import Rule
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Requirement

FILES = (
    *("figures", "facts", "pins", "requirements", "routes"),
    *("operations", "reasons", "notices", "alternatives"),
)
TOLD = ("rulebook", "sources", "desk", "words")
"""Files that decide nothing."""
GROUPS = ("properties", "checks", "classes", "kinds")
INERT = {
    *(("figures",), ("facts",), ("requirements",), ("documents", "properties")),
    *(("documents", "checks"), ("documents", "classes")),
}
"""Where an entry does nothing until another one names it."""
_TWINS = "two_of_one_kind"
_WORDS = {"ja", "en"}
_PLACES = ("source", "key", "applies_from", "applies_until", "unsettled_after")

Field = tuple[str, Any, Any]
"""Path within an entry, before and after; None where nothing stood or stands."""


def entries(book: Rulebook) -> dict[Rule, Any]:
    """Everything that decides, by its place."""
    found: dict[Rule, Any] = {}
    for file in FILES:
        found |= {(file, (name,)): entry for name, entry in getattr(book, file).items()}
    for group in GROUPS:
        papers = getattr(book.documents, group)
        found |= {("documents", (group, name)): entry for name, entry in papers.items()}
    found["documents", (_TWINS,)] = book.documents.two_of_one_kind
    return found


def is_inert(rule: Rule) -> bool:
    """Whether such an entry does nothing until another one names it."""
    file, path = rule
    return (file, *path[:-1]) in INERT


def decisive(entry: Any) -> Any:
    """An entry without its words, keys and sources; None for one that is not there."""
    return None if entry is None else _without_words(msgspec.to_builtins(entry))


def _without_words(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == _WORDS:
            return None
        inner = {key: _without_words(each) for key, each in value.items() if key not in _PLACES}
        return {key: each for key, each in inner.items() if each is not None}
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    return value


def fields(before: Any, after: Any, path: str = "") -> Iterator[Field]:
    """Where two entries differ in what decides."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            yield from fields(before.get(key), after.get(key), f"{path}.{key}" if path else str(key))
    elif before != after:
        yield path, before, after


def with_entries(book: Rulebook, changed: Mapping[Rule, Any]) -> Rulebook:
    """The rulebook with other entries; None takes one away. Nothing is checked.

    Places in the page by route are left out: they decide nothing, and would bind requirements to routes.
    """
    files: dict[str, dict[str, Any]] = {"requirements": dict(book.requirements)}
    groups: dict[str, Any] = {}
    for (file, path), entry in changed.items():
        if file != "documents":
            _put(files.setdefault(file, dict(getattr(book, file))), str(path[0]), entry)
        elif len(path) == 1:
            groups[_TWINS] = entry
        else:
            group = str(path[0])
            _put(groups.setdefault(group, dict(getattr(book.documents, group))), str(path[1]), entry)
    files["requirements"] = {name: _unplaced(entry) for name, entry in files["requirements"].items()}
    return replace(book, **files, documents=replace(book.documents, **groups))


def _unplaced(requirement: Requirement) -> Requirement:
    return replace(requirement, source="") if isinstance(requirement.source, dict) else requirement


def _put(entries_: dict[str, Any], name: str, entry: Any) -> None:
    if entry is None:
        entries_.pop(name, None)
    else:
        entries_[name] = entry
