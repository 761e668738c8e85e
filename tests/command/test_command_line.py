"""What can be typed after `mynadesk`."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mynadesk import __version__
from mynadesk.command.arguments import parse
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import width
from tests.command.running import SPEAKS_NO_JAPANESE, a_case, as_json, run

GOOD = as_json(a_case())


def test_the_version_is_told() -> None:
    assert run("--version") == (0, f"mynadesk {__version__}\n", "")


@pytest.mark.parametrize(
    "typed",
    [
        "", "ask", "check", "handout", "doctor", "practice", "practice sheet", "daybook", "daybook drop",
        "rules",
        "rules check", "rules prove", "rules diff", "rules schema", "rules audit", "rules rule",
    ],
)  # fmt: skip
def test_no_line_of_any_help_is_wider_than_a_terminal(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse([*typed.split(), "--help"])
    lines = capsys.readouterr().out.split("\n")
    assert [line for line in lines if width(line) > 80] == []
    assert any(line.startswith("usage: mynadesk") for line in lines)


def test_the_help_is_readable_in_both_languages() -> None:
    done = run("--help", COLUMNS="80")
    assert (done.status, done.err) == (0, "")
    for words in (
        *("マイナンバーカードの暗証番号の手続き", "the PINs of a My Number Card"),
        *("規則のフォルダー", "folder of rules"),
        *("1件を判定する", "decide one case"),
        *("キーの一覧", "lists the keys"),
    ):
        assert words in done.out.replace("\n", "" if not words.isascii() else " ")
    for option in ("--rules DIR", "--lang", "--on DATE", "--version", "--office ID", "check"):
        assert option in done.out


def test_the_help_of_check_names_its_options() -> None:
    done = run("check", "-h")
    assert (done.status, done.err) == (0, "")
    for option in ("--jsonl", "FILE", "--rules DIR", "--lang", "--on DATE", "標準入力", "stdin"):
        assert option in done.out


def test_help_comes_even_where_japanese_cannot_be_written() -> None:
    done = run("--help", given=b"", PYTHONIOENCODING="ascii", **SPEAKS_NO_JAPANESE)
    assert (done.status, done.err) == (0, "")
    assert "decide one case" in done.out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--rulez", "x", "check"), "'x'"),
        (("check", "--yaml"), "--yaml"),
        (("decide",), "'decide'"),
        (("check", "one.json", "two.json"), "two.json"),
        (("--lang", "fr", "check"), "'fr'"),
        (("check", "--on", "tomorrow"), "tomorrow は日付ではありません (YYYY-MM-DD)"),
        (("check", "--on", "20261123"), "20261123 は日付ではありません"),
        (("check", "--on", "2026-W05-2"), "2026-W05-2 は日付ではありません"),
        (("check", "--on", "2026-02-30"), "2026-02-30 は日付ではありません"),
        (("check", "--rules"), "--rules"),
    ],
)
def test_what_is_not_known_is_named_with_the_way_to_help(arguments: tuple[str, ...], named: str) -> None:
    done = run(*arguments, given=GOOD)
    assert (done.status, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("mynadesk: 指定が正しくありません: ")
    assert named in first
    assert second == "mynadesk --help で使い方が出ます。"


NO_TERMINAL = {
    "ja": "受付画面には端末が必要です。端末がないところでは mynadesk ask か mynadesk check が使えます"
    "(mynadesk --help)。",
    "en": "The desk needs a terminal. Without one, mynadesk ask and mynadesk check work"
    " (see mynadesk --help).",
}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_without_a_terminal_the_desk_says_so(lang: str) -> None:
    done = run("--lang", lang)
    assert (done.status, done.out) == (2, "")
    assert done.err == NO_TERMINAL[lang] + "\n"


def test_options_may_stand_before_or_after_the_command_and_the_last_counts() -> None:
    before = parse(["--lang", "en", "--on", "2026-01-02", "--rules", "a", "check", "--jsonl", "x"])
    after = parse(["check", "x", "--rules", "a", "--on", "2026-01-02", "--jsonl", "--lang", "en"])
    both = parse(["--lang", "ja", "--on", "2026-01-01", "--rules", "b", "check", *("--lang", "en")])
    assert vars(before) == vars(after)
    assert (before.lang, before.on.isoformat(), before.rules) == ("en", "2026-01-02", "a")
    assert (both.lang, both.on.isoformat(), both.rules) == ("en", "2026-01-01", "b")


def test_an_option_before_the_command_is_heard_by_it() -> None:
    bad = as_json(a_case(card="gone"))
    before, after = run("--lang", "en", "check", given=bad), run("check", "--lang", "en", given=bad)
    assert before == after
    assert "cannot be used" in before.err


# Another rulebook


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_rules(), tmp_path / "規則"))


def test_a_copy_of_the_rules_decides_alike(rules: Path) -> None:
    assert run("--rules", str(rules), "check", given=GOOD) == run("check", given=GOOD)


def test_another_digest_tells_that_the_rules_were_changed(rules: Path) -> None:
    shipped = run("check", given=GOOD).answer()["rulebook"]["digest"]
    (rules / "rulebook.yaml").write_bytes((rules / "rulebook.yaml").read_bytes() + b"\n# by hand\n")
    changed = run("--rules", str(rules), "check", given=GOOD).answer()["rulebook"]["digest"]
    assert changed != shipped
    assert len(changed) == len(shipped) == 12


def no_folder(rules: Path) -> None:
    shutil.rmtree(rules)


def a_file_for_a_folder(rules: Path) -> None:
    shutil.rmtree(rules)
    rules.write_text("")


def a_file_less(rules: Path) -> None:
    (rules / "pins.yaml").unlink()


def a_file_more(rules: Path) -> None:
    (rules / "old.yaml").write_text("")


def a_folder_for_a_file(rules: Path) -> None:
    (rules / "pins.yaml").unlink()
    (rules / "pins.yaml").mkdir()


def an_empty_file(rules: Path) -> None:
    (rules / "pins.yaml").write_text("")


def no_yaml(rules: Path) -> None:
    (rules / "pins.yaml").write_text("a: [")


def no_utf8(rules: Path) -> None:
    (rules / "pins.yaml").write_bytes(b"a: 1\nb: \xff")


def a_word_for_a_figure(rules: Path) -> None:
    file = rules / "figures.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 15\n", "value: fifteen\n"), encoding="utf-8")


BREAKAGES: dict[Callable[[Path], None], str] = {
    no_folder: "This folder of rules cannot be opened.",
    a_file_for_a_folder: "This folder of rules cannot be opened.",
    a_file_less: "pins.yaml: This file is missing.",
    a_file_more: "old.yaml: This file is not known.",
    a_folder_for_a_file: "pins.yaml: The file cannot be read.",
    an_empty_file: "pins.yaml, line 1, column 1",
    no_yaml: "pins.yaml, line 2, column 1: This is not YAML",
    no_utf8: "pins.yaml, line 2, column 1: This is not UTF-8",
    a_word_for_a_figure: "figures.yaml, line 5",
}


@pytest.mark.parametrize("damage", BREAKAGES)
def test_unusable_rules_are_named_with_their_place(damage: Callable[[Path], None], rules: Path) -> None:
    damage(rules)
    done = run("--rules", str(rules), "--lang", "en", "check", given=GOOD)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(str(rules))
    assert BREAKAGES[damage] in done.err
    assert "Traceback" not in done.err
