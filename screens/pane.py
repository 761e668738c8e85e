"""The one widget of the desk: lines of styled text, redrawn only where they changed."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from mynadesk.typeset import cut, width
from screens.roles import Styles

Span = tuple[str, str]
"""A text and the role it is drawn in."""
Row = Sequence[Span]


class Pane(Widget):
    """Draws rows of spans. A role is a name in `styles`; it becomes a style when drawn."""

    DEFAULT_CSS = ""

    def __init__(self, styles: Styles, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._roles = styles
        self._rows: list[Row] = []
        self._base = "base"

    @property
    def text(self) -> str:
        """What is drawn, as text."""
        return "\n".join("".join(part for part, _ in row) for row in self._rows)

    def show(self, rows: Sequence[Row], base: str = "base") -> None:
        """Draw these rows; `base` is the role of everything around them."""
        old, self._rows = self._rows, list(rows)
        if base != self._base or not self.size.width:
            self._base = base
            self.refresh()
            return
        changed = [y for y in range(max(len(old), len(rows))) if _at(old, y) != _at(self._rows, y)]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def restyle(self, styles: Styles) -> None:
        """Draw everything anew in these styles."""
        self._roles = styles
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row, cut and filled up to the pane's width."""
        cells, base = self.size.width, self._roles[self._base]
        segments: list[Segment] = []
        for text, role in _at(self._rows, y):
            text = cut(text, cells)
            cells -= width(text)
            segments.append(Segment(text, base + self._roles[role]))
        segments.append(Segment(" " * cells, base))
        return Strip(segments, self.size.width)


def _at(rows: Sequence[Row], y: int) -> Row:
    return rows[y] if y < len(rows) else ()
