"""Text in terminal cells: widths, cutting, padding, and wrapping as Japanese is set."""

import unicodedata
from functools import lru_cache

_NO_START = frozenset(
    "、。，．・：；？！ー」』】）］〉》々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}%"
)
_NO_END = frozenset("「『【（［〈《([{")
_CUT = ".."
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn", "Me")


def width(text: str) -> int:
    """Cells that `text` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=8192)
def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def is_certain(text: str) -> bool:
    """Whether every terminal gives each of these characters the same width."""
    return text.isascii() or not any(unicodedata.east_asian_width(char) == "A" for char in text)


def certain(text: str) -> str:
    """`text` with the numbers of characters that cannot be seen, or are wider on some terminals."""
    return text if text.isascii() and text.isprintable() else "".join(map(_certain, text))


def _certain(char: str) -> str:
    if char == "\t":
        return " "
    unsure = unicodedata.category(char) in _UNSEEN or unicodedata.combining(char)
    return f"<U+{ord(char):04X}>" if unsure or unicodedata.east_asian_width(char) == "A" else char


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
    """Lines of at most `cells` (4 at least); those after the first begin with `indent` blanks.

    No line starts with a closing mark and none ends with an opening one (kinsoku); Latin words and
    numbers stay whole. What leaves no other way on a line is parted: words first, marks last.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrap_one(paragraph, max(cells, 4), indent)
    return lines


def wrap_at_blanks(text: str, cells: int) -> list[str]:
    """Lines of at most `cells` that are parted at blanks; only a word that is wider alone is wrapped."""
    lines: list[str] = []
    for word in text.split(" "):
        together = f"{lines[-1]} {word}" if lines else word
        if width(together) <= cells:
            lines[-1:] = [together]
        else:
            lines += wrap(word, cells)
    return lines


def _wrap_one(text: str, cells: int, indent: int) -> list[str]:
    end = _end_of_line(text, 0, cells)
    lines = [text[:end].rstrip()]
    while rest := text[end:].lstrip():
        start = len(text) - len(rest)
        end = _end_of_line(text, start, max(cells - indent, 2))
        lines.append(" " * indent + text[start:end].rstrip())
    return lines


def _end_of_line(text: str, start: int, cells: int) -> int:
    """Where the line that begins at `start` is best ended."""
    used, whole, parted = 0, 0, 0
    for index in range(start, len(text)):
        if used and _may_part(text, start, index):
            parted = index
            if not (_is_latin(text[index - 1]) and _is_latin(text[index])):
                whole = index
        used += _cells(text[index])
        if used > cells:
            return whole or parted or max(index, start + 1)
    return len(text)


def _may_part(text: str, start: int, index: int) -> bool:
    """Whether kinsoku allows a line to end before `index`; blanks there do not count."""
    before, after = text[start:index].rstrip()[-1:], text[index:].lstrip()[:1]
    if not before or not after:
        return bool(before)
    return before not in _NO_END and after not in _NO_START and _cells(after) > 0


def _is_latin(char: str) -> bool:
    return char.isascii() and not char.isspace()


def spent(seconds: float, language: str) -> str:
    """A time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    if language == "ja":
        return f"{minutes}分{rest}秒" if minutes else f"{rest}秒"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
