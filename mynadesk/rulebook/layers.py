"""A rulebook in layers: the files of a folder, and those that stand on them."""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from mynadesk.fault import UnusableRulebook
from mynadesk.rulebook.files import Page, Texts, digest_of, in_order, parse, placed, read_file
from mynadesk.rulebook.overlay import lay_over
from mynadesk.strict_yaml import Mismatch, Path

_Place = tuple[str, Path]
"""A file without its ".yaml", and a path in it."""


class Layers:
    """What the layers say together, and where each part of it is written."""

    def __init__(self, folder: str, texts: Texts) -> None:
        """The lowest layer. Raises UnusableRulebook with whatever is no YAML."""
        self.raw: dict[str, Any] = parse(folder, texts)
        self._pages = {name: Page(os.path.join(folder, f"{name}.yaml"), text) for name, text in texts.items()}
        self._from: dict[_Place, tuple[Page, Path]] = {}
        self._wholes: dict[_Place, tuple[Page, Path]] = {}
        self._all = dict(texts)
        self._depth = 0

    @property
    def digest(self) -> str:
        """12 hex digits over the files of all layers."""
        return digest_of(self._all)

    def lay(self, folder: str, texts: Texts, cover: str = "") -> None:
        """Lay an overlay on top. `cover`: the one of its files that changes none.

        A file that is not below is taken as it is.

        Raises:
            UnusableRulebook: with everything that cannot be laid, and with whatever is no YAML.
        """
        raw = parse(folder, texts)
        self._keep(texts)
        wrong: dict[str, list[Mismatch]] = {}
        for name, content in raw.items():
            page = Page(os.path.join(folder, f"{name}.yaml"), texts[name])
            if name not in self.raw and name != cover:
                self.raw[name], self._pages[name] = content, page
            elif name != cover:
                note = partial(self.note, name, page)
                wrong[name] = [*lay_over(self.raw[name], content, note)]
        faults = [
            fault
            for name, found in wrong.items()
            for fault in placed(Page(os.path.join(folder, f"{name}.yaml"), texts[name]), found)
        ]
        if faults:
            raise in_order(faults)

    def lay_all(self, folders: Iterable[str]) -> "Layers":
        """Lay further folders on top, the lowest first. Raises UnusableRulebook."""
        for folder in folders:
            names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
            self.lay(
                folder, {name.removesuffix(".yaml"): read_file(os.path.join(folder, name)) for name in names}
            )
        return self

    def note(self, file: str, page: Page, path: Path, at: Path) -> None:
        """From now on what stands at `path` of a file is written at `at` of a page."""
        for place in [known for known in self._from if known[0] == file and known[1][: len(path)] == path]:
            del self._from[place]
        self._from[file, path] = page, at

    def take_in(self, page: Page) -> None:
        """A file that changes others, and counts for the digest."""
        self._keep({os.path.basename(page.path): page.text})

    def note_all(self, page: Page, at: Path, file: str, path: Path) -> None:
        """From now on what stands at `path` of a file, with all below it, is the doing of `at` of a page."""
        self.note(file, page, path, at)
        self._wholes[file, path] = page, at

    def _keep(self, texts: Texts) -> None:
        self._depth += 1
        self._all |= {f"{self._depth}/{name}": text for name, text in texts.items()}

    def placed(self, found: Mapping[str, Iterable[Mismatch]]) -> UnusableRulebook:
        """Faults by file, each where its text is written."""
        by_page: dict[Page, list[Mismatch]] = {}
        for file, wrong in found.items():
            for path, fault in wrong:
                page, at = self.written_at(file, path)
                by_page.setdefault(page, []).append((at, fault))
        return in_order(fault for page, wrong in by_page.items() for fault in placed(page, wrong))

    def written_at(self, file: str, path: Path) -> tuple[Page, Path]:
        """The page on which a part of a file is written, and its place there."""
        for length in range(len(path), 0, -1):
            if (file, path[:length]) in self._wholes:
                return self._wholes[file, path[:length]]
            there = self._from.get((file, path[:length]))
            if there is not None:
                return there[0], (*there[1], *path[length:])
        return self._pages[file], path
