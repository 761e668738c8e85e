"""The lists of a rulebook's entries: by route, by paper, by PIN, by source, by day."""

from collections.abc import Iterator
from datetime import date, timedelta

from mynadesk.browsing import words as w
from mynadesk.browsing.entries import TWINS, Entry
from mynadesk.browsing.finding import Finding
from mynadesk.browsing.line import Line, ToEntry, ToPlace
from mynadesk.browsing.telling import Telling
from mynadesk.proof.holes import Rule
from mynadesk.words import Words

_DAY = timedelta(days=1)
_REST = ("operations", "reasons", "notices", "alternatives")


class Lists:
    """Makes the lines of each list."""

    def __init__(self, tell: Telling) -> None:
        self.tell = tell
        self._finding = Finding(tell.entries)

    def of(self, view: str) -> list[Line]:
        """One of the lists of entries."""
        make = {
            "routes": self._routes,
            "documents": self._documents,
            "pins": self._pins,
            "sources": self._sources,
            "days": self._days,
        }
        return [*make[view]()]

    def found(self, view: str, typed: str) -> list[Line]:
        """What matches on a list, each under the lines that lead to it; then what matches elsewhere."""
        lines, kept, above = self.of(view), list[Line](), list[Line]()
        here: set[Rule] = set()
        for line in lines:
            above = [each for each in above if each.indent < line.indent]
            if isinstance(line.target, ToEntry) and self._matches(line.target.rule, typed):
                kept += [each for each in above if each not in kept]
                kept.append(line)
                here.add(line.target.rule)
            above.append(line)
        others = [
            e
            for e in self.tell.entries.all.values()
            if e.rule not in here and self._finding.matches(e, typed)
        ]
        if others:
            kept += [Line(self.tell.fill(w.ELSEWHERE), "heading"), *map(self.tell.line, others)]
        return kept or [Line(self.tell.fill(w.NOT_FOUND, text=typed), "dim")]

    def _matches(self, rule: Rule, typed: str) -> bool:
        return self._finding.matches(self.tell.entries.all[rule], typed)

    def _group(self, group: str, indent: int = 0) -> Iterator[Line]:
        yield Line(self.tell.fill(w.GROUPS[group]), "heading")
        for entry in self.tell.entries.of(group):
            yield self.tell.line(entry, indent)

    def _routes(self) -> Iterator[Line]:
        for entry in self.tell.entries.of("routes"):
            yield self.tell.line(entry)._replace(role="strong")
            for other in self.tell.links.beside(entry).get("requirements", []):
                yield self.tell.line(other, 2)
        for group in _REST:
            yield from self._group(group)

    def _documents(self) -> Iterator[Line]:
        for entry in self.tell.entries.of("classes"):
            yield self.tell.line(entry)._replace(role="strong")
            for other in self.tell.entries.of("kinds"):
                if self.tell.entries.now(other).class_ == entry.id:
                    yield self.tell.line(other, 2)
        yield from self._group("checks")
        yield from map(self.tell.line, self.tell.entries.of(TWINS))

    def _pins(self) -> Iterator[Line]:
        for entry in self.tell.entries.of("pins"):
            yield self.tell.line(entry)._replace(role="strong")
            beside = self.tell.links.beside(entry)
            for group in ("requirements", "notices", "alternatives"):
                yield from (self.tell.line(other, 2) for other in beside.get(group, []))
        yield from self._group("reasons")

    def _sources(self) -> Iterator[Line]:
        for name, source in self.tell.wording.book.sources.items():
            layer = self.tell.fill(self.tell.wording.book.rulebook.layers[source.layer])
            dated = f" {source.dated}" if source.dated else ""
            yield Line(f"{self.tell.fill(source.title)}{dated}", "strong", ToPlace(name), beside=layer)
            order = [name, *(f"{name} / {part}" for part in source.sentences)]
            for place in [each for each in order if each in self.tell.entries.cited]:
                told = self._part(place) or self.tell.fill(w.WHOLE_SOURCE)
                yield Line(told, "plain", ToPlace(place), 2)
                yield from (self.tell.line(entry, 4) for entry in self.tell.entries.cited[place])

    def _days(self) -> Iterator[Line]:
        for entry in self.tell.entries.of("figures"):
            yield self.tell.line(entry, beside=self.tell.value(self.tell.entries.now(entry)))
        days = {day for entry in self.tell.entries.all.values() for day in self._turns(entry)}
        for day in sorted(days):
            yield Line(self.tell.wording.day(day), "heading")
            for entry in self.tell.entries.all.values():
                if day in (turns := self._turns(entry)):
                    yield self.tell.line(entry)._replace(beside=self.tell.fill(turns[day]))
        if not days:
            yield Line(self.tell.fill(w.NO_DAYS), "dim")

    def _turns(self, entry: Entry) -> dict[date, Words]:
        """The days on which an entry begins, or no longer is."""
        last = {v.span.last + _DAY: w.ENDED for v in entry.versions if v.span.last < date.max}
        first = {v.span.first: w.BEGINS for v in entry.versions if v.span.first > date.min}
        return last | first

    def _part(self, place: str) -> str:
        return self.tell.wording.places([place])[0].part
