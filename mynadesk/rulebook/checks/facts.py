"""Facts and their answers: defined soundly, and used only as defined."""

from collections.abc import Iterator
from typing import Any

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, not_exactly_one, plain, said, useless
from mynadesk.rulebook.checks.figures import wrong_figure
from mynadesk.rulebook.schema import Fact, Facts
from mynadesk.strict_yaml import Path

Answers = dict[str, tuple[Any, ...]]
"""The answers that each fact can have; none for a date."""

LISTED = "listed"
"""In `is:`, it stands for every entry of a list elsewhere."""

_GROUPS = ("holder", "certificates")
_TAKEN = {"operation", "visitor", "visit", *_GROUPS, "on", "pins", "documents"}
_PLACE = "facts.yaml", "facts.yaml"


def answers_of(book: Rulebook) -> Answers:
    """Every fact that a rule can name, with its answers on any day."""
    listed = {
        name: (*book.ever("reasons"), *fact.values) for name, fact in book.facts.items() if fact.listed_in
    }
    return {**book.fact_values, **listed, **book.who_and_what, "operation": tuple(book.ever("operations"))}


def wrong_facts(answers: Answers, wanted: Facts, file: str, path: Path) -> Iterator[Finding]:
    """Faults of a mapping of facts to answers."""
    for name, value in wanted.items():
        fault = wrong_fact(answers, name, value)
        if fault:
            yield Finding(file, (*path, name), fault)


def wrong_fact(answers: Answers, name: str, value: Any) -> Fault | None:
    """A fault unless `value` is an answer of the fact `name`."""
    known = answers.get(name)
    if known is None:
        return absent(name, answers, _PLACE)
    if not known:
        because = "答えの決まっていない事実は、条件にも答えにもできません。", "It has no fixed answers."
        return useless(name, because)
    if value in known and type(value) is type(known[0]):
        return None
    return absent(plain(value), map(plain, known), (f"「{name}」の答え", f'the answers of "{name}"'))


def facts(book: Rulebook) -> Iterator[Finding]:
    """Faults of facts.yaml itself."""
    for name, fact in book.facts.items():
        if fault := _wrong_name(name):
            yield Finding("facts", (name,), fault)
        if fault := _wrong_values(fact):
            yield Finding("facts", (name,), fault)
        if fact.listed_in:
            yield from _taken_twice(book, name, fact)
        if fact.younger_than or fact.issued_within:
            yield from _wrong_derivation(book, name, fact)


def _wrong_name(name: str) -> Fault | None:
    group, dot, _ = name.rpartition(".")
    if dot and group not in _GROUPS:
        what = f"「{group}」という組はありません。", f'There is no group "{group}".'
        return said(
            what,
            ("点の前は holder か certificates にしてください。", "Before the dot: holder or certificates."),
        )
    if name in _TAKEN:
        what = f"「{name}」は別の意味に使われている名前です。", f'"{name}" means something else already.'
        return said(what, ("別の名前にしてください。", "Take another name."))
    return None


def _wrong_values(fact: Fact) -> Fault | None:
    if fact.type == "choice" and not (fact.values or fact.listed_in):
        what = "答えがありません。", "It has no answers."
        return said(what, ("「values:」に答えを並べてください。", 'List them under "values:".'))
    if fact.type != "choice" and (fact.values or fact.listed_in):
        return useless(
            "values、listed_in",
            ("消すか、type を choice にしてください。", "Remove it, or make the type choice."),
        )
    if LISTED in fact.values:
        return useless(LISTED, ("別の名前にしてください。", "Take another name."))
    return None


def _taken_twice(book: Rulebook, name: str, fact: Fact) -> Iterator[Finding]:
    for reason in book.reasons:
        if reason in fact.values or reason == LISTED:
            what = (
                f"「{reason}」は「{name}」の答えにもう使われています。",
                f'"{reason}" is an answer of "{name}" already.',
            )
            yield Finding(
                "reasons", (reason,), said(what, ("別の名前にしてください。", "Take another name."))
            )


_FOLLOWS = {"younger_than": ("年齢", "an age"), "issued_within": ("交付日", "a date of issue")}


def _wrong_derivation(book: Rulebook, name: str, fact: Fact) -> Iterator[Finding]:
    ways = {"younger_than": fact.younger_than, "issued_within": fact.issued_within}
    given = [field for field, rule in ways.items() if rule]
    if len(given) > 1 and (fault := not_exactly_one(dict.fromkeys(given, True))):
        yield Finding("facts", (name,), fault)
    dates = [known for known, other in book.facts.items() if other.type == "date_until_visit"]
    for field in given:
        here = (name, field)
        if fact.type != "yes_no":
            what = _FOLLOWS[field]
            because = (
                f"{what[0]}から決まる事実は、type を yes_no にしてください。",
                f"What follows from {what[1]} is yes_no.",
            )
            yield Finding("facts", here, useless(field, because))
        rule = ways[field]
        if rule and rule.by not in dates:
            place = "facts.yaml の日付(type: date_until_visit)", "facts.yaml with type: date_until_visit"
            yield Finding("facts", (*here, "by"), absent(rule.by, dates, place))
    if fact.younger_than:
        path = (name, "younger_than", "years")
        yield from wrong_figure(book, fact.younger_than.years, "years", "facts", path)
    if fact.issued_within:
        path = (name, "issued_within", "months")
        yield from wrong_figure(book, fact.issued_within.months, "months", "facts", path)
