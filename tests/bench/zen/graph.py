"""The graph of a whole rulebook, and what it reads of a case."""

from datetime import date
from typing import Any

from mynadesk.decision.case import Case, Document
from mynadesk.rulebook.book import Rulebook
from tests.bench.zen.language import Part, both, edge, expressions, known, node
from tests.bench.zen.notices import notices_table
from tests.bench.zen.papers import papers_table
from tests.bench.zen.requirements import NOW, THEN, requirements_table, verdict


def graph(book: Rulebook) -> Part:
    """Papers, then the route of whoever came: its requirements, what is told, what becomes of the PINs."""
    owners = {f"{owner}_papers": f'filter(documents, #.of == "{owner}")' for owner in ("holder", "visitor")}
    statements = [{"id": name, "condition": both(known(route.who))} for name, route in book.routes.items()]
    nodes = [
        node("request", "inputNode"),
        node("papers", "decisionTableNode", papers_table(book)),
        node("owners", "expressionNode", expressions(**owners)),
        node("route", "switchNode", {"hitPolicy": "first", "statements": statements}),
        node("answer", "outputNode"),
    ]
    edges = [edge("request", "papers"), edge("papers", "owners"), edge("owners", "route")]
    for name in book.routes:
        steps = _steps(book, name)
        ids = [step["id"] for step in steps]
        nodes += steps
        edges += [edge("route", ids[0], name)]
        edges += [edge(*pair) for pair in zip(ids, [*ids[1:], "answer"], strict=True)]
    return {"nodes": nodes, "edges": edges}


def _steps(book: Rulebook, name: str) -> list[Part]:
    """What a route does, one node after the other."""
    route, alternatives = book.routes[name], dict(sorted(book.alternatives.items()))
    tables = {NOW: requirements_table(book, route, NOW)}
    if route.next_visit:
        tables[THEN] = requirements_table(book, book.routes[route.next_visit], THEN)
    tables["advice"] = notices_table(book, alternatives, name, "advice")
    tables["notes"] = notices_table(book, book.notices, name, "notes")
    steps = [node(f"{name}: {what}", "decisionTableNode", table) for what, table in tables.items()]
    return [*steps, node(f"{name}: verdict", "expressionNode", verdict(route))]


def context_of(case: Case) -> Part:
    """What the graph reads of a case. A fact that is not known is not there."""
    facts: Part = {}
    for name, value in case.facts.items():
        *groups, last = name.split(".")
        place = facts
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = _comparable(value)
    on = case.on.toordinal()
    papers = [_paper(paper, index, on) for index, paper in enumerate(case.documents)]
    return {**facts, "on": on, "asked": list(case.pins), "documents": papers}


def _paper(paper: Document, index: int, on: int) -> Part:
    """With the day, because a table that goes from paper to paper sees nothing else."""
    seen = {name: _comparable(value) for name, value in paper.seen.items()}
    return {"index": index, "kind": paper.kind, "of": paper.of, "on": on, **seen}


def _comparable(value: Any) -> Any:
    return value.toordinal() if isinstance(value, date) else value
