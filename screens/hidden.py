"""What stands on the screen instead of a case."""

from textual.geometry import Size

from mynadesk.typeset import width
from mynadesk.wording import Wording
from screens.page import PageScreen
from screens.pane import Row
from screens.roles import Styles

_BACK = ("enter", "hide")


class HiddenScreen(PageScreen[None]):
    """Shows nothing of the case until Enter, and how long that is possible.

    A digit does not bring it back: it is meant for the next person, and nobody asked to see the last one.
    """

    def __init__(self, wording: Wording, styles: Styles) -> None:
        super().__init__(wording, styles, "hidden")
        self._left: int | None = None

    def count(self, left: int | None) -> None:
        """Show the seconds until the case is dropped; 0: it was; None: there is none."""
        self._left = left
        if self.is_mounted:
            self.draw()

    def rows(self, size: Size) -> list[Row]:
        """Three lines in the middle."""
        panel, fill = self._wording.words.panel, self._wording.fill
        lines = [(fill(panel.hidden), "strong"), (fill(panel.hidden_back), "plain")]
        if self._left == 0:
            lines = [(fill(panel.dropped), "strong"), (fill(panel.dropped_next), "plain")]
        elif self._left is not None:
            time = f"{self._left // 60}:{self._left % 60:02}"
            lines.append((fill(panel.hidden_drop, time=time), "dim"))
        above: list[Row] = [[]] * max(0, size.height // 2 - len(lines))
        return [*above, *(row for line in lines for row in (_middle(*line, size.width), []))]

    def press(self, name: str) -> None:
        """Bring back what was hidden."""
        if name in _BACK:
            self.dismiss()


def _middle(text: str, role: str, cells: int) -> Row:
    return [(" " * max(0, (cells - width(text)) // 2) + text, role)]
