"""Pictures of the desk for README: runs it in a terminal, presses keys, draws what is on the screen.

    python -m tests.pictures        writes docs/*.png

Needs a Japanese font of fixed width (Debian: fonts-noto-cjk); without one it says so and exits with 2.
"""

import sys
from pathlib import Path
from typing import NamedTuple

import pyte
from PIL import Image, ImageDraw, ImageFont
from pyte.screens import Char

from tests.screens.terminal import DESK, Terminal

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc",
    "C:/Windows/Fonts/msgothic.ttc",
)
_CELL, _ROW, _MARGIN, _POINTS = 9, 22, 4, 18
_PAPER, _INK = "#16191d", "#e6e6e6"


class Picture(NamedTuple):
    """What is shown: a file, a size in cells, and the keys pressed before."""

    file: str
    columns: int
    rows: int
    keys: str
    shows: str
    """A text that is on the screen once all keys were worked off."""


class Fonts(NamedTuple):
    plain: ImageFont.FreeTypeFont
    bold: ImageFont.FreeTypeFont


PICTURES = (Picture("desk.png", 80, 24, "2 1 2 Enter Enter . 8 Enter", "学生証 B"),)


def main() -> int:
    """Draw every picture. The exit status."""
    found = next((path for path in _FONTS if Path(path).exists()), None)
    if found is None:
        sys.stderr.write("No Japanese font was found. On Debian: sudo apt install fonts-noto-cjk\n")
        return 2
    bold = found.replace("Regular", "Bold")
    fonts = Fonts(_fixed_width(found), _fixed_width(bold if Path(bold).exists() else found))
    for picture in PICTURES:
        target = Path(__file__).parent.parent / "docs" / picture.file
        draw(screen_after(picture), fonts, target)
        sys.stdout.write(f"{target.name}\n")
    return 0


def screen_after(picture: Picture) -> pyte.Screen:
    """The desk's screen after the keys."""
    command = (*DESK, "--office", "main")
    with Terminal(command, picture.columns, picture.rows) as terminal:
        terminal.wait_for("F2")
        for key in picture.keys.split():
            terminal.press(key)
        terminal.wait_for(picture.shows)
        return terminal.screen


def _fixed_width(path: str) -> ImageFont.FreeTypeFont:
    """The collection's Japanese face of fixed width, or its first."""
    faces = []
    for index in range(16):
        try:
            faces.append(ImageFont.truetype(path, _POINTS, index=index))
        except OSError:
            break
    return next((face for face in faces if "Mono CJK JP" in str(face.getname()[0])), faces[0])


def draw(screen: pyte.Screen, fonts: Fonts, target: Path) -> None:
    """The screen's cells as a PNG."""
    size = (screen.columns * _CELL + 2 * _MARGIN, screen.lines * _ROW + 2 * _MARGIN)
    image = Image.new("RGB", size, _PAPER)
    pen = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            wide = x + 1 < screen.columns and screen.buffer[y][x + 1].data == ""
            if cell.data:
                _draw_cell(pen, fonts, cell, (_MARGIN + x * _CELL, _MARGIN + y * _ROW), 2 if wide else 1)
    image.save(target, optimize=True)


def _draw_cell(pen: ImageDraw.ImageDraw, fonts: Fonts, cell: Char, at: tuple[int, int], cells: int) -> None:
    ink, paper = _colour(cell.fg, _INK), _colour(cell.bg, _PAPER)
    if cell.reverse:
        ink, paper = paper, ink
    x, y = at
    pen.rectangle((x, y, x + cells * _CELL, y + _ROW), fill=paper)
    pen.text((x, y - 4), cell.data, font=fonts.bold if cell.bold else fonts.plain, fill=ink)


def _colour(name: str, default: str) -> str:
    return default if name == "default" else f"#{name}"


if __name__ == "__main__":
    sys.exit(main())
