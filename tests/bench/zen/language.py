"""Nodes, tables and expressions as zen-engine reads them."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Facts

Part = dict[str, Any]
"""A node, an edge or a row, as the graph's JSON has it."""
Cases = Sequence[tuple[str, str]]
"""Conditions with their values; the first that holds counts."""


def node(name: str, type_: str, content: Part | None = None) -> Part:
    """A node of the graph."""
    return {"id": name, "name": name, "type": type_, **({} if content is None else {"content": content})}


def edge(source: str, target: str, handle: str | None = None) -> Part:
    """From a node to the next; `handle`: the statement of a switch that leads there."""
    made = {"id": f"{source} > {target}", "type": "edge", "sourceId": source, "targetId": target}
    return made if handle is None else {**made, "sourceHandle": handle}


def expressions(**values: str) -> Part:
    """The content of a node that adds these to what it was given."""
    made = [{"id": key, "key": key, "value": value} for key, value in values.items()]
    return {"expressions": made, "passThrough": True}


def first_row(fields: Sequence[str], outputs: Sequence[str], rows: Iterable[Part]) -> Part:
    """A table of which the first row counts whose cells fit the fields."""
    return _table("first", [{"id": name, "name": name, "field": name} for name in fields], outputs, rows)


def all_rows(place: str, outputs: Sequence[str], rows: Iterable[Part]) -> Part:
    """A table that collects each row whose condition, in the cell `applies`, holds."""
    return {**_table("collect", [{"id": "applies", "name": "applies"}], outputs, rows), "outputPath": place}


def _table(policy: str, inputs: list[Part], outputs: Sequence[str], rows: Iterable[Part]) -> Part:
    return {
        "hitPolicy": policy,
        "inputs": inputs,
        "outputs": [{"id": name, "name": name, "field": name} for name in outputs],
        "rules": [{"_id": str(number), **row} for number, row in enumerate(rows)],
        "passThrough": True,
    }


def one_of(name: str, values: Iterable[Any]) -> str:
    """A condition: it is one of these."""
    return f"{name} in {literal(list(values))}"


def some_in(places: str, values: Iterable[Any]) -> str:
    """A condition: one of the places is one of the values."""
    return f"some({places}, # in {literal(list(values))})"


def known(facts: Facts) -> list[str]:
    """The conditions that these facts are so."""
    return [f"{name} == {literal(value)}" for name, value in facts.items()]


def both(conditions: Iterable[str]) -> str:
    """All of them; nothing where there are none."""
    return " and ".join(f"({each})" for each in conditions)


def either(conditions: Iterable[str]) -> str:
    """Any of them."""
    return " or ".join(f"({each})" for each in conditions)


def by_case(cases: Cases, otherwise: str) -> str:
    """The value behind the first condition that holds."""
    return f"({''.join(f'({condition}) ? {value} : ' for condition, value in cases)}{otherwise})"


def worst(standings: Sequence[str]) -> str:
    """All of."""
    return standings[0] if len(standings) == 1 else f"max([{', '.join(standings)}])"


def best(standings: Sequence[str]) -> str:
    """Any of."""
    return standings[0] if len(standings) == 1 else f"min([{', '.join(standings)}])"


def joined(*lists: str) -> str:
    """Several lists as one."""
    return f"flatMap([{', '.join(lists)}], #)"


def literal(value: Any) -> str:
    """A value of a rulebook."""
    return json.dumps(value)


def day_of(book: Rulebook, figure: str) -> int:
    """A figure that is a date."""
    return date.fromisoformat(str(book.figures[figure].value)).toordinal()
