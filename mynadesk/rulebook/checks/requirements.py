"""What requirements need: sound trees, known facts and classes, and an answer for every case."""

from collections.abc import Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.facts import answers_of, wrong_facts
from mynadesk.rulebook.checks.faults import Finding, absent, not_exactly_one, said, useless
from mynadesk.rulebook.checks.tables import wrong_table
from mynadesk.rulebook.schema import Needs, Papers, Pin, Requirement
from mynadesk.strict_yaml import Path

Place = tuple[Path, Needs]
_OF_PINS = "pins.yaml の true か false の項目", "what pins.yaml answers with true or false"
_TRAITS = [field for field in Pin.__struct_fields__ if Pin.__annotations__[field] is bool]


def requirements(book: Rulebook) -> Iterator[Finding]:
    """Faults of requirements.yaml."""
    answers = answers_of(book)
    for name, entry in book.requirements.items():
        for path, needs in knots((name, "needs"), entry.needs):
            yield from _needs(book, path, needs)
        if entry.only_if:
            yield from wrong_facts(answers, entry.only_if, "requirements", (name, "only_if"))
        if entry.unless:
            yield from wrong_facts(answers, entry.unless, "requirements", (name, "unless"))
        if entry.pins:
            yield from _pins(book, name, entry)


def knots(path: Path, needs: Needs) -> Iterator[Place]:
    """Every part of a tree with its path, the tree itself first."""
    yield path, needs
    for number, part in enumerate(needs.all or ()):
        yield from knots((*path, "all", number), part)
    for number, part in enumerate(needs.any or ()):
        yield from knots((*path, "any", number), part)


def _needs(book: Rulebook, path: Path, needs: Needs) -> Iterator[Finding]:
    if needs.fact is not None:
        yield from _fact(book, path, needs, needs.fact)
    elif needs.is_ is not None:
        because = "「fact:」と一緒に書いてください。", 'It goes with "fact:".'
        yield Finding("requirements", (*path, "is"), useless("is", because))
    if needs.papers is not None:
        yield from _papers(book, path, needs.papers)
    if fault := _not_one(needs):
        yield Finding("requirements", path, fault)


def _not_one(needs: Needs) -> Fault | None:
    if needs.all == [] or needs.any == []:
        what = "かっこの中が空です。", "Nothing stands between the brackets."
        return said(what, ("1つ以上書いてください。", "Write at least one."))
    kinds = "all", "any", "fact", "papers"
    return not_exactly_one({name: getattr(needs, name) is not None for name in kinds})


def _fact(book: Rulebook, path: Path, needs: Needs, name: str) -> Iterator[Finding]:
    fact = book.facts.get(name)
    if fact is None:
        fault = absent(name, book.facts, ("facts.yaml", "facts.yaml"))
        yield Finding("requirements", (*path, "fact"), fault)
    elif fact.type == "date_until_visit":
        because = "日付は要件にできません。", "A date cannot be required."
        yield Finding("requirements", (*path, "fact"), useless(name, because))
    elif needs.is_ is not None:
        listed = tuple(book.ever("reasons")) if fact.listed_in else ()
        wanted = ("true", "false") if fact.type == "yes_no" else (*fact.values,)
        yield from wrong_table(needs.is_, wanted, listed, "requirements", path)
    elif fact.type == "choice":
        what = (
            f"「{name}」の答えごとの判定(is)がありません。",
            f'It is not said how the answers of "{name}" stand.',
        )
        mend = "「is: {答え: met, ...}」を加えてください。", 'Add "is: {answer: met, ...}".'
        yield Finding("requirements", path, said(what, mend))


def _papers(book: Rulebook, path: Path, papers: Papers) -> Iterator[Finding]:
    classes = book.documents.classes
    for number, places in enumerate(papers.one_of):
        for place, name in enumerate(places):
            if name not in classes:
                at = (*path, "papers", "one_of", number, place)
                where = "documents.yaml の classes", "classes of documents.yaml"
                yield Finding("requirements", at, absent(name, classes, where))


def _pins(book: Rulebook, name: str, entry: Requirement) -> Iterator[Finding]:
    if isinstance(entry.pins, dict):
        for trait in entry.pins:
            if trait not in _TRAITS:
                yield Finding("requirements", (name, "pins", trait), absent(trait, _TRAITS, _OF_PINS))
        return
    for number, pin in enumerate(entry.pins):
        if pin not in book.pins:
            fault = absent(pin, book.pins, ("pins.yaml", "pins.yaml"))
            yield Finding("requirements", (name, "pins", number), fault)
