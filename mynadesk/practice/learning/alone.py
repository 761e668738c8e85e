"""One program at a time in a folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _wait_for(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _wait_for(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def alone(folder: str) -> Iterator[None]:
    """Keep every other program that asks for the same folder waiting; the system ends that with the program.

    Raises OSError where the folder cannot be written to.
    """
    with open(path.join(folder, "lock"), "ab") as file:
        # Some network drives know no locks: then only the count of savings guards the file.
        with suppress(OSError):
            _wait_for(file)
        yield
