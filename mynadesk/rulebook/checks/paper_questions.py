"""What the desk asks of a paper: every answer says one thing, and of a property that exists."""

from collections.abc import Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, not_exactly_one, plain, said, useless
from mynadesk.rulebook.desk_schema import PaperException
from mynadesk.rulebook.schema import Facts, Property, Value
from mynadesk.strict_yaml import Path

_FILE = "desk"
_PLACE = "documents.yaml の properties", "properties of documents.yaml"
_ANSWERS: dict[str, tuple[Value, ...]] = {"yes_no": (True, False), "expiry": ("in_date", "expired")}
"""What can be told of a property by one digit; a date cannot."""


def paper_questions(book: Rulebook) -> Iterator[Finding]:
    """Faults of `paper` in desk.yaml."""
    properties, paper = book.documents.properties, book.desk.paper
    yield from _sets(properties, paper.confirm.sets, ("paper", "confirm", "sets"))
    for number, exception in enumerate(paper.exceptions):
        path = ("paper", "exceptions", number)
        if fault := _not_one(exception):
            yield Finding(_FILE, path, fault)
        yield from _sets(properties, exception.sets, (*path, "sets"))
        if exception.types is not None:
            yield from _types(properties, exception.types, (*path, "types"))
    yield from _unconfirmed(book)


def _not_one(exception: PaperException) -> Fault | None:
    ways = {"sets": bool(exception.sets), "types": exception.types is not None}
    return not_exactly_one({**ways, "later": exception.later, "removes": exception.removes})


def _sets(properties: dict[str, Property], sets: Facts, path: Path) -> Iterator[Finding]:
    for name, value in sets.items():
        fault = _wrong_answer(properties, name, value)
        if fault:
            yield Finding(_FILE, (*path, name), fault)


def _wrong_answer(properties: dict[str, Property], name: str, value: Value) -> Fault | None:
    if name not in properties:
        return absent(name, properties, _PLACE)
    known = _ANSWERS.get(properties[name].type)
    if known is None:
        return useless(name, ("日付は types で入力してもらいます。", "A date has to be typed (types)."))
    if value in known and type(value) is type(known[0]):
        return None
    return absent(plain(value), map(plain, known), (f"「{name}」の答え", f'the answers of "{name}"'))


def _types(properties: dict[str, Property], name: str, path: Path) -> Iterator[Finding]:
    dated = [known for known, entry in properties.items() if entry.type != "yes_no"]
    if name not in dated:
        place = "documents.yaml の日付の項目", "the dates among the properties of documents.yaml"
        yield Finding(_FILE, path, absent(name, dated, place))


def _unconfirmed(book: Rulebook) -> Iterator[Finding]:
    """Properties that papers are checked for, but that Enter does not answer: such a paper is never done."""
    documents, told = book.documents, book.desk.paper.confirm.sets
    sides = (check for group in documents.classes.values() for check in group.counts.values())
    for check in (*documents.checks.values(), *sides):
        if (
            (check.is_ is not None or check.in_date)
            and check.property in documents.properties
            and check.property not in told
        ):
            what = (
                f"Enter で「{check.property}」が決まらないため、書類の確認が終わりません。",
                f'Enter does not answer "{check.property}", so a paper is never done.',
            )
            mend = (
                f"「{check.property}」とその答えを加えてください。",
                f'Add "{check.property}" with its answer.',
            )
            yield Finding(_FILE, ("paper", "confirm", "sets"), said(what, mend))
            told = {**told, check.property: True}
