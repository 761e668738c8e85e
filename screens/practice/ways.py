"""What a page of practice can ask the app for."""

from typing import Protocol

from mynadesk.practice.learning.progress import Level


class Ways(Protocol):
    """The app of practice, as its pages see it."""

    def begin(self, level: Level, clock: bool) -> None:
        """Begin a round."""
        ...

    def go_on(self) -> None:
        """Take up the round that was left."""
        ...

    def show_progress(self) -> None:
        """Show what is known and what is not."""
        ...

    def ask_who(self) -> None:
        """Let somebody else practise."""
        ...

    def entered(self) -> None:
        """Somebody has given a nickname."""
        ...

    def stop(self) -> None:
        """End the program."""
        ...
