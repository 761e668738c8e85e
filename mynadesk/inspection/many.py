"""Many rulebooks at once, as of all cities: each loaded, checked and proved, on all cores."""

import gc
import os
import signal
from collections.abc import Generator
from datetime import date
from functools import partial
from multiprocessing import get_context

import msgspec

from mynadesk.fault import DeskError, Fault
from mynadesk.inspection.survey import survey
from mynadesk.proof.holes import Hole
from mynadesk.proof.proving import prove
from mynadesk.rulebook.below import COVER
from mynadesk.rulebook.loading import load_rulebook

_ANY_OF = (f"{COVER}.yaml", "rulebook.yaml")
"""What makes a folder one of rules."""


class Looked(msgspec.Struct, frozen=True):
    """What was found in one folder of rules. Only rules without faults are proved."""

    folder: str
    faults: tuple[Fault, ...]
    holes: tuple[Hole, ...]
    classes: int
    """Of situations, that were proved."""


def folders_of_rules(folder: str) -> list[str]:
    """Every folder of rules right below a folder, by name. Raises OSError where it cannot be opened."""
    inside = (os.path.join(folder, name) for name in sorted(os.listdir(folder)))
    return [path for path in inside if any(os.path.isfile(os.path.join(path, name)) for name in _ANY_OF)]


def look_at(folder: str, on: date) -> Looked:
    """Load, check and prove one of them. `on`: the day of own scenes, where faults have to be told."""
    try:
        proof = prove(load_rulebook(folder))
    except DeskError as refused:
        faults = tuple(spot.fault for spot in survey(folder, on).spots)
        return Looked(folder, faults or refused.faults, (), 0)
    return Looked(folder, (), proof.holes, proof.counted.classes)


def look_at_all(folders: list[str], on: date, jobs: int) -> Generator[Looked, None, None]:
    """All of them, as they are done. Whoever stops asking, by closing it or by Ctrl+C, ends all work.

    Args:
        folders: Of rules.
        on: The day of own scenes.
        jobs: How many are looked at at a time, each by a process of its own.
    """
    with get_context("spawn").Pool(jobs, _begin) as pool:  # leaving it ends the processes
        yield from pool.imap_unordered(partial(look_at, on=on), folders)


def _begin() -> None:
    """Ctrl+C reaches every process of a terminal; only the first has something to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
