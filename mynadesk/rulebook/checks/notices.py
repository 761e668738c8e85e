"""Conditions of notices and alternatives name what exists."""

from collections.abc import Collection, Iterator

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.facts import Answers, answers_of, wrong_facts
from mynadesk.rulebook.checks.faults import Finding, absent, said
from mynadesk.rulebook.checks.figures import wrong_figure
from mynadesk.rulebook.schema import When
from mynadesk.strict_yaml import Path

_Names = dict[str, tuple[Collection[str], tuple[str, str]]]
"""What each list of names in a condition may hold, and where that stands."""


_PINS = "pins.yaml", "pins.yaml"
_REQUIREMENTS = "requirements.yaml", "requirements.yaml"
_CLASSES = "documents.yaml の classes", "classes of documents.yaml"


def notices(book: Rulebook) -> Iterator[Finding]:
    """Faults of notices.yaml and alternatives.yaml."""
    names, answers = _names(book), answers_of(book)
    for file in ("notices", "alternatives"):
        for name, notice in getattr(book, file).items():
            yield from _when(book, names, answers, notice.when, file, (name, "when"))
            if notice.unless:
                yield from _when(book, names, answers, notice.unless, file, (name, "unless"))
            if notice.until_ruled is not None:
                yield from _ruled(book, notice.until_ruled, file, (name, "until_ruled"))
            if notice.beside:
                yield from _listed(names, "beside", notice.beside, file, (name, "beside"))


def wrong_when(book: Rulebook, when: When, file: str, path: Path) -> Iterator[Finding]:
    """Faults of a condition that stands elsewhere."""
    yield from _when(book, _names(book), answers_of(book), when, file, path)


def _ruled(book: Rulebook, subject: str, file: str, path: Path) -> Iterator[Finding]:
    """What the office can rule on."""
    groups = ("kinds", "figures", "requirements")
    known = [f"{group}/{name}" for group in groups for name in book.ever(group)] + ["two_of_one_kind"]
    if subject not in known:
        place = "取り決めのできること", "what can be ruled"
        yield Finding(file, path, absent(subject, known, place))


def _names(book: Rulebook) -> _Names:
    return {
        "operation": (book.ever("operations"), ("「operation」の答え", 'the answers of "operation"')),
        "visitor": (book.who_and_what["visitor"], ("「visitor」の答え", 'the answers of "visitor"')),
        "routes": (book.ever("routes"), ("routes.yaml", "routes.yaml")),
        "pins": (book.pins, _PINS),
        "only_one_of": (book.pins, _PINS),
        "beside": (book.desk.questions, ("desk.yaml の questions", "questions of desk.yaml")),
        "papers": (book.ever("kinds"), ("documents.yaml の kinds", "kinds of documents.yaml")),
        "standing": ({name.partition("/")[0] for name in book.ever("requirements")}, _REQUIREMENTS),
    }


def _when(
    book: Rulebook, names: _Names, answers: Answers, when: When, file: str, path: Path
) -> Iterator[Finding]:
    for field in ("operation", "visitor", "routes", "pins", "only_one_of", "papers"):
        wanted = getattr(when, field)
        if wanted:
            yield from _listed(names, field, wanted, file, (*path, field))
    for field, facts in (("facts", when.facts), ("any_fact", when.any_fact)):
        if facts:
            yield from wrong_facts(answers, facts, file, (*path, field))
    yield from wrong_figure(book, when.from_, "date", file, (*path, "from"))
    yield from wrong_figure(book, when.after, "date", file, (*path, "after"))
    for requirement in when.standing or ():
        yield from _requirement(names, requirement, file, (*path, "standing", requirement))
    if when.next_visit_needs:
        yield from _next_visit(book, names, when.next_visit_needs, file, (*path, "next_visit_needs"))


def _listed(names: _Names, field: str, wanted: list[str], file: str, path: Path) -> Iterator[Finding]:
    known, place = names[field]
    for number, name in enumerate(wanted):
        if name not in known:
            yield Finding(file, (*path, number), absent(name, known, place))


def _requirement(names: _Names, requirement: str, file: str, path: Path) -> Iterator[Finding]:
    known, place = names["standing"]
    if requirement not in known:
        yield Finding(file, path, absent(requirement, sorted(known), place))


def _next_visit(
    book: Rulebook, names: _Names, wanted: dict[str, list[list[str]]], file: str, path: Path
) -> Iterator[Finding]:
    """What will be missing is compared as it stands in decisions: sorted."""
    for requirement, alternatives in wanted.items():
        here = (*path, requirement)
        yield from _requirement(names, requirement, file, here)
        known = [*book.documents.classes, requirement]
        for name in (name for alternative in alternatives for name in alternative):
            if name not in known:
                yield Finding(file, here, absent(name, known, _CLASSES))
        ordered = sorted(sorted(alternative) for alternative in alternatives)
        if alternatives != ordered:
            what = "並びがアルファベット順ではありません。", "This is not in alphabetical order."
            yield Finding(
                file, here, said(what, (f"{_shown(ordered)} と書いてください。", f"Write {_shown(ordered)}."))
            )


def _shown(alternatives: list[list[str]]) -> str:
    return "[" + ", ".join(f"[{', '.join(alternative)}]" for alternative in alternatives) + "]"
