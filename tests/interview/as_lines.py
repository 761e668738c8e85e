"""The line mode in tests: keys as the lines that a clerk types."""

from mynadesk.interview.conversation import Conversation
from mynadesk.interview.session import Session
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.desk import BOOK, JAPANESE, ON, keys_of


def as_lines(keys: str) -> list[str]:
    """As few lines as there can be: Enter is an empty line, but at the end of a date it is the line's own."""
    desk, lines, line = Session(BOOK, JAPANESE, lambda: ON), [], ""
    for key in keys_of(keys):
        typing = desk.field is not None
        desk.press(key)
        if key != "enter":
            line += key
        elif typing:
            lines.append(line)
            line = ""
        else:
            lines += [line, ""] if line else [""]
            line = ""
    return [*lines, line] if line else lines


def one_by_one(keys: str) -> list[str]:
    """A line for each key, and one for each date."""
    return [part for line in as_lines(keys) for part in ([line] if "." in line[1:] else list(line) or [""])]


def talk(*lines: str, language: Language = "ja") -> Conversation:
    """A conversation in which these lines were typed."""
    conversation = Conversation(Session(BOOK, Wording(BOOK, language), lambda: ON))
    for line in lines:
        conversation.take(line)
    return conversation
