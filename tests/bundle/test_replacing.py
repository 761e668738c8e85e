"""Where it is installed: what lives there is kept, and the older version until the newer one works."""

import os
import stat
import sys
from pathlib import Path

import pytest

from docs.bundle import install
from docs.bundle.install import READY, Trouble


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    """Above all it is not emptied."""
    (tmp_path / "写真.txt").write_text("大事", encoding="utf-8")
    with pytest.raises(Trouble, match="There is something else in"):
        install.claim(tmp_path, b"script")
    assert [each.name for each in tmp_path.iterdir()] == ["写真.txt"]


def test_a_folder_where_nothing_can_be_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Trouble) as caught:
        install.claim(tmp_path / "file" / "mynadesk", b"script")
    assert caught.value.ja.endswith(
        "に書き込めません(Not a directory)。書き込めるフォルダーを指定してください。"
    )


def test_a_folder_whose_name_no_environment_can_have_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / f"a{os.pathsep}b"
    with pytest.raises(Trouble, match="The name of the folder cannot have"):
        install.claim(folder, b"script")
    assert not folder.exists()


def test_on_windows_a_folder_with_a_long_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of what is installed could not be written there."""
    monkeypatch.setattr(install, "_WINDOWS", True)
    with pytest.raises(Trouble, match="The name of the folder is too long: it can have 70 characters"):
        install.claim(tmp_path / ("長" * 60), b"script")


def test_a_claimed_folder_can_be_claimed_again(tmp_path: Path) -> None:
    folder = tmp_path / "新しい" / "mynadesk"
    for content in (f"# {READY} 1".encode(), f"# {READY} 2".encode()):
        install.claim(folder, content)
    (start,) = folder.iterdir()
    assert start.read_bytes() == f"# {READY} 2".encode()
    assert start.stat().st_mode & stat.S_IXUSR


def an_environment(place: Path, said: str, ready: bool = True) -> None:
    """A folder that looks like an environment."""
    place.mkdir()
    (place / "version").write_text(said, encoding="utf-8")
    if ready:
        (place / READY).touch()


def versions(folder: Path) -> dict[str, str]:
    """What each environment in a folder says of itself."""
    return {path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("*/version")}


def succeed(environment: Path, _carried: Path, _what: str, version: str) -> None:
    an_environment(environment, version, ready=False)


def fail(environment: Path, _carried: Path, _what: str, _version: str) -> None:
    an_environment(environment, "half", ready=False)
    raise Trouble("失敗", "failed")


@pytest.mark.parametrize("before", [[], ["env"], ["env", "env-before"], ["env-before"]])
def test_a_newer_version_takes_the_place_of_the_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[str]
) -> None:
    """Whatever an earlier run has left, even one that was cut off."""
    for name in before:
        an_environment(tmp_path / name, "1")
    monkeypatch.setattr(install, "fill", succeed)
    install.replace_environment(tmp_path, tmp_path, "2")
    assert versions(tmp_path) == {"env": "2"}
    assert (tmp_path / "env" / READY).read_text(encoding="utf-8") == "mynadesk 2\n"


@pytest.mark.parametrize("half", [False, True])
def test_a_newer_version_keeps_the_parts_for_postgresql(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, half: bool
) -> None:
    """Without them, a ledger on a server could not be reached any more. Also after a run that was cut off."""
    monkeypatch.setattr(install, "fill", succeed)
    ready = tmp_path / "env" / READY
    asked = []
    for version, postgres in (("1", False), ("2", True), ("3", False)):
        if half and version == "3":
            (tmp_path / "env").rename(tmp_path / "env-before")
            an_environment(tmp_path / "env", "half", ready=False)
        install.replace_environment(tmp_path, tmp_path, version, postgres)
        asked.append(ready.read_text(encoding="utf-8"))
    assert asked == ["mynadesk 1\n", "mynadesk[postgres] 2\n", "mynadesk[postgres] 3\n"]


@pytest.mark.parametrize(
    ("arguments", "folder", "postgres"),
    [
        ([], None, False),
        (["x"], Path("x"), False),
        (["--postgres"], None, True),
        (["--postgres", "x"], Path("x"), True),
        (["x", "--postgres"], Path("x"), True),
    ],
)
def test_the_parts_for_postgresql_are_installed_where_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], folder: Path | None, postgres: bool
) -> None:
    asked = []
    monkeypatch.setattr(install, "what_is_wrong_with", lambda _: None)
    monkeypatch.setattr(install, "install", lambda *given: asked.append(given[1:]))
    assert install.main(arguments) == 0
    assert asked == [(folder, postgres)]


def test_where_the_newer_version_fails_the_older_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_environment(tmp_path / "env", "1")
    monkeypatch.setattr(install, "fill", fail)
    with pytest.raises(Trouble):
        install.replace_environment(tmp_path, tmp_path, "2")
    assert versions(tmp_path) == {"env": "1"}


def test_after_a_run_that_was_cut_off_the_older_version_still_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_environment(tmp_path / "env-before", "1")
    an_environment(tmp_path / "env", "half", ready=False)
    monkeypatch.setattr(install, "fill", fail)
    with pytest.raises(Trouble):
        install.replace_environment(tmp_path, tmp_path, "2")
    assert versions(tmp_path) == {"env": "1"}


@pytest.mark.parametrize(
    ("typed", "folder"),
    [
        ("", "mynadesk"),
        ("窓口 1", "窓口 1"),
        ('"窓口 1"', "窓口 1"),
        ("~/x", "x"),
        ("\u3000x ", "x"),
        ("/opt/x", "/opt/x"),
    ],
)
def test_a_folder_is_asked_for_and_enter_alone_takes_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, folder: str
) -> None:
    """A name without a place is meant in the home folder, not on the USB stick."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("builtins.input", lambda _prompt: typed)
    assert install.ask_for_folder("1") == tmp_path / folder


def test_a_folder_is_named_in_one_piece() -> None:
    assert install.folder_in([]) is None
    assert install.folder_in(['C:\\a b\\"']) == Path("C:\\a b\\")
    with pytest.raises(Trouble, match=r'in quotes: "C:.a b"'):
        install.folder_in(["C:\\a", "b"])


def test_a_step_that_fails_shows_its_last_sentences_and_no_traceback() -> None:
    with pytest.raises(Trouble) as caught:
        install.run(sys.executable, "-c", "print(*range(40), sep='\\n'); raise OSError('the disk is full')")
    assert caught.value.ja.startswith(
        "36\n37\n38\n39\nOSError: the disk is full\n途中で失敗しました。この画面を担当者に見せてください。"
    )


def test_a_step_sees_no_settings_of_pip_or_python(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_INDEX_URL", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "pip_target"):
        monkeypatch.setenv(name, "somewhere")
    code = (
        "import os; left = [name for name in os.environ if name.upper().startswith(('PIP', 'PYTHON'))];"
        "raise SystemExit(left != ['PIP_CONFIG_FILE'] or os.environ['PIP_CONFIG_FILE'] != os.devnull)"
    )
    install.run(sys.executable, "-c", code)
