"""What a person meets who installs from the folder: that it works, or a sentence."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from docs.bundle.install import PYTHONS, Python, this_python, what_is_wrong_with
from mynadesk import __version__
from tests.building import build_wheel, copy_sources
from tests.bundle.__main__ import make
from tests.bundle.gathering import NotFetched
from tests.bundle.packing import pack_texts, sum_up
from tests.bundle.targets import LINUX, Target

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.bundle.trying import Place, a_place

CASE = {"operation": "reset", "pins": ["user_authentication"], "visitor": "holder", "on": "2026-11-23"}
FITS = Python((3, 12), True, "cpython, win-amd64", True)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as `make bundle` makes it, but for this Python only."""
    trouble = what_is_wrong_with(this_python())
    if trouble is not None or sys.platform != "linux":
        pytest.skip(f"the folder is for others: {trouble or sys.platform}")
    wheel = build_wheel(copy_sources(tmp_path_factory.mktemp("sources")), tmp_path_factory.mktemp("wheel"))
    made = tmp_path_factory.mktemp("made") / "bundle"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_RETRIES", "0")
        patch.setenv("PIP_DEFAULT_TIMEOUT", "10")
        try:
            make(wheel, made, [Target(LINUX, sys.version_info[:2])])
        except NotFetched as error:
            pytest.skip(f"wheels cannot be downloaded here: {error.ja.splitlines()[-1]}")
    return made


@pytest.fixture
def empty(tmp_path: Path) -> Place:
    """A place to which a folder without wheels was carried: for everything that goes wrong before."""
    folder = tmp_path / "packed"
    pack_texts(folder, "1.2.3")
    sum_up(folder)
    return a_place(tmp_path, folder)


@pytest.mark.slow
def test_what_was_carried_installs_without_a_network_and_opens_the_desk(bundle: Path, tmp_path: Path) -> None:
    """Also from a copy of the start script, and once more over what is there, as a newer version would."""
    place = a_place(tmp_path, bundle)
    for options, driver in (((), "None"), (("--postgres",), "binary")):
        done = place.install(sys.executable, *options)
        assert done.status == 0, done.said
        assert driver_of_postgresql(place) == driver
        assert f"入りました。受付画面は次のファイルで開きます: {place.start}\n" in done.said
    assert sorted(each.name for each in place.installed.iterdir()) == ["env", "mynadesk"]
    assert nothing_is_left_to_compile(place)
    assert place.run(place.start, "--version").said == f"mynadesk {__version__}\n"
    copied = shutil.copy(place.start, place.home / "受付.sh")
    answer = place.run(copied, "check", "-", given=json.dumps(CASE).encode())
    assert json.loads(answer.said)["verdict"] == "incomplete"
    place.see_the_desk()
    assert {path.name for path in bundle.rglob("*")} == {path.name for path in place.carried.rglob("*")}


def driver_of_postgresql(place: Place) -> str:
    """Which kind of psycopg is installed, if any."""
    code = (
        "import importlib.util as util;"
        "found = util.find_spec('psycopg') and __import__('psycopg').pq.__impl__; print(found)"
    )
    return place.run(place.installed / "env" / "bin" / "python", "-I", "-c", code).said.strip()


def nothing_is_left_to_compile(place: Place) -> bool:
    """Whether everything that the desk loads, the standard library too, was compiled beforehand."""
    code = (
        "import sys, screens.app, os;"
        "cached = [each.__cached__ for each in sys.modules.values() if getattr(each, '__cached__', None)];"
        "print(len(cached) > 300 and all(map(os.path.exists, cached)))"
    )
    environment = place.installed / "env"
    isolated = ("-I", "-B", "-X", f"pycache_prefix={environment / 'compiled'}")
    return place.run(environment / "bin" / "python", *isolated, "-c", code).said == "True\n"


def test_a_folder_that_was_not_copied_whole_is_not_installed_from(empty: Place) -> None:
    (empty.carried / "setup" / "mynadesk.sh").unlink()
    (empty.carried / "setup" / "constraints.txt").write_text("textual==1\n", encoding="utf-8")
    assert empty.install() == (
        2,
        "ファイルが足りないか、壊れています(setup/constraints.txt, setup/mynadesk.sh)。"
        "フォルダーを丸ごとコピーし直してください。\n"
        "  Files are missing or damaged (setup/constraints.txt, setup/mynadesk.sh). "
        "Copy the whole folder again.\n",
    )
    assert not empty.installed.exists()


@pytest.mark.parametrize("left", [b"", b"0123", b"\xff\xfe\n"])
def test_a_list_of_sums_that_was_cut_is_a_folder_not_copied_whole(empty: Place, left: bytes) -> None:
    (empty.carried / "SHA256SUMS").write_bytes(left)
    done = empty.install()
    assert done.status == 2
    assert done.said.startswith("ファイルが足りないか、壊れています(SHA256SUMS)。")


def test_without_the_setup_folder_install_sh_says_so(empty: Place) -> None:
    shutil.rmtree(empty.carried / "setup")
    done = empty.install()
    assert done.status == 2
    assert "丸ごとコピーし直してください。" in done.said


def only(folder: Path, **pythons: str) -> str:
    """A PATH on which there are these commands, shell scripts, and what install.sh itself needs."""
    folder.mkdir()
    folder.joinpath("dirname").symlink_to(shutil.which("dirname") or "dirname")
    for name, script in pythons.items():
        command = folder / name
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
    return str(folder)


def run_install_sh(place: Place, path: str) -> tuple[int, str]:
    """Run it on this PATH."""
    done = place.run(shutil.which("sh") or "sh", place.carried / "install.sh", place.installed, PATH=path)
    return done.status, done.said


def test_without_any_python_install_sh_says_what_to_install(empty: Place, tmp_path: Path) -> None:
    status, said = run_install_sh(empty, only(tmp_path / "bin", python3="exit 127"))
    assert status == 2
    assert said.startswith("Python 3.11・3.12・3.13のどれか(64ビット版)が必要ですが、見つかりません。\n")


def test_a_python_that_does_not_fit_says_itself_what_is_wrong(empty: Place, tmp_path: Path) -> None:
    old = 'case "$*" in *--fits) exit 3 ;; *) echo too old; exit 2 ;; esac'
    assert run_install_sh(empty, only(tmp_path / "bin", python3=old)) == (2, "too old\n")


def test_a_python_that_fits_is_taken_before_one_that_does_not(empty: Place, tmp_path: Path) -> None:
    commands = {"python3.13": "exit 3", "python3": 'case "$*" in *--fits) ;; *) echo "$5" ;; esac'}
    assert run_install_sh(empty, only(tmp_path / "bin", **commands)) == (0, f"{empty.installed}\n")


@pytest.mark.parametrize(
    ("python", "ja", "en"),
    [
        (
            FITS._replace(version=(3, 9)),
            "このPCのPythonは3.9です。3.11・3.12・3.13のどれか(64ビット版)を入れてから、"
            "もう一度実行してください。",
            "The Python here is 3.9. Install a 64-bit 3.11, 3.12 or 3.13, then run this again.",
        ),
        (
            FITS._replace(version=(3, 14)),
            "このPCのPythonは3.14です。3.11・3.12・3.13のどれか(64ビット版)を入れてから、"
            "もう一度実行してください。",
            "The Python here is 3.14. Install a 64-bit 3.11, 3.12 or 3.13, then run this again.",
        ),
        (
            FITS._replace(is_64_bit=False, kind="cpython, win32"),
            "このPCのPython 3.12は32ビット版です。64ビット版を入れてから、もう一度実行してください。",
            "The Python 3.12 here is a 32-bit one. Install a 64-bit one, then run this again.",
        ),
        (
            FITS._replace(kind="cpython, win-arm64"),
            "このPython 3.12 (cpython, win-arm64) では使えません。"
            "win-amd64かlinux-x86_64の標準のPythonを入れてください。",
            "This Python 3.12 (cpython, win-arm64) cannot be used. Install the standard one for win-amd64 "
            "or linux-x86_64.",
        ),
        (
            FITS._replace(has_venv=False),
            "Python 3.12にvenvがありません。Debian・Ubuntuではpython3.12-venvを、"
            "Windowsではpython.orgのインストーラーのPythonを入れてください。",
            "Python 3.12 has no venv. On Debian and Ubuntu install python3.12-venv; on Windows install "
            "Python with python.org's installer.",
        ),
    ],
)
def test_a_python_that_cannot_be_used_is_told_from_one_that_can(python: Python, ja: str, en: str) -> None:
    trouble = what_is_wrong_with(python)
    assert trouble is not None
    assert (trouble.ja, trouble.en) == (ja, en)


@pytest.mark.parametrize("kind", ["cpython, win-amd64", "cpython, linux-x86_64"])
@pytest.mark.parametrize("version", PYTHONS)
def test_nothing_is_wrong_with_a_python_that_the_wheels_are_for(version: tuple[int, int], kind: str) -> None:
    assert what_is_wrong_with(Python(version, True, kind, True)) is None


@pytest.mark.parametrize("kind", ["pypy, win-amd64", "cpython, win-amd64, free-threaded", "cpython, macosx"])
def test_wheels_for_the_standard_python_do_not_fit_another(kind: str) -> None:
    assert what_is_wrong_with(FITS._replace(kind=kind)) is not None
