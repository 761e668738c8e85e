"""Deciding, beside zen-engine with the same rules on the same cases, with and without its trace.

Both have to agree on every case before any time is taken.
"""

import gc
import json
import random
from collections.abc import Callable, Sequence
from datetime import date
from time import perf_counter
from typing import Any

import zen

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.decision.reading import read_case
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.standing import Standing
from tests.bench.decisions import Disagreement
from tests.bench.sides import DAY
from tests.bench.table import Aim, Row, p50, p99
from tests.bench.zen.graph import context_of, graph
from tests.bench.zen.notices import expressible
from tests.bench.zen.requirements import NOW, THEN
from tests.reference.invent import invent_case

_AIM = Aim(0.25, is_ratio=True)
_BESIDE, _TRACED = "zen-engine", "zen-engine, with its trace"
_SEED = 20261123
_BLOCK = 100


class Zen:
    """zen-engine with a graph for each rulebook that is in force on some case's day."""

    def __init__(self, books: Sequence[Rulebook]) -> None:
        self._keys = {id(book): f"{book.rulebook.id} {number}" for number, book in enumerate(books)}
        graphs = {self._keys[id(book)]: graph(book) for book in books}
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": graphs}})

    def key(self, book: Rulebook) -> str:
        """By what name it has a rulebook."""
        return self._keys[id(book)]

    def decide(self, key: str, request: str, trace: bool) -> dict[str, Any]:
        """Its answer to a request."""
        answer: dict[str, Any] = self._engine.evaluate(key, request, {"trace": trace})["result"]
        return answer


def measure(count: int) -> list[Row]:
    """Rows for `count` cases, each decided by both by turns. Both begin with a case that has been read."""
    book = load_rulebook(shipped_rules())
    cases = invent(book, count)
    engine, keys = side_by_side(book, cases)
    requests = [request_of(case) for case in cases]
    gc.collect()
    gc.freeze()
    try:
        ours, theirs, traced = _by_turns(book, engine, cases, keys, requests)
    finally:
        gc.unfreeze()
    return [
        Row("decide a case, p50", p50(ours), p50(theirs), _BESIDE, "µs"),
        Row("decide a case, p50", p50(ours), p50(traced), _TRACED, "µs", _AIM),
        Row("decide a case, p99", p99(ours), p99(traced), _TRACED, "µs"),
    ]


def invent(book: Rulebook, count: int) -> list[Case]:
    """So many cases, read."""
    rng = random.Random(_SEED)
    return [read_case(book, invent_case(rng), date.fromisoformat(DAY)) for _ in range(count)]


def request_of(case: Case) -> str:
    """A case as the engine reads it fastest: as text."""
    return json.dumps(context_of(case))


def side_by_side(book: Rulebook, cases: Sequence[Case]) -> tuple[Zen, list[str]]:
    """The engine, and for each case the key of its day's graph. Raises Disagreement."""
    decisions = [decide(book, case) for case in cases]
    engine = Zen(list({id(each.book): each.book for each in decisions}.values()))
    keys = [engine.key(each.book) for each in decisions]
    for decision, case, key in zip(decisions, cases, keys, strict=True):
        agree(decision, case, engine.decide(key, request_of(case), trace=False))
    return engine, keys


def _by_turns(
    book: Rulebook, engine: Zen, cases: Sequence[Case], keys: Sequence[str], requests: Sequence[str]
) -> tuple[list[float], list[float], list[float]]:
    """The times of each. They take turns by blocks: case by case each would find what the other left in the
    processor's caches, as in no program that has only one of them."""
    ours: list[float] = []
    theirs: list[float] = []
    traced: list[float] = []
    for first in range(0, len(cases), _BLOCK):
        block = slice(first, first + _BLOCK)
        ours += [_time(decide, book, case) for case in cases[block]]
        asked = list(zip(keys[block], requests[block], strict=True))
        theirs += [_time(engine.decide, key, request, False) for key, request in asked]
        traced += [_time(engine.decide, key, request, True) for key, request in asked]
    return ours, theirs, traced


def _time(work: Callable[..., object], *given: object) -> float:
    begun = perf_counter()
    work(*given)
    return perf_counter() - begun


def agree(decision: Decision, case: Case, answer: dict[str, Any]) -> None:
    """Both say the same of a case, as far as the graph says anything. Raises Disagreement."""
    then, later = decision.second_visit, answer.get(THEN)
    wanted = {
        "flow": decision.flow,
        "verdict": decision.verdict,
        "pins": list(decision.pins.items()),
        "requirements": _standings(decision.requirements),
        "second_visit": None if then is None else _standings(then),
        "advice": [name for name in decision.advice if expressible(decision.book.alternatives[name])],
        "notes": [name for name, notice in decision.notes if expressible(notice)],
    }
    found = {
        "flow": answer.get("flow"),
        "verdict": answer["verdict"],
        "pins": list(zip(case.pins, answer["words"], strict=True)),
        "requirements": _found(answer[NOW]),
        "second_visit": None if later is None else _found(later),
        "advice": [each["name"] for each in answer["advice"]],
        "notes": [each["name"] for each in answer["notes"]],
    }
    if found != wanted:
        raise Disagreement(f"case: {context_of(case)}\nmynadesk: {wanted}\nzen-engine: {found}")


def _standings(outcomes: Sequence[Outcome]) -> list[tuple[str, Standing]]:
    return [(each.id, each.standing) for each in outcomes]


def _found(requirements: Sequence[dict[str, Any]]) -> list[tuple[str, Standing]]:
    return [(each["id"], Standing(int(each["standing"]))) for each in requirements]
