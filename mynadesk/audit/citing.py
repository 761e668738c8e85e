"""Which rules cite which published sentence."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from mynadesk.rulebook.written import Written
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

_CALLED = ("label", "problem", "title")
_SAYS = ("rule", "text", "use", "label")
"""Fields that say what an entry is called, and what it says: the first that is there."""


class Rule(NamedTuple):
    """An entry of the rules."""

    file: str
    """Its name without ".yaml"."""
    path: Path
    label: Words | None
    says: Words | None

    @property
    def field(self) -> str:
        """Where it stands in its file."""
        return ".".join(map(str, self.path))


def rules_by_place(written: Written) -> dict[str, list[Rule]]:
    """The rules that cite each place, such as "page / heading / 1"."""
    found: dict[str, list[Rule]] = {}
    for file in written.__struct_fields__:
        for place, rule in _citing(file, getattr(written, file), ()):
            if rule not in found.setdefault(place, []):
                found[place].append(rule)
    return found


def _citing(file: str, part: Any, path: Path) -> Iterator[tuple[str, Rule]]:
    if isinstance(part, msgspec.Struct):
        label, says = _first(part, _CALLED), _first(part, _SAYS)
        for below, place in _places(getattr(part, "source", ())):
            yield place, Rule(file, (*path, *below), label, says)
        for name, field in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
            yield from _citing(file, getattr(part, field), (*path, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _citing(file, value, (*path, key))
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from _citing(file, value, (*path, number))


def _first(part: msgspec.Struct, fields: tuple[str, ...]) -> Words | None:
    return next((each for name in fields if isinstance(each := getattr(part, name, None), Words)), None)


def _places(source: Any) -> Iterator[tuple[Path, str]]:
    """The places of a source; where it stands by route, below the route's name."""
    if isinstance(source, str):
        yield (), source
    elif isinstance(source, dict):
        for route, part in source.items():
            for _, place in _places(part):
                yield (route,), place
    else:
        for place in source:
            yield (), place
