"""Asked once: at which office this terminal stands."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from mynadesk.interview.keys import name_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from screens.pane import Pane, Row
from screens.roles import ROLES


class OfficeScreen(Screen[str]):
    """Answers with the id of the office."""

    def __init__(self, book: Rulebook, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._offices = {str(office.key): name for name, office in book.rulebook.offices.items()}
        self._labels = {name: wording.fill(office.label) for name, office in book.rulebook.offices.items()}
        self._pane = Pane(ROLES, "office")
        self._message = ""

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_mount(self) -> None:
        self._draw()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        name = name_of(event.key, event.character)
        if name in self._offices:
            self.dismiss(self._offices[name])
        elif name == "quit":
            self.app.exit()
        else:
            messages = self._wording.words.messages
            said = messages.not_here if is_certain(name) else messages.unreadable
            self._message = self._wording.fill(said, key=name)
            self._draw()

    def _draw(self) -> None:
        panel = self._wording.words.panel
        choices: list[Row] = [
            [(f"  {key} ", "key"), (self._labels[name], "strong")]
            for key, name in sorted(self._offices.items())
        ]
        self._pane.show(
            [
                [],
                [("  " + self._wording.fill(panel.choose_office), "strong")],
                [("  " + self._wording.fill(panel.office_hint), "dim")],
                [],
                *choices,
                [],
                [("  " + self._message, "message")] if self._message else [],
            ]
        )
