"""A person at the counter, told in a few lines beside the desk on which their case is taken."""

from typing import NamedTuple

from mynadesk.interview.session import Session


class Told(NamedTuple):
    """What stands on the desk beside the case: texts that are shown as they are."""

    banner: str
    """Stands in the top line, whatever else does."""
    title: str
    """Beside the banner, where there is room."""
    said: str
    """What the person says."""
    things: tuple[str, ...] = ()
    """What lies on the counter, and what else is known."""
    done: str = ""
    """Stands in place of the result once nothing is left to ask."""
    done_key: str = ""
    """What Enter then does, for the foot line. Without it, as in the next two, the desk's own word."""
    leave_key: str = ""
    """What / does, at any time."""
    whole_key: str = ""
    """What the key does that leads to the large screen."""


def at_end(session: Session) -> bool:
    """Nothing is left to ask, and nothing else is looked at."""
    return session.look.final and session.cursor is None and not session.reason
