"""Nobody finds a place in the ledger where free text could go in: not through the door, not past it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from inspect import getmembers, isfunction, signature
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from mynadesk.decision.decision import PARTIAL, PIN_WORDS
from mynadesk.ledger.case_file import CaseFile, Judged
from mynadesk.ledger.count import What
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.store.engine import FILE
from mynadesk.ledger.tally import Tally
from mynadesk.ledger.trouble import LedgerTrouble, NotForTheLedger
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from tests.ledger.requests import MAIN, a_tally, first_visit, second_visit

FREE = ("山田太郎", "Taro Yamada", "yamada_taro", "西条市明屋敷", "1980-05-01", "123456789012", "1234", "")
"""Names, an address, a birth date, the number of a card, a PIN. Some look like ids or like a digest."""
OTHERS: tuple[Any, ...] = (*FREE, None, 7, 1.5, b"yamada", ("yamada",), [["yamada"]], {"name": "yamada"})


TODAY = date(2026, 11, 24)
TALLY = a_tally()


def spoilt_tally(thing: Any) -> Iterator[Tally]:
    """Counts with something else in each of their places."""
    for name, value in asdict(TALLY).items():
        yield replace(TALLY, **{name: thing})
        if name == "pins":
            first, *rest = value
            for pair in ((thing, first[1]), (first[0], thing), (*first, thing), thing):
                yield replace(TALLY, pins=(pair, *rest))
        elif isinstance(value, tuple):
            yield replace(TALLY, **{name: (*value, thing)})


def spoilt(judged: Judged, thing: Any) -> Iterator[Judged]:
    """The decision with something else in each of its places."""
    for name in asdict(judged):
        yield replace(judged, **{name: thing})
    for name in ("pins", "requirements"):
        first, *rest = getattr(judged, name)
        for pair in ((thing, first[1]), (first[0], thing), (*first, thing), thing):
            yield replace(judged, **{name: (pair, *rest)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ledger"


@pytest.fixture
def ledger(folder: Path, book: Rulebook) -> Iterator[Ledger]:
    ledger = open_ledger(str(folder), book)
    yield ledger
    ledger.close()


def test_every_argument_of_every_method_is_tried_below() -> None:
    """A new one has to be added to the attempts, or it would be a hole that nobody looked into."""
    methods = getmembers(Ledger, lambda each: isfunction(each) and not each.__name__.startswith("_"))
    assert {name: list(signature(method).parameters)[1:] for name, method in methods} == {
        "open_case": ["desk", "judged"],
        "find": ["typed"],
        "move": ["file", "step", "desk", "judged"],
        "count": ["desk", "day", "tally"],
        "counted": ["first", "last"],
        "waiting": ["desk"],
        "old": ["days"],
        "drop": ["days"],
        "close": [],
    }


@pytest.mark.parametrize("thing", OTHERS)
def test_nothing_but_ids_gets_in_by_any_argument(ledger: Ledger, folder: Path, thing: Any) -> None:
    first, second = first_visit(), second_visit()
    file = ledger.move(ledger.open_case(MAIN, first), Step.send, MAIN)
    rows = everything(folder)
    attempts: list[tuple[Any, ...]] = [
        (ledger.open_case, thing, first),
        (ledger.open_case, MAIN, thing),
        (ledger.move, thing, Step.decide, MAIN, second),
        (ledger.move, replace(file, number=thing), Step.decide, MAIN, second),
        (ledger.move, replace(file, taken=()), Step.decide, MAIN, second),
        (ledger.move, file, thing, MAIN, second),
        (ledger.move, file, Step.decide, thing, second),
    ]
    attempts += [
        (ledger.count, thing, TODAY, TALLY),
        (ledger.count, MAIN, thing, TALLY),
        (ledger.count, MAIN, TODAY, thing),
        (ledger.counted, thing, TODAY),
        (ledger.counted, TODAY, thing),
    ]
    attempts += [(ledger.count, MAIN, TODAY, tally) for tally in spoilt_tally(thing)]
    attempts += [(ledger.waiting, thing)] if thing is not None else []
    attempts += [(act, days) for act in (ledger.old, ledger.drop) for days in (thing,) if days != 7]
    attempts += [(ledger.open_case, MAIN, judged) for judged in spoilt(first, thing)]
    attempts += [(ledger.move, file, Step.decide, MAIN, judged) for judged in spoilt(second, thing)]
    for act, *arguments in attempts:
        with pytest.raises(NotForTheLedger) as refused:
            act(*arguments)
        assert not isinstance(thing, str) or not thing or thing not in refused.value.text("ja")
    if isinstance(thing, str):
        with pytest.raises(LedgerTrouble):
            ledger.find(thing)
    assert everything(folder) == rows


def test_a_step_may_not_be_a_word_even_if_it_is_the_right_one(ledger: Ledger) -> None:
    file = ledger.open_case(MAIN, first_visit())
    with pytest.raises(NotForTheLedger):
        ledger.move(file, "send", MAIN)  # type: ignore[arg-type]


def test_the_store_itself_refuses_text_in_each_of_its_columns(ledger: Ledger, folder: Path) -> None:
    """Past the door: every column of every table, over every word that could be a person's."""
    file = ledger.open_case(MAIN, first_visit())
    ledger.move(ledger.move(file, Step.send, MAIN), Step.decide, MAIN, second_visit())
    ledger.count(MAIN, TODAY, TALLY)
    tried = set()
    with closing(sqlite3.connect(folder / FILE)) as store:
        for table, columns in columns_of(store).items():
            for column in columns:
                for word in ("山田太郎", "Taro Yamada", "西条市明屋敷", "1980-05-01", ""):
                    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|datatype"):
                        store.execute(f"UPDATE {table} SET {column} = ?", [word])
                tried.add(f"{table}.{column}")
    assert tried >= {"step.desk", "step.minute", "decision.digest", "pin.pin", "requirement.requirement"}
    assert tried >= {f"tally.{column}" for column in ("day", "desk", "what", "which", "times")}


@pytest.mark.usefixtures("ledger")
def test_the_store_takes_every_word_that_the_desk_has(folder: Path, book: Rulebook) -> None:
    """What it may hold stands in it as words; here they are held against the desk's own."""
    with closing(sqlite3.connect(folder / FILE)) as store:
        listed = {
            "step": Step,
            "state": State,
            "word": PIN_WORDS,
            "standing": [standing.name for standing in Standing],
            "what": What,
        }
        schema = "".join(row[0] for row in store.execute("SELECT sql FROM sqlite_master WHERE sql > ''"))
    for column, words in listed.items():
        found = schema.split(f"CHECK ({column} IN (")[1].split("))")[0]
        assert {word.strip(" \n'") for word in found.split(",")} == set(words)
    ids = {*book.rulebook.offices, *book.pins, *(name.partition("/")[0] for name in book.requirements)}
    letters = set("abcdefghijklmnopqrstuvwxyz_:0123456789")
    ids |= {*book.routes, *PIN_WORDS, PARTIAL}
    assert all(len(each) <= 60 and set(each) <= letters for each in ids)
    assert all(1 <= len(each) <= 3 and set(each) <= set(ascii_uppercase) for each in book.documents.classes)


def test_what_is_kept_of_a_case_is_this_and_no_more(ledger: Ledger, folder: Path) -> None:
    ledger.open_case(MAIN, first_visit())
    with closing(sqlite3.connect(folder / FILE)) as store:
        assert columns_of(store) == {
            "step": ["number", "position", "step", "state", "desk", "minute"],
            "decision": ["number", "position", "digest", "reason_named"],
            "pin": ["number", "position", "place", "pin", "word"],
            "requirement": ["number", "position", "place", "requirement", "standing"],
            "ledger_version": ["version"],
            "tally": ["day", "desk", "what", "which", "times"],
        }


@pytest.mark.parametrize("day", [date(1980, 5, 1), date(2012, 1, 1), datetime(2026, 11, 24, 9, 30)])
def test_no_birth_date_and_no_hour_can_be_counted(ledger: Ledger, folder: Path, day: date) -> None:
    with pytest.raises(NotForTheLedger):
        ledger.count(MAIN, day, TALLY)
    assert everything(folder) == [("ledger_version", 1), ("ledger_version", 2)]


def test_two_people_with_the_same_counts_leave_the_same_rows_in_any_order(
    folder: Path, ledger: Ledger, tmp_path: Path, book: Rulebook
) -> None:
    """The counter does not know who came first, nor which counts belong together."""
    tallies = [a_tally(), a_tally(postage=False), a_tally(unavoidable_reason="none")]
    for tally in tallies:
        ledger.count(MAIN, TODAY, tally)
    other = tmp_path / "other"
    with closing(open_ledger(str(other), book)) as second:
        for tally in reversed(tallies):
            second.count(MAIN, TODAY, tally)
    assert everything(folder) == everything(other)


def test_a_forged_case_file_carries_nothing_in(ledger: Ledger, folder: Path) -> None:
    """Of a case file only its number and its length are written; the rest is already there."""
    file = ledger.open_case(MAIN, first_visit())
    forged = CaseFile(file.number, (replace(file.taken[0], desk="yamada"),))
    with pytest.raises(LedgerTrouble):
        ledger.move(forged, Step.send, MAIN)
    ledger.move(forged, Step.withdraw, MAIN)
    assert "yamada" not in str(everything(folder))


def everything(folder: Path) -> list[Any]:
    """Every row of every table."""
    with closing(sqlite3.connect(folder / FILE)) as store:
        return [
            (table, *row)
            for table in columns_of(store)
            for row in sorted(store.execute(f"SELECT * FROM {table}"))
        ]


def columns_of(store: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table."""
    tables = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: [row[1] for row in store.execute(f"PRAGMA table_info({name})")] for (name,) in tables}
