"""Data that does not fit its type: what does, so that the rest can be looked at all the same."""

import typing
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, Literal, NamedTuple

import msgspec

from mynadesk.inspection.recovering import Recovered
from mynadesk.rulebook.typed import arms, mismatches, struct_of
from mynadesk.strict_yaml import Mismatch, Path

Find = Callable[[Any], Iterable[Mismatch]]
"""What tells every mismatch of plain data."""
_ROUNDS = 50
_NO_TEXT = "-"


class Hole(NamedTuple):
    """A place about which nothing is known, because what stands there cannot be used."""

    file: str
    path: Path
    name: str | None
    """The entry that is left out, "" for what has no name; None where no name is known."""


class Healed(NamedTuple):
    """`value` is typed; None where nothing could be made of the file."""

    value: Any
    wrong: tuple[Mismatch, ...]
    holes: tuple[Hole, ...]


def heal(file: str, found: Recovered, wanted: Any, find: Find | None = None) -> Healed:
    """As `wanted`, with every mismatch.

    An entry that does not fit is left out under its name; what has no name of its own gets a stand-in.

    Args:
        file: The file's name without ".yaml".
        found: What could be read of it.
        wanted: Its type.
        find: What tells every mismatch, where it has more to say than what the type alone does.
    """
    healing = _Healing(file, deepcopy(found.value), wanted)
    for path in found.holes:
        healing.mend(path)
    at_first = [*(find(healing.raw) if find else healing.mismatches())]
    wrong = tuple(each for each in at_first if not _follows(each[0], found, healing.holes))
    for path, _ in at_first:
        healing.mend(path)
    for _ in range(_ROUNDS):
        left = [*healing.mismatches()]
        if not left:
            return Healed(msgspec.convert(healing.raw, wanted), wrong, tuple(healing.holes))
        for path, _ in left:
            healing.mend(path[:-1])
    return Healed(None, wrong, (Hole(file, (), None),))


def _follows(path: Path, found: Recovered, holes: Iterable[Hole]) -> bool:
    """Whether a mismatch may come from something near it that could not be read."""
    above = any(at[: len(path)] == path for at in found.holes)
    return above or path in found.torn or any(path[: len(hole.path)] == hole.path for hole in holes)


class _Healing:
    def __init__(self, file: str, raw: Any, wanted: Any) -> None:
        self.raw = raw
        self.holes: list[Hole] = []
        self._file = file
        self._wanted = wanted

    def mismatches(self) -> Iterable[Mismatch]:
        return mismatches(self.raw, self._wanted)

    def mend(self, path: Path) -> None:
        """Take out the named entry at or above `path`, else put a stand-in there."""
        whole, wanted = self._entry(path)
        if wanted is None:
            self.holes.append(Hole(self._file, whole, str(whole[-1])))
            self._put(whole, None)
        else:
            self.holes.append(Hole(self._file, whole, None if _has_names(wanted) else ""))
            self._put(whole, stand_in(wanted))

    def _entry(self, path: Path) -> tuple[Path, Any]:
        """The outermost named entry on the way to `path`, or a field that may be missing, without a type;
        else the innermost field, with its type."""
        wanted = self._wanted
        for depth, step in enumerate(path):
            struct = next((found for arm in arms(wanted) if (found := struct_of(arm))), None)
            if struct is None:
                named = any(typing.get_origin(arm) is dict for arm in arms(wanted))
                return path[: depth + named], None if named else wanted
            field = next((each for each in msgspec.structs.fields(struct) if each.encode_name == step), None)
            if field is None or not (field.required or path[depth + 1 :]):
                return path[: depth + 1], None
            wanted = field.type
        return path, wanted

    def _put(self, path: Path, value: Any) -> None:
        """Set what stands at `path`, or take it out where the value is None."""
        if not path:
            self.raw = value
            return
        inside = self.raw
        for step in path[:-1]:
            inside = inside.get(step) if isinstance(inside, dict) else None
        if isinstance(inside, dict):
            inside.pop(path[-1], None)
            if value is not None:
                inside[path[-1]] = value


def _has_names(wanted: Any) -> bool:
    """Whether entries with names of their own stand in such a value."""
    for arm in arms(wanted):
        if typing.get_origin(arm) is dict:
            return True
        if (struct := struct_of(arm)) and any(_has_names(each.type) for each in _required(struct)):
            return True
    return False


def _required(struct: type[msgspec.Struct]) -> list[msgspec.structs.FieldInfo]:
    return [field for field in msgspec.structs.fields(struct) if field.required]


def stand_in(wanted: Any) -> Any:
    """The least that fits a type: nothing, where that may be."""
    arm = arms(wanted)[0]
    if typing.get_origin(arm) is Literal:
        return typing.get_args(arm)[0]
    if struct := struct_of(arm):
        return {field.encode_name: stand_in(field.type) for field in _required(struct)}
    return {dict: {}, list: [], bool: False, int: 1, str: _NO_TEXT}.get(typing.get_origin(arm) or arm)
