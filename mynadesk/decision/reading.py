"""A case as a person or a program wrote it, checked against the contract and the rulebook."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mynadesk.dates.age import is_younger_than
from mynadesk.dates.months import first_issue_date_still_within
from mynadesk.decision.case import Case, Document
from mynadesk.fault import Fault, UnusableCase
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import COUNTED_VISITOR
from mynadesk.rulebook.timeline import NotInForce
from mynadesk.words import Words

_OWNERS = ("holder", "visitor")
_GROUPS = ("holder", "certificates")
_REQUIRED = ("operation", "pins", "visitor")
EXPIRED = "expired"
_IN_DATE_OR_NOT = ("in_date", EXPIRED)


def read_case(book: Rulebook, raw: Any, today: date) -> Case:
    """The case that `raw` (decoded JSON or YAML) tells, by the rulebook of its day.

    `today` is the day of the visit if none is named.

    Raises:
        UnusableCase: with every fault, each naming its field.
    """
    reader = _Reader(book)
    case = reader.case(raw, today)
    if case is None or reader.faults:
        raise UnusableCase(*reader.faults)
    return case


class _Reader:
    """Collects faults instead of stopping at the first, so that a case is mended in one go."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self.faults: list[Fault] = []

    def case(self, raw: Any, today: date) -> Case | None:
        if not isinstance(raw, dict):
            self._refuse("", raw, "「項目: 値」の並び", "a mapping of keys to values")
            return None
        self._known_keys(raw)
        on = self._date("on", raw["on"]) if "on" in raw else today
        if on:
            self._take_rules_of(on)
        pins = self._pins(raw.get("pins"))
        facts = self._main(raw)
        for name, value in self._told(raw):
            self._fact(name, value, facts, on)
        if on:
            self._derive(facts, on)
        papers = self._documents(raw.get("documents", []), facts.get("visitor"), on)
        return Case(on or today, pins, facts, papers)

    def _take_rules_of(self, on: date) -> None:
        """Read by the rulebook of the visit's day."""
        try:
            self._book = self._book.at(on)
        except NotInForce as error:
            self.faults += map(_of_the_day, error.faults)

    def _refuse(self, field: str, value: Any, ja: str, en: str) -> None:
        shown = _shown(value)
        what = Words(f"「{shown.strip(chr(34))}」は使えません。", f"{shown} cannot be used.")
        self.faults.append(Fault(what, Words(f"書けるのは {ja} です。", f"It should be {en}."), field))

    def _known_keys(self, raw: dict[Any, Any]) -> None:
        plain = [name for name in self._book.facts if "." not in name]
        self._keys(raw, "", ["on", *_REQUIRED, "visit", "documents", *_GROUPS, *plain])
        for field in _REQUIRED:
            if raw.get(field) is None:
                what = Words("この項目は必ず書きます。", "This key is required.")
                self.faults.append(
                    Fault(what, Words(f"「{field}」を加えてください。", f'Add "{field}".'), field)
                )

    def _keys(self, raw: dict[Any, Any], field: str, known: list[str]) -> None:
        for key in raw:
            if key not in known:
                from difflib import get_close_matches  # slow to import and wanted only here

                near = get_close_matches(str(key), known, 1) or known
                what = Words("この項目はありません。", "This key is not known.")
                mend = Words(f"使えるのは {'、'.join(near)} です。", f"Known are: {', '.join(near)}.")
                self.faults.append(Fault(what, mend, field + _shown(key).strip('"')))

    def _one_of(self, field: str, value: Any, known: tuple[Any, ...]) -> Any:
        """`value` if it is one of `known` and of its very type (true is no 1)."""
        if any(value == item and type(value) is type(item) for item in known):
            return value
        names = [_shown(item).strip('"') for item in known]
        self._refuse(field, value, "、".join(names), " or ".join(names))
        return None

    def _date(self, field: str, value: Any, not_after: date | None = None) -> date | None:
        try:
            day = date.fromisoformat(value)
            if day.isoformat() != value:  # such as 20260203 or 2026-W05-2
                raise ValueError
        except (TypeError, ValueError):
            self._refuse(field, value, "実在する日付 YYYY-MM-DD", "a real date YYYY-MM-DD")
            return None
        if not_after and day > not_after:
            self._refuse(
                field, value, f"来庁日({not_after})までの日付", f"a date not after the visit ({not_after})"
            )
            return None
        return day

    def _pins(self, raw: Any) -> tuple[str, ...]:
        known = tuple(self._book.pins)
        if raw is None:
            return ()
        if not isinstance(raw, list) or not raw:
            self._refuse("pins", raw, f"{'、'.join(known)} を1つ以上", f"one or more of {', '.join(known)}")
            return ()
        for number, pin in enumerate(raw):
            if self._one_of(f"pins[{number}]", pin, known) is not None and pin in raw[:number]:
                self._refuse(f"pins[{number}]", pin, "それぞれ1回だけ", "each only once")
        return tuple(pin for pin in raw if isinstance(pin, str))

    def _main(self, raw: dict[str, Any]) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        known = self._book.who_and_what
        for field in ("operation", "visitor"):
            if raw.get(field) is not None:
                facts[field] = self._one_of(field, raw[field], known[field])
        if facts.get("visitor") == COUNTED_VISITOR:
            facts["visit"] = self._one_of("visit", raw.get("visit"), known["visit"])
        elif "visit" in raw:
            what = Words("代理人以外の来庁に回数はありません。", "Only an agent's visits are counted.")
            self.faults.append(Fault(what, Words("「visit」を消してください。", 'Remove "visit".'), "visit"))
        return facts

    def _told(self, raw: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """The facts that are told, by their dotted names."""
        for group in _GROUPS:
            inside = raw.get(group, {})
            if not isinstance(inside, dict):
                self._refuse(group, inside, "「項目: 値」の並び", "a mapping of keys to values")
                continue
            names = [
                name.removeprefix(f"{group}.") for name in self._book.facts if name.startswith(f"{group}.")
            ]
            self._keys(inside, f"{group}.", names)
            yield from ((f"{group}.{name}", inside[name]) for name in names if name in inside)
        yield from ((name, raw[name]) for name in self._book.facts if "." not in name and name in raw)

    def _fact(self, name: str, value: Any, facts: dict[str, Any], on: date | None) -> None:
        if value is None:
            return
        if self._book.facts[name].type == "date_until_visit":
            read: Any = self._date(name, value, on)
        else:
            read = self._one_of(name, value, self._book.fact_values[name])
        if read is not None:
            facts[name] = read

    def _derive(self, facts: dict[str, Any], on: date) -> None:
        """Facts that follow from others, such as an age from a birth date."""
        for name, fact in self._book.facts.items():
            age, issue = fact.younger_than, fact.issued_within
            if age and age.by in facts:
                self._follow(name, age.by, is_younger_than(facts[age.by], self._figure(age.years), on), facts)
            if issue and issue.by in facts:
                first = first_issue_date_still_within(self._figure(issue.months), on)
                self._follow(name, issue.by, facts[issue.by] >= first, facts)

    def _figure(self, name: str) -> int:
        return int(self._book.figures[name].value)

    def _follow(self, name: str, date_: str, follows: bool, facts: dict[str, Any]) -> None:
        if facts.get(name, follows) != follows:
            self._refuse(name, facts[name], f"{date_} と合う値", f"what agrees with {date_}")
        facts[name] = follows

    def _documents(self, raw: Any, visitor: Any, on: date | None) -> tuple[Document, ...]:
        if not isinstance(raw, list):
            self._refuse("documents", raw, "書類の一覧", "a list of documents")
            return ()
        read = (self._document(f"documents[{number}]", part, visitor, on) for number, part in enumerate(raw))
        return tuple(document for document in read if document)

    def _document(self, field: str, raw: Any, visitor: Any, on: date | None) -> Document | None:
        if not isinstance(raw, dict):
            self._refuse(field, raw, "「項目: 値」の並び", "a mapping of keys to values")
            return None
        documents = self._book.documents
        self._keys(raw, f"{field}.", ["kind", "of", *documents.properties])
        kind = self._one_of(f"{field}.kind", raw.get("kind"), tuple(documents.kinds))
        of = self._one_of(f"{field}.of", raw.get("of"), _OWNERS[:1] if visitor == "holder" else _OWNERS)
        if kind is None or of is None:
            return None
        entry = documents.kinds[kind]
        usually = {**documents.classes[entry.class_].usually, **entry.usually}
        seen = {name: value for name, value in usually.items() if value != "unknown" and name not in raw}
        for name, property_ in documents.properties.items():
            if raw.get(name) is not None:
                value = self._property(f"{field}.{name}", property_.type, raw[name], on)
                if value is not None:
                    seen[name] = value
        return Document(kind, of, seen)

    def _property(self, field: str, type_: str, value: Any, on: date | None) -> Any:
        if type_ == "yes_no":
            return self._one_of(field, value, (True, False))
        if type_ == "expiry":
            return value if value in _IN_DATE_OR_NOT else self._date(field, value)
        return self._date(field, value, on)


def _of_the_day(fault: Fault) -> Fault:
    """Why there is no rulebook for the day, as a fault of the case that names the day."""
    bare = fault._replace(mend=Words("", ""))
    mend = Words("来庁日を確かめるか、規則を書き足してください。", "Check the day, or add its rules.")
    return Fault(Words(bare.text("ja"), bare.text("en")), mend, "on")


def _shown(value: Any) -> str:
    """A value as JSON would write it, short enough for one line."""
    if value is None or isinstance(value, bool):
        return {True: "true", False: "false"}.get(value, "null") if value is not None else "null"
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    short = text if len(text) <= 40 else text[:38] + ".."
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in short)
