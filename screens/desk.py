"""The desk: one screen on which a whole case is taken."""

from collections.abc import Callable
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen

from mynadesk.interview.keys import is_full_width, name_of
from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from screens.frame import frame, pages_of, shape_of, shows_result
from screens.pane import Pane
from screens.roles import ROLES

_PANES = ("top", "verdict", "case", "question", "tell", "foot")
_LONGEST_PASTE = 24


class DeskScreen(Screen[None]):
    """Takes keys, hands them to the session, and shows what became of it. Nothing is composed anew."""

    class HelpWanted(Message):
        """The clerk asks for the list of keys."""

    def __init__(self, book: Rulebook, wording: Wording, office: str, today: Callable[[], date]) -> None:
        super().__init__()
        self.session = Session(book, wording, today)
        self._office = office
        self._panes = {name: Pane(ROLES, name) for name in _PANES}
        self._shape = shape_of(0, 0)
        self._page = 0
        self._quit_armed = False

    def compose(self) -> ComposeResult:
        panes = self._panes
        yield panes["top"]
        yield panes["verdict"]
        with Horizontal(id="body"):
            yield panes["case"]
            yield panes["question"]
        yield panes["tell"]
        yield panes["foot"]

    def on_mount(self) -> None:
        self._arrange(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        """Divide the terminal and draw: before the first layout, so that the first paint is whole."""
        self._shape = shape_of(*size)
        self._panes["case"].styles.width = self._shape.case
        self._panes["question"].styles.width = self._shape.question
        self.draw()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.session.field is not None and event.is_printable and event.character:
            self._press(event.character)
        else:
            self._press(name_of(event.key, event.character))
            if is_full_width(event.character) and not self.session.message:
                self.session.message = self.session.wording.fill(self.session.wording.words.messages.ime)
                self.draw()

    def on_paste(self, event: events.Paste) -> None:
        """Only a date can be pasted: into its field."""
        event.stop()
        if self.session.field is not None:
            for character in event.text.strip().split("\n")[0][:_LONGEST_PASTE]:
                if self.session.field is not None:
                    self.session.press(character)
            self.draw()

    def _press(self, name: str) -> None:
        quit_armed, self._quit_armed = self._quit_armed, False
        if name == "help":
            self.post_message(self.HelpWanted())
            return
        if name == "quit":
            self._quit(quit_armed)
        elif name == "scroll" or (name == "enter" and self._has_more()):
            self._scroll()
        else:
            self._page = 0
            self.session.press(name)
        self.draw()

    def _quit(self, armed: bool) -> None:
        if armed or self.session.fresh:
            self.app.exit()
            return
        self._quit_armed = True
        self.session.message = self.session.wording.fill(self.session.wording.words.messages.quit_again)

    def _has_more(self) -> bool:
        """Whether Enter turns a page; on the last page of a reason it closes it."""
        last = self._page == pages_of(self.session, self._shape) - 1
        return shows_result(self.session) and not (self.session.reason and last)

    def _scroll(self) -> None:
        """The next page of the right pane, or its first after the last. A message in the way goes first."""
        if self.session.message:
            self.session.message = ""
            return
        pages = pages_of(self.session, self._shape)
        self._page = (self._page + 1) % pages
        if pages < 2:
            self.session.message = self.session.wording.fill(self.session.wording.words.messages.no_more)

    def draw(self) -> None:
        """Show the session in every pane."""
        rows = frame(self.session, self._office, self._page, self._shape)
        for name, pane in self._panes.items():
            pane.show(rows.get(name, []), "top" if name in ("top", "foot") else "base")
