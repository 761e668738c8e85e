"""Folders, rules, versions and compiled files."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from mynadesk.doctor.folders import DATA, SETTINGS, data_folder, room_at, try_writing, writable
from mynadesk.doctor.rules import rulebook
from mynadesk.doctor.start import sources, start
from mynadesk.doctor.versions import installed, keeps, versions, wanted
from mynadesk.fault import UnusableRulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.doctor.around import told

MEGABYTE = 1000 * 1000
AMPLE = 50_000 * MEGABYTE


def room(free: int | None) -> Callable[[str], int | None]:
    """A disk with so many free bytes."""
    return lambda _folder: free


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


# Folders


@pytest.mark.parametrize("name", [".", "設定", "a/b/c"])
def test_a_folder_that_can_be_written_to_is_left_as_it_was(tmp_path: Path, name: str) -> None:
    (tmp_path / "kept").write_text("kept")
    before = everything_in(tmp_path)
    found = writable(SETTINGS, str(tmp_path / name), room(AMPLE))
    assert (found.id, found.standing) == ("settings_folder", "ok")
    assert "空きは 50.0 GB です。" in found.found.ja
    assert everything_in(tmp_path) == before


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "deeper"):
        found = writable(DATA, str(path), room(AMPLE))
        assert (found.id, found.standing) == ("data_folder", "fix")
        assert str(path) in found.found.ja
        assert "途中に同じ名前のファイルがあります" in found.found.ja
    assert (tmp_path / "file").read_text() == ""


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    try:
        (tmp_path / "link").symlink_to(tmp_path / "gone")
    except OSError:
        pytest.skip("links are not allowed here")
    assert "リンクの先がありません" in writable(DATA, str(tmp_path / "link"), room(AMPLE)).found.ja
    assert everything_in(tmp_path) == [tmp_path / "link"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write all")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        found = writable(DATA, str(tmp_path / "new"), room(AMPLE))
    finally:
        tmp_path.chmod(0o700)
    assert found.standing == "fix"
    assert "権限がありません" in found.found.ja


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="there is no /proc")
def test_where_the_system_lets_nobody_write_that_is_told() -> None:
    assert try_writing("/proc/self/mynadesk") is not None
    assert writable(DATA, "/proc/self/mynadesk", room(AMPLE)).standing == "fix"


def test_when_a_step_fails_half_way_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    found = writable(DATA, str(tmp_path / "a" / "b"), room(AMPLE))
    assert found.standing == "fix"
    assert "ディスクに空きがありません" in found.found.ja
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize(
    ("free", "standing"),
    [(AMPLE, "ok"), (100 * MEGABYTE, "ok"), (99 * MEGABYTE, "note"), (9 * MEGABYTE, "fix"), (None, "ok")],
)
def test_room_on_the_disk_counts(tmp_path: Path, free: int | None, standing: str) -> None:
    assert writable(DATA, str(tmp_path), room(free)).standing == standing


def test_the_room_is_asked_of_the_disk_that_will_hold_the_folder(tmp_path: Path) -> None:
    asked: list[str] = []
    writable(DATA, str(tmp_path / "not" / "yet"), lambda folder: asked.append(folder))
    assert asked == [str(tmp_path)]
    assert room_at(str(tmp_path)) == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.2)
    assert room_at(str(tmp_path / "none")) is None


# The user's own


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the variable is one of Linux")
def test_the_data_folder_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder() == str(tmp_path / "mynadesk")


# Rules


def test_rules_that_can_be_read_are_named_with_their_digest() -> None:
    book = load_rulebook(shipped_rules())
    found = rulebook(shipped_rules(), None, date(2026, 11, 24))
    assert found.standing == "ok"
    for said in (book.rulebook.id, book.digest, shipped_rules()):
        assert said in found.found.ja
        assert said in found.found.en


def test_of_broken_rules_everything_is_told_that_the_loader_says(tmp_path: Path) -> None:
    rules = shutil.copytree(shipped_rules(), tmp_path / "規則")
    (rules / "pins.yaml").write_text("a: [", encoding="utf-8")
    (rules / "desk.yaml").write_text("\tb: 1", encoding="utf-8")
    with pytest.raises(UnusableRulebook) as raised:
        load_rulebook(str(rules))
    found = rulebook(str(rules), None, date(2026, 11, 24))
    assert found.standing == "fix"
    assert found.found.ja == raised.value.text("ja")
    assert found.found.en == raised.value.text("en")
    assert found.found.ja.count("\n") == 1
    assert found.mend is not None


# Versions


@pytest.mark.parametrize(
    ("has", "asked", "keeps_it"),
    [
        ("8.2.8", "textual<8.3,>=8.2", True),
        ("8.2", "textual<8.3,>=8.2.0", True),
        ("8.3.0", "textual<8.3,>=8.2", False),
        ("8.3.0rc1", "textual<8.3,>=8.2", False),
        ("8.1.9", "textual<8.3,>=8.2", False),
        ("10.0", "PyYAML>=6", True),
        ("0.9", "msgspec >= 0.19", False),
        ("3.11.7", "Python>=3.11", True),
        ("3.10.1", "Python>=3.11", False),
        ("1", "platformdirs", True),
        ("2.0", "x==2", True),
    ],
)
def test_a_version_is_compared_number_by_number(has: str, asked: str, keeps_it: bool) -> None:
    assert keeps(has, asked) is keeps_it


def test_what_this_package_asks_for_is_met_here() -> None:
    asked = wanted()
    assert asked[0].startswith("Python>=")
    assert {"msgspec", "platformdirs", "rich", "textual"} <= {
        each.split(">")[0].split("<")[0] for each in asked
    }
    assert not any(each.startswith("pytest") for each in asked)
    found = versions(asked, "3.11.7", installed)
    assert found.standing == "ok"
    assert f"textual {installed('textual')}" in found.found.ja


def test_a_version_that_does_not_fit_and_one_that_is_missing_are_named() -> None:
    there = {"textual": "9.0.0", "rich": "15.0"}
    found = versions(["Python>=3.11", "textual<8.3,>=8.2", "rich", "msgspec>=0.19"], "3.12.0", there.get)
    assert found.standing == "fix"
    assert found.found.ja == (
        "textual 9.0.0 は合いません。<8.3,>=8.2 が必要です。msgspec がありません。>=0.19 が必要です。"
    )
    assert "textual 9.0.0 does not fit; needed is <8.3,>=8.2. msgspec is missing" in found.found.en


def test_where_mynadesk_is_not_installed_only_python_is_told() -> None:
    found = versions([], "3.12.0", installed)
    assert found.standing == "note"
    assert "3.12.0" in told(found)


# Start-up


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "module.py").write_text("")
    return str(tmp_path / "module.py")


def test_compiled_files_make_a_fast_start(module: str) -> None:
    Path(cache_from_source(module)).parent.mkdir()
    Path(cache_from_source(module)).write_bytes(b"")
    assert start([module], forbidden=True).standing == "ok"


def test_an_order_not_to_compile_is_told_where_it_slows_down(module: str) -> None:
    found = start([module], forbidden=True)
    assert found.standing == "note"
    assert "PYTHONDONTWRITEBYTECODE を外してください。" in told(found)


def test_files_that_the_next_start_will_compile_are_no_trouble(module: str) -> None:
    found = start([module], forbidden=False)
    assert found.standing == "ok"
    assert "次に受付画面を開くときに作られ" in found.found.ja


def test_files_that_nobody_here_can_compile_are_for_the_administrator(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    found = start([module], forbidden=False)
    assert found.standing == "note"
    assert f'-m compileall -q "{Path(module).parent}"' in told(found)


def test_looking_for_the_desks_modules_finds_them_without_importing_them() -> None:
    found = sources()
    assert [Path(path).name for path in found] == ["__init__.py", "wording.py"]
    assert all(Path(path).is_file() for path in found)
