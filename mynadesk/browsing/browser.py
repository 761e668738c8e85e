"""Somebody who reads the rulebook: where they are, where they came from, and what they have typed."""

from datetime import date
from typing import NamedTuple

from mynadesk.browsing.line import Line, Target, ToCase, ToEntries, ToEntry, ToPlace
from mynadesk.browsing.lists import Lists
from mynadesk.browsing.pages import Pages
from mynadesk.browsing.showing import Shown
from mynadesk.browsing.telling import Telling
from mynadesk.browsing.words import GROUPS, SOURCE
from mynadesk.proof.holes import Rule
from mynadesk.wording import Wording

VIEWS = ("routes", "documents", "pins", "sources", "days")
_LONGEST = 40


class _Stop(NamedTuple):
    """A page on the way, None for the list, and the place there."""

    target: Target | None
    cursor: int


class Browser:
    """One reader. Holds no screen."""

    def __init__(self, wording: Wording, on: date, at: tuple[Rule, ...] = ()) -> None:
        """`wording`: of the rulebook of the day `on`; `at`: the entries whose page is shown first."""
        self.view = VIEWS[0]
        self.typed = ""
        self._way: list[_Stop] = [_Stop(None, 0)]
        self.turning: dict[Rule, list[Shown]] = {}
        """What turns on each entry, as far as that was looked for."""
        self.take(wording, on)
        if at:
            self._way.append(_Stop(ToEntry(at[0]) if len(at) == 1 else ToEntries(at), 0))
            self._read()

    def take(self, wording: Wording, on: date) -> None:
        """Read these rules from now on, at the same place."""
        self.wording, self.on = wording, on
        self.tell = Telling(wording, on)
        self._lists, self._pages = Lists(self.tell), Pages(self.tell)
        self.turning.clear()
        self._read()

    def _read(self) -> None:
        self.lines: list[Line] = self._made()
        """What stands on the page."""
        places = self.places
        self.cursor = max(0, min(self._way[-1].cursor, len(places) - 1))

    def _made(self) -> list[Line]:
        target = self._way[-1].target
        if isinstance(target, ToEntry):
            return self._pages.entry(target.rule, self.turning.get(target.rule))
        if isinstance(target, ToPlace):
            return self._pages.place(target.place)
        if isinstance(target, ToEntries):
            return self._pages.some(target)
        return self._lists.found(self.view, self.typed) if self.typed else self._lists.of(self.view)

    @property
    def places(self) -> list[int]:
        """The lines that lead anywhere."""
        return [place for place, line in enumerate(self.lines) if line.target is not None]

    @property
    def at(self) -> int | None:
        """The line that is chosen."""
        places = self.places
        return places[self.cursor] if places else None

    @property
    def on_list(self) -> bool:
        """Whether a list is shown, in which text can be typed."""
        return self._way[-1].target is None

    @property
    def about(self) -> str:
        """What kind of page is shown, where it is no list."""
        target = self._way[-1].target
        if isinstance(target, ToEntry) and (entry := self.tell.entries.all.get(target.rule)):
            return self.tell.fill(GROUPS[entry.group])
        return self.tell.fill(SOURCE) if isinstance(target, ToPlace) else ""

    @property
    def looked_for(self) -> Rule | None:
        """The entry of this page where it is not known yet what turns on it."""
        target = self._way[-1].target
        if (
            isinstance(target, ToEntry)
            and target.rule in self.tell.entries.all
            and target.rule not in self.turning
        ):
            return target.rule
        return None

    def give(self, rule: Rule, found: list[Shown]) -> None:
        """What turns on an entry was found."""
        self.turning[rule] = found
        self._stay()
        self._read()

    # Keys

    def move(self, by: int) -> None:
        """To the next line that leads anywhere, around in a circle."""
        if places := self.places:
            self.cursor = (self.cursor + by) % len(places)

    def choose(self, line: int) -> None:
        """To the first line from here on that leads anywhere."""
        places = self.places
        self.cursor = next((n for n, place in enumerate(places) if place >= line), len(places) - 1)

    def open(self) -> ToCase | None:
        """Go where the line leads; a case is handed out, to be laid on a desk."""
        target = self.lines[self.at].target if self.at is not None else None
        if isinstance(target, ToCase):
            return target
        if target is not None:
            self._stay()
            self._way.append(_Stop(target, 0))
            self._read()
        return None

    def back(self) -> bool:
        """Go back to the page before; false where there is none."""
        if len(self._way) > 1:
            self._way.pop()
        elif self.typed:
            self.typed = ""
        else:
            return False
        self._read()
        return True

    def look_at(self, view: str) -> None:
        """Show another list from its beginning."""
        self.view, self.typed = view, ""
        self._way = [_Stop(None, 0)]
        self._read()

    def type(self, text: str) -> None:
        """More text for the filter of a list."""
        self._filter((self.typed + text)[:_LONGEST])

    def erase(self) -> None:
        """The last character less."""
        self._filter(self.typed[:-1])

    def _filter(self, typed: str) -> None:
        self.typed = typed
        self._way = [_Stop(None, 0)]
        self._read()

    def _stay(self) -> None:
        """Remember the place on this page."""
        self._way[-1] = self._way[-1]._replace(cursor=self.cursor)
