"""The day book on a page: a kind of counts at a time, as bars, over a day, a week or a month."""

from collections.abc import Callable
from datetime import date

from mynadesk.fault import DeskError
from mynadesk.interview.keys import is_full_width, shown_name
from mynadesk.ledger.daybook.bars import Section, parts, sections
from mynadesk.ledger.daybook.book import KINDS, DayBook, day_book
from mynadesk.ledger.daybook.names import Names
from mynadesk.ledger.daybook.spans import SPANS, moved, span_of
from mynadesk.ledger.daybook.words import DayBookWords
from mynadesk.ledger.ledger import Ledger
from mynadesk.typeset import is_certain, width
from mynadesk.wording import Wording
from screens.ledger.daybook_help import DayBookHelp
from screens.paged import PagedScreen
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want

Answer = DayBook | DeskError
Ask = Callable[[Callable[[Ledger], DayBook], Callable[[Answer], None]], None]
"""Has something done with the ledger beside the desk, and hands over what came of it: `Keeper.ask`."""
_Wanted = tuple[date, date, str | None]


class DayBookScreen(PagedScreen[None]):
    """Digits lie as on the keypad: 4 and 6 go to and fro, 8 and 7 choose how much is seen."""

    everywhere = ("theme", "hide")

    def __init__(
        self,
        wording: Wording,
        words: DayBookWords,
        styles: Styles,
        banner: str,
        desk: str | None,
        ask: Ask,
        want: Want,
        today: Callable[[], date],
    ) -> None:
        """The day book of today.

        Args:
            wording: The rulebook's words.
            words: Those of the day book.
            styles: How it looks.
            banner: What stands in the band on top.
            desk: Id of the desk that is shown at first; all of them where there is none.
            ask: Has the ledger asked, without keeping a key waiting.
            want: Does what the app does, such as other colours.
            today: Asked whenever the page is asked for today.
        """
        super().__init__(wording, styles, banner, "daybook")
        self._names, self._styles, self._ask, self._want, self._today = (
            Names(words, wording),
            styles,
            ask,
            want,
            today,
        )
        self._words = words.screen
        self._desks = (None, *wording.book.rulebook.offices)
        self.span, self.day, self.desk, self.kind = SPANS[0], today(), desk, KINDS[0]
        self.book: DayBook | None = None
        """What is shown; nothing while it is being read."""
        self._asked: _Wanted | None = None
        """What the ledger is working at."""

    def subject(self) -> str:
        """What this is, and which of how many kinds of counts."""
        title = self._names.fill(self._names.words.title)
        return f"{title} {KINDS.index(self.kind) + 1}/{len(KINDS)}"

    def on_mount(self) -> None:
        self.read()

    def restyle(self, styles: Styles) -> None:
        """Look differently from now on."""
        self._styles = styles
        super().restyle(styles)

    # Reading

    @property
    def _wanted(self) -> _Wanted:
        return (*span_of(self.span, self.day), self.desk)

    def read(self) -> None:
        """Ask the ledger for what is to be shown, one question at a time: later keys change the next."""
        self.book = None
        self.message = self._names.fill(self._words.loading)
        self._page = 0
        if self._asked is None:
            self._ask_for(self._wanted)
        self.draw()

    def _ask_for(self, wanted: _Wanted) -> None:
        first, last, desk = wanted
        self._asked, today = wanted, self._today()
        self._ask(lambda ledger: day_book(ledger, first, last, desk, today), self._answered)

    def _answered(self, answer: Answer) -> None:
        asked, self._asked = self._asked, None
        if not self.is_attached:
            return
        if asked != self._wanted:
            self._ask_for(self._wanted)
            return
        self.message = ""
        if isinstance(answer, DayBook):
            self.book = answer
        else:
            language = self._wording.language
            why = " ".join(f"{each.what.in_(language)}{each.mend.in_(language)}" for each in answer.faults)
            self.message = self._names.fill(self._words.away, why=why)
        self.draw()

    # What stands there

    def head(self, cells: int) -> list[Row]:
        """Which days, which desk, and how many people came: in one row if there is room."""
        first, last, desk = self._wanted
        days, desk = f"  {self._names.days(first, last)}", f"  {self._names.desk(desk)}"
        people = f"  {self._people}" if self.book else ""
        if width(days + desk + people) <= cells:
            return [[(days + desk, "strong"), (people, "key")], []]
        return [[(days, "strong")], [(desk, "strong"), (people, "key")], []]

    @property
    def _people(self) -> str:
        count = self.book.people if self.book else 0
        return self._names.fill(self._names.words.people, count=str(count))

    def body(self, cells: int) -> list[Row]:
        """The bars of the kind that was chosen."""
        if self.book is None:
            return []
        rows: list[Row] = []
        for section in sections(self.book, self.kind, self._names):
            rows += [*self._section(section, cells), []]
        return rows[:-1]

    def _section(self, section: Section, cells: int) -> list[Row]:
        rows: list[Row] = [[(f"[{section.heading}]", "key")]]
        for each, label, number, drawn in parts(section, cells):
            role = "dim" if each.inner else "plain"
            rows.append([(label, role), (number, "strong"), (drawn, role if each.inner else "met")])
        nothing = self._names.fill(self._names.words.nothing)
        return rows if section.bars else [*rows, [(f"  {nothing}", "dim")]]

    # Keys

    def keys(self) -> list[tuple[str, str]]:
        """What each key does, the most used first."""
        words, fill = self._words, self._names.fill
        return [
            ("Enter", fill(words.kind)),
            ("4", fill(words.before)),
            ("6", fill(words.after)),
            ("8", fill(words.span)),
            ("7", fill(words.desk)),
            ("0", fill(words.leave)),
            ("5", fill(words.today)),
            ("9", fill(words.again)),
            ("-", fill(words.kind_before)),
        ]

    def press(self, name: str) -> None:
        """Show something else, or leave."""
        if name in ("enter", ".", "-", "down"):
            self._other_kind(-1 if name == "-" else 1)
        elif name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name in ("4", "5", "6", "7", "8", "9"):
            self._choose(name)
        elif name in ("0", "backspace", "/"):
            self.dismiss()
        elif name == "quit":
            self.app.exit()
        elif name == "help":
            self.app.push_screen(DayBookHelp(self._wording, self._styles, self._want, self.keys()))
        else:
            self._refuse(name)

    def _other_kind(self, by: int) -> None:
        self.kind = KINDS[(KINDS.index(self.kind) + by) % len(KINDS)]
        self._page = 0
        self.draw()

    def _choose(self, digit: str) -> None:
        if digit in "46":
            self.day = moved(self.span, self.day, forward=digit == "6")
        elif digit == "5":
            self.day = self._today()
        elif digit == "7":
            self.desk = self._desks[(self._desks.index(self.desk) + 1) % len(self._desks)]
        elif digit == "8":
            self.span = SPANS[(SPANS.index(self.span) + 1) % len(SPANS)]
        self.read()

    def _refuse(self, name: str) -> None:
        if self.book is None:  # what it waits for, or why there is nothing, is more than that
            return
        messages = self._wording.words.messages
        known = is_certain(name) and not is_full_width(name)
        said = messages.not_here if known else messages.unreadable
        self.notice(self._wording.fill(said, key=shown_name(name)))
