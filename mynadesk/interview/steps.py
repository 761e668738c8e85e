"""What can be asked of the clerk at one moment."""

from typing import NamedTuple


class AskChoice(NamedTuple):
    question: str


class AskPins(NamedTuple):
    question: str


class AskPapers(NamedTuple):
    """Which paper lies on the counter?"""

    question: str
    of: str


class AskPaper(NamedTuple):
    """Is this paper in order?"""

    paper: int
    """Into the sheet's papers."""


class AskLimit(NamedTuple):
    """Does a date of this paper lie before or after a limit?"""

    paper: int
    property: str
    limit: str
    """The figure's name."""


class Done(NamedTuple):
    """Nothing more to ask."""


Step = AskChoice | AskPins | AskPapers | AskPaper | AskLimit | Done
