"""What the YAML parser finds wrong, said to whoever wrote it: what is wrong, what to do, and where."""

import re
from typing import Any, NamedTuple

import yaml

from mynadesk.words import Words

USUAL = (
    (
        re.compile(r" *\t"),
        Words("タブで字下げされています。", "This is indented with a tab."),
        Words("タブを半角の空白に替えてください。", "Use blanks instead."),
    ),
    (
        re.compile(r" *\u3000"),
        Words("全角の空白で字下げされています。", "This is indented with a full-width blank."),
        Words("半角の空白に替えてください。", "Use half-width blanks instead."),
    ),
    (
        re.compile(r"[ -]*[A-Za-z0-9_./:-]+："),
        Words("「：」が全角です。", "The colon is full-width."),
        Words("半角の「: 」に替えてください。", 'Use a half-width ": ".'),
    ),
    (
        re.compile(r" *-(?=[A-Za-z_])"),
        Words("「-」のあとに空白がありません。", 'There is no blank behind the "-".'),
        Words("「-」のあとに半角の空白を1つ入れてください。", "Put one blank behind it."),
    ),
    (
        re.compile(r" *(?:- )?[a-z_]+:(?=[^\s:])(?!//)(?![^#\"']*: )"),
        Words("「:」のあとに空白がありません。", "There is no blank behind the colon."),
        Words("「:」のあとに半角の空白を1つ入れてください。", "Put one blank behind it."),
    ),
)
"""Slips that the parser finds only where they lead it astray, by the beginning of the line up to the slip."""
_DEEPER = (
    Words("字下げが前の行とそろっていません。", "The indentation differs from that of the line before."),
    Words(
        "同じ段の行と、行頭の空白の数をそろえてください。", "Give it as many blanks as the lines beside it."
    ),
)
_NO_YAML = Words("YAMLとして読めません。", "This is not YAML.")
_LOOK_AT = Words(
    "字下げ、半角の「: 」、かっこと引用符の閉じ忘れを確かめてください。",
    'Check the indentation, the half-width ": " and unclosed brackets or quotes.',
)
_NOT_HERE = "mapping values are not allowed in this context"
_NO_KEY = "did not find expected key"
_END = "found unexpected end of stream"
_PAIR = re.compile(r" *[a-z_]+: +\S")
_QUOTED = re.compile(r" *(?:- )?[A-Za-z0-9_./]+: +(?P<quote>\")")
_Said = dict[str, tuple[Words, Words]]

_UNCLOSED: _Said = {
    "did not find expected ',' or '}'": (
        Words("「{」が閉じていません。", "This brace is not closed."),
        Words("「}」で閉じてください。", 'Close it with "}".'),
    ),
    "did not find expected ',' or ']'": (
        Words("「[」が閉じていません。", "This bracket is not closed."),
        Words("「]」で閉じてください。", 'Close it with "]".'),
    ),
    _END: (
        Words("引用符が閉じていません。", "This quote is not closed."),
        Words("同じ引用符で閉じてください。", "Close it with the same mark."),
    ),
    "could not find expected ':'": (
        Words("この行に「: 」がありません。", 'There is no ": " in this line.'),
        Words("「項目: 値」の形にしてください。", 'Write it as "name: value".'),
    ),
}
"""What the parser says of something that began on an earlier line."""
_SYNTAX: _Said = {
    "did not find expected ',' or '}'": (
        Words("ここに「, 」か「}」が必要です。", 'Here ", " or "}" is wanted.'),
        Words("補うか、値を引用符で囲んでください。", "Add it, or put the value into quotes."),
    ),
    "did not find expected ',' or ']'": (
        Words("ここに「, 」か「]」が必要です。", 'Here ", " or "]" is wanted.'),
        Words("補うか、値を引用符で囲んでください。", "Add it, or put the value into quotes."),
    ),
    _NOT_HERE: (
        Words("ここに「: 」は書けません。", 'A ": " cannot stand here.'),
        Words(
            "値の中なら引用符で囲み、そうでなければ字下げと前の行を確かめてください。",
            "In a value put it into quotes; else check the indentation and the line before.",
        ),
    ),
    _NO_KEY: (
        Words("この行は前の行とつながりません。", "This does not go on from the line before."),
        Words(
            "字下げをそろえ、引用符のあとに何もないことを確かめてください。",
            "Line up the indentation, and leave nothing behind a closing quote.",
        ),
    ),
    "did not find expected '-' indicator": (
        Words("「- 」の並びの中に、「- 」のない行があります。", 'In a list this line has no "- ".'),
        Words("「- 」を付けるか、字下げを直してください。", 'Add "- ", or mend the indentation.'),
    ),
    "block sequence entries are not allowed in this context": (
        Words("「- 」はここでは始められません。", 'A "- " cannot begin here.'),
        Words("次の行から書いてください。", "Begin it on the next line."),
    ),
    "found character that cannot start any token": (
        Words("この文字では値を始められません。", "A value cannot begin with this character."),
        Words("値を引用符で囲んでください。", "Put the value into quotes."),
    ),
    "found unknown escape character": (
        Words("「\\」のあとの文字が使えません。", 'The character behind "\\" cannot be used.'),
        Words("「\\\\」と書くか、「'」で囲んでください。", 'Write "\\\\", or use single quotes.'),
    ),
}
"""What the parser says of a place."""


class _Mark(NamedTuple):
    """A place, counted from 0, as the parser's marks."""

    line: int
    column: int


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_deeper(lines: list[str], number: int) -> bool:
    """Whether a line "name: ..." is indented more than the one before it, which has a value already."""
    before = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip()), "")
    return _indent(before) < _indent(lines[number]) and bool(
        _PAIR.match(before) and _PAIR.match(lines[number])
    )


def _is_between(lines: list[str], number: int) -> bool:
    """Whether a line "name: ..." follows another one, and is indented less, though it goes on from it."""
    pair = number > 0 and _PAIR.match(lines[number - 1]) and _PAIR.match(lines[number])
    return bool(pair) and 0 < _indent(lines[number]) < _indent(lines[number - 1])


def _open_quote(lines: list[str], number: int) -> int | None:
    """Where in a line the quoted value begins that does not end there."""
    found = _QUOTED.match(lines[number]) if 0 <= number < len(lines) else None
    return found.start("quote") if found and lines[number].count('"') == 1 else None


def told(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Words, Words, Any]:
    """What is wrong, what would be right, and the parser's mark of the place; None where it has none."""
    begun, mark, problem = error.context_mark, error.problem_mark or error.context_mark, error.problem or ""
    if begun and mark and begun.line < mark.line and problem in _UNCLOSED:
        return (*_UNCLOSED[problem], begun)
    if mark and problem == _NOT_HERE and _is_deeper(lines, mark.line):
        return (*_DEEPER, _Mark(mark.line, _indent(lines[mark.line])))
    if mark and problem == _NO_KEY and _is_between(lines, mark.line):
        return (*_DEEPER, mark)
    if mark and problem == _NO_KEY and (quote := _open_quote(lines, mark.line - 1)) is not None:
        return (*_UNCLOSED[_END], _Mark(mark.line - 1, quote))
    return (*_SYNTAX.get(problem, (_NO_YAML, _LOOK_AT)), mark)
