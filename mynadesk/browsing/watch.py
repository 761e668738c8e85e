"""Looks after the files of a rulebook beside the desk: what has changed is loaded, checked and proved."""

import threading
from collections.abc import Callable

from mynadesk.browsing.proving import Faulty, Progress, Proved, Sources, faulty, prove_apart
from mynadesk.browsing.standing import Checked
from mynadesk.browsing.watching import Settling, signature
from mynadesk.fault import DeskError
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook

EVERY = 1.0
"""Seconds between two looks at the files: what is still the same at the next is taken up."""


class Watch:
    """To be run in a thread of its own."""

    def __init__(
        self,
        sources: Sources,
        in_force: Callable[[], str],
        tell: Callable[[Checked], None],
        every: float = EVERY,
        prove: Callable[[Sources, Callable[[Progress], None]], Proved | Faulty] = prove_apart,
    ) -> None:
        """To look after some rules.

        Args:
            sources: Where they are.
            in_force: The digest of the rules that are used.
            tell: Hears what the rules on the disk are.
            every: Seconds between two looks.
            prove: Proves what is on the disk, and tells how far it has come.
        """
        self._sources, self._in_force, self._tell, self._every = sources, in_force, tell, every
        self._prove = prove
        self._wake = threading.Event()
        self._asked = self._stopped = False

    def prove(self) -> None:
        """Prove what is on the disk, whether it has changed or not."""
        self._asked = True
        self._wake.set()

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._wake.set()

    def run(self) -> None:
        """Look until it is stopped."""
        settling = Settling(signature(self._sources))
        self._look_through(self._asked)  # something may have changed since the rules in force were loaded
        while not self._stopped:
            self._wake.wait(self._every)
            self._wake.clear()
            asked, self._asked = self._asked, False
            if settling.look(signature(self._sources)) or asked:
                self._look_through(asked)

    def _look_through(self, asked: bool) -> None:
        book = self._loaded()
        if book is None or self._stopped:
            return
        if book.digest == self._in_force() and not asked:
            self._tell(Checked(book))
            return
        self._tell(Checked(book, Progress(0, 0)))
        answer = self._prove(self._sources, lambda done: self._tell(Checked(book, done)))
        if not isinstance(answer, Proved) or answer.proof.digest == book.digest:
            self._tell(Checked(book, answer))
        # else they have changed in the meantime, and the next look finds that

    def _loaded(self) -> Rulebook | None:
        try:
            return load_rulebook(self._sources.rules, self._sources.rulings)
        except DeskError as error:
            self._tell(Checked(None, faulty(error)))
            return None
