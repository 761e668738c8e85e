"""The folder `practice` of a folder of rules: how scenes are told, what practice says, and own scenes.

The desk does not read it: a slip here keeps nobody from working.
"""

import os
from datetime import date
from typing import Any

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.practice.checks import wrong_lore
from mynadesk.practice.filling import wrong_words
from mynadesk.practice.scenes.lore import Lore
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.skills.own import OwnEntry, OwnScene, Reading, wrong_entries
from mynadesk.practice.words import PracticeWords
from mynadesk.rulebook.below import folders_with
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.files import Texts, absent_files, read_file
from mynadesk.rulebook.layers import Layers
from mynadesk.rulebook.typed import mismatches
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_FOLDER = "practice"
TYPES = {"telling": Lore, "words": PracticeWords}
OWN = dict[str, OwnEntry]
"""What every other file holds."""


class Practice(msgspec.Struct, frozen=True):
    """All that practice is made of besides the rulebook."""

    lore: Lore
    words: PracticeWords
    own: tuple[OwnScene, ...]
    digest: str
    """12 hex digits over the content of all files."""


def load_practice(rules: str, book: Rulebook, on: date) -> Practice:
    """What the folder `practice` of a folder of rules holds.

    Args:
        rules: The folder of rules.
        book: The rulebook in it, of that day.
        on: The day of practice, on which own scenes happen that name no day.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    folder, *above = folders_with(rules, _FOLDER)
    layers = Layers(folder, _read_files(folder)).lay_all(above)
    typed = _typed(layers)
    lore, words = typed.pop("telling"), typed.pop("words")
    _refuse(layers, [*wrong_lore(book, lore), *wrong_words(book, "words", words)])
    reading = Reading(Studio(book, lore), on)
    for file, entries in typed.items():
        reading.read(file, entries)
    _refuse(layers, reading.faults)
    return Practice(lore, words, tuple(reading.scenes), layers.digest)


def _read_files(folder: str) -> Texts:
    try:
        there = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    except OSError:
        what = Words("練習のフォルダーが開けません。", "The folder of practice cannot be opened.")
        mend = Words(
            "配布された規則の practice フォルダーをここに戻してください。",
            'Put the folder "practice" of the rules as shipped back here.',
        )
        raise UnusableRulebook(Fault(what, mend, "", folder)) from None
    faults = [*absent_files(folder, there, TYPES)]
    if faults:
        raise UnusableRulebook(*faults)
    return {name.removesuffix(".yaml"): read_file(os.path.join(folder, name)) for name in there}


def _typed(layers: Layers) -> dict[str, Any]:
    """Each file as its type; every file but two holds own scenes, or only comments."""
    plain = {name: {} if value is None and name not in TYPES else value for name, value in layers.raw.items()}
    try:
        return {name: msgspec.convert(value, TYPES.get(name, OWN)) for name, value in plain.items()}
    except msgspec.ValidationError:
        raise layers.placed({name: _mismatches(name, plain[name]) for name in plain}) from None


def _mismatches(name: str, value: Any) -> list[Mismatch]:
    return [*(mismatches(value, TYPES[name]) if name in TYPES else wrong_entries(value))]


def _refuse(layers: Layers, findings: list[Finding]) -> None:
    found: dict[str, list[Mismatch]] = {}
    for each in findings:
        found.setdefault(each.file, []).append((each.path, each.fault))
    if found:
        raise layers.placed(found)
