"""Pictures of the desk for README: runs it in a terminal, presses keys, draws what is on the screen.

    python -m tests.pictures        writes docs/*.png

Needs a Japanese font of fixed width (Debian: fonts-noto-cjk); without one it says so and exits with 2.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyte
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from pyte.screens import Char

from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.settings import Settings, write_settings
from screens.roles import Theme
from tests.screens.terminal import DESK, Terminal

DOCS = Path(__file__).parent.parent / "docs"

_FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/System/Library/Fonts/ヒラギノ角ゴシック W3.ttc",
    "C:/Windows/Fonts/msgothic.ttc",
)
_CELL, _ROW, _MARGIN, _POINTS = 9, 22, 4, 18
_COLOURS = 240
_PAPER, _INK = "#16191d", "#e6e6e6"


class Picture(NamedTuple):
    """What is shown: a file, a size in cells, a theme, and the keys pressed before."""

    file: str
    columns: int
    rows: int
    theme: Theme
    keys: str
    shows: str
    """A text that is on the screen once all keys were worked off."""
    command: tuple[str, ...] = ()
    """Follows `mynadesk`."""


class Fonts(NamedTuple):
    plain: ImageFont.FreeTypeFont
    bold: ImageFont.FreeTypeFont


_CASE = "2 1 2 Enter Enter . 8 Enter", "学生証 B"
_ACCEPTED = "4 1 2 Enter 1 Enter 1 1 1"
_PRACTICE = ("practice", "--name", "tanuki", "--seed", "5")
PICTURES = (
    Picture("desk-80x24.png", 80, 24, "standard", *_CASE),
    Picture("desk-80x24-contrast.png", 80, 24, "contrast", *_CASE),
    Picture("desk-80x24-colour-blind.png", 80, 24, "colour_blind", _ACCEPTED, "1回目として受付できます"),
    Picture("desk-60x20.png", 60, 20, "standard", "2 1 2 Enter Enter . 8 Enter 1", "運転免許証 A"),
    Picture("desk-60x20-contrast.png", 60, 20, "contrast", "2 1 2 Enter Enter . 8 Enter 1", "運転免許証 A"),
    Picture("desk-132x43.png", 132, 43, "standard", *_CASE),
    Picture("desk-132x43-contrast.png", 132, 43, "contrast", *_CASE),
    Picture("shown-to-the-person.png", 80, 24, "standard", f"{_ACCEPTED} Right", "1 回 目 の 受 付"),
    Picture("papers-80x24.png", 80, 24, "standard", f"{_ACCEPTED} p", "2回来庁のご案内"),
    Picture("practice-80x24.png", 80, 24, "standard", "2", "どなたが来られましたか", _PRACTICE),
    Picture("practice-result-80x24.png", 80, 24, "standard", "2 / 1 1 1", "正しくは", _PRACTICE),
)
"""Three sizes in two themes, the third theme, what the person is shown, papers, and practice."""
_SCREEN = "screen"
"""The picture keeps what it shows as text too, so that a test can tell when it is no longer true."""


def main() -> int:
    """Draw every picture. The exit status."""
    found = next((path for path in _FONTS if Path(path).exists()), None)
    if found is None:
        sys.stderr.write("No Japanese font was found. On Debian: sudo apt install fonts-noto-cjk\n")
        return 2
    bold = found.replace("Regular", "Bold")
    fonts = Fonts(_fixed_width(found), _fixed_width(bold if Path(bold).exists() else found))
    for picture in PICTURES:
        target = DOCS / picture.file
        draw(screen_after(picture), fonts, target)
        sys.stdout.write(f"{target.name}\n")
    return 0


def screen_after(picture: Picture) -> pyte.Screen:
    """The desk's screen after the keys."""
    command = (*DESK, "--office", "main")
    with TemporaryDirectory() as folder:
        settings = Path(folder) / "mynadesk"
        write_settings(str(settings), Settings("main", picture.theme))
        environment = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "COLORTERM": "truecolor"}
        with Terminal((*command, *picture.command), picture.columns, picture.rows, **environment) as terminal:
            terminal.wait_for("F9")
            for key in picture.keys.split():
                terminal.press(key)
            terminal.wait_for(picture.shows)
            terminal.settled()  # that text may be there before the rest
            return terminal.screen


def text_of(screen: pyte.Screen, digest: str) -> str:
    """What stands on a screen; the rulebook's digest, which any edit changes, is left out."""
    cells = ((screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines))
    return "\n".join("".join(row).rstrip() for row in cells).replace(digest, "")


def text_in(picture: Path) -> str:
    """What the picture says that it shows."""
    with Image.open(picture) as image:
        return str(image.info[_SCREEN])


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
    kept = PngInfo()
    kept.add_itxt(_SCREEN, text_of(screen, load_rulebook(shipped_rules()).digest[:6]))
    few = image.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(target, optimize=True, pnginfo=kept)


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
