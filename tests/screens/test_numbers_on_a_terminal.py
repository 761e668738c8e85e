"""Two visits on a real terminal: the number of the first desk opens the case at another, days later."""

import sys
from pathlib import Path

import pytest

from mynadesk.ledger.labels import STEPS
from mynadesk.ledger.ledger import open_ledger
from mynadesk.ledger.reading import load_desk_words
from mynadesk.ledger.states import State, Step
from mynadesk.rulebook.shipped import shipped_rules
from tests.interview.desk import BOOK, JAPANESE
from tests.interview.ways import WAYS

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.screens.terminal import Terminal

WORDS = load_desk_words(shipped_rules(), BOOK)
OPERATION = BOOK.desk.questions["operation"].ask.ja
WHO = BOOK.desk.questions["who"].ask.ja
DESK = (sys.executable, "-m", "mynadesk")


def at(office: str, day: str, folder: Path) -> Terminal:
    """A desk of an office on a day; all of them share one ledger."""
    around = {"XDG_CONFIG_HOME": str(folder / office), "MYNADESK_LEDGER": str(folder)}
    return Terminal((*DESK, "--on", day, "--office", office), **around)


def keys(text: str) -> str:
    """Keys by the names of the terminal."""
    return " ".join({"E": "Enter"}.get(token, token) for token in text.split())


def test_a_request_of_two_visits_from_its_first_key_to_its_last(tmp_path: Path) -> None:
    with at("western_branch", "2026-11-23", tmp_path) as branch:
        branch.wait_for(WHO)
        branch.type(keys(WAYS["agent, first visit"]))
        branch.type("c")
        branch.wait_for(WORDS.opened.ja[:8])
        branch.type("1")
        branch.type("Enter")
        branch.wait_for(JAPANESE.fill(WORDS.recorded, step=STEPS[Step.send].ja))
    ledger = open_ledger(str(tmp_path), BOOK)
    number = ledger.waiting()[0].number
    with at("main", "2026-12-07", tmp_path) as main:
        main.wait_for(WHO)
        main.type(f"c {' '.join(number)} Enter")
        main.wait_for(WORDS.begin_second.ja)
        main.type("Enter")
        main.wait_for(OPERATION)
        main.type(keys("1 1 1 E 1 E 1 E .2 E".replace(".2", ". 2")))
        main.wait_for(BOOK.words.verdicts.accept_second_visit.ja)
        main.type("c")
        main.wait_for(WORDS.offers.finish.ja)
        main.type("1")
        main.type("Enter")
        main.wait_for(JAPANESE.fill(WORDS.recorded, step=STEPS[Step.finish].ja))
        main.wait_for(WORDS.offers.undo.ja)
    file = ledger.find(number)
    ledger.close()
    assert [each.step for each in file.taken] == [Step.open, Step.send, Step.decide, Step.finish]
    assert file.state is State.done
