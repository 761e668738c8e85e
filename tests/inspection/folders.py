"""Copies of the shipped rules, all three folders of them, with edits."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mynadesk.inspection.report import file_of
from mynadesk.inspection.survey import Survey, survey
from mynadesk.rulebook.shipped import shipped_rules

DAY = date(2026, 11, 23)
Write = Callable[..., Path]


def copied(folder: Path) -> Path:
    """The shipped rules in a new folder under `folder`."""
    return Path(shutil.copytree(shipped_rules(), folder / "規則"))


def edit(rules: Path, file: str, old: str, new: str) -> None:
    """Write `new` in place of `old`, which has to stand in the file exactly once."""
    path = rules / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} does not stand in {file} once"
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def surveyed(rules: Path) -> Survey:
    """What is found in these rules."""
    return survey(str(rules), DAY)


def told(found: Survey) -> list[tuple[str, str, str]]:
    """Of each fault its file, its field and the piece of text that it is about."""
    return [
        (file_of(found, spot), spot.fault.field, piece(found, number))
        for number, spot in enumerate(found.spots)
    ]


def piece(found: Survey, number: int) -> str:
    """The text that a fault is about."""
    spot = found.spots[number]
    return found.places[spot.fault.file].text[slice(*spot.span)] if spot.span else ""
