"""Files that lie on the disk while they are printed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mynadesk.handout.print_folder import PrintFolder, clear_leftovers

PAGE = b"<!DOCTYPE html>"
ANOTHER_RUN = """\
import sys
from mynadesk.handout.print_folder import PrintFolder
files = PrintFolder(sys.argv[1])
print(files.write("visits", ".html", b"x"), flush=True)
sys.stdin.read()
"""


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_written_is_there_until_it_is_cleared(tmp_path: Path) -> None:
    files = PrintFolder(str(tmp_path / "print"))
    first, second = (Path(files.write("visits", ".html", PAGE)) for _ in range(2))
    assert first != second
    assert first.read_bytes() == PAGE
    assert first.name.startswith("visits-")
    files.clear()
    assert list((tmp_path / "print").iterdir()) == []
    third = Path(files.write("bring", ".txt", b""))
    assert third.exists()
    files.clear()
    files.clear()
    assert files_in(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder from others by itself")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    files = PrintFolder(str(tmp_path))
    path = Path(files.write("visits", ".html", PAGE))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    files.clear()


@pytest.mark.parametrize("folder", ["print", "", "~/print"])
def test_nothing_is_written_where_nobody_knows_the_users_home(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OSError, match=r".*"):
        PrintFolder(folder).write("visits", ".html", PAGE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_says_so_and_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "print").write_text("a file stands where the folder should be")
    files = PrintFolder(str(tmp_path / "print"))
    with pytest.raises(OSError, match=r".*"):
        files.write("visits", ".html", PAGE)
    files.clear()


def test_what_a_killed_run_left_behind_goes_and_what_a_running_one_has_stays(tmp_path: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", ANOTHER_RUN, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent.parent,
        )
        for _ in range(2)
    ]
    paths = []
    for run in runs:
        assert run.stdout is not None
        paths.append(Path(run.stdout.readline().strip()))
    killed, goes_on = runs
    killed.kill()
    killed.wait()
    assert all(path.exists() for path in paths)
    clear_leftovers(str(tmp_path))
    assert [path.exists() for path in paths] == [False, True]
    assert not paths[0].parent.exists()
    goes_on.kill()
    for run in runs:
        run.communicate()
    clear_leftovers(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_has_no_leftovers(tmp_path: Path) -> None:
    clear_leftovers(str(tmp_path / "none"))
    clear_leftovers("")
    assert os.listdir(tmp_path) == []
