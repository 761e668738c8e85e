"""`mynadesk handout`, run as a person runs it."""

import re
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from mynadesk.rulebook.shipped import shipped_rules
from tests.command.running import SPEAKS_NO_JAPANESE, Done, a_case, as_json, run

MISSING = as_json(a_case(card="absent"))


def handout(*arguments: str, given: bytes = MISSING) -> Done:
    return run("handout", *arguments, given=given)


def test_a_note_of_what_to_bring_is_written_as_text() -> None:
    done = handout()
    assert (done.status, done.err) == (0, "")
    assert "[ ] ご本人のマイナンバーカードをお持ちください。\n" in done.out


def test_the_language_of_the_paper_is_that_of_the_program_or_its_own() -> None:
    assert "What to bring" in handout("--lang", "en").out
    assert "持ち物メモ" in handout("--lang", "en", "--tongue", "ja").out
    assert "持(も)ってくる もの" in handout("--tongue", "easy").out


def test_a_page_is_made_for_the_paper_that_is_named() -> None:
    done = handout("--form", "html", "--size", "A4", "--number", "23374664")
    assert done.out.startswith('<!DOCTYPE html>\n<html lang="ja">')
    assert "size: A4 portrait" in done.out
    assert "<dd>2337-4664</dd>" in done.out


def test_plain_japanese_takes_the_larger_paper_unless_told_otherwise() -> None:
    assert "size: A5 portrait" in handout("--form", "html").out
    assert "size: A4 portrait" in handout("--form", "html", "--tongue", "easy").out
    assert "size: A5 portrait" in handout("--form", "html", "--tongue", "easy", "--size", "A5").out


def test_a_paper_that_does_not_fit_is_refused_with_a_sentence() -> None:
    done = handout("--paper", "visits")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("2回来庁のご案内は作れません。")
    assert "nothing has to be brought" in handout("--lang", "en", given=as_json(a_case())).err


@pytest.mark.parametrize("number", ["2337-4664", " 2337 4664", "２３３７ー４６６４"])
def test_a_number_is_taken_however_it_was_typed(number: str) -> None:
    assert "受付番号: [ 2337-4664" in handout(f"--number={number}").out


@pytest.mark.parametrize("number", ["", "A-1", "<b>", "2" * 17])
def test_what_is_no_number_is_refused_with_the_form_of_one(number: str) -> None:
    done = handout(f"--number={number}")
    assert (done.status, done.out) == (2, "")
    assert "2から9までの8けたです。" in done.err
    assert "eight digits from 2 to 9" in done.err


@pytest.mark.parametrize("number", ["2337-4646", "2337-6464", "3237-4664"])
def test_a_slip_in_a_number_is_refused_with_the_nearest_ones(number: str) -> None:
    done = handout(f"--number={number}")
    assert (done.status, done.out) == (2, "")
    assert re.search("近い番号は [^ ]*2337-4664", done.err)


def test_a_case_with_a_slip_is_told_with_its_line() -> None:
    done = handout(given=b"operation: reset\npins: [user_authentication]\nvisitor: nobody\n")
    assert (done.status, done.out) == (2, "")
    assert "3行" in done.err
    assert "visitor" in done.err


def test_japanese_is_written_where_the_machine_speaks_none() -> None:
    assert "持ち物メモ" in run("handout", given=MISSING, **SPEAKS_NO_JAPANESE).out


def test_the_desk_and_check_do_without_the_words_of_the_papers(tmp_path: Path) -> None:
    rules = Path(copytree(shipped_rules(), tmp_path / "rules"))
    rmtree(rules / "handout")
    assert run("--rules", str(rules), "check", given=MISSING).status == 0
    done = run("--rules", str(rules), "handout", given=MISSING)
    assert (done.status, done.out) == (2, "")
    assert "handout" in done.err
