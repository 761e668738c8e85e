"""Each file of bad/ is one edit that breaks the shipped rules, and exactly what its author is told."""

import os
import re
from pathlib import Path

import pytest

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Language
from tests.rulebook.edits import Edit, read_edit, shipped_texts, write_rules

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))
SHIPPED = shipped_texts()

LINE = re.compile(r"\{line([+-]\d+)?\}")
LINE_OF = re.compile(r'\{line of "(.+)"\}')
QUOTED = re.compile(r'"[^"]*"')
JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")


def refused(rules: Path) -> tuple[Fault, ...]:
    """The faults for which the rules in a folder are refused, with the names of their files only."""
    with pytest.raises(UnusableRulebook) as caught:
        load_rulebook(str(rules))
    folder = f"{rules}{os.sep}"
    return tuple(fault._replace(file=fault.file.removeprefix(folder)) for fault in caught.value.faults)


def texts(faults: tuple[Fault, ...], language: Language) -> list[str]:
    """The message of each fault."""
    return [fault.text(language) for fault in faults]


def with_lines(message: str, edit: Edit) -> str:
    """An expected message with the lines on which it points."""
    file = message.partition(" ")[0]
    first = edit.line(SHIPPED[edit.file])
    text = edit.of(SHIPPED[file]) if file == edit.file else SHIPPED[file]
    lines = [line.strip() for line in text.split("\n")]
    message = LINE.sub(lambda found: str(first + int(found[1] or 0)), message)
    return LINE_OF.sub(lambda found: str(lines.index(found[1]) + 1), message)


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_a_bad_rulebook_is_refused_with_these_very_words(bad: Path, tmp_path: Path) -> None:
    """Whoever keeps the rules cannot program, so the message has to say what is wrong and what is right."""
    edit = read_edit(bad)
    faults = refused(write_rules(tmp_path, edit))
    assert texts(faults, "ja") == [with_lines(message, edit) for message in edit.expected]


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_the_same_is_said_in_plain_english(bad: Path, tmp_path: Path) -> None:
    """Only what is quoted from the rules may be Japanese."""
    for fault in refused(write_rules(tmp_path, read_edit(bad))):
        said = f"{fault.what.en} {fault.mend.en}"
        assert fault.what.en
        assert fault.mend.en
        assert not JAPANESE.search(QUOTED.sub("", said)), said


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_every_bad_rulebook_says_what_it_shows(bad: Path) -> None:
    """The first line is a sentence: a list of edits without it could not be read."""
    first = bad.read_text(encoding="utf-8").split("\n")[0]
    assert re.fullmatch(r"# [A-Z0-9].+\.", first), first


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    """A rulebook without its reasons would decide wrongly, not less."""
    rules = write_rules(tmp_path)
    (rules / "reasons.yaml").unlink()
    assert texts(refused(rules), "ja") == [
        "reasons.yaml: このファイルがありません。 配布された規則から戻してください。"
    ]


def test_a_file_that_is_not_known_is_named(tmp_path: Path) -> None:
    """A spare copy in the folder could be taken for the rule in force."""
    rules = write_rules(tmp_path)
    (rules / "reasons_old.yaml").write_text("{}\n", encoding="utf-8")
    assert texts(refused(rules), "ja") == [
        "reasons_old.yaml: 知らないファイルです。 名前を直すか、控えなら別の場所に移してください。"
    ]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    """A typing slip after --rules must not look like an empty rulebook."""
    with pytest.raises(UnusableRulebook) as caught:
        load_rulebook(str(tmp_path / "nowhere"))
    assert caught.value.text("ja") == (
        f"{tmp_path / 'nowhere'}: この規則のフォルダーが開けません。 "
        "フォルダーの名前と場所を確かめてください。"
    )


def test_a_file_saved_in_the_encoding_of_old_windows_is_refused_with_its_line(tmp_path: Path) -> None:
    """Old editors save Japanese as cp932 without asking."""
    rules = write_rules(tmp_path)
    (rules / "reasons.yaml").write_bytes(SHIPPED["reasons.yaml"].encode("cp932"))
    line = SHIPPED["reasons.yaml"].split("\n").index("  label: {ja: 病気, en: Illness}") + 1
    assert texts(refused(rules), "ja") == [
        f"reasons.yaml {line}行 1列: UTF-8ではない文字があります。 文字コードUTF-8で保存し直してください。"
    ]


def test_a_hundred_thousand_brackets_are_refused_at_once(tmp_path: Path) -> None:
    """Deep nesting must end in a message, not in a crash."""
    rules = write_rules(tmp_path)
    (rules / "notices.yaml").write_text("[" * 100_000, encoding="utf-8")
    assert texts(refused(rules), "ja") == [
        "notices.yaml 1行 41列: 入れ子が深すぎます。 構造を見直してください。"
    ]


def test_a_control_character_is_refused_with_its_place(tmp_path: Path) -> None:
    """It cannot be seen in the editor, so the message has to say where it is."""
    rules = write_rules(tmp_path)
    (rules / "reasons.yaml").write_text("a: b\nillness: \x07x\n", encoding="utf-8")
    assert texts(refused(rules), "ja") == [
        "reasons.yaml 2行 10列: 使えない文字 U+0007 があります。 その文字を取り除いてください。"
    ]


def test_every_file_that_cannot_be_read_is_named_at_once(tmp_path: Path) -> None:
    """Who mends one file should not have to find the next by trying again."""
    rules = write_rules(tmp_path)
    for name in ("notices.yaml", "reasons.yaml"):
        (rules / name).write_text("a: [\n", encoding="utf-8")
    assert [fault.file for fault in refused(rules)] == ["notices.yaml", "reasons.yaml"]
