"""The words of the papers as shipped, and all papers of all cases, made once."""

from functools import cache

import pytest

from mynadesk.handout.reading import load_handout
from mynadesk.handout.words import HandoutWords, Tongue
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.handout.desk import AllPapers, Handed, everything


@pytest.fixture(scope="session")
def words(book: Rulebook) -> HandoutWords:
    return load_handout(shipped_rules(), book)


@pytest.fixture(scope="session")
def papers(book: Rulebook, words: HandoutWords) -> AllPapers:
    """Every paper that fits any of the cases, by tongue."""

    @cache
    def made(tongue: Tongue) -> tuple[Handed, ...]:
        return tuple(everything(book, words, tongue))

    return made
