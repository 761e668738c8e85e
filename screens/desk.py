"""The desk: one screen on which a whole case is taken."""

from collections.abc import Callable
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from screens.keys import name_of
from screens.paint import barred, case_rows, foot_row, ruler, tell_rows, top_row, verdict_rows
from screens.paint_question import message_rows, question_rows
from screens.paint_result import reason_rows, result_rows
from screens.pane import Pane, Row
from screens.roles import ROLES

_BAR_CELLS = 2
_SMALLEST = (60, 20)


class DeskScreen(Screen[None]):
    """Takes keys, hands them to the session, and shows what became of it. Nothing is composed anew."""

    CSS_PATH = "desk.tcss"

    def __init__(self, book: Rulebook, wording: Wording, office: str, today: Callable[[], date]) -> None:
        super().__init__()
        self.session = Session(book, wording, today)
        self._office = office
        self._top = Pane(ROLES, "top")
        self._verdict = Pane(ROLES, "verdict")
        self._case = Pane(ROLES, "case")
        self._question = Pane(ROLES, "question")
        self._tell = Pane(ROLES, "tell")
        self._foot = Pane(ROLES, "foot")
        self._page = 0
        self._quit_armed = False

    def compose(self) -> ComposeResult:
        yield self._top
        yield self._verdict
        with Horizontal(id="body"):
            yield self._case
            yield self._question
        yield self._tell
        yield self._foot

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self.session.field is not None and event.is_printable and event.character:
            self._press(event.character)
        else:
            self._press(name_of(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Only a date can be pasted: into its field."""
        event.stop()
        if self.session.field is not None:
            for character in event.text.strip().split("\n")[0][:24]:
                if self.session.field is not None:
                    self.session.press(character)
            self.draw()

    def _press(self, name: str) -> None:
        quit_armed, self._quit_armed = self._quit_armed, False
        if name == "help":
            self.app.action_help()  # type: ignore[attr-defined]
            return
        if name == "quit":
            self._quit(quit_armed)
        elif name == "scroll" or (
            name == "enter" and self.session.look.final and self.session.cursor is None
        ):
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

    def _scroll(self) -> None:
        """The next page of the right pane, or its first after the last. A message in the way goes first."""
        if self.session.message:
            self.session.message = ""
            return
        height = max(1, self._question.size.height - 1)
        pages = -(-len(self._right_rows()) // height)
        self._page = (self._page + 1) % max(1, pages)
        if pages < 2:
            self.session.message = self.session.wording.fill(self.session.wording.words.messages.no_more)

    def _right_rows(self) -> list[Row]:
        cells = self._question.size.width - _BAR_CELLS
        if self.session.reason:
            return reason_rows(self.session, cells)
        if self.session.look.final and self.session.cursor is None:
            return result_rows(self.session, cells)
        return question_rows(self.session, cells)

    def draw(self) -> None:
        """Show the session in every pane."""
        size = self.size
        if size.width < _SMALLEST[0] or size.height < _SMALLEST[1]:
            self._draw_too_small()
            return
        session = self.session
        self._top.show(top_row(session, self._office, size.width), "top")
        self._verdict.show([*verdict_rows(session, size.width), ruler(size.width)])
        self._case.show(case_rows(session, self._case.size.width, self._case.size.height))
        self._question.show(barred(self._question_rows(), self._question.size.height))
        self._tell.show([ruler(size.width), *tell_rows(session, size.width, self._tell.size.height - 1)])
        self._foot.show(foot_row(session), "top")

    def _question_rows(self) -> list[Row]:
        """The right pane: as much as fits, with a message at its foot."""
        height, cells = self._question.size.height, self._question.size.width - _BAR_CELLS
        message = message_rows(self.session, cells)
        rows = self._right_rows()
        room = height - len(message)
        if len(rows) > room:
            per_page = max(1, height - 1)
            more = self.session.wording.fill(self.session.wording.words.panel.more)
            rows = rows[self._page * per_page :][: room - 1]
            rows = [*rows, *([[]] * (room - 1 - len(rows))), [(more, "key")]]
        return [*rows, *([[]] * (room - len(rows))), *message]

    def _draw_too_small(self) -> None:
        text = self.session.wording.fill(self.session.wording.words.messages.too_small)
        for pane in (self._top, self._case, self._question, self._tell, self._foot):
            pane.show([])
        self._verdict.show([[(text, "strong")]])
