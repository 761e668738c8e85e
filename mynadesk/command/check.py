"""`mynadesk check`: cases in, decisions out. Standard output holds answers only."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any, BinaryIO

from mynadesk.command.answer import Answering
from mynadesk.command.output import write_out
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.fault import DeskError, Fault, UnusableCase, UnusableText
from mynadesk.rulebook.book import Rulebook
from mynadesk.strict_yaml import Marks, decode, path_of, read_yaml
from mynadesk.words import Language, Words

_STDIN = "-"


def check(book: Rulebook, file: str, language: Language, today: date) -> int:
    """Decide the one case in `file` ("-": standard input). The exit status."""
    try:
        case = read_one(book, file, language, today)
        _write(Answering(book).answer(decide(book, case)), indent=2)
    except DeskError as error:
        sys.stderr.write(f"{error.text(language)}\n")
        return 2
    return 0


def read_one(book: Rulebook, file: str, language: Language, today: date) -> Case:
    """The one case in `file` ("-": standard input).

    Raises:
        DeskError: with every fault, each told with its file, and its line where there is one.
    """
    name, text = _name(file, language), ""
    try:
        text = decode(_read(file), name)
        return read_case(book, _read_case_text(text), today)
    except UnusableCase as error:
        raise UnusableCase(*_placed(error.faults, text, name)) from None
    except DeskError as error:
        raise DeskError(*(_in_file(fault, name) for fault in error.faults)) from None


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
                answer = {"line": number, "error": _in_line(error, number).text(language)}
            _write(answer)
    except DeskError as error:
        sys.stderr.write(f"{error.text(language)}\n")
        return 2
    return status


def _in_line(error: DeskError, number: int) -> DeskError:
    """The error as it is found in its line of the whole input, where it tells a line at all."""
    return DeskError(*(fault._replace(line=number) if fault.line else fault for fault in error.faults))


def _in_file(fault: Fault, name: str) -> Fault:
    return fault._replace(file=fault.file or name)


def _placed(faults: Iterable[Fault], text: str, name: str) -> Iterator[Fault]:
    """The faults with their file, and with the line of each field where the text can be followed."""
    marks: Marks = {}
    with suppress(UnusableText):
        read_yaml(text, name, marks)  # JSON of the usual kind is YAML too
    for fault in faults:
        path = path_of(fault.field)
        while path and path not in marks:
            path = path[:-1]
        line, column = marks.get(path, (0, 0)) if fault.field else (0, 0)
        yield _in_file(fault, name)._replace(line=line, column=column)


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
    except _RefusedError as error:
        what, mend = error.args
        raise UnusableText(Fault(what, mend, "", "", 1, 1)) from None
    except ValueError:
        what = Words("大きすぎる数があります。", "A number is too large.")
        raise UnusableText(Fault(what, Words("数を直してください。", "Mend it."), "", "", 1, 1)) from None
    except RecursionError:
        what = Words("入れ子が深すぎます。", "This is nested too deeply.")
        mend = Words("構造を見直してください。", "Flatten the structure.")
        raise UnusableText(Fault(what, mend, "", "", 1, 1)) from None


class _RefusedError(ValueError):
    """JSON that is not refused by its reader, but here: what is wrong, and what would be right."""


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            shown = ascii(name[:40])[1:-1] if not name.isprintable() else name[:40]
            raise _RefusedError(
                Words(f"「{shown}」が2回あります。", f'"{shown}" stands twice in one object.'),
                Words("どちらか1つを消してください。", "Remove one of them."),
            )
        found[name] = value
    return found


def _no_constant(name: str) -> Any:
    raise _RefusedError(
        Words(f"{name}は使えません。", f"{name} cannot be used."),
        Words("この値を直してください。", "Mend this value."),
    )


def _name(file: str, language: Language) -> str:
    return Words("標準入力", "standard input").in_(language) if file == _STDIN else file


def _read(file: str) -> bytes:
    return b"".join(_lines(file))


def _lines(file: str) -> Iterator[bytes]:
    try:
        with _open(file) as stream:
            yield from stream
    except OSError as error:
        what = Words("このファイルは読めません。", f"This file cannot be read ({error.strerror}).")
        mend = Words("名前と場所を確かめてください。", "Check its name and place.")
        raise UnusableText(Fault(what, mend, "", file)) from None


def _open(file: str) -> BinaryIO:
    if file != _STDIN:
        return open(file, "rb")
    if sys.stdin is None:  # closed by whoever started us
        what = Words("標準入力が閉じています。", "Standard input is closed.")
        raise UnusableText(Fault(what, Words("ファイル名を指定してください。", "Name a file.")))
    return sys.stdin.buffer


def _write(answer: dict[str, Any], indent: int | None = None) -> None:
    text = json.dumps(answer, ensure_ascii=False, indent=indent)
    # A lone surrogate in an input may come back in an error; it must not stop the answers after it.
    write_out(text.encode("utf-8", "backslashreplace") + b"\n")
