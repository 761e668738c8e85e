"""The page of the proof: what was looked at, what holds, and each hole with its case."""

from collections.abc import Callable

from mynadesk.browsing import words as w
from mynadesk.browsing.line import Line, ToCase
from mynadesk.browsing.standing import Checked, lines_of
from mynadesk.decision.case import Case
from mynadesk.interview.keys import shown_name
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from screens.paged import PagedScreen
from screens.pane import Row
from screens.roles import Styles
from screens.rules.drawing import drawn

_LEAVES = ("0", "/", "backspace", "quit", "rule")


class ProofScreen(PagedScreen[None]):
    """Shows what is known, and goes on showing it while it changes."""

    def __init__(
        self,
        wording: Wording,
        styles: Styles,
        banner: str,
        checked: Checked,
        open_case: Callable[[Rulebook, Case], None],
    ) -> None:
        """`open_case`: lays a case on a desk with these rules."""
        super().__init__(wording, styles, banner, "proof")
        self._open_case = open_case
        self._at = 0
        self._starts: list[int] = []
        self.show(checked)

    def show(self, checked: Checked, wording: Wording | None = None) -> None:
        """Show this from now on."""
        self._wording = wording or self._wording
        self.checked = checked
        self._lines = lines_of(checked, self._wording, self._wording.book.digest)
        self._cases = [place for place, line in enumerate(self._lines) if line.target]
        self._at = max(0, min(self._at, len(self._cases) - 1))
        if self.is_mounted:
            self.draw()

    def subject(self) -> str:
        """What this is."""
        return self._wording.fill(w.PROOF_TITLE)

    def body(self, cells: int) -> list[Row]:
        """Figures, and holes."""
        rows: list[Row] = []
        self._starts = []
        for place, line in enumerate(self._lines):
            self._starts.append(len(rows))
            rows += drawn(line, cells, bool(self._cases) and place == self._cases[self._at])
        return rows

    def keys(self) -> list[tuple[str, str]]:
        """A hole's case can be opened."""
        fill = self._wording.fill
        cases = [("Enter", fill(w.KEYS["open"])), ("Down", fill(w.KEYS["move"]))] if self._cases else []
        return [*cases, ("0", fill(w.KEYS["back"])), ("F2", fill(self._wording.words.keys.help))]

    def press(self, name: str) -> None:
        """Choose a case, open it, turn pages, go back."""
        self.message = ""
        if name in _LEAVES:
            self.dismiss()
        elif name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name in ("down", "-") and self._cases:
            self._at = (self._at + (1 if name == "down" else -1)) % len(self._cases)
            self.draw()
            if self._count > 1:
                self.turn_to(self._starts[self._cases[self._at]] - 1)
        elif name == "enter" and self._cases:
            self._open(self._lines[self._cases[self._at]])
        else:
            self.say(self._wording.fill(self._wording.words.messages.not_here, key=shown_name(name)))

    def _open(self, line: Line) -> None:
        if isinstance(line.target, ToCase) and self.checked.book is not None:
            self._open_case(self.checked.book, line.target.case)
