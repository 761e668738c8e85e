"""What has been answered so far. Sheets never change: an answer makes a new one."""

from datetime import date, timedelta
from typing import Any

import msgspec

from mynadesk.decision.case import Case, Document
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.desk_schema import Choice, Question
from mynadesk.rulebook.schema import Facts, Operation

_MAIN = ("operation", "visitor", "visit")


class PaperSeen(msgspec.Struct, frozen=True):
    """A paper as the clerk has told it."""

    kind: str
    of: str
    seen: dict[str, Any]
    """By property, as in a case. A date known only by a limit is ("since" | "before", limit)."""
    settled: bool = False
    """Nothing more is asked of it."""
    later: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """One person's request, as far as it was told."""

    answers: dict[str, str] = {}
    """By question: the key of the choice."""
    pins: tuple[str, ...] = ()
    """In the order of the rulebook."""
    pins_told: bool = False
    papers: tuple[PaperSeen, ...] = ()
    closed: frozenset[str] = frozenset()
    """Questions of papers for which the clerk said これで全部."""
    laid: dict[str, Any] = {}
    """Facts that hold whatever the answers tell, until a question that tells of them is answered. None: the
    fact is not known."""


def key_text(key: int | str) -> str:
    """A key of the rulebook as it is pressed: "1", ".5", "..2"."""
    return str(key)


def choices_of(book: Rulebook, question: Question) -> dict[str, Choice]:
    """The choices of a question by their keys, with those that stand in a list elsewhere."""
    found: dict[str, Choice] = {}
    if question.listed:
        for name, entry in book.listed(question.listed).items():
            more = entry.more if isinstance(entry, Operation) else None
            told: Facts = {question.listed: name}
            found[key_text(entry.key)] = Choice(key=entry.key, label=entry.label, more=more, sets=told)
    found |= {key_text(choice.key): choice for choice in question.choices}
    return dict(sorted(found.items(), key=lambda item: (item[0].count("."), item[0])))


def asked(sheet: Sheet, question: Question) -> bool:
    """Whether the answers before a question let it be asked at all."""
    return all(
        sheet.answers.get(name) in {key_text(key) for key in keys} for name, keys in question.after.items()
    )


def facts_of(book: Rulebook, sheet: Sheet) -> dict[str, Any]:
    """Everything that the answers tell, with what is assumed until somebody says otherwise."""
    facts: dict[str, Any] = {}
    for name, question in book.desk.questions.items():
        key = sheet.answers.get(name)
        if key is not None and asked(sheet, question):
            facts |= choices_of(book, question)[key].sets
    _put_laid(facts, sheet)
    for name, question in book.desk.questions.items():
        key = assumed_key(question, facts) if name not in sheet.answers else None
        if key is not None:
            facts |= choices_of(book, question)[key].sets
    _put_laid(facts, sheet)
    return facts


def _put_laid(facts: dict[str, Any], sheet: Sheet) -> None:
    for name, value in sheet.laid.items():
        if value is None:
            facts.pop(name, None)
        else:
            facts[name] = value


def assumed_key(question: Question, facts: dict[str, Any]) -> str | None:
    """The key of the answer that counts while nobody gave one, or None where it has to be asked."""
    for assumed in question.assumed:
        if all(facts.get(name) == value for name, value in assumed.while_.items()):
            return key_text(assumed.answer)
    return None


def case_of(book: Rulebook, sheet: Sheet, on: date) -> Case | None:
    """The case that the sheet tells, or None while nobody said who came.

    As long as the PINs or the operation are not told, all PINs and the first operation stand in for
    them: enough to see whether this visitor can be served at all.
    """
    facts = facts_of(book, sheet)
    if "visitor" not in facts:
        return None
    facts.setdefault("operation", _first_operation(book))
    pins = sheet.pins if sheet.pins_told else tuple(book.pins)
    documents = tuple(_document(paper) for paper in counted_papers(sheet, facts))
    return Case(on, pins, facts, documents)


def _first_operation(book: Rulebook) -> Any:
    return next(iter(book.operations))


def counted_papers(sheet: Sheet, facts: dict[str, Any]) -> list[PaperSeen]:
    """The papers that belong to this request: where the holder came, papers of a visitor are kept aside."""
    return [paper for paper in sheet.papers if facts.get("visitor") != "holder" or paper.of == "holder"]


def _document(paper: PaperSeen) -> Document:
    return Document(paper.kind, paper.of, {name: _value(value) for name, value in paper.seen.items()})


def _value(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    side, limit = value
    return limit if side == "since" else limit - timedelta(days=1)
