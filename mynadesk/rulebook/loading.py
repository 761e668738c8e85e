"""A folder of YAML files into a Rulebook, or every fault that keeps it from being one."""

import os
from collections.abc import Iterable
from functools import partial
from typing import get_type_hints

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import faults_of
from mynadesk.rulebook.files import Texts, absent_files, digest_of, parse, read_file, unusable
from mynadesk.rulebook.timeline import Timeline
from mynadesk.rulebook.written import Written
from mynadesk.words import Words

TYPES = get_type_hints(Written)


def load_rulebook(folder: str) -> Rulebook:
    """The rulebook in `folder`, as it is from its last turning day on; `at` gives that of a day.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    texts = _read_files(folder)
    raw = parse(folder, texts)
    try:
        typed = {name: msgspec.convert(raw[name], wanted) for name, wanted in TYPES.items()}
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        found = {name: mismatches(raw[name], wanted) for name, wanted in TYPES.items()}
        raise unusable(folder, texts, found) from None
    timeline = Timeline(Written(**typed), digest_of(texts), partial(unusable, folder, texts))
    faults = faults_of(timeline)
    if faults:
        raise unusable(folder, texts, faults)
    return timeline.latest


def _read_files(folder: str) -> Texts:
    """The text of each file by its name without ".yaml"."""
    try:
        there = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    except OSError:
        raise cannot_open(folder) from None
    faults = [*absent_files(folder, there, TYPES), *unknown_files(folder, there)]
    if faults:
        raise UnusableRulebook(*faults)
    return {name.removesuffix(".yaml"): read_file(os.path.join(folder, name)) for name in there}


def cannot_open(folder: str) -> UnusableRulebook:
    """There is no such folder, or it may not be read."""
    what = Words("この規則のフォルダーが開けません。", "This folder of rules cannot be opened.")
    mend = Words("--rules の場所を確かめてください。", "Check the folder named by --rules.")
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
