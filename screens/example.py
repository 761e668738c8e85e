"""A desk on which a case was laid, to be looked at and tried out. Nothing of it is counted or recorded."""

from collections.abc import Callable

from mynadesk.decision.case import Case
from mynadesk.interview.laying import lay, said_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from screens.desk import DeskScreen
from screens.roles import Styles
from screens.wanted import Want


class ExampleDesk(DeskScreen):
    """The desk on the day of the case. What would go to the next person goes back to where one came from."""

    def __init__(
        self,
        book: Rulebook,
        case: Case,
        wording: Wording,
        styles: Styles,
        want: Want,
        left: Callable[[], None],
    ) -> None:
        """`left`: goes back. Raises NotInForce."""
        super().__init__(book, wording, "", lambda: case.on, styles, want)
        words = self.session.wording
        self.view = self.view._replace(
            standing=words.fill(words.words.laid.example, day=words.day(case.on)),
            leaves=words.fill(words.words.keys.back),
        )
        self.instead = {"/": self.view.leaves, "quit": self.view.leaves, "ledger": "-"}
        """What keys do that are others here, for the list of keys."""
        self._left = left
        sheet = lay(book, case)
        self.session.begin_with(sheet, "")
        self.session.message = said_of(words, sheet)

    def _press(self, name: str) -> None:
        if name == "quit" or (name == "/" and self.session.field is None):
            self.leave()
        elif name == "ledger":
            self._say(self.session.wording.words.laid.not_here)
        else:
            super()._press(name)

    def leave(self) -> None:
        """Go back; files that papers were printed from go with the case."""
        self._forget()
        self._left()
