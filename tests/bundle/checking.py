"""Whether a folder of wheels is complete for a machine that is not this one.

pip itself reads markers for the machine it runs on, whatever platform it is told, so on Linux it leaves out
what only Windows needs and does not say so. Here every wheel's requirements are walked with the other
machine's markers.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from packaging.metadata import Metadata
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import NormalizedName, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from tests.bundle.targets import Target

Pins = dict[NormalizedName, Version]


class Wheel(NamedTuple):
    """One file, and what its metadata asks for."""

    file: str
    name: NormalizedName
    version: Version
    tags: frozenset[Tag]
    requires: list[Requirement]
    pythons: SpecifierSet


class Lack(NamedTuple):
    """Something that a machine would look for in vain."""

    target: Target
    requirement: Requirement
    wanted_by: str
    why: str

    def __str__(self) -> str:
        return f"{self.target}: {self.requirement} (for {self.wanted_by}): {self.why}"


def read_wheels(folder: Path) -> list[Wheel]:
    """Every wheel in the folder."""
    return [_read_wheel(path) for path in sorted(folder.glob("*.whl"))]


def _read_wheel(path: Path) -> Wheel:
    name, version, _, tags = parse_wheel_filename(path.name)
    with ZipFile(path) as archive:
        (place,) = (
            each
            for each in archive.namelist()
            if each.count("/") == 1 and each.endswith(".dist-info/METADATA")
        )
        metadata = Metadata.from_email(archive.read(place), validate=False)
    pythons = metadata.requires_python or SpecifierSet()
    return Wheel(path.name, name, version, tags, metadata.requires_dist or [], pythons)


def read_pins(constraints: Path) -> Pins:
    """The one version of each name in a constraints file."""
    lines = constraints.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in pairs}


def lacks(wheels: Sequence[Wheel], root: Requirement, pins: Pins, target: Target) -> Iterator[Lack]:
    """Everything that `root` and what it needs would look for on the target and not find."""
    still, walked = [(root, "install")], set[tuple[str, str]]()
    while still:
        requirement, wanted_by = still.pop()
        try:
            wheel = _pick(wheels, requirement, pins, target)
        except LookupError as error:
            yield Lack(target, requirement, wanted_by, str(error))
            continue
        for extra in ("", *sorted(requirement.extras)):
            if (wheel.name, extra) not in walked:
                walked.add((wheel.name, extra))
                still += [(each, wheel.file) for each in wheel.requires if _applies(each, extra, target)]


def _applies(requirement: Requirement, extra: str, target: Target) -> bool:
    if requirement.marker is None:
        return True
    marker = requirement.marker
    return any(marker.evaluate({**each, "extra": extra}) for each in target.environments())


def _pick(wheels: Sequence[Wheel], requirement: Requirement, pins: Pins, target: Target) -> Wheel:
    """The wheel that the target's pip would take. Raises LookupError, saying why there is none."""
    name, tags = canonicalize_name(requirement.name), target.tags()
    named = [wheel for wheel in wheels if wheel.name == name]
    if not named:
        raise LookupError("no wheel of it is here")
    fitting = [wheel for wheel in named if wheel.tags & tags]
    if not fitting:
        raise LookupError(f"its wheels are for other machines: {_files(named)}")
    able = [wheel for wheel in fitting if all(wheel.pythons.contains(each) for each in target.pythons())]
    if not able:
        raise LookupError(f"its wheels are for other releases of Python: {_files(fitting)}")
    asked = [wheel for wheel in able if requirement.specifier.contains(wheel.version, prereleases=True)]
    if not asked:
        raise LookupError(f"not in a version that was asked for: {_files(able)}")
    if name not in pins:
        raise LookupError("constraints.txt does not pin it")
    pinned = [wheel for wheel in asked if wheel.version == pins[name]]
    if not pinned:
        raise LookupError(f"constraints.txt pins {pins[name]}: {_files(asked)}")
    return pinned[0]


def _files(wheels: Sequence[Wheel]) -> str:
    return ", ".join(wheel.file for wheel in wheels)
