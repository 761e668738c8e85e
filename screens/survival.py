"""What keeps the desk alive, and the terminal as it was found, where the world outside misbehaves."""

import asyncio
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import Any

UNREADABLE = "\ufffd"
"""Stands for bytes that are no UTF-8."""
_STOPPED_BY = 128
"""What a shell adds to a signal's number for the exit status."""


def accept_any_bytes() -> None:
    """Let Textual read bytes that are no UTF-8, as a terminal left in Shift_JIS sends them.

    Its input thread would die of the first such byte, and the desk would look alive and be deaf.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    def forgiving(encoding: str) -> Callable[[], Any]:
        decoder = getincrementaldecoder(encoding)
        return lambda: decoder(errors="replace")

    # A private name of Textual's: there is no option for it.
    vars(linux_driver)["getincrementaldecoder"] = forgiving


def leave_when_told(leave: Callable[[int], None]) -> None:
    """Call `leave` with an exit status on SIGTERM and SIGHUP, so that the terminal is given back."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, leave, _STOPPED_BY + number)
