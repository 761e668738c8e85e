"""A paper as plain text, for printers that know no more."""

from typing import Literal

from mynadesk.handout.paper import Block, Fields, Heading, Paper, Points, Text, Ticks, changed
from mynadesk.handout.readings import first_only
from mynadesk.typeset import width, wrap

Columns = Literal[40, 80]
LINES = 60
"""Of a page of 80 columns; a receipt printer's roll has no pages."""
_ROLL: Columns = 40
_FORM_FEED = "\f"
_BOX = {False: "[ ] ", True: "[x] "}
_POINT = "- "
_STRONG = "* "
_FIELD = 16
"""Blanks in a box to write in."""


def as_text(paper: Paper, columns: int) -> str:
    """Lines of at most `columns` cells, in pages between form feeds where it is long.

    A reading of plain Japanese is told once: it stands in the line, not above it.
    """
    if paper.tongue == "easy":
        paper = changed(paper, first_only())
    groups = [_title(paper.title, columns), *(_lines(block, columns) for block in paper.blocks)]
    pages = [groups] if columns == _ROLL else _pages(_kept_together(paper, groups))
    return _FORM_FEED.join("".join(f"{line}\n" for group in page for line in group) for page in pages)


def lines_of(paper: Paper, columns: int) -> list[str]:
    """The same lines without pages, as wide as a screen has room for."""
    return as_text(paper, columns).replace(_FORM_FEED, "").splitlines()


def _kept_together(paper: Paper, groups: list[list[str]]) -> list[list[str]]:
    """A heading with what follows it."""
    kept: list[list[str]] = [groups[0]]
    headed = False
    for block, group in zip(paper.blocks, groups[1:], strict=True):
        if headed:
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
        headed = isinstance(block, Heading)
    return kept


def _pages(groups: list[list[str]]) -> list[list[list[str]]]:
    pages: list[list[list[str]]] = [[]]
    used = 0
    for group in groups:
        if used and used + len(group) > LINES:
            pages.append([])
            used = 0
        pages[-1].append(group)
        used += len(group)
    return pages


def _title(text: str, columns: int) -> list[str]:
    lines = wrap(text, columns)
    return [*(" " * ((columns - width(line)) // 2) + line for line in lines), "=" * columns]


def _lines(block: Block, columns: int) -> list[str]:
    if isinstance(block, Heading):
        return ["", *wrap(f"【{block.text}】", columns)]
    if isinstance(block, Text):
        return _hanging(_STRONG, block.text, columns) if block.strong else wrap(block.text, columns)
    if isinstance(block, Points):
        marks = [f"{place}. " if block.numbered else _POINT for place in range(1, len(block.texts) + 1)]
        return [
            line
            for mark, text in zip(marks, block.texts, strict=True)
            for line in _hanging(mark, text, columns)
        ]
    if isinstance(block, Ticks):
        return [line for tick in block.each for line in _ticked(tick.text, tick.more, tick.ticked, columns)]
    return _fields(block, columns)


def _hanging(mark: str, text: str, columns: int) -> list[str]:
    """The text with a mark before it and its lines below each other."""
    first, *rest = wrap(text, columns - len(mark))
    return [mark + first, *(" " * len(mark) + line for line in rest)]


def _ticked(text: str, more: tuple[str, ...], ticked: bool, columns: int) -> list[str]:
    box = _BOX[ticked]
    return [
        *_hanging(box, text, columns),
        *(line for each in more for line in _hanging(" " * len(box), each, columns)),
    ]


def _fields(block: Fields, columns: int) -> list[str]:
    lines: list[str] = []
    for label, content in block.each:
        room = " " * max(_FIELD - width(content), 0)
        lines += wrap(f"{label}:", columns - _FIELD - len(" [  ]"))
        lines[-1] += f" [ {content}{room} ]"
    return lines
