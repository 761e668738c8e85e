"""The shipped rules with their folder `practice`, as a colleague would change it in an editor."""

import os
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.practice.reading import Practice, load_practice
from mynadesk.rulebook.shipped import shipped_rules
from tests.interview.desk import BOOK, ON


def copied(folder: Path) -> Path:
    """A copy of the shipped rules; returns its folder `practice`."""
    return Path(copytree(shipped_rules(), folder / "rules")) / "practice"


def change(file: Path, old: str, new: str) -> int:
    """Put `new` in place of `old`, which has to stand in the file just once; the line where it stands."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} does not stand in {file.name} once"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return text[: text.index(old)].count("\n") + 1


def load(practice: Path, on: date = ON) -> Practice:
    """What the folder holds."""
    return load_practice(str(practice.parent), BOOK, on)


def refused(practice: Path) -> tuple[Fault, ...]:
    """The faults for which it is refused, with the names of their files only."""
    with pytest.raises(UnusableRulebook) as caught:
        load(practice)
    return tuple(
        fault._replace(file=fault.file.removeprefix(f"{practice}{os.sep}")) for fault in caught.value.faults
    )
