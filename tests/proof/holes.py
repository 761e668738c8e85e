"""Rulebooks with a hole: the shipped rules with an edit, and what the proof has to find."""

from pathlib import Path

import msgspec

from mynadesk.proof.holes import Hole
from mynadesk.strict_yaml import read_yaml
from tests.rulebook.edits import Edit

FOLDER = Path(__file__).parent / "bad"


class Broken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of bad/."""

    edits: list[Edit]
    holes: list[str]
    """All holes there are, each as its kind and place."""
    decided: str
    """The verdict on the case of the first."""


def broken(name: str) -> Broken:
    """What a file of bad/ tells."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(read_yaml(text, name), Broken)


def told(hole: Hole) -> str:
    """A hole as the files of bad/ name it."""
    return f"{hole.kind} {hole.place}"
