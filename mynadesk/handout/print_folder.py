"""Where a page lies while it is printed: in a folder of this run, for as long as its case is on the desk."""

import os
import sys
from contextlib import suppress
from tempfile import mkdtemp, mkstemp
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_LOCK = "lock"


class PrintFolder:
    """Files of one run, in a folder of its own that only the user can read.

    The run holds a lock in it, which the system lets go with the program: what nobody holds was left behind.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._own = ""
        self._lock: BinaryIO | None = None

    def write(self, name: str, ending: str, content: bytes) -> str:
        """Write a file whose name begins with `name`. Its path.

        Raises OSError where it cannot be written: then nothing is there. Nor is anything written where the
        folder begins at no root, because nobody knows the user's home.
        """
        if not os.path.isabs(self._folder):
            raise FileNotFoundError(self._folder)
        self._begin()
        file, path = mkstemp(ending, f"{name}-", self._own)
        try:
            with os.fdopen(file, "wb") as out:
                out.write(content)
        except OSError:
            with suppress(OSError):
                os.remove(path)
            raise
        return path

    def _begin(self) -> None:
        if self._lock is None:
            os.makedirs(self._folder, exist_ok=True)
            self._own = mkdtemp(dir=self._folder)
            self._lock = open(os.path.join(self._own, _LOCK), "wb")  # noqa: SIM115 - held until the end
            with suppress(OSError):  # some network drives know no locks
                _hold(self._lock)

    def clear(self) -> None:
        """Delete everything that was written. What cannot be deleted now is at a next start."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            _remove(self._own)


def clear_leftovers(folder: str) -> None:
    """Delete what runs have left behind that were killed; those of runs that go on stay."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False) and not _is_held(entry.path):
                _remove(entry.path)


def _is_held(own: str) -> bool:
    try:
        with open(os.path.join(own, _LOCK), "rb+") as file:
            _hold(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _remove(own: str) -> None:
    """The files of a run, its lock last: until then another run sees that they are left behind."""
    with suppress(OSError):
        for name in sorted(os.listdir(own), key=lambda name: name == _LOCK):
            os.remove(os.path.join(own, name))
        os.rmdir(own)
