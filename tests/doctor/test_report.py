"""What a person reads, and a script."""

import ast
import json
from pathlib import Path

import pytest

import mynadesk
from mynadesk.doctor.finding import Check, Finding, Standing
from mynadesk.doctor.report import STANDINGS, as_data, as_text, drawable, status, summary
from mynadesk.doctor.samples import SAMPLES
from mynadesk.typeset import is_certain, width
from mynadesk.words import Words

CHECK = Check("size", Words("画面の大きさ", "size"))
OK = CHECK.ok(Words("80桁24行です。", "80 columns."))
NOTE = CHECK.note(Words("60桁20行です。", "60 columns."), Words("広げてください。", "Enlarge it."))
FIX = CHECK.fix(
    Words("59桁しかありません。", "59 columns are too few."), Words("広げてください。", "Enlarge it.")
)
NOT_TRIED = CHECK.not_tried(Words("端末がありません。", "There is no terminal."))

PACKAGE = Path(mynadesk.__file__).parent
SPEAKING = [*sorted((PACKAGE / "doctor").glob("*.py")), PACKAGE / "command" / "doctor.py"]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [([OK], 0), ([OK, NOTE, NOT_TRIED], 0), ([OK, FIX, NOTE], 1), ([], 0)],
)
def test_only_what_has_to_be_mended_counts_for_scripts(findings: list[Finding], expected: int) -> None:
    assert status(findings) == expected


def test_a_block_says_how_it_stands_what_was_found_and_what_to_do() -> None:
    assert as_text([FIX], "ja", 78).split("\n") == [
        f"mynadesk {mynadesk.__version__} の点検",
        "",
        "[要対応] 画面の大きさ",
        "  59桁しかありません。",
        "  対処: 広げてください。",
        "",
        "良好 0、注意 0、要対応 1、未確認 0。「要対応」を直してください。",
        "",
    ]
    assert as_text([OK, NOT_TRIED], "en", 78).split("\n")[2:] == [
        "[ok] size",
        "  80 columns.",
        "[not tried] size",
        "  There is no terminal.",
        "",
        "ok 1, note 0, fix 0, not tried 1. Nothing has to be mended.",
        "",
    ]


@pytest.mark.parametrize(
    ("standing", "ja", "en"), [("ok", "良好", "ok"), ("note", "注意", "note"), ("fix", "要対応", "fix")]
)
def test_the_words_are_those_that_are_read_out_on_the_phone(standing: Standing, ja: str, en: str) -> None:
    assert STANDINGS[standing] == Words(ja, en)


def test_the_summary_counts_every_word() -> None:
    told = summary([OK, OK, NOTE, FIX, NOT_TRIED, NOT_TRIED, NOT_TRIED])
    assert told.ja.startswith("良好 2、注意 1、要対応 1、未確認 3。")
    assert told.en.startswith("ok 2, note 1, fix 1, not tried 3.")


@pytest.mark.parametrize("cells", [40, 78])
def test_lines_fit_the_terminal(cells: int) -> None:
    long = CHECK.fix(Words("長い文。" * 40, "long words " * 40), Words("直し方。" * 40, "mend " * 60))
    for language in ("ja", "en"):
        *lines, summing_up, _ = as_text([long], language, cells).split("\n")
        assert max(map(width, lines)) <= cells
        assert summing_up == summary([long]).in_(language)


def test_data_are_json_and_hold_both_languages() -> None:
    data = json.loads(json.dumps(as_data([OK, FIX])))
    assert data["status"] == 1
    assert data["findings"][0] == {
        "id": "size",
        "standing": "ok",
        "title": {"ja": "画面の大きさ", "en": "size"},
        "found": {"ja": "80桁24行です。", "en": "80 columns."},
        "mend": None,
    }
    assert data["findings"][1]["mend"] == {"ja": "広げてください。", "en": "Enlarge it."}


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("/home/窓口/規則", "/home/窓口/規則"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\tb\x07", r"a\tb\x07"),
        ("丸○", r"丸\u25cb"),
        ("\udcff", r"\udcff"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_what_comes_from_outside_cannot_steer_the_terminal(text: str, drawn: str) -> None:
    assert drawable(text) == drawn


def literals(path: Path) -> list[str]:
    """Every text in the code that may be shown: all but docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    found = [each for each in ast.walk(tree) if isinstance(each, ast.Constant) and id(each) not in prose]
    return [each.value for each in found if isinstance(each.value, str)]


def test_no_word_of_the_doctor_has_a_character_of_unsure_width() -> None:
    measured = {sample.text for sample in SAMPLES}
    words = [text for path in SPEAKING for text in literals(path) if text not in measured]
    assert len(words) > 300
    assert [text for text in words if not is_certain(text)] == []


def english(path: Path) -> list[object]:
    """The second argument of every Words(...) in the code."""
    calls = [
        each for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(each, ast.Call)
    ]
    pairs = [each.args[1] for each in calls if getattr(each.func, "id", "") == "Words"]
    return [each.value for pair in pairs for each in ast.walk(pair) if isinstance(each, ast.Constant)]


def test_english_is_ascii_because_it_is_what_a_wrongly_set_terminal_still_shows() -> None:
    words = [text for path in SPEAKING for text in english(path)]
    assert len(words) > 80
    assert [text for text in words if not str(text).isascii()] == []
