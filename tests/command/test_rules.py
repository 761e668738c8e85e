"""`mynadesk rules`: what helps whoever writes the rules."""

import json
import shutil
from pathlib import Path

import pytest

from mynadesk.rulebook.shipped import shipped_rules
from tests.command.running import run


def test_the_help_of_rules_lists_its_tasks() -> None:
    done = run("rules", "--help")
    assert (done.status, done.err) == (0, "")
    assert "check" in done.out


@pytest.mark.parametrize(("lang", "words"), [("ja", "することを書いてください"), ("en", "Say what to do")])
def test_without_a_task_it_says_where_they_are_listed(lang: str, words: str) -> None:
    done = run("rules", "--lang", lang)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert "mynadesk rules --help" in done.err


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ja", "規則に誤りはありません。21個のファイルを調べました。"),
        ("en", "The rules are well: 21 files were looked at."),
    ],
)
def test_the_shipped_rules_are_well(lang: str, words: str) -> None:
    assert run("rules", "check", "--lang", lang) == (0, f"{words}\n", "")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The shipped rules with two slips."""
    folder = Path(shutil.copytree(shipped_rules(), tmp_path / "規則"))
    for file, old, new in (
        ("reasons.yaml", "{ja: 妊婦, en: Pregnancy}", "{ja: 妊婦※, en: Pregnancy}"),
        ("routes.yaml", "next_visit: agent_second_visit", "next_visit: second_visit"),
    ):
        path = folder / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return folder


TOLD = """\
reasons.yaml:47:17 pregnant.label.ja
「<U+203B>」(U+203B)は端末によって幅が変わり、表示がずれます。
 47 |   label: {ja: 妊婦<U+203B>, en: Pregnancy}
    |                   ^^^^^^^^
ほかの文字に替えてください。

routes.yaml:LINE:15 agent_first_visit.next_visit
「second_visit」は routes.yaml にありません。
 LINE |   next_visit: second_visit
    |               ^^^^^^^^^^^^
「agent_second_visit」ではありませんか。

2か所に誤りがあります。21個のファイルを調べました。
まだ調べられないもの: 自作の場面の答え
"""


def test_every_fault_is_told_with_its_place_the_piece_and_what_would_be_right(rules: Path) -> None:
    lines = (rules / "routes.yaml").read_text("utf-8").split("\n")
    line = lines.index("  next_visit: second_visit") + 1
    assert run("rules", "check", str(rules)) == (1, TOLD.replace("LINE", str(line)), "")


def test_rules_tells_the_folder_as_well_as_the_argument(rules: Path) -> None:
    assert run("--rules", str(rules), "rules", "check") == run("rules", "check", str(rules))


def test_english_is_told_in_english(rules: Path) -> None:
    done = run("rules", "check", str(rules), "--lang", "en")
    assert 'Is it "agent_second_visit"?' in done.out
    assert done.out.endswith("Not looked at yet: the answers of own scenes\n")


def test_for_machines_all_of_it_is_json(rules: Path) -> None:
    done = run("rules", "check", "--json", str(rules))
    assert done.status == 1
    data = done.answer()
    assert [*data] == ["folder", "files", "faults", "put_off", "overdue"]
    first, second = data["faults"]
    assert first["text"] == "※"
    assert second == {
        "file": "routes.yaml",
        "line": second["line"],
        "column": 15,
        "end_line": second["line"],
        "end_column": 27,
        "field": "agent_first_visit.next_visit",
        "text": "second_visit",
        "what": {
            "ja": "「second_visit」は routes.yaml にありません。",
            "en": '"second_visit" is not in routes.yaml.',
        },
        "mend": {
            "ja": "「agent_second_visit」ではありませんか。",
            "en": 'Is it "agent_second_visit"?',
        },
    }


def test_a_folder_that_is_not_there_is_another_trouble(tmp_path: Path) -> None:
    done = run("rules", "check", str(tmp_path / "nowhere"))
    assert (done.status, done.out) == (2, "")
    assert "この規則のフォルダーが開けません。" in done.err


def test_schemas_are_written_as_one_or_by_file(tmp_path: Path) -> None:
    together = run("rules", "schema").answer()
    assert "figures.yaml" in together
    out = tmp_path / "形"
    done = run("rules", "schema", "--out", str(out), "--lang", "en")
    assert done.status == 0
    assert done.err.startswith(f"{len(together)} files were written to {out}.")
    settings = done.answer()["yaml.schemas"]
    assert settings[(out / "figures.schema.json").as_posix()] == "rules/figures.yaml"
    assert {json.loads(Path(path).read_text("utf-8"))["title"] for path in settings} == {
        f"mynadesk: {file}" for file in together
    }


def test_schemas_can_be_written_of_rules_with_faults(rules: Path) -> None:
    assert run("rules", "schema", str(rules)) == run("rules", "schema")


def test_where_the_names_cannot_be_read_there_is_no_schema(rules: Path) -> None:
    done = run("rules", "schema", str(rules / "nowhere"))
    assert (done.status, done.out) == (2, "")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = run("rules", "schema", "--out", str(file / "inside"), "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "It cannot be written" in done.err
