"""The folder `ledger` of a folder of rules. A slip in it stops nobody: the desk opens without."""

import os

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.ledger.desk_words import FILLS, DeskWords
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.characters import wrong_text
from mynadesk.rulebook.checks.placeholders import wrong_placeholders
from mynadesk.rulebook.files import absent_files, parse, read_file, unusable
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_FOLDER, _DESK = "ledger", "desk"


def load_desk_words(rules: str, book: Rulebook) -> DeskWords:
    """The words of the desk's pages of the ledger, out of a folder of rules.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    folder = os.path.join(rules, _FOLDER)
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
    if absent := [*absent_files(folder, there, [_DESK])]:
        raise UnusableRulebook(*absent)
    texts = {_DESK: read_file(os.path.join(folder, f"{_DESK}.yaml"))}
    raw = parse(folder, texts)[_DESK]
    try:
        words = msgspec.convert(raw, DeskWords)
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise unusable(folder, texts, {_DESK: mismatches(raw, DeskWords)}) from None
    if found := wrong_words(raw, book):
        raise unusable(folder, texts, {_DESK: found})
    return words


def wrong_words(raw: object, book: Rulebook, path: tuple[str, ...] = ()) -> list[Mismatch]:
    """Texts with characters that cannot be drawn, or with {braces} that nothing fills in."""
    if isinstance(raw, dict):
        return [found for key, part in raw.items() for found in wrong_words(part, book, (*path, key))]
    text = str(raw)
    known = [*FILLS.get(path[0], ()), *book.figures]
    return [
        (path, fault) for fault in (*wrong_text(text, blanks_meant=False), *wrong_placeholders(text, known))
    ]
