"""A folder of YAML files, and those that it stands on: read, recovered and typed as far as it can be."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import msgspec

from mynadesk.fault import UnusableRulebook
from mynadesk.inspection.healing import Find, Hole, heal
from mynadesk.inspection.places import Places, Spot
from mynadesk.inspection.recovering import Recovered, recover
from mynadesk.rulebook.files import absent_files, read_file
from mynadesk.rulebook.origins import Origins
from mynadesk.rulebook.overlay import lay_over
from mynadesk.strict_yaml import Mismatch

_NOWHERE = ("",)


class Other(NamedTuple):
    """What files hold of which there may be any number."""

    wanted: Any
    find: Find


class Folder(msgspec.Struct):
    """What was found in a folder and those below it."""

    path: str
    """The topmost."""
    files: dict[str, Places]
    """Those that could be read, by their paths."""
    values: dict[str, Any]
    """Typed, as far as that goes, by name without ".yaml"; without those of which nothing could be made."""
    spots: list[Spot]
    holes: list[Hole]
    origins: Origins[Places]

    def add(self, name: str, wrong: Iterable[Mismatch]) -> None:
        """More faults of what a file says."""
        for path, fault in wrong:
            places, at = self.origins.written_at(name, path)
            self.spots.append(places.spot(at, fault))


def read_folder(
    paths: Sequence[str], types: Mapping[str, Any], other: Other | None = None, cover: str = ""
) -> Folder:
    """Every YAML file of a folder.

    Args:
        paths: The folders that stand on each other, the lowest first, which has to have all of the `types`.
        types: What each file holds, by its name without ".yaml".
        other: What any further file holds, where there may be some.
        cover: A file that is none of them.

    Raises:
        OSError: a folder cannot be opened.
    """
    there = [sorted(name for name in os.listdir(path) if name.endswith(".yaml")) for path in paths]
    absent = [Spot(fault) for fault in absent_files(paths[0], there[0], types)]
    folder = Folder(paths[-1], {}, {}, absent, [], Origins({}))
    for name in dict.fromkeys([*types, *(each.removesuffix(".yaml") for names in there for each in names)]):
        files = [
            os.path.join(path, f"{name}.yaml")
            for path, names in zip(paths, there, strict=True)
            if f"{name}.yaml" in names
        ]
        if name in types:
            _take_in(folder, name, files, types[name], None)
        elif other and name != cover:
            _take_in(folder, name, files, other.wanted, other.find)
    return folder


def _take_in(folder: Folder, name: str, files: list[str], wanted: Any, find: Find | None) -> None:
    together: Recovered | None = None
    for file in files:
        read = _read(folder, file)
        if read is None:
            together = together and together._replace(unsure=True)
        elif together is None:
            together = read
            folder.origins.add(name, folder.files[file])
        else:
            together = _laid_over(folder, name, together, read, folder.files[file])
    found = together or Recovered(None)
    if find and found.value is None and together:  # only comments
        found = found._replace(value={})
    healed = heal(name, found, wanted, find)
    folder.holes += healed.holes
    if found.unsure:
        folder.holes.append(Hole(name, _NOWHERE, None))
    if healed.value is not None:
        folder.values[name] = healed.value
    if together and (found.value is not None or not found.faults):
        folder.add(name, healed.wrong)


def _read(folder: Folder, file: str) -> Recovered | None:
    """What can be read of a file; None where that is nothing."""
    try:
        text = read_file(file)
    except UnusableRulebook as error:
        folder.spots += map(Spot, error.faults)
        return None
    recovered = recover(text, file)
    places = folder.files[file] = Places(file, text, recovered.parts)
    folder.spots += map(places.spot_at, recovered.faults)
    return recovered


def _laid_over(folder: Folder, name: str, below: Recovered, above: Recovered, places: Places) -> Recovered:
    """An overlay's file on top. What of it cannot be used leaves the names in doubt."""
    if below.value is None:
        return below
    wrong = [*lay_over(below.value, above.value, partial(folder.origins.note, name, places))]
    folder.spots += [places.spot(path, fault) for path, fault in wrong]
    return below._replace(unsure=below.unsure or above.unsure or bool(above.faults or wrong))
