"""`mynadesk daybook` without a screen, run as a person runs it."""

import codecs
import csv
import io
import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from mynadesk.ledger.ledger import open_ledger
from mynadesk.ledger.states import Step
from tests.command.running import Done, run
from tests.ledger.requests import BRANCH, MAIN, a_tally, first_visit, shipped

TUESDAY = date(2026, 11, 24)
PASSWORD = "himitsu"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with three people on Tuesday, a letter to be sent, and a case that ended long ago."""
    folder = tmp_path_factory.mktemp("ledger")
    moment = datetime(2026, 1, 5, 3, tzinfo=UTC)
    with closing(open_ledger(str(folder), shipped(), lambda: moment, Random(1))) as ledger:
        ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
        moment = datetime(2026, 11, 16, 3, tzinfo=UTC)
        ledger.open_case(MAIN, first_visit())
        for desk, tally in ((MAIN, a_tally()), (MAIN, a_tally(postage=False)), (BRANCH, a_tally())):
            ledger.count(desk, TUESDAY, tally)
    return folder


def daybook(folder: Path | str, *arguments: str) -> Done:
    return run("daybook", "--ledger", str(folder), "--on", "2026-11-24", *arguments)


def test_today_is_told_in_text_where_there_is_no_terminal(folder: Path) -> None:
    done = daybook(folder)
    assert (done.status, done.err) == (0, "")
    first, *lines = done.out.splitlines()
    assert first == "受付日計  R8.11.24(火)  すべての窓口  受付 3人"
    assert "  受付         2 ##" in lines
    assert "  照会書 送付待ち     1 #" in lines


def test_a_desk_and_days_can_be_named_and_english_spoken(folder: Path) -> None:
    done = daybook(folder, "--lang", "en", "--from", "2026-11-01", "--to", "2026-11-30", "--desk", BRANCH)
    assert done.out.startswith("Day book  2026-11-01(Su) - 2026-11-30(Mo)  Western branch")
    assert "people: 1\n" in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--from", "2026-11-25", "--to", "2026-11-24"], "--from は --to より前"),
        (["--desk", "yamada"], "--desk に書けるのは main, western_branch"),
        (["--from", "2026-13-01"], "日付ではありません"),
        (["drop", "--days", "0"], "1から9999までの日数"),
    ],
)
def test_a_slip_is_a_sentence(folder: Path, arguments: list[str], says: str) -> None:
    done = daybook(folder, *arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err


@pytest.mark.parametrize("arguments", [["--csv"], ["letters"], ["drop", "--yes"]])
def test_a_ledger_that_is_not_there_is_neither_made_nor_counted_as_empty(
    tmp_path: Path, arguments: list[str]
) -> None:
    done = daybook(tmp_path / "slip", *arguments)
    assert (done.status, done.out) == (2, "")
    assert "台帳が使えません" in done.err
    assert not (tmp_path / "slip").exists()


def test_csv_is_plain_utf8_and_has_a_mark_only_where_it_is_asked_for(folder: Path) -> None:
    command = [sys.executable, "-m", "mynadesk", "daybook", "--ledger", str(folder), "--csv"]
    days = ["--from", "2026-11-24", "--to", "2026-11-24"]
    plain, marked = (
        subprocess.run([*command, *days, *more], capture_output=True, check=True).stdout
        for more in ([], ["--bom"])
    )
    assert marked == codecs.BOM_UTF8 + plain
    rows = [*csv.DictReader(io.StringIO(plain.decode()))]
    assert sum(int(row["count"]) for row in rows if row["what"] == "verdict") == 3
    assert {row["day"] for row in rows} == {"2026-11-24"}


def test_letters_are_listed_with_the_overdue_one_first(folder: Path) -> None:
    done = daybook(folder, "letters", "--desk", MAIN)
    assert done.status == 0
    assert "[送る照会書 1]" in done.out
    assert "8日前から「照会書 送付待ち」" in done.out
    assert "期限超過" in done.out
    assert "ありません。" in daybook(folder, "letters", "--desk", BRANCH).out


def test_old_cases_are_dropped_only_by_who_says_yes_and_are_still_counted(
    folder: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    unasked = daybook(copy, "drop")
    assert (unasked.status, unasked.out) == (2, "")
    assert "90日を過ぎた受付が1件あります。消すには --yes を付けてください。" in unasked.err
    before = daybook(copy, "--csv", "--from", "2026-01-01").out.splitlines()
    assert "受付を1件消しました" in daybook(copy, "drop", "--yes").err
    none = daybook(copy, "drop", "--yes")
    assert (none.status, none.err) == (0, "終わってから90日を過ぎた受付はありません。\n")
    after = daybook(copy, "--csv", "--from", "2026-01-01", "--to", "2099-12-31").out.splitlines()
    assert [row for row in after if ",dropped," not in row] == before
    assert [row.split(",")[1:] for row in after if ",dropped," in row] == [
        ["main", "dropped", "withdrawn", "1"]
    ]


def test_the_settings_say_where_the_ledger_is_and_for_how_long_cases_are_kept(
    folder: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "mynadesk"
    settings.mkdir()
    (settings / "settings.json").write_text(f'{{"ledger": "{folder}", "keep_days": 9000}}')
    done = run("daybook", "drop", XDG_CONFIG_HOME=str(tmp_path))
    assert done.err == "終わってから9000日を過ぎた受付はありません。\n"
    assert run("daybook", MYNADESK_LEDGER=str(folder)).status == 0


@pytest.mark.parametrize("task", [[], ["--csv"], ["letters"], ["drop"]])
def test_a_ledger_that_is_away_is_a_sentence_without_its_password(task: list[str]) -> None:
    url = f"postgresql://desk:{PASSWORD}@127.0.0.1:9/ledger?password={PASSWORD}"
    for done in (daybook(url, *task), run("daybook", *task, MYNADESK_LEDGER=url)):
        assert (done.status, done.out) == (2, "")
        assert "台帳の置き場所につながりません" in done.err
        assert PASSWORD not in done.err


@pytest.mark.skipif(os.name != "posix", reason="Another user can be played on POSIX alone.")
def test_a_full_standard_output_is_a_sentence(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mynadesk", "daybook", "--ledger", str(folder), "--csv"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 2
    assert "結果を書き出せません" in done.stderr


def test_days_without_an_end_go_until_today(folder: Path) -> None:
    later = (TUESDAY + timedelta(1)).isoformat()
    assert "R8.11.25(水)  すべての窓口" in daybook(folder, "--from", later).out
    assert "R8.11.1(日) - R8.11.24(火)" in daybook(folder, "--from", "2026-11-01").out
    assert "R8.11.1(日)  すべての窓口" in daybook(folder, "--to", "2026-11-01").out
