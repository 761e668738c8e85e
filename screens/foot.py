"""The keys of the moment, for the foot line."""

from mynadesk.interview.keys import TABLE, called
from mynadesk.interview.session import Session
from mynadesk.interview.steps import AskPapers, AskPins, Done
from mynadesk.rulebook.word_schema import KeyWords

_MOST_IN_FOOT = 6


def foot(session: Session, words: KeyWords, pages: int) -> list[tuple[str, str]]:
    """The keys of the moment: name and what it does, at most six. `pages`: of the right pane."""
    wanted = _wanted(session, pages)
    entries = {key.name: key for key in TABLE}
    return [
        (
            called(entries[name].shown, session.wording.language),
            getattr(words, own or entries[name].words).in_(session.wording.language),
        )
        for name, own in wanted[:_MOST_IN_FOOT]
    ]


def _wanted(session: Session, pages: int) -> list[tuple[str, str | None]]:
    if session.field is not None:
        return [("enter", None), ("backspace", "erase")]
    if session.reason:
        return [("enter", "back"), ("-", None), ("scroll", None), ("help", None)]
    step = session.step
    first: list[tuple[str, str | None]] = [("0", None)]
    if isinstance(step, Done):
        scroll: list[tuple[str, str | None]] = [("enter", "scroll")] if pages > 1 else []
        return [*scroll, ("/", None), ("large", None), ("0", None), ("-", None), ("*", None), ("help", None)]
    if any(option.key == "Enter" for option in session.options) or isinstance(step, AskPins):
        first = [("enter", None), ("0", None)]
    elif isinstance(step, AskPapers):
        return [("+", None), (".", None), ("0", None), ("*", None), ("/", None), ("help", None)]
    if session.fresh:
        restore: list[tuple[str, str | None]] = [("0", "restore")] if session.restorable else []
        return [*restore, ("help", None), ("theme", None), ("quit", None)]
    return [*first, ("-", None), ("*", None), ("/", None), ("help", None), ("hide", None)]
