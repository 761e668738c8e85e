"""The folder `handout` of a folder of rules: the words of the papers.

The desk does not read it: a slip here keeps nobody from working.
"""

import os

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.handout.filling import wrong_words
from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.below import folders_with
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.files import Texts, absent_files, read_file
from mynadesk.rulebook.layers import Layers
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
    folder, *above = folders_with(rules, _FOLDER)
    layers = Layers(folder, _read_files(folder)).lay_all(above)
    words = _typed(layers)
    found: list[Mismatch] = [(each.path, each.fault) for each in wrong_words(book, words)]
    if found:
        raise layers.placed({_WORDS: found})
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


def _typed(layers: Layers) -> HandoutWords:
    raw = layers.raw[_WORDS]
    try:
        return msgspec.convert(raw, HandoutWords)
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise layers.placed({_WORDS: mismatches(raw, HandoutWords)}) from None
