"""What is in force when: one rulebook for each stretch of days on which nothing begins or ends."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from mynadesk.fault import DeskError, Fault
from mynadesk.rulebook import schema
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.written import DATED_FILES, DATED_PAPERS, TWINS, Named, Written, dated
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

Placed = Callable[[Mapping[str, Iterable[Mismatch]]], DeskError]
"""Faults by file, given their places."""
_FIRST, _LAST, _DAY = date.min, date.max, timedelta(1)


class NotInForce(DeskError):
    """There is no rulebook for a day."""


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def holds(self, on: date) -> bool:
        return self.first <= on <= self.last


class Hole(NamedTuple):
    """Why there is no rulebook: what is written at a place of a file ends, or begins later."""

    file: str
    path: tuple[str | int, ...]


class Stretch(NamedTuple):
    span: Span
    book: Rulebook | None
    holes: tuple[Hole, ...]
    """Why there is none."""


class Timeline:
    """All that is written, and the rulebook of each day."""

    def __init__(
        self,
        written: Written,
        digest: str,
        placed: Placed,
        rulings: Mapping[str, schema.Ruling] = MappingProxyType({}),
    ) -> None:
        """`digest`: over all files; `placed`: gives faults their places; `rulings`: laid already."""
        self.rulings = rulings
        self.written = written
        self._digest = digest
        self._placed = placed
        self._named = [*dated(written)]
        self._spans = {id(each): [span_of(written, one) for one in each.versions] for each in self._named}
        self.stretches = [*self._stretches()]
        self._firsts = [stretch.span.first for stretch in self.stretches[1:]]
        self._books = [stretch.book for stretch in self.stretches]
        self.books = frozenset(book for book in self._books if book)

    def at(self, on: date) -> Rulebook:
        """The rulebook of a day. Raises NotInForce."""
        place = bisect_right(self._firsts, on)
        book = self._books[place]
        if book is None:
            raise self._no_book(on, self.stretches[place].holes)
        return book

    @property
    def latest(self) -> Rulebook:
        """The rulebook from the last day on that changes anything. Raises NotInForce where no day has one."""
        found = next((stretch.book for stretch in reversed(self.stretches) if stretch.book), None)
        if found is None:
            raise self._no_book(_LAST, self.stretches[-1].holes)
        return found

    @cached_property
    def turning_days(self) -> tuple[date, ...]:
        """Every day on which something changes. Each of them has a rulebook."""
        found: set[date] = set()
        for span, book, _ in self.stretches:
            if book is not None:
                found |= {day for day in _dates_looked_at(book) if span.holds(day)}
                found |= {span.first} - {_FIRST}
        return tuple(sorted(found))

    @cached_property
    def ever(self) -> dict[str, dict[str, Any]]:
        """What stands under each name, whenever it is in force, by file and group."""
        files = {file: getattr(self.written, file) for file in DATED_FILES}
        return files | {group: getattr(self.written.documents, group) for group in DATED_PAPERS}

    def version_at(self, on: date) -> dict[tuple[str, tuple[str | int, ...]], tuple[str | int, ...]]:
        """Where the version of that day stands, of what is written as a list: by file and path."""
        found = {}
        for each in self._named:
            number = self._number(each, on)
            if each.listed and number is not None:
                found[each.file, each.path] = each.at(number)
        return found

    # Building

    def _stretches(self) -> Iterator[Stretch]:
        firsts = sorted(self._boundaries())
        for first, after in zip([_FIRST, *firsts], [*firsts, None], strict=True):
            span = Span(first, after - _DAY if after else _LAST)
            holes = tuple(self._holes(first))
            yield Stretch(span, None if holes else self._book(first), holes)

    def _boundaries(self) -> set[date]:
        """Every day on which something begins, or no longer is."""
        spans = [span for spans in self._spans.values() for span in spans]
        spans.append(span_of(self.written, self.written.rulebook))
        firsts = {span.first for span in spans} | {span.last + _DAY for span in spans if span.last < _LAST}
        return firsts - {_FIRST}

    def _number(self, named: Named, on: date) -> int | None:
        """Which version is in force."""
        return next((number for number, span in enumerate(self._spans[id(named)]) if span.holds(on)), None)

    def _holes(self, on: date) -> Iterator[Hole]:
        if not span_of(self.written, self.written.rulebook).holds(on):
            yield Hole("rulebook", ())
        for each in self._named:
            if self._number(each, on) is not None:
                continue
            spans = self._spans[id(each)]
            past = [number for number, span in enumerate(spans) if span.last < on]
            if past and (len(past) < len(spans) or each.versions[past[-1]].unsettled_after):
                yield Hole(each.file, (*each.at(past[-1]), "unsettled_after"))
            elif each.path == TWINS:
                yield Hole(each.file, each.path)

    def _book(self, on: date) -> Rulebook:
        """What is in force on a day; where nothing of a file is dated, as it is written."""
        written = self.written
        versions = {
            (each.file, each.path): None
            if (number := self._number(each, on)) is None
            else each.versions[number]
            for each in self._named
        }
        files: dict[str, Any] = {
            name: _in_force(getattr(written, name), versions, name, ()) for name in DATED_FILES
        }
        groups = {
            name: _in_force(getattr(written.documents, name), versions, "documents", (name,))
            for name in DATED_PAPERS
        }
        twins = versions.get(("documents", TWINS), written.documents.two_of_one_kind)
        if versions:
            gone = self.ever["requirements"].keys() - files["requirements"]
            files["routes"] = _without(files["routes"], _ROUTE_LISTS, gone)
            gone = self.ever["checks"].keys() - groups["checks"]
            for group in ("classes", "kinds"):
                groups[group] = _without(groups[group], ("checks",), gone)
        papers: Any = {"properties": written.documents.properties, "two_of_one_kind": twins, **groups}
        same: Any = {
            name: getattr(written, name)
            for name in ("rulebook", "sources", "facts", "pins", "desk", "words", "office")
        }
        return Rulebook(
            **same, **files, documents=schema.Documents(**papers), digest=self._digest, timeline=self
        )

    def _no_book(self, on: date, holes: Iterable[Hole]) -> NotInForce:
        found: dict[str, list[Mismatch]] = {}
        for hole in holes:
            found.setdefault(hole.file, []).append((hole.path, _no_rule(on)))
        return NotInForce(*self._placed(found).faults)


def span_of(written: Written, entry: schema.DatedEntry | schema.Cover) -> Span:
    """When an entry is in force. A date that cannot be read bounds nothing; `checks.dates` tells of it."""
    first, last = day_of(written, entry.applies_from), day_of(written, entry.applies_until)
    return Span(first or _FIRST, last or _LAST)


def day_of(written: Written, text: str | None) -> date | None:
    """The day that is written, or that the figure of this name says."""
    figure = written.figures.get(text or "")
    if isinstance(figure, schema.Figure) and figure.unit == "date":
        text = str(figure.value)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


_ROUTE_LISTS = ("requires", "for_single_pins")


def _in_force(
    entries: dict[str, Any], versions: Mapping[Any, Any], file: str, path: tuple[str, ...]
) -> dict[str, Any]:
    """The entries of a file or group, each as it is on the day."""
    if not any(at[0] == file and at[1][:-1] == path for at in versions):
        return entries
    found = {name: versions.get((file, (*path, name)), entry) for name, entry in entries.items()}
    return {name: entry for name, entry in found.items() if entry is not None}


def _without(entries: dict[str, Any], fields: tuple[str, ...], gone: Collection[str]) -> dict[str, Any]:
    """What has ended, or not begun, is not required either: taken out of the lists that name it."""
    if not gone:
        return entries
    found = dict(entries)
    for name, entry in entries.items():
        if any(one in gone for field in fields for one in getattr(entry, field)):
            kept = {field: [one for one in getattr(entry, field) if one not in gone] for field in fields}
            found[name] = replace(entry, **kept)
    return found


def _dates_looked_at(book: Rulebook) -> Iterator[date]:
    """The first days on which a rule that looks at the day of the visit, or of issue, stands otherwise."""
    sides = (check for group in book.documents.classes.values() for check in group.counts.values())
    for check in (*book.documents.checks.values(), *sides):
        yield from _first_days(book, check.not_before, check.after)
    for notice in (*book.alternatives.values(), *book.notices.values()):
        for when in filter(None, (notice.when, notice.unless)):
            yield from _first_days(book, when.from_, when.after)


def _first_days(book: Rulebook, first: str | None, last: str | None) -> Iterator[date]:
    if first is not None:
        yield _date_of(book, first)
    if last is not None:
        yield _date_of(book, last) + _DAY


def _date_of(book: Rulebook, figure: str) -> date:
    return date.fromisoformat(str(book.figures[figure].value))


def _no_rule(on: date) -> Fault:
    what = Words(f"{on} に適用される規則がありません。", f"No rule is in force on {on}.")
    return Fault(what, Words("この日の規則を書き足してください。", "Add the rules of that day."))
