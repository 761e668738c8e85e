"""A folder of YAML files into a Rulebook, or every fault that keeps it from being one."""

import os
from collections.abc import Iterable
from typing import Any, get_type_hints

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.rulebook.below import COVER, folder_below, in_a_circle, wrong_below
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import faults_of
from mynadesk.rulebook.files import Texts, absent_files, read_file
from mynadesk.rulebook.layers import Layers
from mynadesk.rulebook.timeline import Timeline
from mynadesk.rulebook.written import Written
from mynadesk.words import Words

TYPES = get_type_hints(Written)


def load_rulebook(folder: str, rulings: str | None = None) -> Rulebook:
    """The rulebook in `folder`, as it is from its last turning day on; `at` gives that of a day.

    Where it is an overlay, what is below it is read first. `rulings`: the folder of the office's own rulings,
    which are laid on top where there are any.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    layers = read_layers(folder)
    typed, ruled = _typed(layers), None
    if rulings is not None and os.path.isfile(file := file_of(rulings, typed["rulebook"].id)):
        from mynadesk.rulebook.ruling_file import lay_rulings  # most offices have none

        ruled = lay_rulings(layers, file)
        typed = _typed(layers)
    timeline = Timeline(Written(**typed), layers.digest, layers.placed, ruled or {})
    faults = faults_of(timeline)
    if faults:
        raise layers.placed(faults)
    return timeline.latest


def _typed(layers: Layers) -> dict[str, Any]:
    raw = layers.raw
    try:
        return {name: msgspec.convert(raw[name], wanted) for name, wanted in TYPES.items()}
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise layers.placed({name: mismatches(raw[name], wanted) for name, wanted in TYPES.items()}) from None


def file_of(rulings: str, rulebook: str) -> str:
    """The file of the rulings of a rulebook, by its id. It need not exist."""
    return os.path.join(rulings, f"{rulebook}.yaml")


def read_layers(folder: str) -> Layers:
    """What the files of a folder say, with those that they stand on. Raises UnusableRulebook."""
    return _read_layers(folder, ())


def _read_layers(folder: str, above: tuple[str, ...]) -> Layers:
    there = _files_in(folder)
    if COVER not in there:
        faults = [*absent_files(folder, [f"{name}.yaml" for name in there], TYPES), *_unknown(folder, there)]
        if faults:
            raise UnusableRulebook(*faults)
        return Layers(folder, _texts(folder, there))
    if faults := [*_unknown(folder, there - {COVER})]:
        raise UnusableRulebook(*faults)
    texts = _texts(folder, there)
    below = folder_below(folder, texts[COVER])
    if os.path.realpath(below) in (*above, os.path.realpath(folder)):
        raise wrong_below(folder, texts, in_a_circle())
    layers = _read_layers(below, (*above, os.path.realpath(folder)))
    layers.lay(folder, texts, COVER)
    return layers


def _files_in(folder: str) -> set[str]:
    """The names of the YAML files, without ".yaml"."""
    try:
        return {name.removesuffix(".yaml") for name in os.listdir(folder) if name.endswith(".yaml")}
    except OSError:
        raise cannot_open(folder) from None


def _texts(folder: str, names: Iterable[str]) -> Texts:
    return {name: read_file(os.path.join(folder, f"{name}.yaml")) for name in sorted(names)}


def _unknown(folder: str, names: Iterable[str]) -> Iterable[Fault]:
    return unknown_files(folder, [f"{name}.yaml" for name in sorted(names)])


def cannot_open(folder: str) -> UnusableRulebook:
    """There is no such folder, or it may not be read."""
    what = Words("この規則のフォルダーが開けません。", "This folder of rules cannot be opened.")
    mend = Words("フォルダーの名前と場所を確かめてください。", "Check the name and place of the folder.")
    return UnusableRulebook(Fault(what, mend, "", folder))


def unknown_files(folder: str, there: Iterable[str]) -> Iterable[Fault]:
    """A fault for each file that is no part of a rulebook."""
    for name in there:
        if name.endswith(".yaml") and name.removesuffix(".yaml") not in TYPES:
            what = Words("知らないファイルです。", "This file is not known.")
            mend = Words(
                "名前を直すか、控えなら別の場所に移してください。",
                "Mend its name, or move a spare copy elsewhere.",
            )
            yield Fault(what, mend, "", os.path.join(folder, name))
