"""The wheel holds what the repository holds, and works where the repository is not."""

import json
import os
import shutil
import sys
import sysconfig
import venv
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

import mynadesk
from tests.building import ROOT, SHIPPED, build_wheel, copy_sources, run

CASE = {"operation": "reset", "pins": ["user_authentication"], "visitor": "holder", "on": "2026-11-23"}


def files_of_the_repository() -> set[str]:
    """What git tracks, or would with `git add`: a file just written counts already."""
    listed = run(
        *("git", "ls-files", "-z"),
        *("--cached", "--others", "--exclude-standard", "--", *SHIPPED),
        cwd=ROOT,
    )
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


def files_of_a_copy(copy: Path) -> set[str]:
    """What lies in a copy of the sources: the next best thing where git is not."""
    paths = [path for folder in SHIPPED for path in (copy / folder).rglob("*")]
    return {path.relative_to(copy).as_posix() for path in paths if path.is_file()}


def place_in_the_wheel(name: str) -> str:
    """Where a file of the repository goes."""
    folder, *rest = PurePosixPath(name).parts
    return "/".join([SHIPPED[folder], *rest])


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a wheel is built from, so that no older build can leave files in it."""
    return copy_sources(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="session")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built with nothing from outside."""
    return build_wheel(sources, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a new environment that has the wheel, and only borrows what it needs."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(scheme="venv", vars={"base": str(place), "platbase": str(place)})
    python = Path(paths["scripts"], "python")
    pip: tuple[str | Path, ...] = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=place)
    # Only now: pip would otherwise take the editable install it could see there for this one.
    borrowed = sysconfig.get_path("purelib")
    Path(paths["purelib"], "borrowed.pth").write_text(f"{borrowed}\n", encoding="locale")
    return Path(paths["scripts"])


def test_the_wheel_holds_every_file_of_the_repository_and_nothing_else(wheel: Path, sources: Path) -> None:
    """A forgotten sub-package or data file would work here and fail at the clerk's desk."""
    in_git = (ROOT / ".git").exists() and shutil.which("git")
    wanted = files_of_the_repository() if in_git else files_of_a_copy(sources)
    with ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == {place_in_the_wheel(name) for name in wanted}


def test_the_installed_command_says_its_version(scripts: Path, tmp_path: Path) -> None:
    """The console script is there, and the code it finds is the wheel's."""
    where = run(scripts / "python", "-c", "import mynadesk; print(mynadesk.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(scripts.parent)
    assert mynadesk.__version__ in run(scripts / "mynadesk", "--version", cwd=tmp_path)


def test_the_installed_command_decides_a_case_by_the_rules_it_carries(scripts: Path, tmp_path: Path) -> None:
    """No checkout is near, so the rules can only be those of the wheel."""
    decision = json.loads(run(scripts / "mynadesk", "check", "-", cwd=tmp_path, given=json.dumps(CASE)))
    assert decision["verdict"] == "incomplete"
