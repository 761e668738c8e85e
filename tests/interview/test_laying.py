"""A case that is laid on the desk is decided there as it is decided."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.interview.course import look
from mynadesk.interview.laying import lay, said_of
from mynadesk.interview.session import Session
from mynadesk.interview.sheet import case_of
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.wording import Wording
from tests.interview.as_case import as_json
from tests.interview.desk import BOOK, JAPANESE, ON, desk
from tests.interview.ways import EVERY_WAY
from tests.reference.invent import invent_case

MIDORINO = load_rulebook("rules/examples/midorino")
HOLDER: dict[str, Any] = {"operation": "reset", "pins": ["signature"], "visitor": "holder"}
PAPER = {"kind": "drivers_license", "of": "holder", "original": True, "expiry": "in_date"}


def case_from(**facts: Any) -> Case:
    """A case in the form of the contract."""
    return read_case(BOOK, {**HOLDER, **facts}, ON)


def laid_case(book: Rulebook, case: Case) -> Case:
    """The case as the desk then has it."""
    told = case_of(book.at(case.on), lay(book, case), case.on)
    assert told is not None
    return told


def is_the_same(book: Rulebook, told: Case, case: Case) -> bool:
    """All that is known, and how it is decided; the desk has its own order of PINs."""
    pins = tuple(pin for pin in book.pins if pin in case.pins)
    ordered = replace(case, pins=pins)
    return told == ordered and decide(book, told).requirements == decide(book, ordered).requirements


def proved(book: Rulebook) -> Iterator[Case]:
    """One of each way in which a part of a route can stand, all else standing well."""
    for desk_ in World(book, ON).desks:
        for part in desk_.parts:
            rows = {row.bits: row for row in part.rows}
            yield from (desk_.situation(part, row).case() for row in rows.values())


def test_what_the_desk_has_asked_is_laid_with_answers_alone() -> None:
    """All that the questions tell, they tell again."""
    for keys in EVERY_WAY:
        case = desk(keys).look.case
        assert case is not None
        written = read_case(BOOK, as_json(case), ON)
        assert not lay(BOOK, written).laid, keys
        assert is_the_same(BOOK, laid_case(BOOK, written), case)


def test_thousands_of_invented_cases_are_decided_as_they_are_decided() -> None:
    rng = random.Random(6)
    for _ in range(2000):
        case = read_case(BOOK, invent_case(rng), ON)
        book = BOOK.at(case.on)
        sheet = lay(BOOK, case)
        then = look(book, sheet, case.on)
        assert then.case is not None
        assert is_the_same(book, then.case, case)
        assert then.verdict == decide(book, case).verdict
        assert bool(sheet.laid) == bool(said_of(Wording(book, "ja"), sheet))


@pytest.mark.parametrize("book", [BOOK, MIDORINO], ids=["shipped", "example"])
def test_what_a_proof_shows_can_be_laid(book: Rulebook) -> None:
    for case in proved(book):
        assert is_the_same(book.at(ON), laid_case(book, case), case)


def test_an_answer_that_nobody_has_given_is_asked_next() -> None:
    case = case_from(holder={"under_15": False, "adult_ward": False}, documents=[PAPER])
    then = look(BOOK.at(ON), lay(BOOK, case), ON)
    assert then.step == ("card",)
    assert then.verdict == "ask"


def test_what_is_assumed_at_the_desk_is_left_open_where_the_case_does_not_know_it() -> None:
    known = {"under_15": False, "adult_ward": False}
    case = case_from(holder=known, card="presented", documents=[PAPER])
    told = laid_case(BOOK, case)
    assert "certificates.signature" not in told.facts
    assert decide(BOOK, told).verdict == "ask"


def test_a_paper_of_which_something_is_open_is_asked_about_and_others_are_not() -> None:
    unseen = {"kind": "passport", "of": "holder"}
    case = case_from(documents=[PAPER, unseen])
    assert [paper.settled for paper in lay(BOOK, case).papers] == [True, False]


def test_dates_on_papers_are_laid_as_they_are() -> None:
    case = case_from(documents=[{**PAPER, "expiry": "2026-11-22"}])
    (paper,) = lay(BOOK, case).papers
    assert paper.seen["expiry"] == date(2026, 11, 22)


def test_a_birth_date_is_named_but_never_shown() -> None:
    case = case_from(holder={"birth_date": "1980-05-06", "adult_ward": False})
    sheet = lay(BOOK, case)
    assert sheet.answers["who"] == "1"
    said = said_of(JAPANESE, sheet)
    assert "本人の生年月日" in said
    assert "1980" not in said
    assert "昭和" not in said


BOTH = {"visitor": "legal_representative", "holder": {"under_15": True, "adult_ward": True}}


def test_what_no_answer_tells_is_said_in_both_languages() -> None:
    sheet = lay(BOOK, case_from(**BOTH, postage=True, family_register=True, registered_domicile_in_city=True))
    assert "本人が成年被後見人 はい" in said_of(JAPANESE, sheet)
    assert "Holder is an adult ward yes" in said_of(Wording(BOOK, "en"), sheet)
    assert "本籍地が市内 はい" in said_of(JAPANESE, sheet)
    assert "郵送代" not in said_of(JAPANESE, sheet)


def test_what_an_answer_tells_too_much_is_taken_back() -> None:
    sheet = lay(BOOK, case_from(visitor="legal_representative", holder={"under_15": True}))
    assert sheet.laid == {"holder.adult_ward": None}
    assert "本人が成年被後見人 不明" in said_of(JAPANESE, sheet)


def test_who_answers_the_question_again_is_believed() -> None:
    session = Session(BOOK, JAPANESE, lambda: ON)
    session.begin_with(lay(BOOK, case_from(**BOTH)), "")
    assert session.look.facts["holder.adult_ward"] is True
    while session.cursor is None or session.lines[session.cursor].question != "who":
        session.press("-")
    session.press("2")
    assert session.look.facts["holder.adult_ward"] is False
    assert not session.sheet.laid


def test_a_session_that_begins_with_it_shows_the_verdict_and_goes_on_from_there() -> None:
    case = case_from(holder={"under_15": False, "adult_ward": False}, documents=[PAPER])
    session = Session(BOOK, JAPANESE, lambda: ON)
    session.begin_with(lay(BOOK, case), "")
    session.press("enter")
    assert session.look.verdict == "accept"
    session.press("0")
    assert session.look.verdict == "ask"
