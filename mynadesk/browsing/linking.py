"""Which entries have to do with each other."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import msgspec

from mynadesk.browsing.entries import GROUPS, TWINS, Entries, Entry
from mynadesk.decision.conditions import fits
from mynadesk.proof.answers import facts_needed, knots
from mynadesk.rulebook.schema import Requirement

_FILLED = re.compile(r"\{(\w+)\}")


class Links:
    """The links of a rulebook's entries, on its day."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._to: dict[tuple[str, str], list[Entry]] = {}
        self._from: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries.all.values():
            found = dict.fromkeys((other.group, other.id) for other in self._named(entry))
            found.pop((entry.group, entry.id), None)
            others = [each for group, id_ in found if (each := entries.find(group, id_))]
            self._to[entry.group, entry.id] = others
            for other in others:
                self._from.setdefault((other.group, other.id), []).append(entry)

    def beside(self, entry: Entry) -> dict[str, list[Entry]]:
        """The entries that it names or that name it, by group."""
        key = entry.group, entry.id
        both = {each.rule: each for each in (*self._to[key], *self._from.get(key, []))}
        return {
            group: found
            for group in GROUPS
            if (found := [each for each in both.values() if each.group == group])
        }

    def routes(self, entry: Entry) -> list[Entry]:
        """The routes on which it can matter."""
        if entry.group == "routes":
            return []
        waiting, seen = [entry], {entry.rule}
        while waiting:
            for above in self._above(waiting.pop()):
                if above.rule not in seen:
                    seen.add(above.rule)
                    waiting.append(above)
        return [each for each in self._entries.of("routes") if each.rule in seen]

    def _above(self, entry: Entry) -> Iterator[Entry]:
        """What rests on an entry."""
        if entry.group in ("notices", "alternatives", "operations"):
            yield from filter(partial(self._is_told, entry), self._entries.of("routes"))
        elif entry.group == "kinds":
            yield from self._found([("classes", self._entries.now(entry).class_)])
        else:
            named_by = self._from.get((entry.group, entry.id), [])
            yield from (each for each in named_by if each.group in _UP.get(entry.group, GROUPS))

    def _is_told(self, entry: Entry, route: Entry) -> bool:
        """Whether a notice may be told, or something be asked for, on a route."""
        who = self._entries.now(route).who
        if entry.group == "operations":
            return bool(who.get("operation", entry.id) == entry.id)
        return fits(self._entries.now(entry), route.id, who)

    def _named(self, entry: Entry) -> Iterator[Entry]:
        """The entries that an entry names."""
        for version in entry.versions:
            yield from self._found(self._names(entry.group, version.entry))
            yield from self._figures(version.entry)

    def _found(self, names: Iterable[tuple[str, str]]) -> Iterator[Entry]:
        for group, id_ in names:
            if entry := self._entries.find(group, id_):
                yield entry

    def _names(self, group: str, entry: Any) -> Iterator[tuple[str, str]]:
        if group == "routes":
            yield from (("requirements", name) for name in (*entry.requires, *entry.for_single_pins))
            yield from [("routes", entry.next_visit)] if entry.next_visit else []
        elif group == "requirements":
            yield from self._of_requirement(entry)
        elif group == "classes":
            yield from (("checks", name) for name in entry.checks)
        elif group == "kinds":
            yield "classes", entry.class_
            yield from (("checks", name) for name in entry.checks)
        elif group in ("notices", "alternatives"):
            for when in filter(None, (entry.when, entry.unless)):
                yield from (("operations", name) for name in when.operation or ())
                yield from (("pins", name) for name in (*(when.pins or ()), *(when.only_one_of or ())))
                yield from (("kinds", name) for name in when.papers or ())
                yield from self._by_id({*(when.standing or ()), *(when.next_visit_needs or ())})

    def _of_requirement(self, entry: Requirement) -> Iterator[tuple[str, str]]:
        for knot in knots(entry.needs):
            if knot.papers is not None:
                yield from (("classes", name) for one in knot.papers.one_of for name in one)
                yield from [(TWINS, TWINS)] if any(len(one) > 1 for one in knot.papers.one_of) else []
        yield from (("pins", name) for name in self.pins_of(entry))
        for fact in facts_needed(entry):
            if self._entries.book.facts[fact].listed_in:
                yield from (("reasons", each.id) for each in self._entries.of("reasons"))

    def pins_of(self, entry: Requirement) -> list[str]:
        """The PINs that a requirement is about; none where it is about the whole request."""
        pins = self._entries.book.pins
        if isinstance(entry.pins, list):
            return [*entry.pins]
        wanted = entry.pins.items()
        return [name for name, pin in pins.items() if all(getattr(pin, key) == v for key, v in wanted)]

    def _by_id(self, ids: set[str]) -> Iterator[tuple[str, str]]:
        """Requirements by the name that a decision gives them."""
        for each in self._entries.of("requirements"):
            if each.id.partition("/")[0] in ids:
                yield "requirements", each.id

    def _figures(self, entry: Any) -> Iterator[Entry]:
        """The figures that its words show or that its fields name."""
        yield from self._found(("figures", name) for name in _figures_in(msgspec.to_builtins(entry)))


_UP: dict[str, tuple[str, ...]] = {
    "routes": (),
    "requirements": ("routes",),
    "pins": ("requirements",),
    "checks": ("classes", "kinds"),
    "classes": ("requirements",),
}
"""By way of what an entry comes to routes, where that is not everything that names it."""
_NAME_A_FIGURE = ("applies_from", "applies_until", "not_before", "after", "from")


def _figures_in(value: Any) -> Iterator[str]:
    """The names in braces, and those in fields that name a figure."""
    if isinstance(value, str):
        yield from _FILLED.findall(value)
    elif isinstance(value, dict):
        for field, each in value.items():
            if field in _NAME_A_FIGURE and isinstance(each, str):
                yield each
            yield from _figures_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _figures_in(each)
