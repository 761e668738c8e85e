"""Desks as processes of their own, which say on standard output what they were told is written.

python -m tests.ledger.writer steps PLACE COUNT SHARED...   take so many steps, some in the shared cases
python -m tests.ledger.writer counts PLACE COUNT            count so many decisions, and drop what it can
python -m tests.ledger.writer kills FOLDER COUNT SEED       kill a desk so often; what was lost, as JSON
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from random import Random

from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.states import Step
from mynadesk.ledger.trouble import MovedMeanwhile
from tests.ledger.requests import MAIN, a_tally, first_visit, second_visit, shipped

DAY = date(2026, 11, 24)
_LONGEST = 0.03
"""Seconds from a desk's first step to its death, at most: some fall before, into and after a step."""


def endless(ledger: Ledger) -> Iterator[CaseFile]:
    """Case after case, each a few steps long; each step is yielded when it is on the disk."""
    first, second = first_visit(), second_visit()
    while True:
        yield (file := ledger.open_case(MAIN, first))
        for step in (Step.send, Step.decide, Step.undo, Step.decide, Step.finish):
            judged = second if step is Step.decide else None
            yield (file := ledger.move(file, step, MAIN, judged))


def in_turn(ledger: Ledger, number: str) -> CaseFile:
    """One step in a case that others move too; who was not first looks again."""
    while True:
        file = ledger.find(number)
        step = Step.undo if file.taken[-1].step is Step.send else Step.send
        try:
            return ledger.move(file, step, MAIN)
        except MovedMeanwhile:
            continue


def take_steps(place: str, count: int, shared: list[str]) -> None:
    """Every fifth step in a shared case, if there are any. A line for each: number and position."""
    with closing(open_ledger(place, shipped())) as ledger:
        own = endless(ledger)
        for turn in range(count):
            file = next(own) if turn % 5 or not shared else in_turn(ledger, shared[turn % len(shared)])
            print(file.number, len(file.taken), flush=True)


def count_decisions(place: str, count: int) -> None:
    """Two kinds of decisions by turns; one withdrawn case each, dropped by whichever desk comes first.

    A line with how many were dropped, each time.
    """
    tallies = a_tally(), a_tally(postage=False)
    with closing(open_ledger(place, shipped(), _much_later)) as ledger:
        for turn in range(count):
            ledger.count(MAIN, DAY, tallies[turn % 2])
            print(ledger.drop(1), flush=True)


def _much_later() -> datetime:
    return datetime(2029, 1, 1, tzinfo=UTC)


def kill_again_and_again(folder: str, count: int, seed: int) -> dict[str, int]:
    """Every time: a desk writes, is killed, and a new one reads all that the old one was told is written."""
    random = Random(seed)
    told: dict[str, int] = {}
    lost = beyond = 0
    with closing(open_ledger(folder, shipped())):
        first_visit(), second_visit(), a_tally()
    for _ in range(count):
        acknowledged = _steps_of_one_life(folder, random.uniform(0, _LONGEST))
        told |= acknowledged
        with closing(open_ledger(folder, shipped())) as ledger:
            for number, length in acknowledged.items():
                kept = len(ledger.find(number).taken)
                lost += kept < length
                beyond += kept > length
    with closing(open_ledger(folder, shipped())) as ledger:
        lost += sum(len(ledger.find(number).taken) < length for number, length in told.items())
    return {"kills": count, "told": sum(told.values()), "lost": lost, "beyond": beyond}


def _steps_of_one_life(folder: str, seconds: float) -> dict[str, int]:
    """What a desk was told before it was killed: the length of each of its cases."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        ledger = open_ledger(folder, shipped())
        for file in endless(ledger):
            os.write(writing, f"{file.number} {len(file.taken)}\n".encode())
            ledger.count(MAIN, DAY, a_tally())
    os.close(writing)
    with open(reading, encoding="ascii") as lines:
        first = lines.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = [first, *lines]
    return {number: int(length) for number, length in (line.split() for line in told if line)}


if __name__ == "__main__":
    what, where, how_many, *rest = sys.argv[1:]
    if what == "steps":
        take_steps(where, int(how_many), rest)
    elif what == "counts":
        count_decisions(where, int(how_many))
    else:
        print(json.dumps(kill_again_and_again(where, int(how_many), int(rest[0]))))
