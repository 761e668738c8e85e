"""`mynadesk doctor` as it is typed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mynadesk.command.arguments import parse
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import is_certain
from tests.command.running import COMMAND, ROOT, SPEAKS_NO_JAPANESE, Done, run

CHECKS = [
    *("terminal", "size", "width", "encoding", "colours", "fonts", "settings_folder", "data_folder"),
    *("rulebook", "ledger", "versions", "start"),
]


def doctor(*arguments: str, **environment: str) -> Done:
    return run("doctor", *arguments, given=b"", **environment)


def examined(*arguments: str, **environment: str) -> dict[str, Any]:
    done = doctor("--json", *arguments, **environment)
    data: dict[str, Any] = json.loads(done.out)
    assert (done.status, done.err) == (data["status"], "")
    return data


def unbroken(text: str) -> str:
    """The text without blanks and line breaks, and without the room on the disk, which changes."""
    return re.sub(r"\s|[0-9.]+\s[GM]B", "", text)


def test_without_a_terminal_it_tells_what_it_can() -> None:
    done = doctor()
    assert (done.status, done.err) == (0, "")
    lines = done.out.split("\n")
    assert lines[-1] == ""
    assert lines[-2].startswith("良好 ")
    assert lines[-2].endswith("要対応 0、未確認 5。直すところはありません。")
    assert "[未確認] 文字の幅" in lines


def test_every_check_is_there_in_both_forms() -> None:
    data = examined()
    assert [each["id"] for each in data["findings"]] == CHECKS
    for language in ("ja", "en"):
        shown = unbroken(doctor("--lang", language).out)
        for finding in data["findings"]:
            for part in ("title", "found", "mend"):
                assert finding[part] is None or unbroken(finding[part][language]) in shown
        assert unbroken(data["summary"][language]) in shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_printed_has_only_characters_of_sure_width(language: str) -> None:
    text = doctor("--lang", language, "--rules", "丸○/\x1b[31m").out
    assert all(is_certain(each) and (each == "\n" or each.isprintable()) for each in text)
    assert r"丸\u25cb/\x1b[31m" in text


def test_it_leaves_nothing_behind(home: Path) -> None:
    doctor()
    assert list(home.iterdir()) == []


def test_broken_rules_are_told_by_the_loaders_own_words(tmp_path: Path) -> None:
    rules = shutil.copytree(shipped_rules(), tmp_path / "rules")
    (rules / "pins.yaml").write_text("a: [", encoding="utf-8")
    refused = run("--rules", str(rules), "check", given=b"{}")
    found = {each["id"]: each for each in examined("--rules", str(rules))["findings"]}
    assert found["rulebook"]["standing"] == "fix"
    assert found["rulebook"]["found"]["ja"] + "\n" == refused.err
    assert doctor("--rules", str(rules)).status == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the variables are those of Linux")
def test_a_place_that_cannot_be_written_to_has_to_be_mended(home: Path) -> None:
    (home / "config").write_text("")
    data = examined()
    assert [each["id"] for each in data["findings"] if each["standing"] == "fix"] == ["settings_folder"]
    assert data["status"] == 1


def test_an_output_that_knows_no_japanese_gets_english() -> None:
    done = doctor(PYTHONIOENCODING="ascii", **SPEAKS_NO_JAPANESE)
    assert done.status == 0
    assert done.out.startswith("This terminal cannot show Japanese, so this is in English.\n")
    assert "[not tried] width of characters" in done.out


def test_the_help_names_it_and_its_options() -> None:
    assert "doctor" in run("--help").out
    done = run("doctor", "--help")
    assert (done.status, done.err) == (0, "")
    for option in ("--json", "--lang", "--rules DIR"):
        assert option in done.out
    assert doctor("--jsn").status == 2


def test_options_may_stand_before_or_after_it() -> None:
    before = parse(["--lang", "en", "--rules", "a", "doctor", "--json"])
    assert vars(before) == vars(parse(["doctor", "--json", "--rules", "a", "--lang", "en"]))
    assert (before.command, before.json) == ("doctor", True)


@pytest.mark.skipif(os.name != "posix", reason="streams are like this on POSIX only")
@pytest.mark.parametrize("form", ["", "--json"])
def test_an_output_that_takes_nothing_is_a_sentence(form: str) -> None:
    for target in ("&-", "/dev/full"):
        if target.startswith("/") and not Path(target).exists():
            continue
        command = f'"{COMMAND[0]}" -m mynadesk doctor {form} >{target}'
        done = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        assert done.returncode == 2
        assert done.stderr.decode().startswith("stdout: 結果を書き出せません(")


@pytest.mark.skipif(os.name != "posix", reason="streams are like this on POSIX only")
def test_closed_streams_are_no_terminal() -> None:
    command = f'"{COMMAND[0]}" -m mynadesk doctor --json <&- 2>&-'
    done = subprocess.run(command, shell=True, cwd=ROOT, stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"][0]["standing"] == "not_tried"


def test_other_commands_do_not_load_it() -> None:
    code = (
        "import sys, mynadesk.__main__, mynadesk.command.arguments as it; it.parse(['check']);"
        " import mynadesk.command.check; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert not [name for name in done.stdout.split() if name.startswith("mynadesk.doctor")]


def test_it_loads_neither_the_screens_nor_textual() -> None:
    code = (
        "import sys; from mynadesk.__main__ import main; status = main(['doctor', '--json']);"
        " print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert {"textual", "rich", "screens"}.isdisjoint(done.stderr.split())
