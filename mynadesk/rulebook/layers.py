"""A rulebook in layers: the files of a folder, and those that stand on them."""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from mynadesk.fault import UnusableRulebook
from mynadesk.rulebook.files import Page, Texts, digest_of, in_order, parse, placed, read_file
from mynadesk.rulebook.origins import Origins
from mynadesk.rulebook.overlay import lay_over
from mynadesk.strict_yaml import Mismatch


class Layers:
    """What the layers say together, and where each part of it is written."""

    def __init__(self, folder: str, texts: Texts) -> None:
        """The lowest layer. Raises UnusableRulebook with whatever is no YAML."""
        self.raw: dict[str, Any] = parse(folder, texts)
        self.origins = Origins(
            {name: Page(os.path.join(folder, f"{name}.yaml"), text) for name, text in texts.items()}
        )
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
                self.raw[name] = content
                self.origins.add(name, page)
            elif name != cover:
                note = partial(self.origins.note, name, page)
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

    def take_in(self, page: Page) -> None:
        """A file that changes others, and counts for the digest."""
        self._keep({os.path.basename(page.path): page.text})

    def _keep(self, texts: Texts) -> None:
        self._depth += 1
        self._all |= {f"{self._depth}/{name}": text for name, text in texts.items()}

    def placed(self, found: Mapping[str, Iterable[Mismatch]]) -> UnusableRulebook:
        """Faults by file, each where its text is written."""
        by_page: dict[Page, list[Mismatch]] = {}
        for file, wrong in found.items():
            for path, fault in wrong:
                page, at = self.origins.written_at(file, path)
                by_page.setdefault(page, []).append((at, fault))
        return in_order(fault for page, wrong in by_page.items() for fault in placed(page, wrong))
