"""Asked once: at which office this terminal stands."""

from textual.geometry import Size

from mynadesk.interview.keys import shown_name
from mynadesk.rulebook.book import Rulebook
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from screens.page import PageScreen
from screens.pane import Row
from screens.roles import Styles


class OfficeScreen(PageScreen[str]):
    """Answers with the id of the office."""

    def __init__(self, book: Rulebook, wording: Wording, styles: Styles) -> None:
        super().__init__(wording, styles, "office")
        self._offices = {str(office.key): name for name, office in book.rulebook.offices.items()}
        self._labels = {name: wording.fill(office.label) for name, office in book.rulebook.offices.items()}
        self._message = ""

    def rows(self, size: Size) -> list[Row]:  # noqa: ARG002 - the same at every size
        """The question, the offices, and what the last key had to say."""
        panel = self._wording.words.panel
        choices: list[Row] = [
            [(f"  {key} ", "key"), (self._labels[name], "strong")]
            for key, name in sorted(self._offices.items())
        ]
        return [
            [],
            [("  " + self._wording.fill(panel.choose_office), "strong")],
            [("  " + self._wording.fill(panel.office_hint), "dim")],
            [],
            *choices,
            [],
            [("  " + self._message, "message")] if self._message else [],
        ]

    def press(self, name: str) -> None:
        """Choose, leave, or hear why neither."""
        if name in self._offices:
            self.dismiss(self._offices[name])
        elif name == "quit":
            self.app.exit()
        else:
            messages = self._wording.words.messages
            said = messages.not_here if is_certain(name) else messages.unreadable
            self._message = self._wording.fill(said, key=shown_name(name))
            self.draw()
