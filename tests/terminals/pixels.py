"""Where a picture of a terminal has ink, cell by cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from PIL import Image

from mynadesk.sizes import Size
from mynadesk.typeset import width
from tests.terminals.window import Colour, contrast_of

_FAINT = 24
"""Differences of brightness that are no ink."""


class Grid(NamedTuple):
    """Cells on a picture, in pixels."""

    edge: int
    """Around all cells."""
    wide: int
    high: int

    def box(self, column: int, line: int) -> tuple[int, int, int, int]:
        """A cell, without its outermost columns: a letter beside it may reach into these."""
        x, y = self.edge + column * self.wide, self.edge + line * self.high
        return x + 1, y, x + self.wide - 1, y + self.high


def aside(picture: Image.Image, grid: Grid, size: Size, rows: Sequence[str]) -> list[str]:
    """Cells that have ink though there these rows have none, or none though they have some."""
    wrong = []
    for line in range(size.lines):
        text = rows[line] if line < len(rows) else ""
        for cells, character in parts(text, size.columns):
            drawn = bool(character.strip())
            if any(_has_ink(picture.crop(grid.box(cell, line))) for cell in cells) != drawn:
                wrong.append(f"{cells[0]},{line}")
    return wrong


def faintest(picture: Image.Image, grid: Grid, size: Size, rows: Sequence[str]) -> float:
    """The contrast of the letter that is hardest to read, at its clearest point."""
    letters = (
        (cells[0], line)
        for line, text in enumerate(rows)
        for cells, letter in parts(text, size.columns)
        if letter.isalnum()
    )
    return min(_contrast(picture.crop(grid.box(*cell))) for cell in letters)


def _contrast(cell: Image.Image) -> float:
    colours = sorted(cell.getcolors(cell.width * cell.height) or [], reverse=True)
    (_, ground), *inks = cast(list[tuple[int, Colour]], colours)
    return max((contrast_of(ink, ground) for _, ink in inks), default=1.0)


def parts(text: str, columns: int) -> Iterator[tuple[range, str]]:
    """The cells of each character of a row, with it; then each cell behind them, blank."""
    column = 0
    for character in text:
        cells = width(character)
        if cells:
            yield range(column, column + cells), character
        column += cells
    for cell in range(column, columns):
        yield range(cell, cell + 1), " "


def _has_ink(cell: Image.Image) -> bool:
    bands = cell.getextrema()
    return any(high - low > _FAINT for low, high in bands)  # type: ignore[misc]
