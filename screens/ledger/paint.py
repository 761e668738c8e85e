"""A numbered case as rows of text."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mynadesk.ledger.case_file import CaseFile, Taken
from mynadesk.ledger.desk_words import DeskWords
from mynadesk.ledger.labels import STATES, STEPS
from mynadesk.ledger.moving import ready_for_second_visit
from mynadesk.ledger.number import aloud, shown
from mynadesk.ledger.states import Step
from mynadesk.typeset import pad, wrap
from mynadesk.wording import Wording
from mynadesk.words import Words
from screens.pane import Row

_LABEL_CELLS = {"ja": 20, "en": 24}
_CONSULT = "consult"
_CHOSEN, _NOT_CHOSEN = "> ", "  "


def case_rows(wording: Wording, words: DeskWords, file: CaseFile, cells: int) -> list[Row]:
    """The number, where the case stands, and what was asked for."""
    rows: list[Row] = [[]]
    for label, text, role in _facts(wording, words, file):
        rows += _labelled(wording, label, text, role, cells)
    return rows


def history_rows(wording: Wording, words: DeskWords, file: CaseFile, cells: int) -> list[Row]:
    """Every step there was, the first one first."""
    rows: list[Row] = [[], [(f"[{wording.fill(words.history)}]", "key")]]
    return [*rows, *(row for taken in file.taken for row in _taken_rows(wording, words, file, taken, cells))]


def not_yet_rows(wording: Wording, words: DeskWords, file: CaseFile, cells: int) -> list[Row]:
    """Why no second visit can begin, and who can do something about it; nothing where one can."""
    if ready_for_second_visit(file):
        return []
    desk = _desk(wording, file.opened.desk)
    text = wording.fill(words.not_yet.of(file.state), desk=desk)
    return [[], *([("  " + line, "strong")] for line in wrap(text, cells - 2))]


def offer_rows(
    wording: Wording, words: DeskWords, steps: Sequence[Step], chosen: Step | None, can_begin: bool
) -> list[Row]:
    """What Enter and each digit would do."""
    rows: list[Row] = [[], [(f"[{wording.fill(words.steps)}]", "key")]]
    if can_begin:
        rows.append([(_NOT_CHOSEN, "key"), ("Enter ", "key"), (wording.fill(words.begin_second), "strong")])
    for place, step in enumerate(steps, 1):
        mark, role = (_CHOSEN, "cursor") if step is chosen else (_NOT_CHOSEN, "plain")
        text = wording.fill(words.offers.of(step))
        rows.append([(mark, "key"), (pad(str(place), len("Enter ")), "key"), (text, role)])
    return rows if can_begin or steps else [*rows, [(f"  {wording.fill(words.no_steps)}", "dim")]]


def _facts(wording: Wording, words: DeskWords, file: CaseFile) -> Iterator[tuple[Words, str, str]]:
    """Label, text, role."""
    fill, language = wording.fill, wording.language
    yield words.number, shown(file.number), "cursor"
    if language == "ja":
        yield words.read_aloud, aloud(file.number), "strong"
    yield words.stands, STATES[file.state].in_(language), "strong"
    yield (
        words.first_visit,
        f"{_moment(wording, words, file.opened.at)} {_desk(wording, file.opened.desk)}",
        "plain",
    )
    granted = file.judged.granted
    yield words.pins, wording.listed(_granted(wording, words, file, pin) for pin in granted), "strong"
    refused = [pin for pin in file.asked_for if pin not in granted]
    if refused:
        yield words.refused, wording.listed(_pin(wording, pin) for pin in refused), "missing"
    if any(entry.agent_needs_reason for pin in file.asked_for if (entry := wording.book.pins.get(pin))):
        named = words.reason_named if file.judged.reason_named else words.reason_not_named
        yield words.reason, fill(named), "plain"


def _labelled(wording: Wording, label: Words, text: str, role: str, cells: int) -> list[Row]:
    room = _LABEL_CELLS[wording.language]
    lines = wrap(text, cells - room) or [""]
    first: Row = [(pad(wording.fill(label), room), "dim"), (lines[0], role)]
    return [first, *([(" " * room, "plain"), (line, role)] for line in lines[1:])]


def _taken_rows(
    wording: Wording, words: DeskWords, file: CaseFile, taken: Taken, cells: int
) -> Iterator[Row]:
    undone = taken.step is not Step.undo and not any(taken is each for each in file.standing)
    role = "dim" if undone or taken.step is Step.undo else "plain"
    mark = f" ({wording.fill(words.undone)})" if undone else ""
    what = STEPS[taken.step].in_(wording.language) + mark
    text = f"{_moment(wording, words, taken.at)} {_desk(wording, taken.desk)}  {what}"
    yield from ([(line, role)] for line in wrap(text, cells, indent=2))


def _moment(wording: Wording, words: DeskWords, at: datetime) -> str:
    here = at.astimezone()
    return wording.fill(words.taken, day=wording.day(here.date()), time=f"{here:%H:%M}")


def _pin(wording: Wording, pin: str) -> str:
    """A PIN that the rules no longer name goes by its id."""
    return wording.pin(pin) if pin in wording.book.pins else pin


def _granted(wording: Wording, words: DeskWords, file: CaseFile, pin: str) -> str:
    name, asks = _pin(wording, pin), dict(file.judged.pins)[pin] == _CONSULT
    return wording.fill(words.by_supervisor, pin=name) if asks else name


def _desk(wording: Wording, desk: str) -> str:
    office = wording.book.rulebook.offices.get(desk)
    return wording.fill(office.label) if office else desk
