"""Files of a folder of rules: read, parsed, and their faults given places."""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from mynadesk.fault import Fault, UnusableRulebook, UnusableText
from mynadesk.strict_yaml import Marks, Mismatch, decode, read_yaml
from mynadesk.words import Words

_DIGEST_LENGTH = 12
Texts = dict[str, str]
"""The text of each file by its name without ".yaml"."""


class Page(NamedTuple):
    """A file and what stands in it."""

    path: str
    text: str


def absent_files(folder: str, there: Collection[str], wanted: Iterable[str]) -> Iterable[Fault]:
    """A fault for each of the `wanted` names that has no file among those that are there."""
    for name in wanted:
        if f"{name}.yaml" not in there:
            what = Words("このファイルがありません。", "This file is missing.")
            mend = Words("配布された規則から戻してください。", "Put it back from the rules as shipped.")
            yield Fault(what, mend, "", os.path.join(folder, f"{name}.yaml"))


def read_file(path: str) -> str:
    """Its text. Raises UnusableRulebook."""
    try:
        with open(path, "rb") as file:
            return decode(file.read(), path)
    except OSError:
        what = Words("ファイルが読めません。", "The file cannot be read.")
        mend = Words("読み取りの権限を確かめてください。", "Check that it may be read.")
        raise UnusableRulebook(Fault(what, mend, "", path)) from None
    except UnusableText as error:
        raise UnusableRulebook(*error.faults) from None


def parse(folder: str, texts: Texts) -> dict[str, Any]:
    """What each file holds, as plain data. Raises UnusableRulebook with what is no YAML in any of them."""
    raw: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, text in texts.items():
        try:
            raw[name] = read_yaml(text, os.path.join(folder, f"{name}.yaml"))
        except UnusableText as error:
            faults += error.faults
    if faults:
        raise UnusableRulebook(*faults)
    return raw


def digest_of(texts: Texts) -> str:
    """12 hex digits over the content of all of them."""
    whole = hashlib.sha256()
    for name, text in texts.items():
        whole.update(f"{name}\0{text}\0".encode())
    return whole.hexdigest()[:_DIGEST_LENGTH]


def unusable(folder: str, texts: Texts, found: Mapping[str, Iterable[Mismatch]]) -> UnusableRulebook:
    """Faults of a folder, by place: only now is it worth reading the files again with marks."""
    faults: list[Fault] = []
    for name, wrong in found.items():
        faults += placed(Page(os.path.join(folder, f"{name}.yaml"), texts[name]), wrong)
    return in_order(faults)


def placed(page: Page, wrong: Iterable[Mismatch]) -> Iterator[Fault]:
    """Faults of one file with their lines and columns."""
    marks: Marks = {}
    read_yaml(page.text, page.path, marks)
    for path, fault in wrong:
        line, column = _nearest(marks, path)
        field = ".".join(str(part) for part in path)
        yield fault._replace(field=field, file=page.path, line=line, column=column)


def in_order(faults: Iterable[Fault]) -> UnusableRulebook:
    """Faults in the order of their places."""
    return UnusableRulebook(*sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column)))


def _nearest(marks: Marks, path: tuple[str | int, ...]) -> tuple[int, int]:
    while path and path not in marks:
        path = path[:-1]
    return marks.get(path, (1, 1))
