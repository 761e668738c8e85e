"""The keys of the moment, for the foot line."""

from mynadesk.interview.keys import TABLE, called
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPapers, AskPins, Done
from mynadesk.interview.visits import first_visit_taken, second_visit_decided
from mynadesk.rulebook.word_schema import KeyWords
from screens.scene import Told, at_end

_MOST_IN_FOOT = 6


def foot(
    session: Session, words: KeyWords, pages: int, scene: Told | None = None, leaves: str = ""
) -> list[tuple[str, str]]:
    """The keys of the moment: name and what it does, at most six.

    `pages`: of the right pane; `leaves`: what `/` does, where it is something else than usual.
    """
    wanted = _wanted(session, pages) if scene is None else _wanted_in_scene(session)
    given = _words_of(session, scene) if scene else {"/": leaves}
    if leaves:  # nothing is kept of this one
        wanted = [each for each in wanted if each[0] != "ledger"]
    entries = {key.name: key for key in TABLE}
    return [
        (
            called(entries[name].shown, session.wording.language),
            given.get(name) or getattr(words, own or entries[name].words).in_(session.wording.language),
        )
        for name, own in wanted[:_MOST_IN_FOOT]
    ]


def _words_of(session: Session, scene: Told) -> dict[str, str]:
    """What keys do that mean something else beside a scene."""
    ends = {"enter": scene.done_key} if at_end(session) else {}
    return {"/": scene.leave_key, "large": scene.whole_key, **ends}


def _wanted_in_scene(session: Session) -> list[tuple[str, str | None]]:
    """The same, with the key that shows all of the scene before those that are used less."""
    usual = _wanted(session, 1)
    if session.field is not None or session.reason:
        return usual
    if at_end(session):
        return [("enter", None), ("large", None), ("0", None), ("-", None), *_reason(session), ("help", None)]
    if session.fresh:
        return [("large", None), ("/", None), ("help", None), ("theme", None), ("quit", None)]
    first = [entry for entry in usual if entry[0] in ("enter", "0", "+", ".")]
    return [*first, ("large", None), ("/", None), ("-", None), *_reason(session), ("help", None)]


def _reason(session: Session) -> list[tuple[str, str | None]]:
    return [] if session.silent else [("*", None)]


def _ledger(session: Session) -> list[tuple[str, str | None]]:
    """What the key of numbers does at the end of a request of two visits."""
    if session.to_be_recorded:
        return [("ledger", "record")]
    if session.number or second_visit_decided(session.look):
        return [("ledger", None)]
    return [("ledger", "open_case")] if first_visit_taken(session.look) else []


def _wanted(session: Session, pages: int) -> list[tuple[str, str | None]]:
    if session.field is not None:
        return [("enter", None), ("backspace", "erase")]
    if session.reason:
        return [("enter", "back"), ("-", None), ("rule", None), ("scroll", None), ("help", None)]
    step = session.step
    first: list[tuple[str, str | None]] = [("0", None)]
    if isinstance(step, Done):
        scroll: list[tuple[str, str | None]] = [("enter", "scroll")] if pages > 1 else []
        papers: list[tuple[str, str | None]] = [("+", "papers")] if session.look.whole else []
        back: list[tuple[str, str | None]] = [("large", None), ("0", None), ("-", None)]
        return [*scroll, *_ledger(session), ("/", None), *papers, *back, *_reason(session), ("help", None)]
    if any(option.key == "Enter" for option in session.options) or isinstance(step, AskPins):
        first = [("enter", None), ("0", None)]
    elif isinstance(step, AskPapers):
        return [("+", None), (".", None), ("0", None), *_reason(session), ("/", None), ("help", None)]
    if session.fresh:
        restore: list[tuple[str, str | None]] = [("0", "restore")] if session.restorable else []
        return [*restore, ("ledger", None), ("help", None), ("theme", None), ("quit", None)]
    return [*first, ("-", None), *_reason(session), ("/", None), ("help", None), ("hide", None)]
