"""Text in terminal cells: widths, cutting, padding, and wrapping as Japanese is set."""

import unicodedata

_NO_START = frozenset(
    "、。，．・：；？！ー」』】）］〉》々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%"
)
_NO_END = frozenset("「『【（［〈《([{")
_CUT = ".."


def width(text: str) -> int:
    """Cells that `text` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cut(text: str, cells: int) -> str:
    """`text` if it fits, else its beginning and ".."."""
    if width(text) <= cells:
        return text
    kept = ""
    for char in text:
        if width(kept) + _cells(char) > cells - len(_CUT):
            break
        kept += char
    return kept + _CUT[: max(0, cells)]


def pad(text: str, cells: int) -> str:
    """`text` cut or filled up to exactly `cells`."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int, indent: int = 0) -> list[str]:
    """Lines of at most `cells`; those after the first begin with `indent` blanks.

    No line starts with a closing mark and none ends with an opening one (kinsoku); Latin words and
    numbers stay whole while they fit a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_one(paragraph, max(cells, 4), indent)
    return lines


def _wrap_one(text: str, cells: int, indent: int) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(text, cells - indent):
        if line.strip() and width(line) + width(piece) > cells:
            lines.append(line.rstrip())
            line = " " * indent
            piece = piece.lstrip()
        line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str, most: int) -> list[str]:
    """The shortest runs that may not be parted."""
    pieces: list[str] = []
    for char in text:
        if pieces and _belongs(pieces[-1], char) and width(pieces[-1]) + _cells(char) <= most:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _belongs(piece: str, char: str) -> bool:
    last = piece[-1]
    return char in _NO_START or last in _NO_END or (_is_latin(last) and _is_latin(char))


def _is_latin(char: str) -> bool:
    return char.isascii() and not char.isspace()
