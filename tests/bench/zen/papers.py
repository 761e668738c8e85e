"""How each paper stands as each class, and the best that papers make of the places of a requirement."""

from itertools import groupby

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check, Kind, Papers
from mynadesk.standing import Standing
from tests.bench.zen.language import Part, by_case, day_of, first_row, joined, literal, worst

_ASK, _MISSING, _DECLINE = Standing.ask.value, Standing.missing.value, Standing.decline.value


def papers_table(book: Rulebook) -> Part:
    """A row for all kinds that are judged alike; the table goes from paper to paper."""
    classes = sorted({class_ for group in book.documents.classes.values() for class_ in group.counts})
    kinds = sorted((_cells(book, kind, classes), name) for name, kind in book.documents.kinds.items())
    rows = [
        {"kind": ", ".join(literal(name) for _, name in alike), "of": of, **dict(standings), "index": "index"}
        for (of, standings), alike in groupby(kinds, key=lambda each: each[0])
    ]
    rest = {"kind": "", "of": "", **dict.fromkeys(classes, str(_DECLINE)), "index": "index"}
    loop = {"executionMode": "loop", "inputField": "documents", "outputPath": "documents"}
    return {**first_row(["kind", "of"], [*classes, "index"], [*rows, rest]), **loop}


def _cells(book: Rulebook, kind: Kind, classes: list[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The one owner whose paper counts, if not anybody's, and the standing as each class."""
    documents = book.documents
    group = documents.classes[kind.class_]
    checks = [documents.checks[each] for each in (*group.checks, *kind.checks) if each in documents.checks]
    shared = [_by_check(book, each) for each in checks]
    standings = [
        worst([*shared, _by_check(book, group.counts[class_])]) if class_ in group.counts else str(_DECLINE)
        for class_ in classes
    ]
    return literal(kind.only_of) if kind.only_of else "", tuple(zip(classes, standings, strict=True))


def _by_check(book: Rulebook, check: Check) -> str:
    """How a paper stands by one check."""
    name = check.property
    if check.is_ is not None:
        table = {answer: str(Standing[standing].value) for answer, standing in check.is_.items()}
        unknown = table.pop("unknown", str(_ASK))
        return by_case([(f"{name} == {answer}", standing) for answer, standing in table.items()], unknown)
    if check.in_date:
        over = f'{name} == "expired" or ({name} != "in_date" and {name} < on)'
        return by_case([(f"{name} == null", str(_ASK)), (over, str(_MISSING))], "0")
    if check.not_before is not None:
        in_time = f"{name} >= {day_of(book, check.not_before)}"
        return by_case([(f"{name} == null", str(_ASK)), (in_time, "0")], str(_MISSING))
    if check.after is not None:
        then = Standing[check.then or "consult"].value
        return by_case([(f"on > {day_of(book, check.after)}", str(then))], "0")
    return str(Standing[check.always or "met"].value)


def placed(papers: Papers, twins: int) -> str:
    """The standing of the best way to fill the places.

    Every choice of papers is tried, where ours looks for one level after the other. `twins`: how two papers
    of one kind stand at best.
    """
    choices = (_choices(f"{papers.of}_papers", places, twins) for places in papers.one_of)
    return f"min({joined(f'[{_MISSING}]', *choices)})"


def _choices(papers: str, places: list[str], twins: int) -> str:
    """The list of what every choice of different papers for the places stands at."""
    names = [f"p{number}" for number in range(len(places))]
    pairs = [(one, other) for number, one in enumerate(names) for other in names[:number]]
    stands = [f"{name}.{class_}" for name, class_ in zip(names, places, strict=True)]
    stands += [by_case([(f"{one}.kind == {other}.kind", str(twins))], "0") for one, other in pairs]
    same = [(f"{one}.index == {other}.index", str(_MISSING)) for one, other in pairs]
    made = f"map({papers} as {names[-1]}, {by_case(same, worst(stands))})"
    for name in reversed(names[:-1]):
        made = f"flatMap({papers} as {name}, {made})"
    return made
