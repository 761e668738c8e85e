"""The shipped rules with an edit, as a colleague would make it in an editor."""

from pathlib import Path

import msgspec

from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.strict_yaml import read_yaml


class Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change to one file: `by` in place of `replace`, or a whole file as in `write`."""

    file: str
    replace: str | None = None
    """It has to stand in the file exactly once."""
    replace_first: str | None = None
    by: str = ""
    write: str | None = None
    expected: list[str] = []
    """Messages in Japanese. {line}, {line+1} ... count from where the edit begins and {line of "..."} is the
    line that holds just this, so that the rules may grow above it."""

    def line(self, text: str) -> int:
        """The line of `text`, as it was, on which the edit begins."""
        if self.write is not None:
            return 1
        return text[: text.index(self._old(text))].count("\n") + 1

    def of(self, text: str) -> str:
        """The text as the edit leaves it."""
        return self.write if self.write is not None else text.replace(self._old(text), self.by, 1)

    def _old(self, text: str) -> str:
        if self.replace is not None:
            assert text.count(self.replace) == 1, f"{self.replace!r} does not stand in {self.file} once"
            return self.replace
        assert self.replace_first is not None
        return self.replace_first


def read_edit(path: Path) -> Edit:
    """The edit that a file of bad/ tells."""
    return msgspec.convert(read_yaml(path.read_text(encoding="utf-8"), path.name), Edit)


def shipped_texts() -> dict[str, str]:
    """Every file of the shipped rules by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in Path(shipped_rules()).glob("*.yaml")}


def write_rules(folder: Path, *edits: Edit) -> Path:
    """The shipped rules with some edits, in a new folder under `folder`."""
    texts = shipped_texts()
    for edit in edits:
        texts[edit.file] = edit.of(texts[edit.file])
    rules = folder / "rules"
    rules.mkdir()
    for name, text in texts.items():
        (rules / name).write_text(text, encoding="utf-8", newline="\n")
    return rules
