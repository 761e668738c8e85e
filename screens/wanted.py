"""What a screen asks the app for."""

from typing import Literal

from textual.message import Message

What = Literal["help", "hide", "theme", "large"]


class Wanted(Message):
    """The clerk wants something that is not the screen's own to do."""

    def __init__(self, what: What) -> None:
        super().__init__()
        self.what = what
