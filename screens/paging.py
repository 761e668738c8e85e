"""Long texts in short panes: where a page ends, and what stands at its foot."""

from collections.abc import Sequence

from screens.pane import Row


def pages_of(rows: Sequence[Row], lines: int) -> list[Sequence[Row]]:
    """The rows in pages of at most `lines`; where there are several, one line of each is left for its foot.

    A heading is not left alone at the end of a page.
    """
    if len(rows) <= lines:
        return [rows]
    pages, start, room = [], 0, max(1, lines - 1)
    while start < len(rows):
        end = min(start + room, len(rows))
        while end < len(rows) and end - 1 > start and _leads(rows[end - 1]):
            end -= 1
        pages.append(rows[start:end])
        start = end
    return pages


def _leads(row: Row) -> bool:
    """Whether a row is nothing without the next: a heading, or blank."""
    return not row or (len(row) == 1 and row[0][1] == "key" and row[0][0].startswith("["))
