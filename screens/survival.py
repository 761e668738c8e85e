"""What ends the desk from outside, and that it does end."""

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

_STOPPED_BY = 128
"""What a shell adds to a signal's number for the exit status."""
_PATIENCE = 5
"""Seconds in which a desk that was told to end can do so in order."""


def status_of(number: int) -> int:
    """The exit status of what a signal ended."""
    return _STOPPED_BY + number


def leave_when_told(leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit status when a signal says so, so that the terminal is given back."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()

    def told(number: int, _: object) -> None:
        end_for_certain()
        with suppress(RuntimeError):  # the desk has ended, and the program is about to
            loop.call_soon_threadsafe(leave, status_of(number))

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, told)


def end_for_certain() -> None:
    """See to it that the program ends even where a terminal that takes nothing any more holds it up."""
    if sys.platform != "win32":
        signal.alarm(_PATIENCE)


def leave_no_dump() -> None:
    """No image of the memory, and so of a case, where the interpreter itself crashes."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
