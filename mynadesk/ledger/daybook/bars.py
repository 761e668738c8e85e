"""Counts as bars: which there are, how long they are, how a line of text looks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from mynadesk.ledger.count import What
from mynadesk.ledger.daybook.book import DayBook, Kind
from mynadesk.ledger.daybook.names import Names
from mynadesk.typeset import pad, width

_MARK = "#"
_INDENT = 2
_LABEL, _NUMBER = 44, 6
"""Cells for the longest label and for usual numbers."""
_MOST_USUAL = ("missing", "paper")
"""Told with the most frequent first; the others in the order of the rules."""
_STANDS = tuple(what for what in What if what.value.startswith(f"{What.pin}_"))


class Bar(msgspec.Struct, frozen=True):
    """A count and what it counts; an inner one is a part of the one above."""

    label: str
    count: int
    inner: bool = False


class Section(msgspec.Struct, frozen=True):
    """Bars under a heading, longest as long as there is room."""

    heading: str
    bars: tuple[Bar, ...]


def sections(book: DayBook, kind: Kind, names: Names) -> list[Section]:
    """A kind of counts: by what it was; by day and by desk too where there are several."""
    found = [Section(_heading(book, kind, names), tuple(_bars(book, kind, names)))]
    if kind != "waiting" and book.first < book.last:
        found.append(Section(names.fill(names.words.by_day), tuple(_days(book, What(kind), names))))
    if book.desk is None:
        desks = sorted(_desks(book, kind).items(), key=lambda item: (-item[1], item[0]))
        bars = tuple(Bar(names.desk(desk), count) for desk, count in desks)
        found.append(Section(names.fill(names.words.by_desk), bars))
    return found


def bar(count: int, most: int, cells: int) -> str:
    """A bar of plain characters: one a count, or as long as its share of the most where they are more."""
    marks = count if most <= cells else max(1, round(count * cells / most)) if count else 0
    return _MARK * marks


def parts(section: Section, cells: int) -> Iterator[tuple[Bar, str, str, str]]:
    """Each bar as its label, its number and the bar itself, which fill at most so many cells."""
    most = max((each.count for each in section.bars), default=0)
    labels = max((_room(each) for each in section.bars), default=0)
    number_cells = max(_NUMBER, len(str(most)) + 1)
    label_cells = min(labels, _LABEL)
    room = max(1, cells - label_cells - number_cells - 1)
    for each in section.bars:
        label = pad(" " * _INDENT * (1 + each.inner) + each.label, label_cells)
        yield each, label, f"{each.count:>{number_cells}} ", bar(each.count, most, room)


def lines(sections: Sequence[Section], cells: int, nothing: str) -> Iterator[str]:
    """The sections as text, a blank line after each."""
    for section in sections:
        yield f"[{section.heading}]"
        if not section.bars:
            yield " " * _INDENT + nothing
        for _, label, number, drawn in parts(section, cells):
            yield f"{label}{number}{drawn}".rstrip()
        yield ""


def _room(bar: Bar) -> int:
    return _INDENT * (1 + bar.inner) + width(bar.label)


def _heading(book: DayBook, kind: Kind, names: Names) -> str:
    """With the sum, where each is of another person or case."""
    name = names.kind(kind)
    if kind not in ("verdict", "route", "waiting", "dropped"):
        return name
    return names.fill(names.words.heading, name=name, count=str(_desks(book, kind).total()))


def _bars(book: DayBook, kind: Kind, names: Names) -> Iterator[Bar]:
    for which, count in _in_order(_whichs(book, kind), kind, names):
        yield Bar(names.of(kind, which), count)
        for what in _STANDS if kind == "pin" else ():
            if part := book.by_which(what)[which]:
                yield Bar(names.stand(what), part, inner=True)


def _in_order(counts: Counter[str], kind: Kind, names: Names) -> list[tuple[str, int]]:
    if kind in _MOST_USUAL:
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return sorted(counts.items(), key=lambda item: (names.place(item[0]), item[0]))


def _whichs(book: DayBook, kind: Kind) -> Counter[str]:
    if kind == "waiting":
        return Counter(each.state.value for each in book.waiting)
    return book.by_which(What(kind))


def _desks(book: DayBook, kind: Kind) -> Counter[str]:
    if kind == "waiting":
        return Counter(each.desk for each in book.waiting)
    return book.by_desk(What(kind))


def _days(book: DayBook, what: What, names: Names) -> Iterator[Bar]:
    """Every day, also those without any."""
    counts: Counter[date] = book.by_day(what)
    for after in range((book.last - book.first).days + 1):
        day = book.first + timedelta(after)
        yield Bar(names.day(day), counts[day])
