"""Kinds of paper and their classes: each names what exists."""

from collections.abc import Iterable, Iterator, Mapping

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, useless
from mynadesk.rulebook.checks.paper_checks import FILE, place_of, wrong_check
from mynadesk.rulebook.checks.tables import never_ask
from mynadesk.rulebook.schema import Documents
from mynadesk.strict_yaml import Path


def papers(book: Rulebook) -> Iterator[Finding]:
    """Faults of documents.yaml."""
    documents = book.documents
    for name, check in documents.checks.items():
        yield from wrong_check(book, check, ("checks", name))
    for name, group in documents.classes.items():
        yield from _known(group.checks, documents.checks, "checks", ("classes", name, "checks"))
        yield from _usual(documents, group.usually, ("classes", name, "usually"))
        for class_, check in group.counts.items():
            yield from _class(documents, class_, ("classes", name, "counts", class_))
            yield from wrong_check(book, check, ("classes", name, "counts", class_))
    if documents.two_of_one_kind.standing == "ask":
        yield Finding(FILE, ("two_of_one_kind", "standing"), never_ask())
    yield from _kinds(documents)


def _kinds(documents: Documents) -> Iterator[Finding]:
    for name, kind in documents.kinds.items():
        if kind.class_ not in documents.classes:
            yield from _class(documents, kind.class_, ("kinds", name, "class"))
        if kind.checks:
            yield from _known(kind.checks, documents.checks, "checks", ("kinds", name, "checks"))
        if kind.usually:
            yield from _usual(documents, kind.usually, ("kinds", name, "usually"))
        if kind.otherwise and not kind.only_of:
            because = "only_of と一緒に書いてください。", "It goes with only_of."
            yield Finding(FILE, ("kinds", name, "otherwise"), useless("otherwise", because))


def _known(names: Iterable[str], known: Iterable[str], group: str, path: Path) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name not in known:
            yield Finding(FILE, (*path, number), absent(name, known, place_of(group)))


def _class(documents: Documents, name: str, path: Path) -> Iterator[Finding]:
    if name not in documents.classes:
        yield Finding(FILE, path, absent(name, documents.classes, place_of("classes")))


def _usual(documents: Documents, usually: Mapping[str, bool | str], path: Path) -> Iterator[Finding]:
    for name, value in usually.items():
        property_ = documents.properties.get(name)
        if property_ is None:
            yield Finding(FILE, (*path, name), absent(name, documents.properties, place_of("properties")))
        elif value != "unknown" and property_.type != "yes_no":
            because = (
                "日付に決まった答えはありません。unknown にしてください。",
                "A date has no usual answer: unknown.",
            )
            yield Finding(FILE, (*path, name), useless(str(value).lower(), because))
