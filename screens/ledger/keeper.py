"""Work on the ledger beside the desk: it may take seconds to answer, and no key waits for it."""

import asyncio
import contextvars
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from mynadesk.fault import DeskError
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.trouble import UnusableLedger

T = TypeVar("T")
_Job = tuple[Callable[[Ledger], Any], Callable[[Any], None]]


class Keeper:
    """One thread that has the ledger to itself, opened when it is first wanted. Works off jobs in order."""

    def __init__(self, opened: Callable[[], Ledger]) -> None:
        """`opened`: opens the ledger; called beside the desk, and again after the ledger was away."""
        self._opened = opened
        self._ledger: Ledger | None = None
        self._jobs = queue.SimpleQueue[_Job | None]()
        self._thread: threading.Thread | None = None
        self.waiting = 0
        """Jobs that nobody has had the answer of."""

    def ask(self, work: Callable[[Ledger], T], then: Callable[[T | DeskError], None]) -> None:
        """Do `work` beside the desk; `then` gets what it returned, or why it could not be done.

        `then` is called in the loop of the desk. What is no DeskError is a fault of the program, and ends it
        as any other.
        """
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()
        self.waiting += 1

        def answered(answer: T | BaseException) -> None:
            self.waiting -= 1
            if isinstance(answer, BaseException) and not isinstance(answer, DeskError):
                raise answer
            then(answer)

        def tell(answer: T | BaseException) -> None:
            with suppress(RuntimeError):  # the desk has been left
                loop.call_soon_threadsafe(answered, answer, context=context)

        self._jobs.put((work, tell))
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="ledger", daemon=True)
            self._thread.start()

    def finish(self, seconds: float) -> None:
        """Do what is still to be done, within so many seconds; then the ledger is let go of."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(seconds)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, tell = job
            try:
                answer = self._do(work)
            except BaseException as error:
                answer = error
            tell(answer)
        if self._ledger is not None:
            self._ledger.close()

    def _do(self, work: Callable[[Ledger], Any]) -> Any:
        if self._ledger is None:
            self._ledger = self._opened()
        try:
            return work(self._ledger)
        except UnusableLedger:
            gone, self._ledger = self._ledger, None  # the next job opens it anew
            gone.close()
            raise
