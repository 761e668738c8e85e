"""Where each part of what several layers say together is written."""

from typing import Generic, TypeVar

from mynadesk.strict_yaml import Path

_P = TypeVar("_P")
"""A page: whatever stands for a file of one layer."""


class Origins(Generic[_P]):
    """The page and the place in it of each part of each file, by the file's name without ".yaml"."""

    def __init__(self, pages: dict[str, _P]) -> None:
        """`pages`: the lowest layer's."""
        self._pages = pages
        self._from: dict[tuple[str, Path], tuple[_P, Path]] = {}
        self._wholes: dict[tuple[str, Path], tuple[_P, Path]] = {}

    def add(self, file: str, page: _P) -> None:
        """A file that no layer had yet."""
        self._pages[file] = page

    def note(self, file: str, page: _P, path: Path, at: Path) -> None:
        """From now on what stands at `path` of a file is written at `at` of a page."""
        for place in [known for known in self._from if known[0] == file and known[1][: len(path)] == path]:
            del self._from[place]
        self._from[file, path] = page, at

    def note_all(self, page: _P, at: Path, file: str, path: Path) -> None:
        """From now on what stands at `path` of a file, with all below it, is the doing of `at` of a page."""
        self.note(file, page, path, at)
        self._wholes[file, path] = page, at

    def written_at(self, file: str, path: Path) -> tuple[_P, Path]:
        """The page on which a part of a file is written, and its place there."""
        for length in range(len(path), 0, -1):
            if (file, path[:length]) in self._wholes:
                return self._wholes[file, path[:length]]
            there = self._from.get((file, path[:length]))
            if there is not None:
                return there[0], (*there[1], *path[length:])
        return self._pages[file], path
