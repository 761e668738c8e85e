"""Requests for the ledger: decided by the real rules, kept as the ledger keeps them."""

from datetime import date
from functools import cache
from typing import Any

from mynadesk.decision.case import Case, Document
from mynadesk.decision.decide import decide
from mynadesk.ledger.case_file import Judged
from mynadesk.ledger.record import judged
from mynadesk.ledger.tally import Tally, tallied
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules

MAIN, BRANCH = "main", "western_branch"
PINS = ("user_authentication", "resident_registry")
_AGENT = {"operation": "reset", "visitor": "agent", "holder.under_15": False, "holder.adult_ward": False}
_FIRST_VISIT = {
    **_AGENT,
    "visit": 1,
    "postage": True,
    "mail_forwarded": False,
    "certificates.user_authentication": True,
    "unavoidable_reason": "illness",
}
_SEEN = {"original": True, "expiry": "in_date", "photo": True, "identifies": True}
_LICENCE = "drivers_license"


@cache
def shipped() -> Rulebook:
    """The rulebook as shipped."""
    return load_rulebook(shipped_rules())


def first_visit(pins: tuple[str, ...] = PINS, **facts: Any) -> Judged:
    """An agent's first visit, in order unless `facts` say otherwise."""
    return _decided(pins, _FIRST_VISIT | facts, "visitor")


def second_visit(pins: tuple[str, ...] = PINS, **facts: Any) -> Judged:
    """The same agent's second visit, in order unless `facts` say otherwise."""
    usual = {
        **_AGENT,
        "visit": 2,
        "reply_letter": "sealed",
        "card": "presented",
        "certificates.user_authentication": True,
        "unavoidable_reason": "illness",
        "reason_proof": True,
    }
    return _decided(pins, usual | facts, "holder", "visitor")


def a_tally(pins: tuple[str, ...] = PINS, papers: bool = True, **facts: Any) -> Tally:
    """What the first visit of `first_visit` adds to the counts; without any `papers` if so wanted."""
    case = _case(pins, _FIRST_VISIT | facts, *["visitor"] * papers)
    return tallied(case, decide(shipped(), case))


def _decided(pins: tuple[str, ...], facts: dict[str, Any], *owners: str) -> Judged:
    case = _case(pins, facts, *owners)
    return judged(case, decide(shipped(), case))


def _case(pins: tuple[str, ...], facts: dict[str, Any], *owners: str) -> Case:
    papers = tuple(Document(kind, owner, _SEEN) for owner in owners for kind in (_LICENCE, "passport"))
    return Case(date(2026, 11, 24), pins, facts, papers)
