"""Beside the desk: whether the rules on the disk have changed, and what becomes of that.

What imports for long is imported in the thread that looks, or was imported there by the time it is needed.
"""

import asyncio
import contextvars
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from mynadesk.fault import DeskError
from mynadesk.rulebook.book import Rulebook

if TYPE_CHECKING:
    from mynadesk.browsing.standing import Checked
    from mynadesk.browsing.watch import Watch


class Rules(Protocol):
    """Who uses a rulebook."""

    @property
    def rules_in_force(self) -> Rulebook:
        """Those for whoever comes next."""
        ...

    def take_rules(self, book: Rulebook) -> None:
        """Use others. Raises NotInForce."""
        ...

    def stand(self, bad: bool) -> None:
        """Say, as long as it is so, that those on the disk cannot be used."""
        ...

    def checked_anew(self) -> None:
        """What is known of the rules on the disk has changed."""
        ...


class Watching:
    """One thread that looks, from when it is begun until the program ends."""

    def __init__(self, rules: Rules, sources: tuple[str, str]) -> None:
        """`sources`: the folders of rules and of rulings."""
        self._rules, self._sources = rules, sources
        self._watch: Watch | None = None
        self._asked = False
        self._thread: threading.Thread | None = None
        self._proofs: dict[str, Checked] = {}
        """The last rules that were proved without a hole, by their digest."""
        self.checked: Checked | None = None
        """What is known of the rules on the disk."""

    def begin(self) -> None:
        """Look from now on."""
        if self._thread is None:
            loop, context = asyncio.get_running_loop(), contextvars.copy_context()

            def tell(checked: "Checked") -> None:
                with suppress(RuntimeError):  # the desk has been left
                    loop.call_soon_threadsafe(self._hear, checked, context=context)

            self._thread = threading.Thread(target=self._run, args=(tell,), name="rules", daemon=True)
            self._thread.start()

    def prove(self) -> None:
        """Have the rules on the disk proved, unless that has been done."""
        if self.checked is None or self.checked.answer is None:
            self._asked = True
            if self._watch is not None:
                self._watch.prove()
            self.begin()

    def stop(self) -> None:
        """Look no more."""
        if self._watch is not None:
            self._watch.stop()

    def _in_force(self) -> str:
        return self._rules.rules_in_force.digest

    def _run(self, tell: Callable[["Checked"], None]) -> None:
        from mynadesk.browsing.proving import Sources
        from mynadesk.browsing.watch import Watch

        self._watch = Watch(Sources(*self._sources), self._in_force, tell)
        if self._asked:
            self._watch.prove()
        self._watch.run()

    def _hear(self, checked: "Checked") -> None:
        """Good rules are taken; with bad ones those before go on."""
        book, same = checked.book, checked.book is not None and checked.book.digest == self._in_force()
        if checked.good and book is not None:
            self._proofs = {book.digest: checked}
            if not same:
                checked = self._taken(book, checked)
        if same and checked.answer is None:  # they were put back as they had been
            checked = self._proofs.get(self._in_force(), checked)
        self.checked = checked
        if same or checked.good or checked.bad:
            self._rules.stand(checked.bad and not same)
        self._rules.checked_anew()

    def _taken(self, book: Rulebook, checked: "Checked") -> "Checked":
        from mynadesk.browsing.proving import faulty
        from mynadesk.browsing.standing import Checked

        try:
            self._rules.take_rules(book)
        except DeskError as error:  # there are none for today
            return Checked(None, faulty(error))
        return checked
