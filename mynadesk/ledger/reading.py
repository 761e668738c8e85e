"""The folder `ledger` of a folder of rules. A slip in it stops nobody: the desk opens without."""

import os
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.ledger import desk_words
from mynadesk.ledger.daybook import words as day_book_words
from mynadesk.ledger.daybook.words import DayBookWords
from mynadesk.ledger.desk_words import DeskWords
from mynadesk.rulebook.below import folders_with
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.characters import wrong_text
from mynadesk.rulebook.checks.placeholders import wrong_placeholders
from mynadesk.rulebook.files import absent_files, read_file
from mynadesk.rulebook.layers import Layers
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_FOLDER, _DESK, _DAY_BOOK = "ledger", "desk", "daybook"
TYPES = {_DESK: DeskWords, _DAY_BOOK: DayBookWords}
Fills = Mapping[str, tuple[str, ...]]
"""What fills words in besides figures, by the dotted place at or above them."""
FILLS: Mapping[str, Fills] = {_DESK: desk_words.FILLS, _DAY_BOOK: day_book_words.FILLS}
_T = TypeVar("_T")


def load_desk_words(rules: str, book: Rulebook) -> DeskWords:
    """The words of the desk's pages of the ledger, out of a folder of rules.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    return _load(rules, book, _DESK, DeskWords, desk_words.FILLS)


def load_day_book_words(rules: str, book: Rulebook) -> DayBookWords:
    """The words of the day book and the office's days, out of a folder of rules.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    return _load(rules, book, _DAY_BOOK, DayBookWords, day_book_words.FILLS)


def _load(rules: str, book: Rulebook, name: str, wanted: type[_T], fills: Fills) -> _T:
    folder, *above = folders_with(rules, _FOLDER)
    try:
        there = os.listdir(folder)
    except OSError:
        what = Words(
            "台帳の言葉のフォルダーが開けません。", "The folder of the ledger's words cannot be opened."
        )
        mend = Words(
            "配布された規則の ledger フォルダーをここに戻してください。",
            'Put the folder "ledger" of the rules as shipped back here.',
        )
        raise UnusableRulebook(Fault(what, mend, "", folder)) from None
    if absent := [*absent_files(folder, there, [name])]:
        raise UnusableRulebook(*absent)
    layers = Layers(folder, {name: read_file(os.path.join(folder, f"{name}.yaml"))}).lay_all(above)
    raw = layers.raw[name]
    try:
        words = msgspec.convert(raw, wanted)
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise layers.placed({name: mismatches(raw, wanted)}) from None
    if found := wrong_words(raw, book, fills):
        raise layers.placed({name: found})
    return words


def wrong_words(raw: object, book: Rulebook, fills: Fills, path: tuple[str, ...] = ()) -> list[Mismatch]:
    """Texts with characters that cannot be drawn, or with {braces} that nothing fills in."""
    if isinstance(raw, dict):
        return [found for key, part in raw.items() for found in wrong_words(part, book, fills, (*path, key))]
    text = str(raw)
    above = (".".join(path[:length]) for length in range(len(path), 0, -1))
    known = [*next((fills[place] for place in above if place in fills), ()), *book.figures]
    return [
        (path, fault) for fault in (*wrong_text(text, blanks_meant=False), *wrong_placeholders(text, known))
    ]
