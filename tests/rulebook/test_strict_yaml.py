"""YAML is read strictly: what is written is what is meant."""

import random
from typing import Any

import pytest

from mynadesk.fault import UnusableText
from mynadesk.strict_yaml import Marks, decode, read_yaml


def refusal(text: str) -> str:
    """Why a text is refused, in Japanese."""
    with pytest.raises(UnusableText) as caught:
        read_yaml(text, "x.yaml")
    assert len(caught.value.faults) == 1
    return caught.value.text("ja")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("NO", "NO"),
        ("on", "on"),
        ("True", "True"),
        ("~", "~"),
        ("2012-04-01", "2012-04-01"),
        ("0123", "0123"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.5", "1.5"),
        (".5", ".5"),
        ("1e3", "1e3"),
        ("9999999999999999999", "9999999999999999999"),
        ("'true'", "true"),
        ('"1"', "1"),
        ("<<", "<<"),
    ],
)
def test_only_true_false_null_and_plain_integers_are_more_than_text(written: str, meant: Any) -> None:
    """NO is a country, 2012-04-01 a date that is wanted as written, 0123 no octal number."""
    found = read_yaml(f"key: {written}\n", "x.yaml")["key"]
    assert (type(found), found) == (type(meant), meant)


def test_keys_are_always_text() -> None:
    """`on:` and `1:` are names like any other."""
    assert read_yaml("on: a\n1: b\ntrue: c\n", "x.yaml") == {"on": "a", "1": "b", "true": "c"}


def test_a_text_without_content_is_nothing() -> None:
    """Comments alone are no document."""
    assert read_yaml("# nothing\n", "x.yaml") is None


def test_json_is_yaml_too() -> None:
    """Programs write cases as JSON."""
    assert read_yaml('{"a": [1, true, null, "\\u4e8c"]}', "x.json") == {"a": [1, True, None, "二"]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "3行 1列: 「a」が2回あります。"),
        ("a: &x 1\n", "1行 4列: 目印(&、*)や型の指定(!)は使えません。"),
        ("a: *x\n", "1行 4列: 目印(&、*)や型の指定(!)は使えません。"),
        ("a: !!python/name:os.system\n", "1行 4列: 目印(&、*)や型の指定(!)は使えません。"),
        ("&x a: 1\n", "1行 1列: 項目名は文字だけで書きます。"),
        ("[a, b]: 1\n", "1行 1列: 項目名は文字だけで書きます。"),
        ("{a: 1}: 1\n", "1行 1列: 項目名は文字だけで書きます。"),
        ("a: 1\n---\nb: 2\n", "2行 1列: 文書が2つ以上あります。"),
        ("a:\n\tb: 1\n", "2行 1列: タブで字下げされています。"),
        ("a:\n  b：1\n  c: 2\n", "2行 4列: 「：」が全角です。"),
        ("- a：1\n  b: 2\n", "1行 4列: 「：」が全角です。"),
        ("a: {b: 1\n", "1行 4列: 「{」が閉じていません。"),
        ("a: 1\nb: [1, 2\nc: 3\n", "2行 4列: 「[」が閉じていません。"),
        ("a: 'b\n", "1行 4列: 引用符が閉じていません。"),
        ("a: {b: c d: e}\n", "1行 11列: ここに「, 」か「}」が必要です。"),
        ("a: [1, 2}\n", "1行 9列: ここに「, 」か「]」が必要です。"),
        ("a: b: c\n", "1行 5列: ここに「: 」は書けません。"),
        ("a: 1\nb\nc: 2\n", "2行 1列: この行に「: 」がありません。"),
        ("a:\n\u3000b: 1\n  c: 2\n", "2行 1列: 全角の空白で字下げされています。"),
        ("a:\n  b:1\n  c: 2\n", "2行 4列: 「:」のあとに空白がありません。"),
        ("a:\n  - b\n  -c\n  - d\n", "3行 3列: 「-」のあとに空白がありません。"),
        ("a:\n  b: 1\n   c: 2\n", "3行 4列: 字下げが前の行とそろっていません。"),
        ("a:\n  b: 1\n c: 2\n", "3行 2列: 字下げが前の行とそろっていません。"),
        ('a:\n  b: "1\n  c: "2"\n', "2行 6列: 引用符が閉じていません。"),
        ('a:\n  b: "1" c\n  d: 2\n', "2行 10列: この行は前の行とつながりません。"),
        ("- a\nb: 1\n", "2行 1列: 「- 」の並びの中に、「- 」のない行があります。"),
        ("a: - b\n", "1行 4列: 「- 」はここでは始められません。"),
        ("a: @x\n", "1行 4列: この文字では値を始められません。"),
        ('a: "\\q"\n', "1行 5列: 「\\」のあとの文字が使えません。"),
        ("a: }\n", "1行 4列: YAMLとして読めません。"),
        ("二: 二\na: \x07\n", "2行 4列: 使えない文字 U+0007 があります。"),
        ("二: 二\r\na: \x1b[0m\r\n", "2行 4列: 使えない文字 U+001B があります。"),
        ("[" * 100_000, "1行 41列: 入れ子が深すぎます。"),
        ("{a: " * 100_000, "1行 161列: 入れ子が深すぎます。"),
        ("- " * 100_000, "1行 81列: 入れ子が深すぎます。"),
    ],
)
def test_a_trap_is_refused_where_it_stands(text: str, message: str) -> None:
    """Line and column count from 1, in characters."""
    assert refusal(text).startswith(f"x.yaml {message}")


def test_a_full_width_colon_in_a_sentence_is_not_blamed() -> None:
    """It is the bracket that is wrong here."""
    assert refusal("a: {b: 注：これ\nc: 1\n").startswith("x.yaml 1行 4列: 「{」が閉じていません。")


def test_half_a_character_is_refused() -> None:
    """A lone surrogate comes in where a file name or an argument was no Unicode."""
    assert refusal("a: \ud800\n").startswith("x.yaml 1行 4列: 使えない文字 U+D800 があります。")


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-16"])
def test_a_text_in_another_encoding_is_refused_with_its_line(encoding: str) -> None:
    """The first byte that is no UTF-8 tells the line."""
    with pytest.raises(UnusableText) as caught:
        decode("a: 1\nb: 病気\n".encode(encoding), "x.yaml")
    line = 1 if encoding == "utf-16" else 2
    assert caught.value.text("ja").startswith(f"x.yaml {line}行 1列: UTF-8ではない文字があります。")


def test_the_mark_that_editors_put_before_utf_8_is_no_fault() -> None:
    """Notepad writes it."""
    assert decode("\ufeffa: 1\n".encode(), "x.yaml") == "a: 1\n"


def is_refused(data: bytes) -> bool:
    """Whether a file with these bytes is refused, and not read in some way."""
    try:
        read_yaml(decode(data, "x.yaml"), "x.yaml")
    except UnusableText:
        return True
    return False


def test_whatever_bytes_a_file_has_they_end_in_a_reading_or_a_message() -> None:
    """A rulebook or a case may be any file by mistake."""
    chance = random.Random(20261123)
    refused = [is_refused(chance.randbytes(40)) for _ in range(500)]
    assert all(refused)


def test_marks_tell_the_place_of_every_key_and_item() -> None:
    """Faults that are found after reading point back into the file."""
    marks: Marks = {}
    read_yaml("a:\n  - 一: {b: 2}\n  - c\n", "x.yaml", marks)
    assert marks[("a",)] == (1, 1)
    assert marks[("a", 0)] == (2, 5)
    assert marks[("a", 0, "一", "b")] == (2, 9)
    assert marks[("a", 1)] == (3, 5)
