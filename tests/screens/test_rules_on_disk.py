"""Rules that change on the disk: what the desk, the rulebook's pages and the page of the proof make of it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from mynadesk.browsing.proving import Faulty, Progress, Proved
from mynadesk.browsing.standing import Checked
from mynadesk.proof.holes import Hole
from mynadesk.proof.proving import Proof, prove
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Words
from screens.app import DeskApp
from screens.example import ExampleDesk
from screens.rules.app import RulesApp
from screens.rules.browser import BrowserScreen
from screens.rules.proof import ProofScreen
from tests.interview.desk import BOOK, ON
from tests.screens.desk_app import NO_FOLDER, desk_of, put, rows_of, texts
from tests.screens.terminal import Terminal
from tests.screens.test_cells import check_cells

MESSAGES = BOOK.words.messages


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "規則"
    shutil.copytree(shipped_rules(), folder)
    return folder


@pytest.fixture(scope="module")
def proof() -> Proof:
    return prove(BOOK)


def dearer(rules: Path) -> Rulebook:
    """Rules with another postage, on the disk and loaded."""
    edit(rules, "value: 434", "value: 460")
    return load_rulebook(str(rules))


def edit(rules: Path, before: str, after: str) -> None:
    file = rules / "figures.yaml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def desk_app(rules: Path) -> DeskApp:
    """The desk with rules from a folder; tests look after them."""
    return DeskApp(BOOK, "ja", "main", lambda: ON, str(NO_FOLDER), sources=(str(rules), str(NO_FOLDER)))


def hear(app: DeskApp, checked: Checked) -> None:
    """As from the thread that looks."""
    watching = app._watching()
    assert watching is not None
    watching._hear(checked)


def good(book: Rulebook, proof: Proof) -> Checked:
    return Checked(book, Proved(replace(proof, digest=book.digest)))


BAD = Checked(None, Faulty(Words("figures.yaml 17行: 何かが違います。", "figures.yaml, line 17: wrong.")))


def with_hole(book: Rulebook, proof: Proof) -> Checked:
    """The rules with something that does not hold."""
    case = {"on": "2026-11-23", "operation": "reset", "pins": ["signature"], "visitor": "holder"}
    hole = Hole("idle", ("figures", ("postage",)), Words("何も変えません。", "It changes nothing."), case)
    return Checked(book, Proved(replace(proof, holes=(hole,))))


async def until(pilot: Pilot[None], seen: Callable[[], bool]) -> None:
    for _ in range(1500):
        if seen():
            return
        await pilot.pause(0.02)
    raise AssertionError(texts(pilot.app))


async def test_good_rules_wait_for_the_next_person_and_say_so(rules: Path, proof: Proof) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(80, 24)) as pilot:
        put(pilot, "4 1 2 E 1 E 1 1")
        hear(app, good(dearer(rules), proof))
        await pilot.pause()
        assert MESSAGES.rules_next.ja in texts(app)["top"]
        assert "434円" in texts(app)["question"]
        await pilot.press("1", "slash")
        assert MESSAGES.rules_next.ja not in texts(app)["top"]
        for key in "412":
            await pilot.press(key)
        await pilot.press("enter", "1", "enter", "1")
        assert desk_of(pilot).session.book.figures["postage"].value == 460
        assert "460円" in texts(app)["case"]


async def test_a_desk_that_nobody_stands_at_takes_good_rules_at_once(rules: Path, proof: Proof) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(80, 24)) as pilot:
        book = dearer(rules)
        hear(app, good(book, proof))
        await pilot.pause()
        assert book.digest[:6] in texts(app)["top"]
        assert app.rules_in_force.digest == book.digest


async def test_bad_rules_leave_those_before_in_force_until_they_are_mended(rules: Path) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(60, 20)) as pilot:
        put(pilot, "1 1")
        hear(app, BAD)
        await pilot.pause()
        assert MESSAGES.rules_bad.ja in texts(app)["top"]
        check_cells(rows_of(app), (60, 20))
        await pilot.press("slash", "slash", "1")
        assert MESSAGES.rules_bad.ja in texts(app)["top"]
        assert desk_of(pilot).session.book is BOOK.at(ON)
        hear(app, Checked(BOOK))
        await pilot.pause()
        assert MESSAGES.rules_bad.ja not in texts(app)["top"]


async def test_rules_with_a_hole_are_not_taken_and_its_case_can_be_opened(rules: Path, proof: Proof) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(80, 24)) as pilot:
        hear(app, with_hole(dearer(rules), proof))
        await pilot.pause()
        assert app.rules_in_force is BOOK
        assert MESSAGES.rules_bad.ja in texts(app)["top"]
        await pilot.press("i", "6")
        assert isinstance(app.screen, ProofScreen)
        await pilot.press("pagedown")
        assert "figures.yaml postage" in texts(app)["proof"]
        check_cells(rows_of(app), (80, 24))
        await pilot.press("enter")
        assert isinstance(app.screen, ExampleDesk)
        assert app.screen.session.look.verdict == "incomplete"
        await pilot.press("slash", "0", "slash")
        assert desk_of(pilot).session.fresh


async def test_the_guards_countdown_goes_before_what_stands_on_the_top_line(rules: Path) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(80, 24)) as pilot:
        put(pilot, "1")
        hear(app, BAD)
        desk_of(pilot).notice("あと5秒")
        assert "あと5秒" in texts(app)["top"]
        desk_of(pilot).notice("")
        assert MESSAGES.rules_bad.ja in texts(app)["top"]


async def test_the_page_of_the_proof_shows_how_far_it_has_come(rules: Path, proof: Proof) -> None:
    app = desk_app(rules)
    async with app.run_test(size=(80, 24)) as pilot:
        hear(app, Checked(BOOK, Progress(2, 9)))
        await pilot.press("i", "6")
        assert "2/9" in texts(app)["proof"]
        hear(app, good(BOOK, proof))
        await pilot.pause()
        assert "場面の種類" in texts(app)["proof"]
        hear(app, BAD)
        await pilot.pause()
        assert "figures.yaml 17行" in texts(app)["proof"]
        hear(app, Checked(BOOK))  # put back as they had been: their proof is known
        await pilot.pause()
        assert "場面の種類" in texts(app)["proof"]


async def test_who_reads_the_rulebook_alone_reads_new_rules_at_the_same_place(
    rules: Path, proof: Proof
) -> None:
    app = RulesApp(BOOK.at(ON), "ja", lambda: ON, str(NO_FOLDER))
    app._sources = (str(rules), str(NO_FOLDER))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", "down", "down")
        hear(app, good(dearer(rules), proof))
        await pilot.pause()
        assert isinstance(app.screen, BrowserScreen)
        drawn = texts(app)["rules"]
        assert "460円" in next(row for row in drawn.split("\n") if "照会書兼回答書の郵送代" in row)


async def test_the_whole_way_from_an_edit_of_a_file_to_the_proof(rules: Path) -> None:
    book = load_rulebook(str(rules))
    app = RulesApp(book.at(ON), "ja", lambda: ON, str(NO_FOLDER), (str(rules), str(NO_FOLDER)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("6")
        await until(pilot, lambda: "場面の種類" in texts(app)["proof"])
        edit(rules, "value: 434", "value: 4x")
        await until(pilot, lambda: "postage.value" in texts(app)["proof"])
        edit(rules, "value: 4x", "value: 460")
        await until(pilot, lambda: app.rules_in_force.figures["postage"].value == 460)


def test_on_a_terminal_an_edit_is_seen_while_the_desk_is_open(rules: Path) -> None:
    command = (
        sys.executable,
        "-m",
        "mynadesk",
        "--office",
        "main",
        "--rules",
        str(rules),
        "--on",
        "2026-11-23",
    )
    with Terminal(command) as terminal:
        terminal.wait_for(BOOK.words.verdicts.begin.ja)
        terminal.type("1 1")
        edit(rules, "value: 434", "value: 4x")
        terminal.wait_for(MESSAGES.rules_bad.ja)
        edit(rules, "value: 4x", "value: 460")
        terminal.wait_for(MESSAGES.rules_next.ja)
        terminal.type("/ /")
        terminal.wait_until(lambda: MESSAGES.rules_next.ja not in terminal.text, "the new rules")
        terminal.type("F9")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
