"""Every rule says where it is published, and sources.yaml knows the place."""

from collections.abc import Iterator, Mapping
from typing import Any

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, said
from mynadesk.rulebook.checks.figures import no_date
from mynadesk.rulebook.schema import Source, SourceEntry
from mynadesk.strict_yaml import Path

_WANTING = "この要件を使う経路", "the routes that want it"
_HOW = (
    "「出典の名前 / 見出し / 番号」の形で書いてください。",
    'Write it as "source / heading / number".',
)


def citations(book: Rulebook) -> Iterator[Finding]:
    """Places that are cited but not known."""
    known = known_places(book)
    for file, path, entries in _citing(book):
        for name, entry in entries.items():
            source = entry.source
            if type(source) is dict:
                yield from _by_route(book, known, source, file, (*path, name, "source"))
            elif type(source) is not str or source not in known:
                yield from _wrong(book, known, source, file, (*path, name, "source"))
    yield from _wrong(book, known, book.rulebook.source, "rulebook", ("source",))


def _by_route(
    book: Rulebook, known: set[str], sources: dict[str, Source], file: str, path: Path
) -> Iterator[Finding]:
    """A place for each route that wants the requirement."""
    wanting = [
        name for name, route in book.routes.items() if path[0] in (*route.requires, *route.for_single_pins)
    ]
    for route in sources:
        if _names_unknown(book, route):  # that is told where it stands; perhaps it is this one
            continue
        ended = route in book.ever("routes") and route not in book.routes
        if route not in wanting and not ended:
            yield Finding(file, (*path, route), absent(route, wanting, _WANTING))
    for route in wanting:
        if route not in sources:
            yield Finding(file, path, absent(route, sources, ("この source", "this source")))
    for route, source in sources.items():
        yield from _wrong(book, known, source, file, (*path, route))


def _names_unknown(book: Rulebook, route: str) -> bool:
    """Whether a route wants a requirement that does not exist."""
    entry = book.routes.get(route)
    return entry is not None and not {*entry.requires, *entry.for_single_pins} <= book.requirements.keys()


def known_places(book: Rulebook) -> set[str]:
    """All that can be cited: a page by its sentences, any other source as a whole."""
    known = {name for name, source in book.sources.items() if not source.sentences}
    for name, source in book.sources.items():
        known.update(f"{name} / {place}" for place in source.sentences)
    return known


def _citing(book: Rulebook) -> Iterator[tuple[str, Path, Mapping[str, Any]]]:
    """Entries that have a source, by file and path."""
    documents = book.documents
    yield "rulebook", ("offices",), book.rulebook.offices
    yield "documents", ("checks",), documents.checks
    yield "documents", ("classes",), documents.classes
    yield "documents", (), {"two_of_one_kind": documents.two_of_one_kind}
    yield "documents", ("kinds",), documents.kinds
    for file in (
        "figures",
        "pins",
        "requirements",
        "routes",
        "operations",
        "reasons",
        "alternatives",
        "notices",
    ):
        yield file, (), getattr(book, file)


def _wrong(book: Rulebook, known: set[str], source: Source, file: str, path: Path) -> Iterator[Finding]:
    if not source:
        yield Finding(file, path, said(("出典がありません。", "No source is named."), _HOW))
    for number, place in enumerate([source] if isinstance(source, str) else source):
        if place not in known:
            at = path if isinstance(source, str) else (*path, number)
            yield Finding(file, at, _unknown_place(book, known, place))


def _unknown_place(book: Rulebook, known: set[str], place: str) -> Fault:
    if place not in book.sources:
        return absent(place, sorted(known), ("sources.yaml", "sources.yaml"))
    return said(
        (f"「{place}」だけでは、どの文かわかりません。", f'"{place}" alone does not say which sentence.'),
        _HOW,
    )


def sources(book: Rulebook) -> Iterator[Finding]:
    """Faults of sources.yaml itself."""
    for name, source in book.sources.items():
        if source.dated is not None and (fault := no_date(source.dated)):
            yield Finding("sources", (name, "dated"), fault)
        if source.layer not in book.rulebook.layers:
            place = "rulebook.yaml の layers", "layers of rulebook.yaml"
            yield Finding("sources", (name, "layer"), absent(source.layer, book.rulebook.layers, place))
        for sentence in _homeless(source):
            yield Finding("sources", (name, "sentences", sentence), _no_heading(sentence))


def _homeless(source: SourceEntry) -> Iterator[str]:
    """Sentences that stand under no heading of their page."""
    headings = set(source.headings)
    for sentence in source.sentences:
        heading, _, number = sentence.rpartition(" / ")
        if heading not in headings or not number.isdecimal():
            yield sentence


def _no_heading(sentence: str) -> Fault:
    what = (
        f"「{sentence}」の見出しは headings にありません。",
        f'The heading of "{sentence}" is not in headings.',
    )
    return said(what, ("「見出し / 番号」の形に直してください。", 'Write it as "heading / number".'))
