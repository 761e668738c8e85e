"""A key that a terminal loses is noticed: each one that is tried changes the screen."""

import re

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from mynadesk.interview.keys import TABLE
from mynadesk.sizes import WHOLE, Size
from screens.roles import Depth
from tests.interview.desk import desk
from tests.terminals import tries
from tests.terminals.expected import screens
from tests.terminals.keys import KEYS, size_in
from tests.terminals.trial import difference
from tests.terminals.window import Colour

SCRIPTS = ("DIGITS", "KEYPAD", "F_KEYS", "MOVING", "ERASING", "FULL_WIDTH", "RESIZING")


@pytest.mark.slow
@pytest.mark.parametrize("name", SCRIPTS)
def test_each_key_of_a_script_changes_what_is_shown(name: str) -> None:
    script = getattr(tries, name).split()
    shown = screens(getattr(tries, name), WHOLE)
    same = [key for key, before, after in zip(script, shown, shown[1:], strict=False) if before == after]
    assert same == []


def test_the_case_that_is_typed_comes_to_its_verdict() -> None:
    typed = tries.DIGITS.partition(" - ")[0].replace("Enter", "E")
    assert desk(typed).look.final
    assert tries.KEYPAD.replace("KP", "").startswith(tries.DIGITS.partition(" - ")[0])


def test_every_key_that_has_a_name_is_tried() -> None:
    tried = {token for name in SCRIPTS for token in getattr(tries, name).split()} | {"Esc"}
    assert tried >= KEYS.keys()
    twins = {
        twin
        for key in TABLE
        for twin in key.twins
        if re.fullmatch(r"f\d|up|down|left|right|page.*|tab", twin)
    }
    assert {KEYS[token].meant for token in tried if token in KEYS} >= twins


@pytest.mark.parametrize(("token", "size"), [("132x43", Size(132, 43)), ("Enter", None), ("x", None)])
def test_a_size_in_a_script_is_told_from_a_key(token: str, size: Size | None) -> None:
    assert size_in(token) == size


def test_a_difference_names_the_rows_that_differ() -> None:
    told = difference(("same", "seen"), ("same", "wanted"))
    assert "'seen'" in told
    assert "'wanted'" in told
    assert "'same'" not in told


@pytest.mark.parametrize(
    ("depth", "band", "base", "right"),
    [
        ("full", (0x1D, 0x6B, 0x30), (0x16, 0x19, 0x1D), True),
        ("full", (0, 95, 0), (0x1C, 0x1C, 0x1C), True),
        ("full", (0, 205, 0), (0, 0, 0), True),
        ("full", (255, 255, 255), (0, 0, 0), False),
        ("full", (0x1D, 0x6B, 0x30), (255, 255, 255), False),
        ("sixteen", (181, 189, 104), (29, 31, 33), True),
        ("sixteen", (0, 0, 0), (0, 0, 0), False),
        ("sixteen", (205, 0, 0), (0, 0, 0), False),
        ("none", (229, 229, 229), (0, 0, 0), True),
        ("none", (0, 205, 0), (0, 0, 0), False),
        ("none", (0, 0, 0), (0, 0, 0), False),
    ],
)
def test_grounds_are_right_where_they_look_as_meant(
    depth: Depth, band: Colour, base: Colour, right: bool
) -> None:
    assert tries.is_right(depth, tries.Seen(band, base)) == right
