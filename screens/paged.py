"""A page with a band on top, text in pages, and the keys of the moment at the foot."""

from itertools import accumulate
from typing import TypeVar

from textual import events
from textual.geometry import Size

from mynadesk.interview.keys import called, is_full_width, name_of
from mynadesk.typeset import pad, width, wrap
from mynadesk.wording import Wording
from screens.page import PageScreen
from screens.paging import pages_of
from screens.pane import Row
from screens.roles import Styles

Result = TypeVar("Result")

_EDGE = 2
_AROUND = 2
"""Rows of banner and foot."""


class PagedScreen(PageScreen[Result]):
    """Draws `head` and `body`; what is too long is paged by PgDn, PgUp and, where a page says so, Enter."""

    band = "top"
    """The role of the band."""
    everywhere: tuple[str, ...] = ("help", "theme", "hide")
    """Keys whose work is not the page's: the app does it."""

    def __init__(self, wording: Wording, styles: Styles, banner: str, id: str) -> None:
        super().__init__(wording, styles, id)
        self._banner = banner
        self._page = 0
        self._count = 1
        self._ends: list[int] = []
        """How many rows of the body stand up to the end of each page."""
        self._ime = False
        """The last key came through an input method."""
        self.message = ""

    def subject(self) -> str:
        """Stands beside the banner."""
        return ""

    def head(self, cells: int) -> list[Row]:  # noqa: ARG002 - most pages have none
        """Rows over the whole width, on every page."""
        return []

    def body(self, cells: int) -> list[Row]:
        """What the page says."""
        raise NotImplementedError

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the moment and what they do."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Help, colours and hiding are everywhere the same."""
        if event.is_printable:
            self._ime = is_full_width(event.character)
        name, want = name_of(event.key, event.character), getattr(self.app, "want", None)
        if name in self.everywhere and want is not None:
            event.stop()
            event.prevent_default()
            want(name)
        else:
            super().on_key(event)

    def rows(self, size: Size) -> list[Row]:
        """The whole screen."""
        head = self.head(size.width)
        lines = wrap(self.message, size.width - 2) if self.message else []
        message: list[Row] = [[(pad(f" {line}", size.width), "message")] for line in lines]
        room = max(1, size.height - _AROUND - len(head) - len(message))
        pages = pages_of(self.body(size.width - 2 * _EDGE), room)
        self._count = len(pages)
        self._ends = list(accumulate(map(len, pages)))
        self._page = min(self._page, self._count - 1)
        page: list[Row] = [[(" " * _EDGE, "plain"), *row] for row in pages[self._page]]
        blank: list[Row] = [[]] * (room - len(page))
        return [self._top(size.width), *head, *page, *blank, *message, self._foot(size.width)]

    def _top(self, cells: int) -> Row:
        both = f" {self._banner}  {self.subject()}"
        return [(pad(both if width(both) <= cells else f" {self._banner}", cells), self.band)]

    def _foot(self, cells: int) -> Row:
        row: list[tuple[str, str]] = [(" ", "top")]
        more = (
            [(self.more_key, f"{self._more()} ({self._page + 1}/{self._count})")] if self._count > 1 else []
        )
        notice = f" {self._wording.fill(self._wording.words.messages.ime)} " if self._ime else ""
        left = cells - 1 - width(notice)
        for key, does in [*more, *self.keys()]:
            shown = called(key, self._wording.language)
            left -= width(f"{shown} {does}  ")
            if left < 0:
                break
            row += [(shown, "key"), (f" {does}  ", "top")]
        used = sum(width(text) for text, _ in row) + width(notice)
        return [*row, (" " * max(0, cells - used), "top"), (notice, "dim")]

    def _more(self) -> str:
        return self._wording.fill(self._wording.words.keys.scroll)

    @property
    def more_key(self) -> str:
        """The key that turns pages, for the foot."""
        return "PgDn"

    @property
    def has_more(self) -> bool:
        """Whether something stands on later pages."""
        return self._page < self._count - 1

    def scroll(self, by: int) -> None:
        """Another page, around in a circle."""
        self._page = (self._page + by) % self._count
        self.draw()

    def turn_to(self, row: int | None) -> None:
        """Show the page of a row of the body, counted from 0 below its heading; None: the first page."""
        self._page = (
            0 if row is None else next(place for place, last in enumerate(self._ends) if row + 1 < last)
        )
        self.draw()

    def say(self, text: str) -> None:
        """Leave a message above the foot."""
        self.message = text
        self.draw()
