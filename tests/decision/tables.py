"""Short tables that hold rules against what is written by hand: papers, notices, figures."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.fault import UnusableCase
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording

_CASES = Path(__file__).parent.parent / "cases"
_A_DAY = timedelta(days=1)
_IN_ORDER = {"of": "visitor", "original": True, "expiry": "in_date"}


def _read(name: str) -> Any:
    return yaml.load((_CASES / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


PAPERS: list[dict[str, Any]] = _read("papers.yaml")
NOTES: list[dict[str, Any]] = _read("notes.yaml")
TABLES: dict[str, Any] = _read("tables.yaml")


def unlike_tables(book: Rulebook) -> Iterator[str]:
    """What this rulebook has otherwise than the tables, each thing by a name; nothing where all agrees."""
    yield from (f"paper {row}" for row in PAPERS if _paper(book, row) != _stands(row))
    yield from (row["name"] for row in NOTES if _notes(book, row["case"]) != row["notes"])
    yield from (f"PIN {name}" for name, row in TABLES["pins"].items() if _pin(book, name) != row)
    ja = Wording(book, "ja")
    yield from (f"words of {row['entry']}" for row in TABLES["said"] if row["ja"] not in _said(book, ja, row))
    yield from (f"first day of {row['entry']}" for row in TABLES["in_force_from"] if not _begins(book, row))
    beside = {name: notice.beside for name, notice in book.notices.items() if notice.beside}
    if beside != TABLES["beside"]:
        yield "notices beside questions"


def _paper(book: Rulebook, row: dict[str, Any]) -> Any:
    """How a paper stands, by class, and what keeps it from counting."""
    shown = {name: value for name, value in row.items() if name not in ("stands", "unsure")}
    case = {
        "on": "2026-11-23",
        "operation": "reset",
        "pins": ["signature"],
        "visitor": "legal_representative",
        "documents": [{**_IN_ORDER, **shown}],
    }
    try:
        (paper,) = decide(book, read_case(book, case, date.min)).papers
    except UnusableCase:
        return None
    stands = {class_: side.standing.name for class_, side in paper.sides.items()}
    return stands, [check.property or "none" for check in paper.problems]


def _stands(row: dict[str, Any]) -> Any:
    return row["stands"], row.get("unsure", [])


def _notes(book: Rulebook, case: dict[str, Any]) -> list[str] | None:
    try:
        return [name for name, _ in decide(book, read_case(book, case, date.min)).notes]
    except UnusableCase:
        return None


def _pin(book: Rulebook, name: str) -> dict[str, int] | None:
    pin = book.pins.get(name)
    if pin is None:
        return None
    return {"number": pin.number, "from": pin.length.from_, "to": pin.length.to, "tries": pin.tries}


def _said(book: Rulebook, ja: Wording, row: dict[str, str]) -> str:
    entry = getattr(book, row["file"]).get(row["entry"])
    if entry is None:
        return ""
    words = (getattr(entry, field, None) for field in ("rule", "text", "label"))
    return "".join(ja.fill(each) for each in words if each is not None)


def _begins(book: Rulebook, row: dict[str, Any]) -> bool:
    """Whether an entry is in force from that day on, and not on the day before."""
    there = [row["entry"] in _group(book, row["file"], day) for day in (row["day"] - _A_DAY, row["day"])]
    return there == [False, True]


def _group(book: Rulebook, group: str, on: date) -> Any:
    in_force = book.at(on)
    return getattr(in_force, group, None) or getattr(in_force.documents, group)
