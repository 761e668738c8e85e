"""The shipped rules hold in every situation, and what the proof leaves out makes no difference."""

import json
import os
import random
from datetime import date

import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.proof.brute import brute
from mynadesk.proof.days import days_to_prove, turning_days
from mynadesk.proof.proving import Proof, prove
from mynadesk.proof.report import as_text
from mynadesk.proof.situation import as_written
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.typeset import width
from mynadesk.words import Language
from tests.command.running import run

CASES = int(os.environ.get("MYNADESK_CASES", "3000"))


@pytest.fixture(scope="module")
def proof(book: Rulebook) -> Proof:
    return prove(book)


def test_nothing_is_wanting(proof: Proof) -> None:
    assert proof.holes == ()


def test_the_figures_are_those_of_a_whole_proof(proof: Proof) -> None:
    """Billions of classes, from some thousand outcomes of the engine."""
    counted = proof.counted
    assert counted.classes == sum(counted.verdicts.values())
    assert counted.classes > 10**9
    assert counted.stand_for > 10**20
    assert 1000 < counted.judged < 100_000
    assert set(counted.verdicts) == {"accept", "partial", "ask", "consult", "incomplete", "decline"}


def test_every_refusal_was_seen_to_be_cured_or_told(proof: Proof) -> None:
    assert set(proof.refusals) == {"bring", "other_visitor", "nothing"}


def test_a_proof_of_one_day_is_of_that_day(book: Rulebook) -> None:
    proof = prove(book, date(2026, 11, 23))
    assert (proof.holes, proof.days) == ((), (date(2026, 11, 23),))


def test_there_is_a_day_on_each_side_of_every_turning_day(book: Rulebook) -> None:
    turning, days = turning_days(book), days_to_prove(book)
    assert set(turning) <= set(days)
    assert days[0] < turning[0]
    limit = date.fromisoformat(str(book.figures["insurance_card_end"].value))
    assert any(day < limit for day in days)
    assert any(day >= limit for day in days)


def test_the_collapse_agrees_with_situations_written_out(book: Rulebook) -> None:
    """Drawn here; all of them by `mynadesk rules prove --brute`."""
    compared = brute(book, None, CASES // 20)
    assert compared.differences == []
    assert compared.papers > 100_000
    assert min(compared.piles, compared.large_piles, compared.situations) >= CASES // 4


def test_a_situation_is_read_back_as_it_was_written(book: Rulebook) -> None:
    rng = random.Random(2026)
    world = World(book, date(2026, 11, 23))
    for desk in world.desks:
        for _ in range(50):
            situation = desk.joined([rng.choice(part.rows) for part in desk.parts], desk.judging.pins)
            case = read_case(book, json.loads(json.dumps(as_written(book, situation))), date.min)
            assert decide(book, case).pins == decide(book, situation.case()).pins
            assert case.documents == situation.documents


@pytest.mark.parametrize(("lang", "words"), [("ja", "場面の種類"), ("en", "classes of situations")])
def test_the_command_prints_the_figures(lang: str, words: str) -> None:
    done = run("rules", "prove", "--lang", lang)
    assert done.status == 0
    assert words in done.out
    assert done.out.count("\nok ") == 7


def test_the_command_writes_them_as_json() -> None:
    done = run("rules", "prove", "--json", "--on", "2026-11-23")
    answer = done.answer()
    assert done.status == 0
    assert (answer["holes"], answer["days"]) == ([], ["2026-11-23"])
    assert answer["classes"] == sum(answer["verdicts"].values())


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_was_shown_fits_the_terminal(proof: Proof, lang: Language) -> None:
    told = as_text(proof, lang).partition("\n\n")[2]
    assert "ok" in told
    assert all(width(line) <= 80 for line in told.split("\n"))
