"""From when until when: days of the calendar, one version of an entry right after the other."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from mynadesk.fault import Fault
from mynadesk.rulebook.checks.faults import Finding, absent, said, useless
from mynadesk.rulebook.checks.figures import no_date
from mynadesk.rulebook.schema import Cover, DatedEntry, Figure
from mynadesk.rulebook.timeline import Span, day_of, span_of
from mynadesk.rulebook.written import Named, Written, dated
from mynadesk.strict_yaml import Path

_DAY = timedelta(1)


def dates(written: Written) -> Iterator[Finding]:
    """Faults of all that is in force for a time only."""
    yield from _bounds(written, written.rulebook, "rulebook", ())
    for named in dated(written):
        sound = True
        for number, version in enumerate(named.versions):
            for finding in _version(written, version, named.file, named.at(number)):
                yield finding
                sound = False
        if named.listed and sound:
            yield from _one_after_the_other(written, named)
            yield from _units(named)


def _version(written: Written, version: DatedEntry, file: str, path: Path) -> Iterator[Finding]:
    yield from _bounds(written, version, file, path)
    if version.unsettled_after and version.applies_until is None:
        because = "applies_until と一緒に書いてください。", "It goes with applies_until."
        yield Finding(file, (*path, "unsettled_after"), useless("unsettled_after", because))


def _bounds(written: Written, entry: DatedEntry | Cover, file: str, path: Path) -> Iterator[Finding]:
    sound = True
    for field in ("applies_from", "applies_until"):
        text = getattr(entry, field)
        if text is not None and (fault := _no_day(written, text)):
            yield Finding(file, (*path, field), fault)
            sound = False
    span = span_of(written, entry)
    if sound and span.last < span.first:
        what = f"{span.last} は {span.first} より前です。", f"{span.last} is before {span.first}."
        mend = (
            "applies_until は applies_from 以後の日にしてください。",
            "Let applies_until be no earlier than applies_from.",
        )
        yield Finding(file, (*path, "applies_until"), said(what, mend))


def _no_day(written: Written, text: str) -> Fault | None:
    if day_of(written, text):
        return None if "-" not in text else no_date(text)
    if text[:1].isdecimal():
        return no_date(text)
    known = [
        name for name, entry in written.figures.items() if isinstance(entry, Figure) and entry.unit == "date"
    ]
    return absent(text, known, ("figures.yaml の日付(unit: date)", "figures.yaml with unit: date"))


def _one_after_the_other(written: Written, named: Named) -> Iterator[Finding]:
    if not named.versions:
        what = "一覧が空です。", "The list is empty."
        yield Finding(named.file, named.path, said(what, ("1つ以上書いてください。", "Write at least one.")))
    spans = [span_of(written, version) for version in named.versions]
    for number, (before, after) in enumerate(pairwise(spans)):
        unsettled = named.versions[number].unsettled_after
        if after.first <= before.last:
            yield Finding(named.file, named.at(number + 1), _overlap(before, after))
        elif after.first > before.last + _DAY and not unsettled:
            yield Finding(named.file, named.at(number + 1), _gap(before, after))


def _overlap(before: Span, after: Span) -> Fault:
    if after.last < before.first:
        what = f"{after.first} からの分が、{before.first} からの分よりあとに書かれています。"
        en = f"What begins on {after.first} stands behind what begins on {before.first}."
        return said((what, en), ("早い順に並べてください。", "Put the earlier one first."))
    what = f"{max(after.first, before.first)} に、前の分と重なっています。"
    en = f"On {max(after.first, before.first)} the one before it is in force too."
    mend = (
        "前の分の applies_until を、この分の applies_from の前日にしてください。",
        "Let the one before it end on the day before this one begins.",
    )
    return said((what, en), mend)


def _gap(before: Span, after: Span) -> Fault:
    first, last = before.last + _DAY, after.first - _DAY
    what = f"{first} から {last} までの分がありません。", f"There is none from {first} until {last}."
    mend = (
        "間をあけずに続けるか、決まっていないなら前の分に unsettled_after: true と書いてください。",
        "Leave no day between them; where nothing is known yet, write unsettled_after: true before them.",
    )
    return said(what, mend)


def _units(named: Named) -> Iterator[Finding]:
    units = [version.unit for version in named.versions if isinstance(version, Figure)]
    for number, unit in enumerate(units):
        if unit != units[0]:
            what = f"単位が前の分(unit: {units[0]})と違います。", f"The one before it has unit: {units[0]}."
            mend = f"unit: {units[0]} にしてください。", f"Write unit: {units[0]}."
            yield Finding(named.file, (*named.at(number), "unit"), said(what, mend))
