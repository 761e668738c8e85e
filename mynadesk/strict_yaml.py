"""YAML read strictly: what is written is what is meant.

Only `true`, `false`, `null` (or nothing) and plain integers are more than text, and keys are always
text: so 2020-01-31 stays text until a date is wanted, and NO is no boolean. Duplicate keys, anchors,
aliases, tags, several documents and deep nesting are refused.
"""

import re
from typing import Any

import yaml

from mynadesk.fault import Fault, UnusableText
from mynadesk.words import Words

type_of_loader: Any = getattr(yaml, "CLoader", yaml.Loader)
Path = tuple[str | int, ...]
Marks = dict[Path, tuple[int, int]]
Mismatch = tuple[Path, Fault]
"""What is wrong at a path of a document."""

_DEEPEST = 40
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_FIELD = re.compile(r"[^.\[\]]+")
_CONSTANTS: dict[str, Any] = {"true": True, "false": False, "null": None, "": None}


def path_of(field: str) -> Path:
    """The path of a field that is written like `documents[0].kind`."""
    return tuple(int(part) if part.isdecimal() else part for part in _FIELD.findall(field))


def decode(data: bytes, file: str) -> str:
    """The text of a file. Raises UnusableText where it is not UTF-8, naming the line."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = Words("UTF-8ではない文字があります。", "This is not UTF-8.")
        mend = Words("文字コードUTF-8で保存し直してください。", "Save the file as UTF-8.")
        raise UnusableText(Fault(what, mend, "", file, line, 1)) from None


def read_yaml(text: str, file: str, marks: Marks | None = None) -> Any:
    """The one document of `text` as dicts, lists, text, integers, booleans and None.

    Args:
        text: The document.
        file: Its name in faults.
        marks: Where given, filled with the line and column (from 1) of each path; this is slower.

    Raises:
        UnusableText: with file, line and column.
    """
    try:
        return _Builder(text, file, marks).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text, file) from None
    except (yaml.YAMLError, ValueError):
        raise _control_character(text, file) from None


def _control_character(text: str, file: str) -> UnusableText:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    before, code = (text[: found.start()], f"U+{ord(found[0]):04X}") if found else ("", "")
    what = Words(f"使えない文字 {code} があります。", f"The character {code} cannot be used.")
    mend = Words("その文字を取り除いてください。", "Remove it.")
    column = len(before) - before.rfind("\n")
    return UnusableText(Fault(what, mend, "", file, before.count("\n") + 1, column))


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> UnusableText:
    found = error.problem_mark or error.context_mark
    lines = text.split("\n")
    if slip := _slip(lines, found.line + 1 if found else 1, file):
        return UnusableText(slip)
    from mynadesk.yaml_sentences import told  # wanted only here

    what, mend, mark = told(error, lines)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return UnusableText(Fault(what, mend, "", file, line, column))


def _slip(lines: list[str], line: int, file: str) -> Fault | None:
    """The usual slip behind a fault that YAML finds in this line, or only in the line after it."""
    from mynadesk.yaml_sentences import USUAL  # wanted only here

    for number in (line, line - 1):
        text = lines[number - 1] if 0 < number <= len(lines) else ""
        for pattern, what, mend in USUAL:
            if found := pattern.match(text):
                return Fault(what, mend, "", file, number, found.end())
    return None


class _Builder:
    """Builds plain data from the parser's events, so that nothing is resolved behind our back."""

    def __init__(self, text: str, file: str, marks: Marks | None) -> None:
        self._next = type_of_loader(text).get_event
        self._file = file
        self._marks = marks

    def document(self) -> Any:
        self._next()  # the stream's start
        if type(self._next()) is yaml.StreamEndEvent:
            return None
        value = self._value(self._next(), (), 0)
        self._next()  # the document's end
        if type(second := self._next()) is not yaml.StreamEndEvent:
            raise self._refuse(
                second, "文書が2つ以上あります。", "「---」の行を消して1つにしてください。",
                "There is more than one document.", 'Remove the line "---".',
            )  # fmt: skip
        return value

    def _value(self, event: Any, path: Path, depth: int) -> Any:
        if self._marks is not None:
            mark = event.start_mark
            self._marks[path] = (mark.line + 1, mark.column + 1)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or (event.tag and event.tag != "!"):
            raise self._refuse(
                event, "目印(&、*)や型の指定(!)は使えません。", "値をそのまま書いてください。",
                "Anchors, aliases and tags are not allowed.", "Write the value itself.",
            )  # fmt: skip
        if kind is yaml.ScalarEvent:
            return _scalar(event)
        if depth == _DEEPEST:
            raise self._refuse(
                event, "入れ子が深すぎます。", "構造を見直してください。",
                "This is nested too deeply.", "Flatten the structure.",
            )  # fmt: skip
        return (
            self._mapping(path, depth + 1) if kind is yaml.MappingStartEvent else self._list(path, depth + 1)
        )

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        get = self._next
        while type(event := get()) is not yaml.MappingEndEvent:
            key = self._key(event, found)
            found[key] = self._value(get(), (*path, key) if self._marks is not None else path, depth)
            if self._marks is not None:
                self._marks[(*path, key)] = (event.start_mark.line + 1, event.start_mark.column + 1)
        return found

    def _key(self, event: Any, found: dict[str, Any]) -> str:
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag:
            raise self._refuse(
                event, "項目名は文字だけで書きます。", "かっこや記号を使わない名前にしてください。",
                "A key must be plain text.", "Use a plain name.",
            )  # fmt: skip
        key: str = event.value
        if key in found:
            raise self._refuse(
                event, f"「{key}」が2回あります。", "どちらか1つを消してください。",
                f'"{key}" stands here twice.', "Remove one of them.",
            )  # fmt: skip
        return key

    def _list(self, path: Path, depth: int) -> list[Any]:
        found: list[Any] = []
        get = self._next
        while type(event := get()) is not yaml.SequenceEndEvent:
            found.append(self._value(event, (*path, len(found)) if self._marks is not None else path, depth))
        return found

    def _refuse(self, event: Any, what_ja: str, mend_ja: str, what_en: str, mend_en: str) -> UnusableText:
        mark = event.start_mark
        what, mend = Words(what_ja, what_en), Words(mend_ja, mend_en)
        return UnusableText(Fault(what, mend, "", self._file, mark.line + 1, mark.column + 1))


def _scalar(event: Any) -> Any:
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.match(text) else text
