"""The whole desk as rows for its panes, at any size, without a widget."""

from collections.abc import Sequence
from typing import NamedTuple

from mynadesk.interview.question import current_line
from mynadesk.interview.session import Session
from mynadesk.sizes import SMALLEST, WHOLE, WIDE, Size
from mynadesk.typeset import wrap
from screens.paging import pages_of
from screens.paint import case_rows, foot_row, ruler, tell_rows, top_row, verdict_rows, wrapped
from screens.paint_question import message_rows, question_rows
from screens.paint_result import reason_rows, result_rows
from screens.paint_scene import banner_row, scene_rows
from screens.pane import Row
from screens.scene import Told

_TOP_LINES, _VERDICT_LINES, _FOOT_LINES = 1, 3, 1
_TELL_LINES, _TALL_TELL_LINES = 3, 5
_CASE_LINES = 5
"""Left for the case, where it has so many, however long the scene above it."""
_TALL = WHOLE.lines + 6
_BAR: tuple[str, str] = ("| ", "line")
_EDGE: tuple[str, str] = ("  ", "plain")
_BAR_CELLS = 2


class Shape(NamedTuple):
    """Sizes in cells and lines. A pane of no cells is not there."""

    columns: int
    lines: int
    case: int
    question: int
    source: int
    body: int
    tell: int

    @property
    def too_small(self) -> bool:
        return not Size(self.columns, self.lines).holds(SMALLEST)


class View(NamedTuple):
    """What the clerk looks at, beside the session."""

    office: str = ""
    page: int = 0
    """Of the pane of the question, from 0."""
    source_page: int = 0
    ime: bool = False
    """The last keys came through an input method."""
    notice: str = ""
    """Stands in the top line as long as it is so."""
    scene: Told | None = None
    """The person at the counter, where there is none to be seen."""
    standing: str = ""
    """Stands in the top line while there is no notice."""
    leaves: str = ""
    """What `/` does, for the foot line, where it does not go to the next person."""


def shape_of(columns: int, lines: int, silent: bool = False) -> Shape:
    """How a terminal of this size is divided: one pane, case and question, or these and the reason.

    `silent`: there is nothing to tell.
    """
    around = _TOP_LINES + _VERDICT_LINES + _FOOT_LINES
    if columns < WHOLE.columns:
        return Shape(columns, lines, 0, columns, 0, max(1, lines - around), 0)
    tell = 0 if silent else _TALL_TELL_LINES if lines >= _TALL else _TELL_LINES
    body = max(1, lines - around - tell)
    if columns < WIDE:
        case = columns * 9 // 16
        return Shape(columns, lines, case, columns - case, 0, body, tell)
    case, question = max(40, columns * 7 // 20), max(33, columns * 3 // 10)
    return Shape(columns, lines, case, question, columns - case - question, body, tell)


def frame(session: Session, view: View, shape: Shape) -> dict[str, list[Row]]:
    """The rows of each pane by its id."""
    columns = shape.columns
    if shape.too_small:
        return {"verdict": _wish(session, columns)}
    scene = view.scene
    pages = question_pages(session, shape, scene)
    return {
        "top": banner_row(session, scene, view.notice, columns)
        if scene
        else top_row(session, view.office, view.notice, columns, _standing(session, view)),
        "verdict": [*verdict_rows(session, columns), ruler(columns)],
        "case": _case_pane(session, scene, shape) if shape.case else [],
        "question": _question_pane(session, view, shape, pages),
        "source": _source_pane(session, view, shape) if shape.source else [],
        "tell": _tell_pane(session, scene, shape) if shape.tell else [],
        "foot": foot_row(session, len(pages), view.ime, columns, scene, view.leaves),
    }


def _standing(session: Session, view: View) -> str:
    """What is so for longer."""
    messages = session.wording.words.messages
    return view.standing or (session.wording.fill(messages.rules_next) if session.awaits_rules else "")


def _wish(session: Session, columns: int) -> list[Row]:
    wide, high = map(str, SMALLEST)
    words = session.wording.words.messages.too_small
    return [
        [(line, "strong")] for line in wrap(session.wording.fill(words, columns=wide, lines=high), columns)
    ]


def shows_result(session: Session, shape: Shape) -> bool:
    """Nothing is asked in the pane of the question: it holds the result, or a reason."""
    return _shows_reason(session, shape) or (session.look.final and session.cursor is None)


def question_pages(session: Session, shape: Shape, scene: Told | None = None) -> list[Sequence[Row]]:
    """The question, the reason or the result, in as many pages as it takes. A scene says how it ends."""
    cells = shape.question - _BAR_CELLS
    if _shows_reason(session, shape):
        rows = reason_rows(session, cells)
    elif shows_result(session, shape):
        rows = wrapped(scene.done, cells, "strong") if scene else result_rows(session, cells)
    else:
        rows = question_rows(session, cells)
    return pages_of(rows, shape.body)


def source_pages(session: Session, shape: Shape) -> list[Sequence[Row]]:
    """The reason that stands beside the question, where there is room."""
    if not rule_beside(session):
        return [[]]
    return pages_of(reason_rows(session, shape.source - _BAR_CELLS), shape.body)


def rule_beside(session: Session) -> bool:
    """Whether a rule stands behind the line that is asked about; at the end, behind the worst line."""
    place = current_line(session)
    if session.silent:
        return False
    return bool(session.lines[place].outcomes) if place is not None else session.look.final


def _shows_reason(session: Session, shape: Shape) -> bool:
    return session.reason and not shape.source


def _case_pane(session: Session, scene: Told | None, shape: Shape) -> list[Row]:
    """The case, and above it the scene where that stands nowhere else."""
    if scene is None or (session.silent and shape.source):
        return case_rows(session, shape.case, shape.body)
    lines = len(case_rows(session, shape.case, shape.body))
    told = scene_rows(session, scene, shape.case - _BAR_CELLS, shape.body - min(lines, _CASE_LINES) - 1)
    left = shape.body - len(told) - 1
    return [
        *([(" ", "plain"), *row] for row in told),
        ruler(shape.case),
        *case_rows(session, shape.case, left),
    ]


def _tell_pane(session: Session, scene: Told | None, shape: Shape) -> list[Row]:
    """What is found out or told; at the end of a scene it is not told either."""
    ends = scene is not None and session.look.final
    return [ruler(shape.columns), *([] if ends else tell_rows(session, shape.columns, shape.tell - 1))]


def _question_pane(session: Session, view: View, shape: Shape, pages: Sequence[Sequence[Row]]) -> list[Row]:
    """One page, with a message at its foot; where the pane is alone, the case as far as there is room."""
    message = message_rows(session, shape.question - _BAR_CELLS)
    room = shape.body - len(message)
    panel = session.wording.words.panel
    more = panel.more if shows_result(session, shape) else panel.more_down  # Enter answers what is asked
    rows = _one_page(pages, view.page, room, session.wording.fill(more))
    if not shape.case:
        rows = _with_case(session, rows, shape.question - _BAR_CELLS, room)
    filled = [*rows, *([[]] * (room - len(rows))), *message]
    edge = _BAR if shape.case else _EDGE
    return [[edge, *row] for row in filled]


def _with_case(session: Session, rows: list[Row], cells: int, room: int) -> list[Row]:
    """What is to be found out, and the lines of the case, under the question."""
    if room - len(rows) > _TELL_LINES + 1 and not session.look.final and not session.silent:
        rows = [*rows, ruler(cells), *tell_rows(session, cells, _TELL_LINES - 1)]
    left = room - len(rows) - 1
    return [*rows, ruler(cells), *case_rows(session, cells, left)] if left > 0 else rows


def _source_pane(session: Session, view: View, shape: Shape) -> list[Row]:
    more = session.wording.fill(session.wording.words.panel.more_reason)
    rows = _one_page(source_pages(session, shape), view.source_page, shape.body, more)
    if view.scene and session.silent:
        rows = scene_rows(session, view.scene, shape.source - _BAR_CELLS, shape.body)
    return [[_BAR, *row] for row in [*rows, *([[]] * (shape.body - len(rows)))]]


def _one_page(pages: Sequence[Sequence[Row]], page: int, room: int, more: str) -> list[Row]:
    """A page; with its foot where there are several, or where a message takes its last lines."""
    rows = list(pages[min(page, len(pages) - 1)])
    if len(pages) == 1 and len(rows) <= room:
        return rows
    rows = rows[: room - 1]
    at = f" ({min(page, len(pages) - 1) + 1}/{len(pages)})" if len(pages) > 1 else ""
    return [*rows, *([[]] * (room - 1 - len(rows))), [(more + at, "key")]]
