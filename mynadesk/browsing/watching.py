"""Whether the files of a rulebook have changed, and have been left alone since."""

import os
from collections.abc import Iterator

from mynadesk.browsing.proving import Sources
from mynadesk.fault import DeskError
from mynadesk.rulebook.below import folders_with

Signature = frozenset[tuple[str, int, int]]
"""Path, time of the last change in nanoseconds and size of each file."""
_DEEPEST = 3


def signature(sources: Sources) -> Signature:
    """The files as they are now: of the rules, of what they stand on, and the office's rulings."""
    return frozenset(entry for folder in _folders(sources) for entry in _files(folder, _DEEPEST))


def _folders(sources: Sources) -> set[str]:
    try:
        below = folders_with(sources.rules, os.curdir)
    except DeskError:  # a cover that is being written
        below = []
    return {os.path.realpath(each) for each in (*below, sources.rules, sources.rulings)}


def _files(folder: str, deepest: int) -> Iterator[tuple[str, int, int]]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        try:
            if entry.is_dir() and deepest:
                yield from _files(entry.path, deepest - 1)
            elif entry.name.endswith(".yaml"):
                told = entry.stat()
                yield entry.path, told.st_mtime_ns, told.st_size
        except OSError:  # gone in the meantime
            continue


class Settling:
    """Tells changes once they are over: an editor may take several steps to save."""

    def __init__(self, at_first: Signature) -> None:
        self._taken = self._seen = at_first

    def look(self, now: Signature) -> bool:
        """Whether something is otherwise than when it was last told, and nothing has changed since the last
        look."""
        still, self._seen = now == self._seen, now
        if not still or now == self._taken:
            return False
        self._taken = now
        return True
