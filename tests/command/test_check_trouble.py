"""`mynadesk check` where something has to be mended: a sentence with its place, exit 2, never a traceback."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.command.running import AS_YAML, COMMAND, ROOT, Done, a_case, as_json, run

DEEP = 100_000
GOOD = as_json(a_case())


def assert_mendable(done: Done) -> None:
    """Refused with words for a person, and no answer where there is none."""
    assert done.status == 2
    assert done.out == ""
    assert done.err.endswith("\n")
    assert "Traceback" not in done.err
    assert len(done.err) < 2000


def with_text(text: str) -> bytes:
    """A case in JSON with this, as it stands, for its card."""
    return GOOD.replace(b'"presented"', text.encode())


UNUSABLE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "null cannot be used"),
    "blanks only": (b" \n\n \n", "null cannot be used"),
    "a text": (b'"holder"', '"holder" cannot be used. It should be a mapping of keys to values.'),
    "a number": (b"15", "15 cannot be used. It should be a mapping"),
    "a list of cases": (b"[" + GOOD.strip() + b"]", "It should be a mapping of keys to values."),
    "JSON that breaks off": (GOOD[:40], "line 1, column"),
    "YAML that breaks off": (
        b"operation: [reset\npins: 1\n",
        "line 1, column 12: This bracket is not closed.",
    ),
    "YAML with a tab": (b"operation: reset\n\tpins: 1\n", "line 2, column 1: This is indented with a tab."),
    "an anchor": (b"operation: &a reset\n", "line 1, column 12: Anchors, aliases and tags"),
    "two documents": (AS_YAML.encode() + b"---\n" + AS_YAML.encode(), "There is more than one document."),
    "the bytes of Windows": (
        "operation: reset\n# 窓口\n".encode("cp932"),
        "line 2, column 1: This is not UTF-8.",
    ),
    "the bytes of UTF-16": (GOOD.decode().encode("utf-16"), "This is not UTF-8."),
    "a control character": (
        b"operation: re\x00set\n",
        "line 1, column 14: The character U+0000 cannot be used.",
    ),
    "NaN": (with_text("NaN"), 'card: "NaN" cannot be used.'),
    "an infinite number": (with_text("1e999"), "card: inf cannot be used."),
    "a fraction": (with_text("1.0"), "card: 1.0 cannot be used."),
    "a large number": (
        with_text("9" * 400),
        "card: 99999999999999999999999999999999999999.. cannot be used.",
    ),
    "a huge number": (with_text("9" * 5000), "9999.. cannot be used."),
    "JSON nested very deeply": (with_text("[" * DEEP + "]" * DEEP), "This is nested too deeply."),
    "JSON nested deeply": (with_text("[" * 500 + "]" * 500), "cannot be used."),
    "a list nested very deeply": (b"[" * DEEP + b"]" * DEEP, "line 1, column 41: This is nested too deeply."),
    "YAML nested very deeply": (b"a: " + b"{a: " * DEEP + b"}" * DEEP, "This is nested too deeply."),
    "dashes nested very deeply": (b"- " * DEEP, "This is nested too deeply."),
    "a key twice in JSON": (
        GOOD.replace(b'"on"', b'"card"'),
        'line 1, column 1: "card" stands twice in one object. Remove one of them.',
    ),
    "a key twice in YAML": (
        AS_YAML.encode() + b"card: absent\n",
        'line 16, column 1: "card" stands here twice.',
    ),
    "a key twice in a document": (
        with_text('"presented"').replace(b'"kind"', b'"of": "holder", "kind"'),
        '"of"',
    ),
    "half a character": (with_text(r'"\ud800"'), r'card: "\ud800" cannot be used.'),
    "half a character as a key": (GOOD.replace(b'"on"', rb'"\udfff"'), r"\udfff: This key is not known."),
    "a terminal's orders": (with_text(r'"\u001b[31m\u0007"'), r'card: "\x1b[31m\x07" cannot be used.'),
    "a line break": (with_text(r'"a\nb: c"'), r'card: "a\nb: c" cannot be used.'),
    "a very long text": (with_text('"' + "x" * 5_000_000 + '"'), "x.. cannot be used."),
    "a very long list": (with_text("[" + '"presented",' * 400_000 + "1]"), ".. cannot be used."),
    "a very long key": (GOOD.replace(b'"on"', b'"' + b"k" * 5_000_000 + b'"'), "This key is not known."),
}


@pytest.mark.parametrize("trouble", UNUSABLE)
def test_an_unusable_case_is_refused_with_its_reason(trouble: str) -> None:
    given, reason = UNUSABLE[trouble]
    done = run("check", "--lang", "en", given=given)
    assert_mendable(done)
    assert reason in done.err


@pytest.mark.parametrize(
    "trouble", [name for name, (given, _) in UNUSABLE.items() if b"\n" not in given.strip()]
)
def test_an_unusable_line_stops_no_other_line(trouble: str) -> None:
    given = UNUSABLE[trouble][0].strip()
    done = run("check", "--jsonl", given=GOOD + given + b"\n" + GOOD)
    first, bad, last = done.answers()
    assert (done.status, done.err) == (2, "")
    assert first == last
    assert list(bad) == ["line", "error"]
    assert bad["line"] == 2


# Where the trouble is


def test_the_message_names_file_line_column_and_field_of_yaml(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(AS_YAML.replace("of: holder", "of: visitor"), encoding="utf-8")
    japanese, english = run("check", str(file)), run("check", "--lang", "en", str(file))
    assert_mendable(japanese)
    assert japanese.err == (
        f"{file} 13行 3列 documents[0].of: 「visitor」は使えません。 書けるのは holder です。\n"
    )
    assert english.err == (
        f'{file}, line 13, column 3, documents[0].of: "visitor" cannot be used. It should be holder.\n'
    )


def test_the_message_names_file_line_column_and_field_of_json(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(a_case(card="gone"), indent=2), encoding="utf-8")
    done = run("check", str(file), "--lang", "en")
    assert_mendable(done)
    assert done.err.startswith(f'{file}, line 15, column 3, card: "gone" cannot be used.')


def test_all_faults_are_named_at_once_in_their_lines() -> None:
    wrong = AS_YAML.replace("false", "no").replace("passport", "pasport").replace("reset", "Reset")
    done = run("check", "--lang", "en", given=wrong.encode())
    assert_mendable(done)
    places = [line.split(": ")[0] for line in done.err.splitlines()]
    assert places == [
        "standard input, line 2, column 1, operation",
        "standard input, line 7, column 3, holder.under_15",
        "standard input, line 8, column 3, holder.adult_ward",
        "standard input, line 12, column 3, documents[0].kind",
    ]


def test_an_unknown_key_is_answered_by_the_one_that_was_meant() -> None:
    done = run("check", "--lang", "en", given=as_json(a_case(postge=True)))
    assert done.err.endswith("postge: This key is not known. Known are: postage.\n")
    assert "使えるのは postage です。" in run("check", given=as_json(a_case(postge=True))).err


def test_a_required_key_that_is_left_out_is_named() -> None:
    case = a_case()
    del case["operation"]
    done = run("check", "--lang", "en", given=as_json(case))
    assert_mendable(done)
    assert done.err.endswith('operation: This key is required. Add "operation".\n')


# Files and streams


of_posix = pytest.mark.skipif(os.name != "posix", reason="names and streams are like this on POSIX only")


@pytest.mark.parametrize("lines", [(), ("--jsonl",)])
def test_a_folder_and_a_file_that_is_not_there_are_named(lines: tuple[str, ...], tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json"):
        done = run("check", *lines, str(path))
        assert_mendable(done)
        assert done.err == f"{path}: このファイルは読めません。 名前と場所を確かめてください。\n"


@of_posix
def test_a_name_that_is_no_text_is_no_trouble() -> None:
    done = subprocess.run([*COMMAND, "check", b"\xff.json"], capture_output=True, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr.startswith(b"\\udcff.json: ")


@of_posix
@pytest.mark.parametrize("lines", ["", "--jsonl"])
def test_a_closed_standard_input_is_named(lines: str) -> None:
    done = subprocess.run(
        f'"{COMMAND[0]}" -m mynadesk check {lines} <&-', shell=True, capture_output=True, cwd=ROOT
    )
    assert done.returncode == 2
    assert "標準入力が閉じています。" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@of_posix
@pytest.mark.parametrize("lines", ["", "--jsonl"])
@pytest.mark.parametrize("target", ["&-", "/dev/full"])
def test_an_output_that_takes_nothing_is_named(lines: str, target: str) -> None:
    if target.startswith("/") and not Path(target).exists():
        pytest.skip("there is no full device here")
    done = subprocess.run(
        f'"{COMMAND[0]}" -m mynadesk check {lines} >{target}',
        shell=True,
        input=GOOD,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("stdout: 結果を書き出せません(")
    assert done.stderr.count(b"\n") == 1
