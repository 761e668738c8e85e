"""The words of the papers as shipped."""

import pytest

from mynadesk.handout.reading import load_handout
from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.shipped import shipped_rules


@pytest.fixture(scope="session")
def words(book: Rulebook) -> HandoutWords:
    return load_handout(shipped_rules(), book)
