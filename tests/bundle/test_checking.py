"""What a machine would look for in vain is found before the folder is carried to it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from docs.bundle.install import Trouble
from tests.building import ROOT
from tests.bundle.checking import Lack, Pins, lacks, read_pins, read_wheels
from tests.bundle.gathering import gather
from tests.bundle.invented import invent_wheel
from tests.bundle.targets import LINUX, TARGETS, WINDOWS, Target

WINDOWS_311, WINDOWS_313 = Target(WINDOWS, (3, 11)), Target(WINDOWS, (3, 13))
LINUX_311, LINUX_313 = Target(LINUX, (3, 11)), Target(LINUX, (3, 13))
DESK = Requirement("desk==1")


def pinned(**versions: str) -> Pins:
    """Pins of these names; those that the examples use are 1 where nothing else is said."""
    usual = dict.fromkeys(("desk", "paint", "colorama", "fast", "links"), "1")
    return {canonicalize_name(name): Version(version) for name, version in {**usual, **versions}.items()}


def said(folder: Path, target: Target, **pins: str) -> list[str]:
    """What the check says of a folder, without the target."""
    found = lacks(read_wheels(folder), DESK, pinned(**pins), target)
    return [str(lack).removeprefix(f"{target}: ") for lack in found]


def test_a_folder_with_everything_lacks_nothing_anywhere(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint>=1", "fast")
    invent_wheel(tmp_path, "paint", "1", 'colorama; sys_platform == "win32"')
    invent_wheel(tmp_path, "colorama")
    invent_wheel(tmp_path, "fast", tag="cp311-abi3-win_amd64")
    invent_wheel(tmp_path, "fast", tag="cp311-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64")
    assert [said(tmp_path, target) for target in TARGETS] == [[]] * len(TARGETS)


@pytest.mark.parametrize(
    "marker",
    [
        'sys_platform == "win32"',
        'os_name == "nt"',
        'platform_system == "Windows"',
        'platform_machine == "AMD64"',
        'sys_platform != "linux" and python_version >= "3.11"',
    ],
)
def test_what_only_windows_needs_is_missed_on_windows_only(tmp_path: Path, marker: str) -> None:
    """This is what pip leaves out, and does not say, when it runs on Linux."""
    invent_wheel(tmp_path, "desk", "1", "paint")
    invent_wheel(tmp_path, "paint", "1", f"colorama; {marker}")
    (lack,) = said(tmp_path, WINDOWS_313)
    assert lack.startswith("colorama;")
    assert lack.endswith("(for paint-1-py3-none-any.whl): no wheel of it is here")
    assert said(tmp_path, LINUX_313) == []


@pytest.mark.parametrize(
    ("tag", "fits"),
    [
        ("py3-none-any", [WINDOWS_311, WINDOWS_313, LINUX_311, LINUX_313]),
        ("cp313-cp313-win_amd64", [WINDOWS_313]),
        ("cp311-cp311-win_amd64", [WINDOWS_311]),
        ("cp313-cp313-win32", []),
        ("cp313-cp313-win_arm64", []),
        ("cp313-cp313t-win_amd64", []),
        ("cp39-abi3-win_amd64", [WINDOWS_311, WINDOWS_313]),
        ("cp312-abi3-win_amd64", [WINDOWS_313]),
        ("py3-none-win_amd64", [WINDOWS_311, WINDOWS_313]),
        ("cp311-cp311-manylinux_2_17_x86_64", [LINUX_311]),
        ("cp311-cp311-manylinux2014_x86_64", [LINUX_311]),
        ("cp311-cp311-manylinux_2_12_x86_64", [LINUX_311]),
        ("cp311-cp311-manylinux_2_28_x86_64", []),
        ("cp311-cp311-manylinux_2_17_aarch64", []),
        ("cp311-cp311-musllinux_1_2_x86_64", []),
        ("cp314-cp314-win_amd64", []),
    ],
)
def test_a_wheel_counts_only_where_its_tags_fit(tmp_path: Path, tag: str, fits: list[Target]) -> None:
    invent_wheel(tmp_path, "desk", "1", "fast")
    invent_wheel(tmp_path, "fast", tag=tag)
    for target in (WINDOWS_311, WINDOWS_313, LINUX_311, LINUX_313):
        wrong = f"fast (for desk-1-py3-none-any.whl): its wheels are for other machines: fast-1-{tag}.whl"
        assert said(tmp_path, target) == ([] if target in fits else [wrong])


def test_a_version_that_was_not_asked_for_is_none(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint>=2,<3")
    invent_wheel(tmp_path, "paint", "1")
    assert said(tmp_path, LINUX_311) == [
        "paint<3,>=2 (for desk-1-py3-none-any.whl): "
        "not in a version that was asked for: paint-1-py3-none-any.whl"
    ]
    invent_wheel(tmp_path, "paint", "2")
    assert said(tmp_path, LINUX_311, paint="2") == []


@pytest.mark.parametrize(
    ("pins", "why"),
    [
        ({"paint": "1.1"}, "constraints.txt pins 1.1: paint-1-py3-none-any.whl"),
        ({}, "constraints.txt does not pin it"),
    ],
)
def test_a_version_that_is_not_pinned_is_none(tmp_path: Path, pins: dict[str, str], why: str) -> None:
    """What nobody has tested is not carried; and pip would refuse what the constraints refuse."""
    invent_wheel(tmp_path, "desk", "1", "paint")
    invent_wheel(tmp_path, "paint", "1")
    known = {canonicalize_name(name): Version(version) for name, version in {"desk": "1", **pins}.items()}
    (lack,) = lacks(read_wheels(tmp_path), DESK, known, WINDOWS_311)
    assert lack.why == why


@pytest.mark.parametrize(
    ("pythons", "fits"), [(">=3.11", True), (">=3.11.4", False), ("<3.12", True), ("<3.11.9", False)]
)
def test_a_wheel_has_to_be_for_every_release_of_the_python(tmp_path: Path, pythons: str, fits: bool) -> None:
    invent_wheel(tmp_path, "desk", "1", pythons=pythons)
    assert (said(tmp_path, WINDOWS_311) == []) is fits


@pytest.mark.parametrize(
    ("marker", "needed"),
    [
        ('python_version < "3.12"', [WINDOWS_311]),
        ('python_full_version < "3.13.1"', [WINDOWS_311, WINDOWS_313]),
        ('python_full_version >= "3.13.1"', [WINDOWS_313]),
        ('implementation_name == "pypy"', []),
    ],
)
def test_what_any_release_of_the_python_needs_is_needed(
    tmp_path: Path, marker: str, needed: list[Target]
) -> None:
    invent_wheel(tmp_path, "desk", "1", f"paint; {marker}")
    assert [target for target in (WINDOWS_311, WINDOWS_313) if said(tmp_path, target)] == needed


def test_an_extra_is_needed_where_it_was_asked_for(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint", "fast")
    invent_wheel(tmp_path, "paint", "1", 'links; extra == "links"', 'colorama; extra == "colour"')
    invent_wheel(tmp_path, "fast", "1", "paint[links]")
    assert [lack.split()[0] for lack in said(tmp_path, LINUX_313)] == ["links;"]


def test_the_check_follows_a_circle_once(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint")
    invent_wheel(tmp_path, "paint", "1", "desk")
    assert said(tmp_path, LINUX_313) == []


def test_every_pin_of_this_project_is_read() -> None:
    pins = read_pins(ROOT / "constraints.txt")
    assert pins[canonicalize_name("PyYAML")] >= Version("6")
    assert len(pins) == sum("==" in line for line in (ROOT / "constraints.txt").read_text().splitlines())


def test_gathering_asks_for_what_is_missing_until_nothing_is(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint", 'colorama; os_name == "nt"')
    asked: list[tuple[Target, str]] = []

    def fetch(folder: Path, _constraints: Path, missing: Sequence[Lack]) -> None:
        for lack in missing:
            asked.append((lack.target, lack.requirement.name))
            needs = ["links>=1"] if lack.requirement.name == "paint" else []
            invent_wheel(folder, lack.requirement.name, "1", *needs)

    gather(tmp_path, DESK, tmp_path, pinned(), [LINUX_311, WINDOWS_311], fetch)
    assert asked == [(LINUX_311, "paint"), (LINUX_311, "links"), (WINDOWS_311, "colorama")]


def test_gathering_gives_up_where_asking_brings_nothing(tmp_path: Path) -> None:
    invent_wheel(tmp_path, "desk", "1", "paint")
    with pytest.raises(Trouble) as caught:
        gather(tmp_path, DESK, tmp_path, pinned(), [WINDOWS_311], lambda *_: None)
    assert caught.value.ja.startswith("Windows, Python 3.11: paint (for desk-1-py3-none-any.whl): no wheel")
