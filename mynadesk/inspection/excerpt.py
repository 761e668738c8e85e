"""A line of a file as it can be shown anywhere, with a piece of it underlined."""

from collections.abc import Iterator
from typing import NamedTuple

from mynadesk.inspection.places import Places, Span
from mynadesk.typeset import certain, width

_CUT = ".."
_MARK = "^"
_BEFORE = 3
"""Of what leaves room for a line, the part that may stand before the piece, as one in so many."""


class Excerpt(NamedTuple):
    """A line of a file and the line below it that underlines."""

    number: int
    """Of the line, from 1."""
    line: str
    marks: str


def excerpt(places: Places, span: Span, cells: int) -> Excerpt:
    """The line on which `span` begins, cut to `cells` around it; at least one character is underlined."""
    number, column = places.line_and_column(span.start)
    whole = places.line(number)
    text = places.text[whole.start : whole.end]
    start, end = column - 1, max(column, min(span.end, whole.end) - whole.start)
    before, piece = certain(text[:start]), certain(text[start:end]) or " "
    after = certain(text[end:])
    before = _last(before, max(cells // _BEFORE, cells - width(piece) - width(after)))
    piece = _first(piece, cells - width(before))
    line = before + piece + _first(after, cells - width(before) - width(piece))
    return Excerpt(number, line.rstrip(), " " * width(before) + _MARK * width(piece))


def _first(text: str, cells: int) -> str:
    """What fits of the beginning, with a sign that something is missing."""
    if width(text) <= cells:
        return text
    return "".join(_fitting(text, cells - len(_CUT))) + _CUT[: max(0, cells)]


def _last(text: str, cells: int) -> str:
    """What fits of the end."""
    if width(text) <= cells:
        return text
    return _CUT + "".join(_fitting(text[::-1], cells - len(_CUT)))[::-1]


def _fitting(text: str, cells: int) -> Iterator[str]:
    for char in text:
        cells -= width(char)
        if cells < 0:
            return
        yield char
