"""Whatever an editor does to the rules ends in faults with file and line, never in a fault of the program."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mynadesk.fault import DeskError
from mynadesk.inspection.report import as_data, as_text
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.typeset import is_certain
from tests.inspection.folders import copied, surveyed

TRIES = 28
MARKS = [*"：{}[]'\"|>-#:※…😀", "&a", "*a", "!x", "---", "0", "null"]
UNSEEN = ["\t", "\x07", "\u200b", "\u2028", "\x85", "\ufeff", "か\u3099", "\r\n"]
VALUES = ("x", "12", "[a]", "{a: b}", "", "true", "2012-13-01", "- a")
Damage = Callable[[random.Random, list[str], int], None]


def take_out(chance: random.Random, lines: list[str], at: int) -> None:
    del lines[at : at + chance.randint(1, 3)]


def double(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, chance.choice(lines))


def put_in(chance: random.Random, lines: list[str], at: int) -> None:
    column = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:column] + chance.choice(MARKS + UNSEEN) + lines[at][column:]


def indent(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = " " * chance.randrange(6) + lines[at].lstrip()


def other_value(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at] = f"{lines[at].partition(':')[0]}: {chance.choice(VALUES)}"


def cut_off(chance: random.Random, lines: list[str], at: int) -> None:
    lines[at:] = [lines[at][: chance.randint(0, len(lines[at]))]]


def swap(chance: random.Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


DAMAGES: tuple[Damage, ...] = (take_out, double, put_in, indent, other_value, cut_off, swap)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("city", [".", "examples/midorino"])
def test_a_damaged_rulebook_is_told_of_by_file_and_line(damage: Damage, city: str, tmp_path: Path) -> None:
    """What keeps the desk from opening is always among what is told."""
    rules = copied(tmp_path) / city
    inside = (path for path in rules.rglob("*.yaml") if path.name != "overlay.yaml")
    files = sorted(path for path in inside if "examples" not in path.relative_to(rules).parts)
    chance = random.Random(f"{damage.__name__} {city} 20261123")
    for _ in range(TRIES // len(DAMAGES)):
        path = chance.choice(files)
        before = path.read_bytes()
        lines = before.decode().split("\n")
        damage(chance, lines, chance.randrange(len(lines)))
        path.write_bytes("\n".join(lines).encode())
        assert_told(rules)
        path.write_bytes(before)


def assert_told(rules: Path) -> None:
    found = surveyed(rules)
    data = as_data(found)
    assert json.loads(json.dumps(data)) == data
    assert all(each["file"] and each["line"] > 0 and each["column"] > 0 for each in data["faults"])
    assert all(is_certain(as_text(found, language, 79)) for language in ("ja", "en"))
    try:
        load_rulebook(str(rules))
        refused = set()
    except DeskError as error:
        refused = {(fault.file, fault.what) for fault in error.faults}
    assert refused <= {(spot.fault.file, spot.fault.what) for spot in found.spots}
