"""By which ways a paper can leave the program, and what is said to have been taken."""

import os
import stat
import sys
from pathlib import Path

import pytest

from mynadesk.handout.outlets import Find, outlets

SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
X = {"DISPLAY": ":0"}
unix = pytest.mark.skipif(sys.platform == "win32", reason="needs shell scripts")


def everything(name: str) -> str | None:
    return f"/usr/bin/{name}"


def nothing(_: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("platform", "environment", "opens"),
    [
        ("linux", X, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {}, False),
        ("linux", SSH, False),
        ("linux", {**SSH, "DISPLAY": "localhost:10.0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("darwin", {}, True),
        ("darwin", SSH, False),
        ("win32", {}, True),
        ("win32", SSH, False),
    ],
)
def test_a_browser_is_offered_only_where_somebody_sits_before_it(
    platform: str, environment: dict[str, str], opens: bool
) -> None:
    assert (outlets(environment, platform, everything).browser is not None) is opens


def test_nothing_is_offered_that_is_not_installed() -> None:
    assert outlets(X, "linux", nothing) == (None, None, None)


def test_windows_prints_files_and_other_systems_what_they_are_handed() -> None:
    assert outlets({}, "win32", nothing).printer is None
    assert outlets({}, "win32", nothing).printer_of_files is not None
    assert outlets(SSH, "win32", nothing).printer_of_files is None
    assert outlets(SSH, "linux", everything).printer is not None


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder of programs that write down what they are handed."""
    return tmp_path


def tool(folder: Path, name: str, does: str) -> Find:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return lambda wanted: str(path) if wanted == name else None


@unix
@pytest.mark.parametrize("name", ["lp", "lpr"])
def test_a_text_goes_to_the_printer_as_it_is(name: str, tools: Path) -> None:
    printer = outlets({}, "linux", tool(tools, name, f'cat > "{tools}/printed"')).printer
    assert printer is not None
    assert printer("持ち物メモ\n\f") is True
    assert (tools / "printed").read_text("utf-8") == "持ち物メモ\n\f"


@unix
@pytest.mark.parametrize("does", ["exit 1", "cat > /dev/null; echo no default destination >&2; exit 1"])
def test_what_the_printer_did_not_take_is_not_said_to_be_printed(does: str, tools: Path) -> None:
    printer = outlets({}, "linux", tool(tools, "lp", does)).printer
    assert printer is not None
    assert printer("x" * 200_000) is False


@unix
def test_a_printer_that_was_taken_away_has_taken_nothing(tools: Path) -> None:
    find = tool(tools, "lp", "cat > /dev/null")
    printer = outlets({}, "linux", find).printer
    os.remove(tools / "lp")
    assert printer is not None
    assert printer("x") is False


@unix
@pytest.mark.parametrize(("does", "taken"), [('echo "$1" > "$0.was"', True), ("exit 3", False)])
def test_a_browser_gets_the_path_and_says_whether_it_took_it(does: str, taken: bool, tools: Path) -> None:
    browser = outlets(X, "linux", tool(tools, "xdg-open", does)).browser
    assert browser is not None
    assert browser("/a folder/visits.html") is taken
    if taken:
        assert (tools / "xdg-open.was").read_text() == "/a folder/visits.html\n"


def test_where_there_is_no_windows_its_ways_take_nothing() -> None:
    if sys.platform != "win32":
        ways = outlets({}, "win32", nothing)
        assert ways.browser is not None
        assert ways.browser("x") is False
