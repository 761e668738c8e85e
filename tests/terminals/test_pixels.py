"""A picture tells whether each character stands in its cells."""

import pytest
from PIL import Image, ImageDraw

pytest.importorskip("pty", reason="needs the terminals of Unix")

from mynadesk.sizes import Size
from mynadesk.typeset import width
from tests.terminals.pixels import Grid, aside, faintest

GRID, SIZE = Grid(3, 8, 16), Size(12, 2)
ROWS = ("a 可 b |", "--- 1")
BRIGHT, DARK = (230, 230, 230), (20, 20, 20)


def picture(*rows: str, ink: tuple[int, int, int] = BRIGHT) -> Image.Image:
    """These rows with a stroke for each character, on two grounds."""
    image = Image.new(
        "RGB", (SIZE.columns * GRID.wide + 2 * GRID.edge, SIZE.lines * GRID.high + 2 * GRID.edge)
    )
    pen = ImageDraw.Draw(image)
    for line, row in enumerate(rows):
        top = GRID.edge + line * GRID.high
        ground = DARK if line else (60, 60, 60)
        pen.rectangle((GRID.edge, top, image.width - GRID.edge, top + GRID.high - 1), fill=ground)
        column = 0
        for character in row:
            left = GRID.edge + column * GRID.wide
            column += width(character)
            if character != " ":
                right = GRID.edge + column * GRID.wide
                pen.rectangle((left + 2, top + 6, right - 3, top + 8), fill=ink)
    return image


def test_characters_in_their_cells_are_well() -> None:
    assert aside(picture(*ROWS), GRID, SIZE, ROWS) == []


@pytest.mark.parametrize(
    ("drawn", "where"),
    [
        (("a 可  b|", "--- 1"), ["5,0", "6,0"]),
        (("a可  b |", "--- 1"), ["1,0"]),
        (("a 可 b |", "---  1"), ["4,1", "5,1"]),
        (("a 可 b |x", "--- 1"), ["8,0"]),
        (("a 可 b |", ""), ["0,1", "1,1", "2,1", "4,1"]),
    ],
)
def test_what_is_pushed_aside_is_found(drawn: tuple[str, str], where: list[str]) -> None:
    assert aside(picture(*drawn), GRID, SIZE, ROWS) == where


def test_the_letter_that_is_hardest_to_read_counts() -> None:
    plain = faintest(picture(*ROWS), GRID, SIZE, ROWS)
    assert 7 < plain < 11
    assert faintest(picture(*ROWS, ink=(70, 70, 70)), GRID, SIZE, ROWS) < 1.3
