"""YAML of which some part cannot be read: the rest of it, and a fault for each such part."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from mynadesk.fault import Fault, UnusableText
from mynadesk.strict_yaml import Path, read_yaml

_KEY = re.compile(r" *(?P<key>[^\s#:{}\[\],&*!|>'\"%@`-][^#]*?) *:(?:\s|$)")
_SAYS_SOMETHING = re.compile(r"\s*[^\s#]")
_BARE_KEY = re.compile(_KEY.pattern + r"\s*(?:#.*)?$")


class Part(NamedTuple):
    """Lines that can be read by themselves, counted from 0, and the path of the mapping they belong to."""

    path: Path
    start: int
    end: int

    def of(self, text: str) -> str:
        """These lines of a text, with empty ones before them, so that places stay what they are."""
        return "\n" * self.start + "\n".join(text.split("\n")[self.start : self.end]) + "\n"


class Recovered(NamedTuple):
    """What of a text could be read."""

    value: Any
    parts: tuple[Part, ...] = ()
    faults: tuple[Fault, ...] = ()
    holes: tuple[Path, ...] = ()
    """The entries that could not be read."""
    torn: tuple[Path, ...] = ()
    """Entries of which something may be missing: the next one could not be read."""
    unsure: bool = False
    """Whether the names of the entries themselves are in doubt."""


class _Entry(NamedTuple):
    """The lines of one entry of a mapping: from the one with its key up to the next such line."""

    key: str
    start: int
    end: int


def recover(text: str, file: str) -> Recovered:
    """All that can be read of `text`, entry by entry where it cannot be read as a whole.

    Args:
        text: The document.
        file: Its name in faults.
    """
    lines = text.split("\n")
    try:
        return Recovered(read_yaml(text, file), (Part((), 0, len(lines)),))
    except UnusableText as error:
        return _Recovering(text, lines, file).entries((), 0, len(lines), error.faults[0])


class _Recovering:
    def __init__(self, text: str, lines: list[str], file: str) -> None:
        self._text = text
        self._lines = lines
        self._file = file
        self._last = text.rstrip().count("\n")

    def entries(self, path: Path, start: int, end: int, first: Fault) -> Recovered:
        """A range, entry by entry. `first` is what the whole range stumbled over: it is told only once."""
        whole, above = Recovered({}, faults=(first,), unsure=True), None
        for entry in self._split(start, end):
            here = (*path, entry.key)
            part = Part(path, entry.start, entry.end)
            try:
                found = read_yaml(part.of(self._text), self._file)
            except UnusableText as error:
                inside = self._inside(here, entry, error.faults[0])
                if entry.start < first.line <= entry.end + 1:  # what the whole stumbled over
                    inside = inside._replace(faults=inside.faults[1:])
                    whole = whole._replace(unsure=entry.end > self._last)
                inside = inside._replace(torn=(*inside.torn, *filter(None, [above])))
            else:
                fits = isinstance(found, dict) and entry.key in found
                inside = Recovered({entry.key: found[entry.key]} if fits else {}, (part,))
            whole, above = _with(whole, inside), here
        return whole if whole.value else whole._replace(value=None, holes=whole.holes or (path,))

    def _inside(self, path: Path, entry: _Entry, fault: Fault) -> Recovered:
        """An entry that cannot be read: what is below it, where that is a mapping of several entries.

        The value is a mapping of the one entry, or empty.
        """
        below = entry.start + 1, entry.end
        if _BARE_KEY.match(self._lines[entry.start]) and self._is_mapping(*below):
            found = self.entries(path, *below, fault)
            return found._replace(value={} if found.value is None else {entry.key: found.value})
        return Recovered({}, (), (fault,), (path,))

    def _is_mapping(self, start: int, end: int) -> bool:
        """Whether a range holds several entries and nothing beside them."""
        entries = [*self._split(start, end)]
        found = [
            (n, found.end()) for n in range(start, end) if (found := _SAYS_SOMETHING.match(self._lines[n]))
        ]
        return (
            len(entries) > 1
            and found[0][0] == entries[0].start
            and found[0][1] == min(indent for _, indent in found)
        )

    def _split(self, start: int, end: int) -> Iterator[_Entry]:
        """The entries of the outermost mapping in a range."""
        keys = [(number, found) for number in range(start, end) if (found := _KEY.match(self._lines[number]))]
        least = min((found.start("key") for _, found in keys), default=0)
        firsts = [(number, found["key"]) for number, found in keys if found.start("key") == least]
        for (number, key), (after, _) in pairwise([*firsts, (end, "")]):
            yield _Entry(key, number, after)


def _with(whole: Recovered, part: Recovered) -> Recovered:
    """Both together; where both have an entry of one name, the first."""
    new = {key: value for key, value in part.value.items() if key not in whole.value}
    return Recovered(
        {**whole.value, **new},
        (*whole.parts, *part.parts),
        (*whole.faults, *part.faults),
        (*whole.holes, *part.holes),
        (*whole.torn, *part.torn),
        whole.unsure or part.unsure,
    )
