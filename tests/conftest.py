"""What holds for every test."""

import atexit
import os
from tempfile import TemporaryDirectory

import pytest

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording


def forget_the_terminal_of_whoever_runs_the_tests() -> None:
    """Colours and themes set outside would change what a screen draws.

    Textual reads them when it is imported, so a fixture would come too late.
    """
    for name in list(os.environ):
        if name == "NO_COLOR" or name.startswith("TEXTUAL_"):
            del os.environ[name]
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def keep_away_from_the_ledger_of_whoever_runs_the_tests() -> None:
    """Desks that tests open write down what they decide: elsewhere, and only for a while."""
    place = TemporaryDirectory(prefix="mynadesk-tests-")
    atexit.register(place.cleanup)
    os.environ["MYNADESK_LEDGER"] = place.name
    os.environ["MYNADESK_RULINGS"] = os.path.join(place.name, "rulings")


forget_the_terminal_of_whoever_runs_the_tests()
keep_away_from_the_ledger_of_whoever_runs_the_tests()


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The rulebook as shipped."""
    return load_rulebook(shipped_rules())


@pytest.fixture(scope="session")
def ja(book: Rulebook) -> Wording:
    """What the shipped rulebook says in Japanese."""
    return Wording(book, "ja")


@pytest.fixture(scope="session")
def en(book: Rulebook) -> Wording:
    """What the shipped rulebook says in English."""
    return Wording(book, "en")
