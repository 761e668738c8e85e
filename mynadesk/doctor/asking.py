"""Asks a terminal of Unix how wide it draws texts: it is written to, and asked where its cursor stands.

Nothing is asked while keys that were typed ahead still wait: they stay there, for whoever reads next.
"""

import os
import re
import select
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import NamedTuple

from mynadesk.doctor.samples import Silence

_WHERE = b"\x1b[6n"
_ANSWER = re.compile(rb"\x1b\[([0-9]{1,5});([0-9]{1,5})R")
_HALF_AN_ANSWER = re.compile(rb"\x1b(?:\[[0-9;]*)?\Z")
_UNSEEN, _SEEN, _ERASE = b"\x1b[8m", b"\x1b[28m", b"\x1b[K"
_ROOM = 8
"""Cells that have to be free to the right of the cursor, so that nothing wraps."""


class Place(NamedTuple):
    """Of the cursor, from 1."""

    line: int
    column: int


class Line(NamedTuple):
    """The two ends of a terminal, as descriptors."""

    input: int
    output: int


def cells_of(texts: Sequence[str], line: Line, columns: int, patience: float) -> list[int] | Silence:
    """The cells that each text takes, or why that could not be told. The screen stays as it was.

    Args:
        texts: Sent as UTF-8, whatever this process takes for the terminal's encoding.
        line: The terminal.
        columns: Its width.
        patience: Seconds to wait for all answers together.
    """
    if _in_background(line.input):
        return "background"
    try:
        with _key_by_key(line.input):
            if select.select([line.input], [], [], 0)[0]:
                return "typed_ahead"
            return _measure(texts, line, columns, monotonic() + patience)
    except OSError:  # whoever held the other end has gone
        return "no_answer"


def _measure(texts: Sequence[str], line: Line, columns: int, deadline: float) -> list[int] | Silence:
    """First whether it answers at all; then all texts in one go, so that they are gone before they show."""
    start = _ask(line, _WHERE, 1, deadline)
    if start and start[0].column + _ROOM > columns:
        start = _ask(line, b"\r\n" + _WHERE, 1, deadline)
    if not start:
        return "no_answer"
    ((top, left),) = start
    back = b"\x1b[%d;%dH%s" % (top, left, _ERASE)
    sent = b"".join(text.encode() + _WHERE + back for text in texts)
    places = _ask(line, _UNSEEN + sent + _SEEN, len(texts), deadline)
    if len(places) < len(texts):
        return "no_answer"
    return [place.column - left if place.line == top else 0 for place in places]


def _ask(line: Line, sent: bytes, wanted: int, deadline: float) -> list[Place]:
    """Send, and read so many places; fewer where it is too late. Keys pressed meanwhile are put back."""
    if not select.select([], [line.output], [], max(0.0, deadline - monotonic()))[1]:
        return []  # stopped by Ctrl+S
    os.write(line.output, sent)
    got = b""
    while len(_ANSWER.findall(got)) < wanted and (left := deadline - monotonic()) > 0:
        if select.select([line.input], [], [], left)[0]:
            more = os.read(line.input, 1024)
            if not more:
                break
            got += more
    places, keys = read_answers(got)
    _put_back(line.input, keys)
    return places


def read_answers(got: bytes) -> tuple[list[Place], bytes]:
    """The places among what was read, and the keys that were pressed meanwhile."""
    places = [Place(int(line), int(column)) for line, column in _ANSWER.findall(got)]
    return places, _HALF_AN_ANSWER.sub(b"", _ANSWER.sub(b"", got))


def _in_background(terminal: int) -> bool:
    """Whether the system would stop us for touching the terminal."""
    if sys.platform == "win32":
        return False
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:  # it is not the terminal that controls us, so it stops nobody
        return False


@contextmanager
def _key_by_key(terminal: int) -> Iterator[None]:
    """Keys arrive at once and unseen, and signals wait; afterwards all is as it was, whatever happened."""
    if sys.platform == "win32":
        raise OSError("no terminal of Unix")
    import termios

    held = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGQUIT}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        found = termios.tcgetattr(terminal)
        changed = termios.tcgetattr(terminal)
        changed[3] &= ~(termios.ICANON | termios.ECHO)
        changed[6][termios.VMIN], changed[6][termios.VTIME] = 1, 0
        try:
            # At once: waiting for the output could take for ever, and flushing would lose keys.
            termios.tcsetattr(terminal, termios.TCSANOW, changed)
            yield
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, found)
    except termios.error as error:
        raise OSError(*error.args) from None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _put_back(terminal: int, keys: bytes) -> None:
    """Let whoever reads next have these keys, where the system allows it."""
    if sys.platform == "win32":
        return
    import fcntl
    import termios

    with suppress(OSError):
        for key in keys:
            fcntl.ioctl(terminal, termios.TIOCSTI, bytes([key]))
