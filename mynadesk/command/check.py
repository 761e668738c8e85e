"""`mynadesk check`: cases in, decisions out. Standard output holds answers only."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, BinaryIO

from mynadesk.command.answer import Answering
from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.fault import DeskError, Fault, UnusableText
from mynadesk.rulebook.book import Rulebook
from mynadesk.strict_yaml import Marks, Path, decode, read_yaml
from mynadesk.words import Language, Words

_STDIN = "-"
_PATH = re.compile(r"[^.\[\]]+")


def check(book: Rulebook, file: str, language: Language, today: date) -> int:
    """Decide the one case in `file` ("-": standard input). The exit status."""
    text = ""
    try:
        text = decode(_read(file), _name(file, language))
        case = read_case(book, _read_case_text(text), today)
    except DeskError as error:
        faults = (_placed(fault, text, _name(file, language)) for fault in error.faults)
        sys.stderr.write("".join(f"{fault.text(language)}\n" for fault in faults))
        return 2
    _write(Answering(book).answer(decide(book, case)), indent=2)
    return 0


def check_lines(book: Rulebook, file: str, language: Language, today: date) -> int:
    """Decide one case a line, in order; an unusable line is answered by its error. The exit status."""
    status, answering = 0, Answering(book)
    try:
        for number, line in enumerate(_lines(file), 1):
            try:
                case = read_case(book, read_json(decode(line, "")), today)
                answer: dict[str, Any] = answering.answer(decide(book, case))
            except DeskError as error:
                status = 2
                answer = {"line": number, "error": error.text(language)}
            _write(answer)
    except DeskError as error:
        sys.stderr.write(f"{error.text(language)}\n")
        return 2
    return status


def _placed(fault: Fault, text: str, file: str) -> Fault:
    """The fault with its file, and with the line of its field where the text can be followed."""
    marks: Marks = {}
    if fault.field and not fault.line:
        with suppress(UnusableText):
            read_yaml(text, file, marks)  # JSON of the usual kind is YAML too
    path: Path = tuple(int(part) if part.isdigit() else part for part in _PATH.findall(fault.field))
    while path and path not in marks:
        path = path[:-1]
    line, column = marks.get(path, (fault.line, fault.column))
    return fault._replace(file=fault.file or file, line=line, column=column)


def _read_case_text(text: str) -> Any:
    """JSON where it is JSON, else strict YAML. Raises UnusableText."""
    if text.lstrip()[:1] == "{":
        try:
            return read_json(text)
        except UnusableText as not_json:
            try:
                return read_yaml(text, "")  # {operation: reset, ...} is YAML too
            except UnusableText:
                raise not_json from None
    return read_yaml(text, "")


def read_json(text: str) -> Any:
    """One JSON value, read as strictly as the YAML. Raises UnusableText with line and column."""
    try:
        return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        what = Words("JSONとして読めません。", f"This is not JSON: {error.msg}.")
        mend = Words("引用符、コンマ、かっこを確かめてください。", "Check quotes, commas and brackets.")
        raise UnusableText(Fault(what, mend, "", "", error.lineno, error.colno)) from None
    except (ValueError, RecursionError) as error:
        shown = str(error) if isinstance(error, _TwinError) else type(error).__name__
        what = Words(f"JSONとして使えません({shown})。", f"This JSON cannot be used ({shown}).")
        mend = Words(
            "同じ項目の重複や、大きすぎる数・入れ子を直してください。",
            "Mend repeated keys, huge numbers, deep nesting.",
        )
        raise UnusableText(Fault(what, mend, "", "", 1, 1)) from None


class _TwinError(ValueError):
    """A key that stands twice in one object."""


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise _TwinError(f'"{twin[:40]}" x2')
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _name(file: str, language: Language) -> str:
    return Words("標準入力", "standard input").in_(language) if file == _STDIN else file


def _read(file: str) -> bytes:
    with _open(file) as stream:
        return stream.read()


def _lines(file: str) -> Iterator[bytes]:
    with _open(file) as stream:
        yield from stream


def _open(file: str) -> BinaryIO:
    if file == _STDIN:
        return sys.stdin.buffer
    try:
        return open(file, "rb")
    except OSError as error:
        what = Words("このファイルは開けません。", f"This file cannot be opened ({error.strerror}).")
        mend = Words("名前と場所を確かめてください。", "Check its name and place.")
        raise UnusableText(Fault(what, mend, "", file)) from None


def _write(answer: dict[str, Any], indent: int | None = None) -> None:
    text = json.dumps(answer, ensure_ascii=False, indent=indent)
    # A lone surrogate in an input may come back in an error; it must not stop the answers after it.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.flush()
