"""Whatever a requirement reads can be answered at the desk; else a case would never come to an end."""

from collections.abc import Collection, Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, said
from mynadesk.rulebook.checks.requirements import knots
from mynadesk.rulebook.schema import Requirement
from mynadesk.strict_yaml import Path


def answerable(book: Rulebook) -> Iterator[Finding]:
    """Facts, papers, PINs and visitors that no question asks for."""
    told, questions = _told(book), book.desk.questions.values()
    owners = {question.papers_of for question in questions}
    for name, entry in book.requirements.items():
        yield from _facts(book, told, name, entry)
        yield from _papers(owners, name, entry)
    for fact in book.who_and_what:
        if fact not in told:
            yield Finding("desk", ("questions",), _unasked(fact))
    if not any(question.asks_for == "pins" for question in questions):
        yield Finding("desk", ("questions",), _unasked("pins"))


def _told(book: Rulebook) -> set[str]:
    """Every fact that some answer tells."""
    told: set[str] = set()
    for question in book.desk.questions.values():
        if question.listed:
            told.add(question.listed)
        for choice in question.choices:
            told.update(choice.sets)
    return told


def _facts(book: Rulebook, told: set[str], name: str, entry: Requirement) -> Iterator[Finding]:
    for path, fact in _read(name, entry):
        if fact not in told and book.fact_values.get(fact):
            yield Finding("requirements", path, _unasked(fact))


def _read(name: str, entry: Requirement) -> Iterator[tuple[Path, str]]:
    """Every fact that a requirement looks at."""
    for path, needs in knots((name, "needs"), entry.needs):
        if needs.fact is not None:
            yield (*path, "fact"), needs.fact
    for field, facts in (("only_if", entry.only_if), ("unless", entry.unless)):
        for fact in facts:
            yield (name, field, fact), fact


def _papers(owners: Collection[str | None], name: str, entry: Requirement) -> Iterator[Finding]:
    for path, needs in knots((name, "needs"), entry.needs):
        if needs.papers is not None and needs.papers.of not in owners:
            yield Finding("requirements", (*path, "papers", "of"), _unasked(f"papers_of: {needs.papers.of}"))


def _unasked(name: str) -> Fault:
    what = (
        f"「{name}」をたずねる質問がないため、受付が終わりません。",
        f'No question asks for "{name}", so a case would never come to an end.',
    )
    mend = "desk.yaml の questions に質問を加えてください。", "Add a question to desk.yaml."
    return said(what, mend)
