"""What an answer does to a sheet: the new sheet, or None where the answer does not fit."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from mynadesk.interview.course import checks_of, facts_told, paper_step
from mynadesk.interview.sheet import PaperSeen, Sheet, choices_of, key_text
from mynadesk.interview.steps import AskPaper
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.desk_schema import PaperException


def choose(book: Rulebook, sheet: Sheet, question: str, key: str) -> Sheet | None:
    """Answer a question of choices."""
    if key not in choices_of(book, book.desk.questions[question]):
        return None
    laid = sheet.laid and {
        fact: v for fact, v in sheet.laid.items() if fact not in facts_told(book, question)
    }
    return replace(sheet, answers={**sheet.answers, question: key}, laid=laid)


def toggle_pin(book: Rulebook, sheet: Sheet, number: str) -> Sheet | None:
    """Take a PIN in, or out again, by the number that the page gives it."""
    name = next((pin for pin, entry in book.pins.items() if str(entry.number) == number), None)
    return add_pin(book, sheet, name, out=True) if name else None


def add_pin(book: Rulebook, sheet: Sheet, name: str, out: bool = False) -> Sheet:
    """The sheet with a PIN; with `out`, without it where it was in already."""
    chosen = {*sheet.pins} - {name} if out and name in sheet.pins else {*sheet.pins, name}
    pins = tuple(pin for pin in book.pins if pin in chosen)
    return replace(sheet, pins=pins, pins_told=sheet.pins_told and bool(pins))


def confirm_pins(sheet: Sheet) -> Sheet | None:
    """These PINs and no others; None while there is none."""
    return replace(sheet, pins_told=True) if sheet.pins else None


def kind_by_key(book: Rulebook, key: str) -> str | None:
    """The kind of paper that a key stands for."""
    return next((name for name, kind in book.documents.kinds.items() if key_text(kind.key) == key), None)


def may_count(book: Rulebook, kind: str, owner: str) -> bool:
    """Whether a kind of paper can count for its owner at all."""
    return book.documents.kinds[kind].only_of in (None, owner)


def add_paper(book: Rulebook, sheet: Sheet, kind: str, owner: str) -> Sheet:
    """One more paper on the counter, with what its kind shows by default."""
    return replace(sheet, papers=(*sheet.papers, PaperSeen(kind, owner, _usual(book, kind))))


def close_papers(sheet: Sheet, question: str) -> Sheet:
    """これで全部: there are no more papers than these."""
    return replace(sheet, closed=sheet.closed | {question})


def confirm_paper(book: Rulebook, sheet: Sheet, index: int) -> Sheet:
    """The paper is an original, in date and bears what it must; what was told before stays."""
    paper = sheet.papers[index]
    looked_at = properties_of(book, paper.kind)
    fine = {name: value for name, value in book.desk.paper.confirm.sets.items() if name in looked_at}
    return settle(book, _with(sheet, index, {**fine, **_seen_so_far(book, paper)}), index)


def _seen_so_far(book: Rulebook, paper: PaperSeen) -> dict[str, Any]:
    """What stays of a paper. One that is gone back to is looked at anew: only a typed expiry date stays."""
    if not paper.settled:
        return paper.seen
    properties = book.documents.properties
    dates = {name: value for name, value in paper.seen.items() if properties[name].type == "expiry"}
    typed = {name: value for name, value in dates.items() if isinstance(value, date)}
    return {**_usual(book, paper.kind), **typed}


def _usual(book: Rulebook, kind: str) -> dict[str, Any]:
    """What a kind of paper shows unless something else was seen."""
    entry = book.documents.kinds[kind]
    usually = {**book.documents.classes[entry.class_].usually, **entry.usually}
    return {name: value for name, value in usually.items() if value != "unknown"}


def except_paper(book: Rulebook, sheet: Sheet, index: int, exception: PaperException) -> Sheet | None:
    """What is not in order with the paper; None where its kind does not look at that."""
    paper = sheet.papers[index]
    if exception.removes:
        return replace(sheet, papers=sheet.papers[:index] + sheet.papers[index + 1 :])
    if exception.later:
        return _put(sheet, index, replace(paper, settled=True, later=True))
    if not set(exception.sets) <= properties_of(book, paper.kind):
        return None
    changed = _with(sheet, index, {**_seen_so_far(book, paper), **exception.sets})
    lost = any(_rules_out(book, paper.kind, name, value) for name, value in exception.sets.items())
    return _put(changed, index, replace(changed.papers[index], settled=lost, later=False))


def date_paper(book: Rulebook, sheet: Sheet, index: int, property_: str, day: Any, on: date) -> Sheet:
    """A date read from the paper, or the side of a limit on which it lies; a past expiry settles it."""
    sheet = _with(sheet, index, {**sheet.papers[index].seen, property_: day})
    past = book.documents.properties[property_].type == "expiry" and day < on
    if past:
        return _put(sheet, index, replace(sheet.papers[index], settled=True, later=False))
    if "original" in sheet.papers[index].seen:
        return settle(book, sheet, index)
    return _put(sheet, index, replace(sheet.papers[index], settled=False, later=False))


def postpone_paper(sheet: Sheet, index: int) -> Sheet:
    """Not looked at yet: asked no more, but open."""
    return _put(sheet, index, replace(sheet.papers[index], settled=True, later=True))


def settle(book: Rulebook, sheet: Sheet, index: int) -> Sheet:
    """The sheet with a paper of which nothing more is asked, unless a date with a limit is."""
    step = paper_step(book, sheet, index)
    done = isinstance(step, AskPaper)
    return _put(sheet, index, replace(sheet.papers[index], settled=done, later=False))


def properties_of(book: Rulebook, kind: str) -> set[str]:
    """What is looked at on a kind of paper."""
    return {check.property for check in checks_of(book, kind) if check.property}


def _rules_out(book: Rulebook, kind: str, name: str, value: Any) -> bool:
    """Whether a paper can stand as nothing once this was seen of it."""
    group = book.documents.classes[book.documents.kinds[kind].class_]
    sides = group.counts.values()
    if all(side.property == name for side in sides):
        table = [side.is_[str(value).lower()] for side in sides if side.is_]
        return all(standing == "missing" for standing in table)
    return True


def _with(sheet: Sheet, index: int, seen: dict[str, Any]) -> Sheet:
    return _put(sheet, index, replace(sheet.papers[index], seen=seen))


def _put(sheet: Sheet, index: int, paper: PaperSeen) -> Sheet:
    return replace(sheet, papers=(*sheet.papers[:index], paper, *sheet.papers[index + 1 :]))
