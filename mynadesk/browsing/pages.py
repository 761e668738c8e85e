"""The page of each entry and of each published place."""

from collections.abc import Iterable, Iterator
from typing import Any

from mynadesk.browsing import words as w
from mynadesk.browsing.entries import Entry, Version, places_of
from mynadesk.browsing.line import BLANK, Line, ToCase, ToEntries, ToPlace
from mynadesk.browsing.showing import Shown
from mynadesk.browsing.telling import Telling
from mynadesk.proof.holes import Rule
from mynadesk.wording import Place


class Pages:
    """Makes the lines of each page."""

    def __init__(self, tell: Telling) -> None:
        self.tell = tell

    def entry(self, rule: Rule, turning: list[Shown] | None) -> list[Line]:
        """Everything about an entry. `turning`: what turns on it; None while that is looked for."""
        entry = self.tell.entries.all.get(rule)
        if entry is None:
            return [Line(self.tell.fill(w.GONE), "dim")]
        file, path = rule
        return [
            Line(self.tell.name(entry), "strong"),
            Line(f"{file}.yaml {'.'.join(map(str, path))}", "dim"),
            *self._version(entry, self._version_of(entry)),
            *self._other_times(entry),
            *self._used_by(entry),
            *self._beside(entry),
            BLANK,
            *self._turning(turning),
        ]

    def _version_of(self, entry: Entry) -> Version:
        return next((v for v in entry.versions if v.span.holds(self.tell.on)), entry.versions[-1])

    def _version(self, entry: Entry, version: Version) -> Iterator[Line]:
        texts = self.tell.texts(entry, version.entry)
        first, *said = [texts[0], *texts[1:]] if texts else [""]
        yield from [Line(first)] if first else []
        yield from (Line(f"・{text}", "dim") for text in said)
        yield Line(self.tell.when(version), "plain")
        for place, told in self._places(version.entry):
            yield Line(f"{told.layer} {told.title} {told.part}".rstrip(), "plain", ToPlace(place))

    def _places(self, entry: Any) -> Iterator[tuple[str, Place]]:
        places = [*dict.fromkeys(places_of(entry))]
        yield from zip(places, self.tell.wording.places(places), strict=True)

    def _other_times(self, entry: Entry) -> Iterator[Line]:
        others = [version for version in entry.versions if version != self._version_of(entry)]
        if others:
            yield Line(self.tell.fill(w.OTHER_TIME), "heading")
        for version in others:
            yield from self._version(entry, version)

    def _used_by(self, entry: Entry) -> Iterator[Line]:
        if entry.group == "routes":
            return
        routes = self.tell.links.routes(entry)
        yield Line(self.tell.fill(w.USED_BY), "heading")
        yield from map(self.tell.line, routes)
        if not routes:
            yield Line(self.tell.fill(w.NO_ROUTE), "dim")

    def _beside(self, entry: Entry) -> Iterator[Line]:
        for group, others in self.tell.links.beside(entry).items():
            if group != "routes" or entry.group == "routes":
                yield Line(self.tell.fill(w.GROUPS[group]), "heading")
                yield from map(self.tell.line, others)

    def _turning(self, turning: Iterable[Shown] | None) -> Iterator[Line]:
        yield Line(self.tell.fill(w.TURNING), "heading")
        if turning is None:
            yield Line(self.tell.fill(w.LOOKING), "dim")
            return
        found = [*turning]
        for each in found:
            yield Line(each.route, "dim")
            for side in each.sides:
                yield Line(side.text, "plain", ToCase(side.case), 2, side.verdict, side.band)
        if not found:
            yield Line(self.tell.fill(w.NONE_TURNS), "dim")

    # Published places, and lists of some entries

    def place(self, place: str) -> list[Line]:
        """What is published at a place, and who cites it."""
        source, _, part = place.partition(" / ")
        told = (
            next(iter(self.tell.wording.places([place])), None)
            if source in self.tell.wording.book.sources
            else None
        )
        if told is None:
            return [Line(self.tell.fill(w.GONE), "dim")]
        cited = [
            entry
            for each, entries in self.tell.entries.cited.items()
            if each == place or (not part and each.startswith(f"{place} / "))
            for entry in entries
        ]
        digest = self.tell.wording.book.sources[source].sentences.get(part)
        return [
            Line(told.title, "strong"),
            *([Line(told.part)] if told.part else []),
            Line(told.layer, "plain"),
            *([Line(digest, "dim")] if digest else []),
            Line(self.tell.fill(w.CITED), "heading"),
            *(
                self.tell.line(self.tell.entries.all[rule])
                for rule in dict.fromkeys(each.rule for each in cited)
            ),
        ]

    def some(self, rules: ToEntries) -> list[Line]:
        """Some entries, each with its rule."""
        found = [self.tell.entries.all[rule] for rule in rules.rules if rule in self.tell.entries.all]
        lines = [Line(self.tell.fill(w.LOOKED_AT), "heading")]
        for entry in found:
            texts = self.tell.texts(entry, self.tell.entries.now(entry))
            lines += [
                self.tell.line(entry)._replace(role="strong"),
                *(Line(text, "dim", None, 2) for text in texts[:1]),
            ]
        return lines
