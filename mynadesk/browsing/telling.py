"""Entries as lines: what each is called, what a figure is, when a version is in force."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from mynadesk.browsing import words as w
from mynadesk.browsing.entries import Entries, Entry, Version, name_of, texts_of
from mynadesk.browsing.line import Line, ToEntry
from mynadesk.browsing.linking import Links
from mynadesk.wording import Wording
from mynadesk.words import Words


class Telling:
    """By the rules of one day, in one language."""

    def __init__(self, wording: Wording, on: date) -> None:
        """`wording`: of the rulebook of the day `on`."""
        self.on = on
        self.entries = Entries(wording.book)
        self.links = Links(self.entries)
        figures = {each.id: self.entries.now(each) for each in self.entries.of("figures")}
        self.wording = Wording(replace(wording.book, figures=figures), wording.language)
        """Also with figures that are not in force: entries that are not may name them."""

    def fill(self, words: Words, **more: str) -> str:
        """Words of these pages."""
        return self.wording.fill(words, **more)

    def name(self, entry: Entry) -> str:
        """What an entry is called on this day."""
        return name_of(self.wording, entry.group, self.entries.now(entry))

    def texts(self, entry: Entry, version: Any) -> list[str]:
        """What a version of an entry says."""
        if entry.group == "figures":
            return [self.value(version)]
        return texts_of(self.wording, entry.group, version)

    def line(self, entry: Entry, indent: int = 0, beside: str = "") -> Line:
        """A line that leads to an entry."""
        if not self.in_force(entry):
            beside = f"{beside} {self.fill(w.NOT_NOW)}".strip()
        return Line(self.name(entry), "plain", ToEntry(entry.rule), indent, beside)

    def in_force(self, entry: Entry) -> bool:
        """Whether it is on this day."""
        return any(version.span.holds(self.on) for version in entry.versions)

    def value(self, figure: Any) -> str:
        """A figure with its unit."""
        value = str(figure.value)
        if figure.unit == "date":
            value = self.wording.day(date.fromisoformat(value))
        return self.fill(w.UNITS[figure.unit], value=value)

    def when(self, version: Version) -> str:
        """From when until when it is in force."""
        first, last = version.span
        parts = []
        if first > date.min:
            parts.append(self.fill(w.FROM, first=self.wording.day(first)))
        if last < date.max:
            parts.append(self.fill(w.UNTIL, last=self.wording.day(last)))
        now = "" if version.span.holds(self.on) else f" {self.fill(w.NOT_NOW)}"
        return (self.wording.listed(parts) if parts else self.fill(w.ALWAYS)) + now
