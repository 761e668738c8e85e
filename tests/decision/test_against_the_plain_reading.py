"""The command against the plain reading of the contract, over invented cases and broken ones."""

import json
import os
import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from tests.command.running import Done, as_json, run
from tests.reference.invent import invent_broken_case, invent_case
from tests.reference.plain import decide

Case = dict[str, Any]

COUNT = int(os.environ.get("MYNADESK_CASES", "3000"))
BROKEN = 1000


class Line(NamedTuple):
    """A case as it is sent, with the field at fault where there is one."""

    case: Case
    fault: str | None


def checked(cases: list[Case]) -> Done:
    """Everything through one process."""
    return run("check", "--jsonl", "--lang", "en", given=as_json(*cases))


def reduced(decision: dict[str, Any]) -> dict[str, Any]:
    """The parts of a decision that both sides give; the order of keys to ask says nothing."""
    then = decision["second_visit"]
    return {
        **{key: decision[key] for key in ("flow", "verdict", "advice")},
        "pins": list(decision["pins"].items()),
        "requirements": [reduced_requirement(each) for each in decision["requirements"]],
        "second_visit": then and [reduced_requirement(each) for each in then["requirements"]],
    }


def reduced_requirement(requirement: dict[str, Any]) -> dict[str, Any]:
    kept = {key: requirement[key] for key in ("id", "standing", "met_by", "bring")}
    return {**kept, "ask": set(requirement["ask"])}


def invented(count: int) -> list[Case]:
    rng = random.Random(2026)
    return [invent_case(rng) for _ in range(count)]


def broken_between_good(count: int) -> list[Line]:
    """Broken cases, every third line a good one."""
    rng = random.Random(2027)
    lines: list[Line] = []
    while sum(line.fault is not None for line in lines) < count:
        lines.append(Line(invent_case(rng), None))
        lines += (Line(*invent_broken_case(rng)) for _ in range(2))
    return lines


@pytest.fixture(scope="module")
def good() -> tuple[list[Case], Done]:
    cases = invented(COUNT)
    return cases, checked(cases)


@pytest.fixture(scope="module")
def mixed() -> tuple[list[Line], Done]:
    lines = broken_between_good(BROKEN)
    return lines, checked([line.case for line in lines])


def test_every_case_is_decided_as_the_plain_reading_decides_it(good: tuple[list[Case], Done]) -> None:
    cases, done = good
    assert (done.status, done.err) == (0, "")
    for case, answer in zip(cases, done.answers(), strict=True):
        assert reduced(answer) == reduced(decide(case)), json.dumps(case)


def test_every_broken_case_is_answered_by_its_line_and_an_error(mixed: tuple[list[Line], Done]) -> None:
    lines, done = mixed
    assert (done.status, done.err) == (2, "")
    for number, (line, answer) in enumerate(zip(lines, done.answers(), strict=True), 1):
        if line.fault is not None:
            assert list(answer) == ["line", "error"], json.dumps(line.case)
            assert answer["line"] == number


def test_every_error_names_the_field_at_fault_and_no_other(mixed: tuple[list[Line], Done]) -> None:
    lines, done = mixed
    for line, answer in zip(lines, done.answers(), strict=True):
        if line.fault is not None:
            assert set(fields_named(answer["error"])) == {line.fault}, json.dumps(line.case)


def fields_named(error: str) -> Iterator[str]:
    """The field of each line of an error; a PIN in its list stands for the list."""
    for text in error.splitlines():
        place = text.partition(": ")[0]
        yield re.sub(r"^pins\[\d+\]$", "pins", place.rpartition(", ")[2])


def test_good_cases_between_broken_ones_are_still_decided(mixed: tuple[list[Line], Done]) -> None:
    lines, done = mixed
    for line, answer in zip(lines, done.answers(), strict=True):
        if line.fault is None:
            assert reduced(answer) == reduced(decide(line.case)), json.dumps(line.case)
