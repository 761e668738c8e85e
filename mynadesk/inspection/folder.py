"""One folder of YAML files: read, recovered and typed as far as it can be."""

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from mynadesk.fault import UnusableRulebook
from mynadesk.inspection.healing import Find, Hole, heal
from mynadesk.inspection.places import Places, Spot
from mynadesk.inspection.recovering import Recovered, recover
from mynadesk.rulebook.files import absent_files, read_file
from mynadesk.strict_yaml import Mismatch

_NOWHERE = ("",)


class Other(NamedTuple):
    """What files hold of which there may be any number."""

    wanted: Any
    find: Find
    """What keeps plain data from being that."""


class Folder(msgspec.Struct):
    """What was found in a folder."""

    path: str
    files: dict[str, Places]
    """Those that could be read, by name without ".yaml"."""
    values: dict[str, Any]
    """Typed, as far as that goes; without those of which nothing could be made."""
    spots: list[Spot]
    holes: list[Hole]

    def file(self, name: str) -> str:
        """Where a file stands."""
        return os.path.join(self.path, f"{name}.yaml")

    def add(self, name: str, wrong: Iterable[Mismatch]) -> None:
        """More faults of a file."""
        self.spots += [self.files[name].spot(path, fault) for path, fault in wrong]


def read_folder(path: str, types: Mapping[str, Any], other: Other | None = None) -> Folder:
    """Every YAML file of a folder.

    Args:
        path: The folder.
        types: What each file holds, by its name without ".yaml". All of them have to be there.
        other: What any further file holds, where there may be some.

    Raises:
        OSError: the folder cannot be opened.
    """
    there = sorted(name for name in os.listdir(path) if name.endswith(".yaml"))
    folder = Folder(path, {}, {}, [Spot(fault) for fault in absent_files(path, there, types)], [])
    for name in (each.removesuffix(".yaml") for each in there):
        if name in types:
            _read(folder, name, types[name])
        elif other:
            _read(folder, name, other.wanted, other.find)
    for name in types:
        if name not in folder.files:
            _take_in(folder, name, Recovered(None), types[name])
    return folder


def _read(folder: Folder, name: str, wanted: Any, find: Find | None = None) -> None:
    try:
        text = read_file(folder.file(name))
    except UnusableRulebook as error:
        folder.spots += map(Spot, error.faults)
        return
    recovered = recover(text, folder.file(name))
    places = folder.files[name] = Places(folder.file(name), text, recovered.parts)
    folder.spots += map(places.spot_at, recovered.faults)
    if find and recovered.value is None:  # only comments
        recovered = recovered._replace(value={})
    wrong = _take_in(folder, name, recovered, wanted, find)
    if recovered.value is not None or not recovered.faults:
        folder.add(name, wrong)


def _take_in(
    folder: Folder, name: str, found: Recovered, wanted: Any, find: Find | None = None
) -> tuple[Mismatch, ...]:
    healed = heal(name, found, wanted, find)
    folder.holes += healed.holes
    if found.unsure:
        folder.holes.append(Hole(name, _NOWHERE, None))
    if healed.value is not None:
        folder.values[name] = healed.value
    return healed.wrong
