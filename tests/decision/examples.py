"""The examples of the contract, and a decision reduced to what they fix."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook

Case = dict[str, Any]
Example = dict[str, Any]
Requirements = list[dict[str, Any]]

_CASES = Path(__file__).parent.parent / "cases"
_NO_DAY = date(1900, 1, 1)
"""The visit of a case that names no day; every example names one."""


def _read(name: str) -> list[Example]:
    text = (_CASES / name).read_text(encoding="utf-8")
    examples: list[Example] = yaml.load(text, Loader=yaml.CSafeLoader)
    return examples


WORKED = _read("worked.yaml")
EXTENDED = _read("extended.yaml")
for _example in EXTENDED:
    # These leave out what is empty; the worked ones say nothing of it.
    _example["expect"] = {"ask": {}, "met_by": {}, **_example["expect"]}
EXAMPLES = [*WORKED, *EXTENDED]

each_example = pytest.mark.parametrize(
    "example", [pytest.param(example, id=example["name"]) for example in EXAMPLES]
)


def judged(book: Rulebook, case: Case) -> Decision:
    """The decision on a case as it is written."""
    return decide(book, read_case(book, case, _NO_DAY))


def reduced(requirements: Requirements) -> dict[str, Any]:
    """Requirements in the form of the examples; `bring`, `ask` and `met_by` only where there is something."""
    found: dict[str, Any] = {"requirements": [(each["id"], each["standing"]) for each in requirements]}
    for key in ("bring", "ask", "met_by"):
        found[key] = {each["id"]: each[key] for each in requirements if each[key]}
    return found


def expected(part: dict[str, Any]) -> dict[str, Any]:
    """What an example fixes of the requirements, in the same form."""
    fixed: dict[str, Any] = {key: part[key] for key in ("bring", "ask", "met_by") if key in part}
    return {"requirements": list(part["requirements"].items()), **fixed}


def differences(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Where a finding is not what was wanted; the order of keys to ask says nothing."""
    found = {**found, "ask": {name: sorted(keys) for name, keys in found["ask"].items()}}
    return {key: (found[key], value) for key, value in wanted.items() if found[key] != value}


def as_told(requirements: Iterable[Any]) -> Requirements:
    """Outcomes as plain data."""
    return [
        {
            "id": each.id,
            "standing": each.standing.name,
            "met_by": list(each.met_by),
            "ask": list(each.ask),
            "bring": each.bring,
        }
        for each in requirements
    ]
