"""Figures fit their unit, and whoever names a figure names one of the right unit."""

from collections.abc import Iterator
from datetime import date

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, said
from mynadesk.strict_yaml import Path

_UNITS = {"date": "日付", "years": "年数", "months": "月数", "yen": "金額"}


def figures(book: Rulebook) -> Iterator[Finding]:
    """Values that are no date, or no number, where one is wanted."""
    for name, figure in book.figures.items():
        fault = wrong_value(figure.unit, figure.value)
        if fault:
            yield Finding("figures", (name, "value"), fault)


def lengths(book: Rulebook) -> Iterator[Finding]:
    """PINs whose length or number of tries cannot be."""
    for name, pin in book.pins.items():
        if not 1 <= pin.length.from_ <= pin.length.to:
            what = "桁数の from と to が合いません。", "The length's from and to do not fit."
            mend = (
                "from は1以上、to は from 以上にしてください。",
                "1 is the least from, and from the least to.",
            )
            yield Finding("pins", (name, "length"), said(what, mend))
        if pin.tries < 1:
            what = f"回数「{pin.tries}」は使えません。", f'"{pin.tries}" tries cannot be.'
            yield Finding("pins", (name, "tries"), said(what, ("1以上にしてください。", "1 is the least.")))


def wrong_value(unit: str, value: int | str | None) -> Fault | None:
    """A fault unless `value` is one of this unit: a date, else a whole number from 0 up."""
    if unit == "date":
        return no_date(str(value))
    if isinstance(value, int) and value >= 0:
        return None
    what = f"「{value}」は0以上の整数ではありません。", f'"{value}" is no whole number from 0 up.'
    return said(
        what,
        ("単位やコンマを付けず、半角の数字だけを書いてください。", "Write digits only, no unit or comma."),
    )


def no_date(text: str) -> Fault | None:
    """A fault unless `text` is a day of the calendar, written YYYY-MM-DD."""
    try:
        if date.fromisoformat(text).isoformat() == text:
            return None
    except ValueError:
        pass
    if meant := _meant(text):
        what = f"「{text}」は日付の形ではありません。", f'"{text}" is not written as a date.'
        return said(what, (f"「{meant}」と書いてください。", f'Write "{meant}".'))
    what = f"「{text}」は、実在する日付ではありません。", f'"{text}" is no real date.'
    return said(
        what,
        ("「2026-11-23」の形で、実在する日付を書いてください。", 'Write a real date such as "2026-11-23".'),
    )


def _meant(text: str) -> date | None:
    """The one day that is written in another way, such as 2026/4/1 or 令和8年4月1日."""
    from mynadesk.dates.entry import Read, read_typed_date  # wanted only for faults

    found = read_typed_date(text)
    return found.day if isinstance(found, Read) else None


def wrong_figure(book: Rulebook, name: str | None, unit: str, file: str, path: Path) -> Iterator[Finding]:
    """A fault where `name` is given but is no figure of this unit."""
    if name is None or (name in book.figures and book.figures[name].unit == unit):
        return
    fitting = [known for known, figure in book.figures.items() if figure.unit == unit]
    place = f"figures.yaml の{_UNITS[unit]}(unit: {unit})", f"figures.yaml with unit: {unit}"
    yield Finding(file, path, absent(name, fitting, place))
