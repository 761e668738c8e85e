"""The whole desk as rows for its panes, at any size, without a widget."""

from typing import NamedTuple

from mynadesk.interview.session import Session
from screens.paint import case_rows, foot_row, ruler, tell_rows, top_row, verdict_rows
from screens.paint_question import message_rows, question_rows
from screens.paint_result import reason_rows, result_rows
from screens.pane import Row

_SMALLEST_COLUMNS, _SMALLEST_LINES = 60, 20
_AROUND_BODY = 8
"""Lines of the panes above and below the two in the middle."""
_TELL_LINES = 3
_BAR: tuple[str, str] = ("| ", "line")
_BAR_CELLS = 2


class Shape(NamedTuple):
    """Sizes in cells and lines."""

    columns: int
    lines: int
    case: int
    question: int
    body: int

    @property
    def too_small(self) -> bool:
        return self.columns < _SMALLEST_COLUMNS or self.lines < _SMALLEST_LINES


def shape_of(columns: int, lines: int) -> Shape:
    """How a terminal of this size is divided: 45 and 35 of 80 columns."""
    case = columns * 9 // 16
    return Shape(columns, lines, case, columns - case, max(1, lines - _AROUND_BODY))


def frame(session: Session, office: str, page: int, shape: Shape) -> dict[str, list[Row]]:
    """The rows of each pane by its id. `page`: which page of the right pane is open, from 0."""
    columns = shape.columns
    if shape.too_small:
        wanted = session.wording.fill(session.wording.words.messages.too_small)
        return {"verdict": [[(wanted, "strong")]]}
    return {
        "top": top_row(session, office, columns),
        "verdict": [*verdict_rows(session, columns), ruler(columns)],
        "case": case_rows(session, shape.case, shape.body),
        "question": _right_pane(session, page, shape),
        "tell": [ruler(columns), *tell_rows(session, columns, _TELL_LINES - 1)],
        "foot": foot_row(session, pages_of(session, shape)),
    }


def pages_of(session: Session, shape: Shape) -> int:
    """How many pages the right pane has."""
    rows = len(_right_rows(session, shape.question - _BAR_CELLS))
    return 1 if rows <= shape.body else -(-rows // (shape.body - 1))


def shows_result(session: Session) -> bool:
    """Nothing is asked in the right pane: it holds the result, or a reason."""
    return session.reason or (session.look.final and session.cursor is None)


def _right_pane(session: Session, page: int, shape: Shape) -> list[Row]:
    """The question, the reason or the result: as much as fits, with a message at its foot."""
    cells = shape.question - _BAR_CELLS
    rows, message = _right_rows(session, cells), message_rows(session, cells)
    room = shape.body - len(message)
    if len(rows) > room:
        more = session.wording.fill(session.wording.words.panel.more)
        rows = rows[page * (shape.body - 1) :][: room - 1]
        rows = [*rows, *([[]] * (room - 1 - len(rows))), [(more, "key")]]
    filled = [*rows, *([[]] * (room - len(rows))), *message]
    return [[_BAR, *row] for row in filled]


def _right_rows(session: Session, cells: int) -> list[Row]:
    if session.reason:
        return reason_rows(session, cells)
    return result_rows(session, cells) if shows_result(session) else question_rows(session, cells)
