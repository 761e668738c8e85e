"""The graph that is measured is the rulebook: it follows every change of the rules, and no other."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check, Needs, Notice, Papers, When
from mynadesk.words import Words
from tests.bench.decisions import Disagreement
from tests.bench.engines import Zen, agree, invent, request_of, side_by_side

CASES = 500
Change = Callable[[Rulebook], Rulebook]
_TEXT = Words("", "")


def papers(*one_of: str) -> Change:
    """The agent's identity at the second visit takes these sets of classes."""
    needs = Needs(papers=Papers(of="visitor", one_of=[list(places) for places in one_of]))
    return requirement("agent_identity/second_visit", needs=needs)


def requirement(name: str, **changes: Any) -> Change:
    return entry("requirements", name, **changes)


def entry(group: str, name: str, **changes: Any) -> Change:
    """An entry of a file with other fields."""

    def change(book: Rulebook) -> Rulebook:
        entries = getattr(book, group)
        return replace(book, **{group: {**entries, name: replace(entries[name], **changes)}})

    return change


def twins(standing: str) -> Change:
    """Two papers of one kind stand so."""
    return lambda book: replace(
        book,
        documents=replace(
            book.documents, two_of_one_kind=replace(book.documents.two_of_one_kind, standing=standing)
        ),
    )


def check(name: str, entry: Check) -> Change:
    """Another check of papers under this name."""
    return lambda book: replace(
        book, documents=replace(book.documents, checks={**book.documents.checks, name: entry})
    )


def notice(when: When, unless: When | None = None) -> Change:
    """One notice more."""
    return lambda book: replace(
        book, notices={**book.notices, "more": Notice(text=_TEXT, source=[], when=when, unless=unless)}
    )


@pytest.fixture(scope="module")
def cases(book: Rulebook) -> list[Case]:
    return invent(book, CASES)


CHANGES: dict[str, Change] = {
    "three places": papers("ABB", "AA"),
    "one place": papers("A"),
    "twins are as good": twins("met"),
    "twins count for nothing": twins("missing"),
    "a day that papers have to be as young as": check(
        "in_date", Check(problem=_TEXT, property="issued_on", not_before="driving_history_from")
    ),
    "a day after which papers are a question": check(
        "original", Check(problem=_TEXT, after="driving_history_from", then="ask")
    ),
    "papers that never count": check("in_date", Check(problem=_TEXT, always="missing")),
    "nobody is turned away": requirement("right_visitor/holder", turns_away=False),
    "every PIN": requirement("unavoidable_reason", pins=[]),
    "only if": requirement("holder_card", only_if={"holder.adult_ward": False}),
    "unless": requirement("postage", unless={"mail_forwarded": True, "holder.under_15": False}),
    "a visit of another flow": entry("routes", "agent_first_visit", flow="same_day"),
    "no next visit": entry("routes", "agent_first_visit", next_visit=None),
    "notice by standing": notice(When(standing={"holder_card": ["missing", "consult"], "postage": ["ask"]})),
    "notice by day": notice(
        When(from_="driving_history_from"), When(after="driving_history_from", papers=["bankbook"])
    ),
    "notice of two PINs": notice(When(only_one_of=["signature", "user_authentication"], papers=["passport"])),
    "notice but for an agent": notice(When(operation=["reset"]), When(visitor=["agent"], routes=["holder"])),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_rulebook_and_its_graph_agree_and_differ_from_the_shipped_one(
    book: Rulebook, cases: list[Case], change: Change
) -> None:
    engine, keys = side_by_side(change(book), cases)
    with pytest.raises(Disagreement):
        _hold_against(book, cases, engine, keys)


def _hold_against(book: Rulebook, cases: list[Case], engine: Zen, keys: list[str]) -> None:
    for case, key in zip(cases, keys, strict=True):
        agree(decide(book, case), case, engine.decide(key, request_of(case), trace=False))


def test_the_trace_of_the_engine_names_every_step(book: Rulebook) -> None:
    """It does what a trace is for, so that it is measured beside ours in earnest."""
    (case,) = invent(book, 1)
    engine = Zen([book])
    traced = engine._engine.evaluate(engine.key(book), request_of(case), {"trace": True})["trace"]
    assert {"papers", "owners", "route"} < set(traced)
    assert any(re.fullmatch(r"\w+: verdict", name) for name in traced)
