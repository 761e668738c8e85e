"""The shipped rulebook's skills, as the tests of practice use them."""

from datetime import date
from pathlib import Path

import msgspec

from mynadesk.practice.scenes.lore import Lore
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.strict_yaml import read_yaml
from tests.interview.desk import BOOK, ON


def lore_in(folder: Path) -> Lore:
    """What is plausible by the telling.yaml of a folder of rules."""
    file = folder / "practice" / "telling.yaml"
    return msgspec.convert(read_yaml(file.read_text(encoding="utf-8"), str(file)), Lore)


LORE = lore_in(Path(shipped_rules()))


def deck(book: Rulebook = BOOK, on: date = ON) -> Deck:
    """All skills of a rulebook on a day."""
    return Deck(book, LORE, on)


DECK = deck()
EVERY_CARD = list(DECK.cards)
