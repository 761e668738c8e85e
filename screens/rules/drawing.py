"""A line of the rulebook as rows."""

from mynadesk.browsing.line import Line
from mynadesk.typeset import width, wrap
from screens.pane import Row

_MARK_CELLS = 2


def drawn(line: Line, cells: int, chosen: bool) -> list[Row]:
    """The rows of a line: what stands beside it goes to the right where there is room, else below."""
    if line.role == "heading":
        return [[(f"[{line.text}]", "key")]]
    if not line.text:
        return [[]]
    edge, room = " " * line.indent, cells - _MARK_CELLS - line.indent
    role = "cursor" if chosen else line.role
    band = f"band-{line.band}" if line.band else "dim"
    texts = wrap(line.text, room, line.hang)
    mark = (">" if chosen else " ") + " "
    rows: list[list[tuple[str, str]]] = [
        [(edge, "plain"), (mark if not number else "  ", "key"), (text, role)]
        for number, text in enumerate(texts)
    ]
    if not line.beside:
        return list(rows)
    gap = room - width(texts[-1]) - width(line.beside) - 2
    if gap >= 1:
        rows[-1] += [(" " * gap, "plain"), (f" {line.beside} ", band)]
        return list(rows)
    below = [
        [("  ", "key"), (edge + "  ", "plain"), (f" {text} ", band)] for text in wrap(line.beside, room - 4)
    ]
    return [*rows, *below]
