"""The words of the papers: what fills in their {braces}, and whether what they name is in the rulebook."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.characters import wrong_text
from mynadesk.rulebook.checks.faults import Finding, absent
from mynadesk.rulebook.checks.placeholders import wrong_placeholders
from mynadesk.strict_yaml import Path

_FILE = "words"
_FILLS: dict[str, tuple[str, ...]] = {
    "head.desk": ("city", "title", "day"),
    "head.request": ("operation", "pins"),
    "count.some": ("class", "count"),
    "count.each": ("classes",),
    "papers.example": ("class", "kinds"),
    "papers.why": ("paper", "owner", "why"),
    "papers.twins": ("paper", "owner"),
    "papers.other_kind": ("papers",),
    "papers.soon": ("paper", "owner", "day"),
    "visits.partial": ("yes", "no"),
    "visits.for_pins": ("pins",),
    "visits.beside": ("bring", "owner"),
    "desks.title": ("desks",),
    "desks.desk": ("desk", "name"),
    "check.day": ("day",),
    "check.visitor": ("route",),
    "check.requirement": ("standing", "name"),
    "check.rules": ("id", "digest"),
}
"""What fills words in besides figures, by group and entry."""


def wrong_words(book: Rulebook, words: HandoutWords) -> Iterator[Finding]:
    """Every fault of the words."""
    for path, text in texts(words):
        known = [*_FILLS.get(".".join(map(str, path[:2])), ()), *book.figures]
        for fault in (*wrong_text(text, blanks_meant=_is_piece(path)), *wrong_placeholders(text, known)):
            yield Finding(_FILE, path, fault)
    yield from _wrong_examples(book, words)
    yield from _wrong_names(book, words)


def _is_piece(path: Path) -> bool:
    """Whether it is put between others, so that blanks at its ends are meant."""
    return path[0] == "count"


def texts(part: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text below `part` that is shown, with its path, keys as they are written in the file."""
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, msgspec.Struct):
        for name, field in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
            if name != "examples" or path:
                yield from texts(getattr(part, field), (*path, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from texts(value, (*path, key))
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from texts(value, (*path, number))


def _wrong_examples(book: Rulebook, words: HandoutWords) -> Iterator[Finding]:
    documents = book.documents
    for group, named in (("examples", words.examples), ("classes", words.classes)):
        yield from _unknown(named, documents.classes, (group,), ("documents.yaml", "documents.yaml"))
    for class_, kinds in words.examples.items():
        of_class = [name for name, kind in documents.kinds.items() if kind.class_ == class_]
        for number, kind in enumerate(kinds):
            if kind not in of_class:
                place = f"{class_} の書類", f"the papers of class {class_}"
                yield Finding(_FILE, ("examples", class_, number), absent(kind, of_class, place))


def _wrong_names(book: Rulebook, words: HandoutWords) -> Iterator[Finding]:
    easy, documents = words.easy, book.documents
    sides = {side.property for each in documents.classes.values() for side in each.counts.values()}
    requirements = {name.partition("/")[0] for name in book.requirements}
    known: dict[str, tuple[Iterable[str], Iterable[str]]] = {
        "offices": (easy.offices, book.rulebook.offices),
        "operations": (easy.operations, book.operations),
        "pins": (easy.pins, book.pins),
        "requirements": (easy.requirements, requirements),
        "rules": (easy.rules, requirements),
        "checks": (easy.checks, {*documents.checks, *filter(None, sides)}),
        "kinds": (easy.kinds, documents.kinds),
        "otherwise": (easy.otherwise, documents.kinds),
    }
    for group, (named, there) in known.items():
        yield from _unknown(named, there, ("easy", group), ("規則", "the rulebook"))


def _unknown(
    named: Iterable[str], there: Iterable[str], path: Path, place: tuple[str, str]
) -> Iterator[Finding]:
    names = sorted(there)
    for name in named:
        if name not in names:
            yield Finding(_FILE, (*path, name), absent(name, names, place))
