"""A folder of YAML files into a Rulebook, or every fault that keeps it from being one."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

import msgspec

from mynadesk.fault import Fault, UnusableRulebook, UnusableText
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import faults_of
from mynadesk.strict_yaml import Marks, Mismatch, decode, read_yaml
from mynadesk.words import Words

_DIGEST_LENGTH = 12
_TYPES = {name: wanted for name, wanted in get_type_hints(Rulebook).items() if name != "digest"}
_Texts = dict[str, str]


def load_rulebook(folder: str) -> Rulebook:
    """The rulebook in `folder`.

    Raises:
        UnusableRulebook: with every fault that was found, each with file, line and column.
    """
    texts = _read_files(folder)
    raw = _parse(folder, texts)
    try:
        typed = {name: msgspec.convert(raw[name], wanted) for name, wanted in _TYPES.items()}
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        found = {name: mismatches(raw[name], wanted) for name, wanted in _TYPES.items()}
        raise _unusable(folder, texts, found) from None
    book = Rulebook(**typed, digest=_digest(texts))
    faults = faults_of(book)
    if faults:
        raise _unusable(folder, texts, faults)
    return book


def _read_files(folder: str) -> _Texts:
    """The text of each file by its name without ".yaml"."""
    try:
        there = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    except OSError:
        what = Words("この規則のフォルダーが開けません。", "This folder of rules cannot be opened.")
        mend = Words("--rules の場所を確かめてください。", "Check the folder named by --rules.")
        raise UnusableRulebook(Fault(what, mend, "", folder)) from None
    faults = [*_absent(folder, there), *_unknown(folder, there)]
    if faults:
        raise UnusableRulebook(*faults)
    return {name.removesuffix(".yaml"): _read_file(os.path.join(folder, name)) for name in there}


def _absent(folder: str, there: list[str]) -> Iterable[Fault]:
    for name in _TYPES:
        if f"{name}.yaml" not in there:
            what = Words("このファイルがありません。", "This file is missing.")
            mend = Words("配布された規則から戻してください。", "Put it back from the rules as shipped.")
            yield Fault(what, mend, "", os.path.join(folder, f"{name}.yaml"))


def _unknown(folder: str, there: list[str]) -> Iterable[Fault]:
    for name in there:
        if name.removesuffix(".yaml") not in _TYPES:
            what = Words("知らないファイルです。", "This file is not known.")
            mend = Words(
                "名前を直すか、控えなら別の場所に移してください。",
                "Mend its name, or move a spare copy elsewhere.",
            )
            yield Fault(what, mend, "", os.path.join(folder, name))


def _read_file(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return decode(file.read(), path)
    except OSError:
        what = Words("ファイルが読めません。", "The file cannot be read.")
        mend = Words("読み取りの権限を確かめてください。", "Check that it may be read.")
        raise UnusableRulebook(Fault(what, mend, "", path)) from None
    except UnusableText as error:
        raise UnusableRulebook(*error.faults) from None


def _parse(folder: str, texts: _Texts) -> dict[str, Any]:
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


def _digest(texts: _Texts) -> str:
    whole = hashlib.sha256()
    for name, text in texts.items():
        whole.update(f"{name}\0{text}\0".encode())
    return whole.hexdigest()[:_DIGEST_LENGTH]


def _unusable(folder: str, texts: _Texts, found: Mapping[str, Iterable[Mismatch]]) -> UnusableRulebook:
    """Faults in the order of their places: only now is it worth reading the files again with marks."""
    faults: list[Fault] = []
    for name, wrong in found.items():
        path_of_file = os.path.join(folder, f"{name}.yaml")
        marks: Marks = {}
        read_yaml(texts[name], path_of_file, marks)
        for path, fault in wrong:
            line, column = _nearest(marks, path)
            field = ".".join(str(part) for part in path)
            faults.append(fault._replace(field=field, file=path_of_file, line=line, column=column))
    return UnusableRulebook(*sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column)))


def _nearest(marks: Marks, path: tuple[str | int, ...]) -> tuple[int, int]:
    while path and path not in marks:
        path = path[:-1]
    return marks.get(path, (1, 1))
