"""Desks that write at the same time, and desks that are killed while they write: nothing is lost."""

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mynadesk.ledger.count import What
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.states import Step
from mynadesk.ledger.store.engine import FILE
from tests.ledger import server
from tests.ledger.requests import MAIN, PINS, first_visit
from tests.ledger.writer import DAY

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("MYNADESK_KILLS", "10"))
DESKS, STEPS = 8, 2000
COUNTS, CASES = 160, 40


def desk(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.ledger.writer", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")


def output_of(process: "subprocess.Popen[str]") -> str:
    said, _ = process.communicate()
    assert process.returncode == 0
    return said


@pytest.mark.slow
def test_eight_desks_write_two_thousand_steps_and_none_is_lost_or_doubled(
    place: str, opened: Callable[[str], Ledger]
) -> None:
    """Every fifth step is one in four cases that all of them move."""
    ledger = opened(place)
    shared = [ledger.open_case(MAIN, first_visit()).number for _ in range(4)]
    running = [desk("steps", place, STEPS // DESKS, *shared) for _ in range(DESKS)]
    told = Counter(tuple(line.split()) for each in running for line in output_of(each).splitlines())
    assert told.total() == STEPS == len(told)
    kept = {number: len(ledger.find(number).taken) for number in {number for number, _ in told}}
    assert {(number, str(each)) for number in kept for each in range(1, kept[number] + 1)} == set(told) | {
        (number, "1") for number in shared
    }


@pytest.mark.slow
def test_eight_desks_count_and_drop_at_once_and_nothing_is_lost_or_doubled(
    place: str, opened: Callable[[str], Ledger]
) -> None:
    ledger = opened(place)
    for _ in range(CASES):
        ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
    running = [desk("counts", place, COUNTS // DESKS) for _ in range(DESKS)]
    dropped = sum(int(line) for each in running for line in output_of(each).splitlines())
    counted: Counter[tuple[What, str]] = Counter()
    for each in ledger.counted(DAY, DAY + timedelta(1000)):
        counted[each.what, each.which] += each.times
    assert dropped == CASES == counted[What.dropped, "withdrawn"] == counted[What.step, "open"]
    half = COUNTS // 2
    assert counted[What.verdict, "accept"] == counted[What.verdict, "incomplete"] == half
    assert counted[What.missing, "postage"] == counted[What.pin_incomplete, PINS[0]] == half
    assert counted[What.route, "agent_first_visit"] == counted[What.pin, PINS[0]] == COUNTS


@pytest.mark.slow
def test_desks_that_open_an_empty_place_at_once_all_get_the_same_ledger(
    place: str, opened: Callable[[str], Ledger]
) -> None:
    running = [desk("steps", place, 1) for _ in range(4)]
    numbers = [output_of(each).split()[0] for each in running]
    ledger = opened(place)
    assert sorted(ledger.find(number).number for number in numbers) == sorted(numbers)


@pytest.mark.parametrize(
    ("needed", "outcome"), [("", pytest.skip.Exception), ("git postgresql", pytest.fail.Exception)]
)
def test_where_postgresql_is_needed_its_tests_are_not_skipped(
    needed: str, outcome: type[BaseException]
) -> None:
    with pytest.raises(outcome, match="no PostgreSQL server"):
        server.do_without(needed)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Kills need fork and SIGKILL.")
def test_a_desk_killed_while_it_writes_loses_no_step_that_it_was_told_of(tmp_path: Path) -> None:
    """MYNADESK_KILLS says how often; the seed is that count."""
    found = json.loads(output_of(desk("kills", tmp_path / "ledger", KILLS, KILLS)))
    print(found)
    assert (found["kills"], found["lost"]) == (KILLS, 0)
    assert found["told"] >= KILLS
    with closing(sqlite3.connect(tmp_path / "ledger" / FILE)) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []
        gaps = "SELECT number FROM step GROUP BY number HAVING count(*) <> max(position)"
        assert store.execute(gaps).fetchall() == []
        bare = """SELECT number FROM step LEFT JOIN decision USING (number, position)
            WHERE (step IN ('open', 'decide')) <> (digest IS NOT NULL)"""
        assert store.execute(bare).fetchall() == []
        # Every decision was counted whole or not at all.
        whole = "SELECT sum(times), count(*) FROM tally WHERE what IN ('verdict', 'route') GROUP BY what"
        (verdicts, _), (routes, _) = store.execute(whole).fetchall()
        assert verdicts == routes > 0
