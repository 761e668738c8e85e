"""What the YAML parser finds wrong, said to whoever wrote it: what is wrong, what to do, and where."""

from typing import Any

import yaml

from mynadesk.words import Words

_NO_YAML = Words("YAMLとして読めません。", "This is not YAML.")
_LOOK_AT = Words(
    "字下げ、半角の「: 」、かっこと引用符の閉じ忘れを確かめてください。",
    'Check the indentation, the half-width ": " and unclosed brackets or quotes.',
)
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
    "found unexpected end of stream": (
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
    "mapping values are not allowed in this context": (
        Words("ここに「: 」は書けません。", 'A ": " cannot stand here.'),
        Words(
            "値の中なら引用符で囲み、そうでなければ字下げと前の行を確かめてください。",
            "In a value put it into quotes; else check the indentation and the line before.",
        ),
    ),
    "did not find expected key": (
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


def told(error: yaml.MarkedYAMLError) -> tuple[Words, Words, Any]:
    """What is wrong, what would be right, and the parser's mark of the place; None where it has none."""
    begun, mark, problem = error.context_mark, error.problem_mark or error.context_mark, error.problem or ""
    if begun and mark and begun.line < mark.line and problem in _UNCLOSED:
        return (*_UNCLOSED[problem], begun)
    return (*_SYNTAX.get(problem, (_NO_YAML, _LOOK_AT)), mark)
