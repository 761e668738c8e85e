"""Plain text for paper: lines that fit, blocks that stay whole, pages between form feeds."""

from collections.abc import Callable, Iterable, Sequence

from mynadesk.typeset import width, wrap

CELLS = 78
"""Of a line: two less than paper and terminals usually take."""
LINES = 60
"""Of a page."""
_FORM_FEED = "\f"

Block = list[str]
"""Lines that stand on one page."""


def indented(text: str, by: int, more: int = 2) -> Block:
    """A paragraph `by` cells from the left; the lines after its first `more` cells further."""
    return [" " * by + line for line in wrap(text, CELLS - by, more)]


def side_by_side(parts: Iterable[str], by: int, gap: str = "  ") -> Block:
    """Parts on as few lines as they need, none of them parted."""
    lines: Block = []
    for part in parts:
        together = f"{lines[-1]}{gap}{part}" if lines else " " * by + part
        if width(together) <= CELLS:
            lines[-1:] = [together]
        else:
            lines.append(" " * by + part)
    return lines


def at_both_ends(left: str, right: str) -> str:
    """One line with a text at its beginning and one at its end."""
    return left + " " * max(1, CELLS - width(left) - width(right)) + right


def filled(blocks: Sequence[Block], room: int) -> list[list[Block]]:
    """The blocks, page by page, in pages of `room` lines. One that is longer than a page has its own."""
    pages: list[list[Block]] = []
    used = room
    for block in blocks:
        if used + len(block) > room:
            pages.append([])
            used = 0
        pages[-1].append(block)
        used += len(block)
    return pages


def printed(parts: Sequence[tuple[str, list[list[Block]]]], number: Callable[[int, int], str]) -> str:
    """The parts one after another, each with its title on each of its pages.

    Args:
        parts: Titles and what `filled` made.
        number: What tells a page from the number of all.
    """
    titled = [(title, page) for title, pages in parts for page in pages]
    texts = []
    for place, (title, page) in enumerate(titled, 1):
        lines = [
            at_both_ends(title, number(place, len(titled))),
            "",
            *(line for block in page for line in block),
        ]
        while lines and not lines[-1]:
            lines.pop()
        texts.append("".join(f"{line}\n" for line in lines))
    return _FORM_FEED.join(texts)
