"""The page of papers to hand over: which there are, how they read, and ways to print them."""

from collections.abc import Callable
from typing import Protocol, get_args

from textual import events
from textual.geometry import Size

from mynadesk.handout.making import PaperName, make, unfit, usual_paper
from mynadesk.handout.page import as_page, usual_size
from mynadesk.handout.paper import Paper
from mynadesk.handout.speech import Speech
from mynadesk.handout.text import as_text, lines_of
from mynadesk.handout.words import HandoutWords, Tongue
from mynadesk.interview.keys import is_full_width, shown_name
from mynadesk.interview.session import Session
from mynadesk.typeset import is_certain, pad, width
from mynadesk.words import Words
from screens.page import PageScreen
from screens.paging import pages_of
from screens.paint import ruler, wrapped
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want

_NAMES: tuple[PaperName, ...] = get_args(PaperName)
_TONGUES: tuple[Tongue, ...] = get_args(Tongue)
_EDGE = 2
_HEAD_LINES, _FOOT_LINES = 3, 2
_WIDEST = 80
"""Cells of a paper as text."""
_BACK = ("0", "backspace", "escape", "papers", "quit")
_DOWN, _UP = ("scroll", "down", "enter"), ("scroll_up", "-")


class Ways(Protocol):
    """What the page needs to let a paper out."""

    @property
    def prints(self) -> bool: ...
    @property
    def browses(self) -> bool: ...
    def save(self, name: str, page: str) -> str | None: ...
    def print(self, name: str, text: str, done: Callable[[bool], None]) -> None: ...
    def browse(self, name: str, page: str, done: Callable[[bool], None]) -> None: ...


class PapersScreen(PageScreen[None]):
    """Shows one of the papers as it will be printed as text, until a key goes back."""

    def __init__(
        self, session: Session, words: HandoutWords, number: str, styles: Styles, want: Want, ways: Ways
    ) -> None:
        """`number`: the case's, as it stands on paper; nothing where it has none."""
        super().__init__(session.wording, styles, "papers")
        self._session = session
        self._handout = words
        self._number = number
        self._want = want
        self._ways = ways
        self._tongue: Tongue = session.wording.language
        self._shows: PaperName = self._first()
        self._page = 0
        self._count = 1
        self._message = ""
        self._sends = False
        self._ime = False

    # The paper

    def _speech(self, tongue: Tongue) -> Speech:
        return Speech(self._session.book, self._handout, tongue)

    def _unfit(self, name: PaperName) -> str | None:
        """Why a paper cannot be had, to the clerk."""
        case, decision = self._session.look.case, self._session.look.decision
        speech = self._speech(self._wording.language)
        return unfit(speech, case, decision, name, self._number) if case and decision else ""

    def _first(self) -> PaperName:
        decision = self._session.look.decision
        usual = usual_paper(decision, self._number) if decision else _NAMES[-1]
        return next(name for name in (usual, *_NAMES) if self._unfit(name) is None)

    def _paper(self) -> Paper | None:
        case, decision = self._session.look.case, self._session.look.decision
        if case is None or decision is None or not self._session.look.whole:
            return None
        return make(self._speech(self._tongue), case, decision, self._shows, self._number)

    def _tongues(self) -> tuple[Tongue, ...]:
        """The check sheet is the clerk's own and has no plain Japanese."""
        return tuple(each for each in _TONGUES if each != "easy" or self._shows != "check")

    # What is drawn

    def rows(self, size: Size) -> list[Row]:
        """Which papers there are; the paper; what the last key did; the ways out and the keys."""
        paper = self._paper()
        if paper is None:
            return []
        message = wrapped(f" {self._message}", size.width, "message", indent=1) if self._message else []
        body = size.height - _HEAD_LINES - _FOOT_LINES - len(message)
        pages = pages_of(_drawn(paper, size.width), body)
        self._count = len(pages)
        self._page = min(self._page, self._count - 1)
        page = pages[self._page]
        blank: list[Row] = [[]] * (body - len(page))
        return [*self._head(size.width), *page, *blank, *message, self._outlets(size.width), self._foot(size)]

    def _head(self, cells: int) -> list[Row]:
        names: list[tuple[str, str]] = []
        for key, name in enumerate(_NAMES, 1):
            label = self._speech(self._wording.language).say(getattr(self._handout.names, name))
            role = "cursor" if name == self._shows else "dim" if self._unfit(name) is not None else "strong"
            names += [(" ", "plain"), (f" {key} {label} ", role)]
        words = self._wording.words.papers
        tongues: list[tuple[str, str]] = [("  . ", "key"), (self._fill(words.language), "plain")]
        for tongue in self._tongues():
            role = "cursor" if tongue == self._tongue else "dim"
            tongues += [(" ", "plain"), (f" {self._fill(getattr(words, tongue))} ", role)]
        return [names, tongues, ruler(cells)]

    def _outlets(self, cells: int) -> Row:
        """The ways out that there are."""
        words = self._wording.words.papers
        ways = {"4": (words.print, self._ways.prints), "5": (words.browser, self._ways.browses)}
        there = [(key, self._fill(label)) for key, (label, is_there) in ways.items() if is_there]
        spans = [(" ", "plain")]
        for key, label in [*there, ("6", self._fill(words.file))]:
            spans += [(f" {key}", "key"), (f" {label} ", "plain")]
        used = sum(width(text) for text, _ in spans)
        return [*spans, (" " * max(0, cells - used), "plain")]

    def _foot(self, size: Size) -> Row:
        words = self._wording.words
        at = {"page": str(self._page + 1), "pages": str(self._count)}
        more = f"{self._fill(words.papers.more, **at)}  " if self._count > 1 else ""
        ime = f"{self._fill(words.messages.ime)} " if self._ime else ""
        keys = f"  {more}{self._fill(words.papers.back)}  "
        return [(pad(keys, size.width - width(ime)), "key"), (ime, "dim")]

    def _fill(self, words: Words, **more: str) -> str:
        return self._wording.fill(words, **more)

    # Keys

    def on_screen_resume(self) -> None:
        """Go back where the case was dropped in the meantime."""
        if self._paper() is None:
            self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """Tell whether an input method is on; the rest is as on every page."""
        if event.is_printable:
            self._ime = is_full_width(event.character)
        super().on_key(event)

    def press(self, name: str) -> None:
        """Another paper or language, another page, a way out, or back to the case."""
        self._message = ""
        if name in _BACK or (name == "enter" and self._page == self._count - 1):
            self.dismiss()
            return
        if name in ("hide", "theme"):
            self._want("hide" if name == "hide" else "theme")
        elif name in _DOWN or name in _UP:
            self._page = (self._page + (1 if name in _DOWN else -1)) % self._count
        elif name == ".":
            self._other_tongue()
        elif name in "123":
            self._choose(_NAMES[int(name) - 1])
        elif name in "456":
            self._let_out(name)
        else:
            messages = self._wording.words.messages
            unknown = messages.not_here if is_certain(name) else messages.unreadable
            self._message = self._fill(unknown, key=shown_name(name))
        self.draw()

    def _choose(self, name: PaperName) -> None:
        why = self._unfit(name)
        if why is not None:
            self._message = why
            return
        self._shows, self._page = name, 0
        if self._tongue not in self._tongues():
            self._tongue = self._wording.language

    def _other_tongue(self) -> None:
        there = self._tongues()
        self._tongue, self._page = there[(there.index(self._tongue) + 1) % len(there)], 0

    # Ways out

    def _let_out(self, key: str) -> None:
        words, paper = self._wording.words.papers, self._paper()
        if paper is None or self._sends:
            self._message = self._fill(words.sending)
        elif key == "4" and self._ways.prints:
            self._begin()
            self._ways.print(self._shows, as_text(paper, _WIDEST), self._printed)
        elif key == "5" and self._ways.browses:
            self._begin()
            self._ways.browse(self._shows, as_page(paper, usual_size(paper.tongue)), self._opened)
        elif key == "6":
            path = self._ways.save(self._shows, as_page(paper, usual_size(paper.tongue)))
            self._message = self._fill(words.saved, path=path) if path else self._fill(words.not_saved)
        else:
            self._message = self._fill(words.no_printer if key == "4" else words.no_browser)

    def _begin(self) -> None:
        self._sends = True
        self._message = self._fill(self._wording.words.papers.sending)

    def _printed(self, taken: bool) -> None:
        words = self._wording.words.papers
        self._done(words.printed if taken else words.not_printed)

    def _opened(self, taken: bool) -> None:
        words = self._wording.words.papers
        self._done(words.opened if taken else words.not_opened)

    def _done(self, words: Words) -> None:
        """Only now: what was not taken is never shown as printed."""
        self._sends = False
        self._message = self._fill(words)
        if self.is_attached:
            self.draw()


def _drawn(paper: Paper, cells: int) -> list[Row]:
    """The paper's lines in the middle of the screen."""
    columns = min(cells - 2 * _EDGE, _WIDEST)
    edge = " " * ((cells - columns) // 2)
    return [[(edge + line, "plain")] if line else [] for line in lines_of(paper, columns)]
