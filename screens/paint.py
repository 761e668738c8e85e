"""A session as rows of text for each pane. Plain functions: they know cells and words, no widget."""

import re
from itertools import product

from mynadesk.dates.japanese import english, japanese_with_weekday
from mynadesk.interview.lines import Line, is_missing_for_good
from mynadesk.interview.question import current_line
from mynadesk.interview.result import said_now, verdict
from mynadesk.interview.session import Session
from mynadesk.typeset import cut, pad, width, wrap, wrap_at_blanks
from mynadesk.wording import Wording
from screens.foot import foot
from screens.pane import Row
from screens.roles import role_of
from screens.scene import Told

_STANDING_CELLS = 5
_LABEL_CELLS = {"ja": 14, "en": 20}
_GAP = 1
_KEY_GAP = 2
_SENTENCE_ENDS = re.compile(r"(?<=。)(?!\()|(?<=\.)(?= )")


def top_row(session: Session, office: str, notice: str, cells: int, standing: str = "") -> list[Row]:
    """Title and desk on the left, today and the rulebook's id on the right; what does not fit is left out.

    `notice` takes the place of the right side. `standing` that of the id, as the number of the request does;
    where there are both, both are shown.
    """
    wording, book = session.wording, session.book
    title = f" {wording.fill(book.rulebook.title)}  "
    number = wording.fill(wording.words.panel.number, number=session.number) if session.number else ""
    said = f" {notice or standing} " if notice or standing else ""
    rules = wording.fill(wording.words.panel.rules, id=book.rulebook.id, digest=book.digest[:6])
    if notice:
        rights = [""]
    elif number or standing:
        rights = [f"{day_of(session)}  {number}".rstrip() + " ", f"{number} ".lstrip()]
    else:
        rights = [f"{day_of(session)}  {rules} ", f"{day_of(session)} "]
    lefts = (title + office, f" {office}") if standing else (title + office,)
    ways = [*product(rights, lefts), (rights[-1], "")]
    right, left = next((way for way in ways if width("".join(way) + said) < cells), ways[-1])
    room = max(0, cells - width(right + said))
    return [[(pad(left, room), "strong"), (right, "plain"), (said, "message")]]


def day_of(session: Session) -> str:
    """The day on which the case is decided."""
    return japanese_with_weekday(session.on) if session.wording.language == "ja" else english(session.on)


def verdict_rows(session: Session, cells: int) -> list[Row]:
    """The verdict, and under it what is open."""
    found = verdict(session)
    detail = fitting(session.wording, list(found.details), cells - 2) if found.details else ""
    return [[(pad(" " + found.title, cells), f"band-{found.band}")], [(" " + detail, "strong")]]


def fitting(wording: Wording, parts: list[str], cells: int) -> str:
    """As many of the parts as fit one line, and how many more there are."""
    for count in range(len(parts), 0, -1):
        left = len(parts) - count
        shown = wording.listed(parts[:count])
        if left:
            shown = wording.fill(wording.words.panel.and_more, parts=shown, count=str(left))
        if width(shown) <= cells:
            return shown
    return cut(wording.listed(parts), cells)


def ruler(cells: int) -> Row:
    """A line across, of characters that are one cell wide everywhere."""
    return [("-" * cells, "line")]


def case_rows(session: Session, cells: int, height: int) -> list[Row]:
    """The case so far; the line that is gone back to, else the newest, stays in sight."""
    rows: list[Row] = []
    focus = 0
    current = current_line(session)
    for place, line in enumerate(session.lines):
        focus = len(rows) if place == current else focus
        rows += _line_rows(session, line, cells, place == session.cursor, place == current)
    start = max(0, min(focus, len(rows) - height)) if len(rows) > height else 0
    return rows[start : start + height]


def _line_rows(session: Session, line: Line, cells: int, chosen: bool, current: bool) -> list[Row]:
    wording = session.wording
    label_cells = _LABEL_CELLS[wording.language] + _GAP
    word = (
        wording.standing(line.standing, is_missing_for_good(session.look))
        if line.standing is not None
        else ""
    )
    role = "cursor" if chosen else "strong" if current else "plain"
    standing_cells = 0 if session.silent else _STANDING_CELLS
    answers = wrap_at_blanks(line.answer, cells - standing_cells - label_cells - 1) or [""]
    head: Row = [
        (">" if current else " ", "key"),
        (pad(word, standing_cells), role_of(line.standing)),
        (pad(line.label, label_cells), role if chosen or current else "dim"),
        (answers[0], role if chosen else "strong"),
    ]
    rest = [[(" " * (standing_cells + 1 + label_cells), "plain"), (text, "strong")] for text in answers[1:]]
    return [head, *rest]


def tell_rows(session: Session, cells: int, height: int) -> list[Row]:
    """What is found out by the question of the moment; at the end what is to be told."""
    said = said_now(session)
    if said is None:
        return []
    heading = f" {said.heading} "
    between = "" if session.wording.language == "ja" else " "
    shown = whole_sentences(said.texts, cells - width(heading) - 1, height, between)
    blank = " " * width(heading)
    return [[(heading if place == 0 else blank, "key"), (text, "plain")] for place, text in enumerate(shown)]


def whole_sentences(sentences: list[str], cells: int, height: int, between: str) -> list[str]:
    """Lines of as many sentences as fit, none of them cut; of a long text at least its beginning."""
    first = _SENTENCE_ENDS.split(sentences[0])
    for parts, joined in ((sentences, between), (first, "")):
        for count in range(len(parts), 0, -1):
            lines = wrap(joined.join(parts[:count]), cells)
            if len(lines) <= height:
                return lines
    return wrap(first[0], cells)[:height]


def foot_row(
    session: Session, pages: int, ime: bool, cells: int, scene: Told | None = None, leaves: str = ""
) -> list[Row]:
    """The keys of the moment, as many as fit; at the end whether an input method is on.

    `leaves`: what `/` does, where it is something else than usual.
    """
    notice = f" {session.wording.fill(session.wording.words.messages.ime)} " if ime else ""
    row, left = [(" ", "top")], cells - 1 - width(notice)
    for shown, does in foot(session, session.wording.words.keys, pages, scene, leaves):
        gap = "" if len(row) == 1 else " " * _KEY_GAP
        left -= width(f"{gap}{shown} {does}")
        if left < 0:
            break
        row += [(f"{gap}{shown}", "key"), (f" {does}", "plain")]
    used = sum(width(text) for text, _ in row)
    return [[*row, (" " * (cells - width(notice) - used), "plain"), (notice, "dim")]] if ime else [row]


def wrapped(text: str, cells: int, role: str, indent: int = 0) -> list[Row]:
    """A text as rows of one role."""
    return [[(line, role)] for line in wrap(text, cells, indent)]
