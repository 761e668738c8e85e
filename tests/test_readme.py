"""README says what the program does."""

import re

from mynadesk.command.arguments import parse
from tests.interview.desk import BOOK
from tests.readme import KEYS, README, key_table

TEXT = README.read_text("utf-8")


def test_readme_has_the_table_of_keys_of_the_program() -> None:
    assert KEYS.table_in(TEXT) == key_table(BOOK)


def test_readme_names_the_minutes_of_the_rulebook() -> None:
    times = BOOK.desk.untouched
    minutes = [int(number) for number in re.findall(r"\((\d+)分\)", TEXT)]
    assert minutes == [times.hide_after // 60, times.drop_after // 60]


def test_every_make_target_that_readme_names_is_there() -> None:
    makefile = (README.parent / "Makefile").read_text("utf-8")
    named = {*re.findall(r"(?:^    |`)make ([a-z]+)", TEXT, re.MULTILINE)}
    assert {"run", "test", "bundle"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_command_that_readme_names_can_be_typed() -> None:
    for command in {*re.findall(r"(?:^    |`)mynadesk ([a-z]+)", TEXT, re.MULTILINE)}:
        assert parse([command]).command == command
