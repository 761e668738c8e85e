"""Looks for the situations that turn on an entry, among all there are on a day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from msgspec.structs import replace

from mynadesk.browsing.entries import TWINS, Entries, Entry
from mynadesk.browsing.linking import Links
from mynadesk.browsing.turning.apart import all_told
from mynadesk.browsing.turning.by_paper import ByPaper
from mynadesk.browsing.turning.by_request import ByRequest
from mynadesk.browsing.turning.by_requirement import ByRequirement
from mynadesk.browsing.turning.ground import Ground, Pair

_DAY = timedelta(days=1)
_MOST = 8
"""Pairs of one entry."""


class Turning:
    """Looks for pairs on one day."""

    def __init__(self, entries: Entries, links: Links, on: date) -> None:
        self.entries, self.links, self.on = entries, links, on
        self._ground = Ground(entries, on)
        self._other_days: dict[date, Turning] = {}

    def pairs(self, entry: Entry) -> list[Pair]:
        """The pairs of an entry, the smallest of each kind; none where no situation turns on it alone."""
        found: list[Pair] = []
        for pair in (*self._by_group[entry.group](entry), *self._by_date(entry)):
            if pair not in found:
                found.append(pair)
        return found[:_MOST]

    @cached_property
    def _by_group(self) -> dict[str, Callable[[Entry], Iterable[Pair]]]:
        of_requirement, of_paper = ByRequirement(self._ground), ByPaper(self._ground)
        of_request = ByRequest(self._ground)
        return {
            "routes": of_requirement.of_route,
            "requirements": of_requirement.of_requirement,
            "reasons": of_requirement.of_reason,
            "classes": of_paper.of_class,
            "kinds": of_paper.of_kind,
            "checks": of_paper.of_check,
            TWINS: of_paper.of_twins,
            "pins": of_request.of_pin,
            "operations": of_request.of_operation,
            "notices": of_request.of_notice,
            "alternatives": of_request.of_notice,
            "figures": lambda entry: (*of_requirement.of_age(entry), *self._of_figure(entry)),
        }

    def _of_figure(self, entry: Entry) -> Iterator[Pair]:
        """What turns on the entries that name it."""
        for group, beside in self.links.beside(entry).items():
            if group != entry.group:
                for other in beside:
                    yield from list(self._by_date(other))[:1]
                    yield from list(self._by_group[group](other))[:1]

    def _by_date(self, entry: Entry) -> Iterator[Pair]:
        """The same request the day before something begins or after it has ended, and then."""
        days = {each.span.first for each in entry.versions} | {
            each.span.last + _DAY for each in entry.versions if each.span.last < date.max
        }
        for day in sorted(days - {date.min}):
            turning = self._on(day)
            pairs = turning._by_group[entry.group](entry)
            plain = (turning._ground.case(desk) for desk in turning._ground.each_route())
            for case in (*(case for pair in pairs for case in pair[::-1]), *plain):
                before, after = replace(case, on=day - _DAY), replace(case, on=day)
                if all_told(self._ground.decided(before)) != all_told(self._ground.decided(after)):
                    yield Pair(before, after)
                    break

    def _on(self, day: date) -> "Turning":
        if day not in self._other_days:
            self._other_days[day] = self if day == self.on else Turning(self.entries, self.links, day)
        return self._other_days[day]
