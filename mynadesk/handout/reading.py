"""The folder `handout` of a folder of rules: the words of the papers.

The desk does not read it: a slip here keeps nobody from working.
"""

import os
from typing import Any

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.handout.filling import wrong_words
from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.below import folder_with
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.files import Texts, absent_files, parse, read_file, unusable
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_FOLDER, _WORDS = "handout", "words"


def load_handout(rules: str, book: Rulebook) -> HandoutWords:
    """What the folder `handout` of a folder of rules holds.

    Args:
        rules: The folder of rules.
        book: The rulebook in it.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    folder = folder_with(rules, _FOLDER)
    texts = _read_files(folder)
    words = _typed(folder, texts, parse(folder, texts)[_WORDS])
    found: list[Mismatch] = [(each.path, each.fault) for each in wrong_words(book, words)]
    if found:
        raise unusable(folder, texts, {_WORDS: found})
    return words


def _read_files(folder: str) -> Texts:
    try:
        there = os.listdir(folder)
    except OSError:
        what = Words("案内のフォルダーが開けません。", "The folder of handouts cannot be opened.")
        mend = Words(
            "配布された規則の handout フォルダーをここに戻してください。",
            'Put the folder "handout" of the rules as shipped back here.',
        )
        raise UnusableRulebook(Fault(what, mend, "", folder)) from None
    faults = [*absent_files(folder, there, [_WORDS])]
    if faults:
        raise UnusableRulebook(*faults)
    return {_WORDS: read_file(os.path.join(folder, f"{_WORDS}.yaml"))}


def _typed(folder: str, texts: Texts, raw: Any) -> HandoutWords:
    try:
        return msgspec.convert(raw, HandoutWords)
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise unusable(folder, texts, {_WORDS: mismatches(raw, HandoutWords)}) from None
