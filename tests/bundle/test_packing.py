"""The files that a person opens are understood by the program that opens them."""

import re
import shutil
import subprocess
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from docs.bundle import install
from docs.bundle.install import PYTHONS, READY, SUMS, check_copy, place_in_cmd
from tests.bundle.packing import TEXTS, pack_texts, sum_up

NAMED = [f"{major}.{minor}" for major, minor in PYTHONS]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything but wheels."""
    folder = tmp_path_factory.mktemp("packed") / "bundle"
    pack_texts(folder, "1.2.3")
    sum_up(folder)
    return folder


def lines_of(file: Path) -> list[bytes]:
    """The lines of a file that ends each one with CRLF and has no other line ends."""
    *lines, last = file.read_bytes().split(b"\r\n")
    assert last == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    return lines


def test_install_cmd_is_ascii_with_the_line_ends_of_windows(packed: Path) -> None:
    """cmd.exe loses labels where lines end in LF, and reads other bytes by the machine's code page."""
    for line in lines_of(packed / "install.cmd"):
        assert line.isascii()
        assert len(line) <= 120


@pytest.mark.parametrize("name", ["install.cmd", "setup/mynadesk.cmd"])
def test_every_label_that_a_cmd_file_goes_to_is_there(packed: Path, name: str) -> None:
    text = (packed / name).read_text(encoding="utf-8")
    gone_to = set(re.findall(r"(?:goto |call :)(\w+)", text))
    assert gone_to == set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    assert gone_to or name != "install.cmd"


def test_the_start_script_for_windows_is_utf_8_only_where_cmd_reads_utf_8(packed: Path) -> None:
    """After chcp 65001, and with no label to look for across such lines."""
    lines = lines_of(packed / "setup" / "mynadesk.cmd")
    switched = next(number for number, line in enumerate(lines) if b"chcp.com" in line and b"65001" in line)
    assert all(line.isascii() for line in lines[:switched])
    assert not lines[0].startswith(b"\xef\xbb\xbf")
    assert not any(b"goto" in line or line.startswith(b":") for line in lines)


@pytest.mark.parametrize("name", ["no-python.txt", "incomplete.txt"])
def test_what_install_cmd_shows_in_japanese_is_utf_16_with_a_mark(packed: Path, name: str) -> None:
    content = (packed / "setup" / name).read_bytes()
    assert content[:2] == b"\xff\xfe"
    text = content.decode("utf-16")
    assert "ください。\r\n" in text
    assert text.count("\n") == text.count("\r\n")
    assert f"setup%\\{name}" in (packed / "install.cmd").read_text(encoding="ascii")


def test_notepad_opens_the_readme_and_it_names_the_version(packed: Path) -> None:
    """It tells UTF-8 from the machine's code page by the mark."""
    lines = lines_of(packed / "README.txt")
    assert lines[0].startswith(b"\xef\xbb\xbfmynadesk 1.2.3 ")
    assert not any(b"{" in line for line in lines)


@pytest.mark.parametrize("name", ["install.sh", "setup/mynadesk.sh", "setup/install.py"])
def test_what_linux_runs_has_the_line_ends_of_linux(packed: Path, name: str) -> None:
    content = (packed / name).read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["install.sh", "setup/mynadesk.sh"])
def test_a_plain_shell_understands_the_scripts(packed: Path, name: str) -> None:
    shell = shutil.which("dash") or shutil.which("sh")
    if shell is None:
        pytest.skip("there is no shell here")
    subprocess.run([shell, "-n", packed / name], check=True)


def test_everything_is_drawn_in_cells_of_sure_width(packed: Path) -> None:
    """A console decides by its font how wide the others are."""
    for text in TEXTS:
        content = (packed / text.place).read_bytes().decode(text.encoding)
        assert [each for each in content if east_asian_width(each) == "A" and each != "\ufeff"] == []


@pytest.mark.parametrize("name", ["install.cmd", "install.sh"])
def test_the_installers_look_for_the_pythons_that_the_wheels_are_for(packed: Path, name: str) -> None:
    """Newest first."""
    text = (packed / name).read_text(encoding="utf-8")
    pattern = r"^call :try py\.exe -(3\.\d+)$" if name == "install.cmd" else r"python(3\.\d+)"
    assert re.findall(pattern, text, re.MULTILINE) == NAMED[::-1]
    assert f"{', '.join(NAMED[:-1])} or {NAMED[-1]}" in text
    assert "・".join(NAMED) in (packed / "setup" / "no-python.txt").read_text(encoding="utf-16")
    assert "・".join(NAMED) in (packed / "README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["mynadesk.cmd", "mynadesk.sh"])
def test_the_start_scripts_open_nothing_that_is_not_ready(packed: Path, name: str) -> None:
    assert READY in (packed / "setup" / name).read_text(encoding="utf-8")


def test_the_sums_are_those_of_sha256sum(packed: Path) -> None:
    sums = (packed / SUMS).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in sums] == sorted(
        path.relative_to(packed).as_posix()
        for path in packed.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    check_copy(packed)
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=packed, check=True)


@pytest.mark.parametrize(
    ("folder", "home", "place"),
    [
        (r"C:\Users\山田\mynadesk\env", r"C:\Users\山田", r"%USERPROFILE%\mynadesk\env"),
        (r"c:\users\yamada\My Desk\env", r"C:\Users\Yamada", r"%USERPROFILE%\My Desk\env"),
        (r"C:\Users\山田2\mynadesk\env", r"C:\Users\山田", r"C:\Users\山田2\mynadesk\env"),
        (r"D:\窓口 1\env", r"C:\Users\山田", r"D:\窓口 1\env"),
        (r"D:\100%\env", r"C:\Users\山田", r"D:\100%%\env"),
        (r"C:\Users\山田\100%\env", r"C:\Users\山田", r"%USERPROFILE%\100%%\env"),
    ],
)
def test_a_start_script_names_the_users_own_folder_by_a_variable(folder: str, home: str, place: str) -> None:
    assert place_in_cmd(folder, home) == place


def test_the_start_script_for_windows_is_told_where_its_environment_is(
    packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "_WINDOWS", True)
    script = install.start_script(packed, Path("D:/窓口 1/env"))
    assert 'set "env=D:/窓口 1/env"\r\n'.encode() in script
    assert b"{environment}" not in script


def test_the_start_script_for_linux_is_told_where_its_environment_is(packed: Path) -> None:
    script = install.start_script(packed, Path("/srv/it's 窓口/env"))
    assert """env='/srv/it'"'"'s 窓口/env'\n""".encode() in script
