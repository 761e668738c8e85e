"""Writes what a command has to say to standard output."""

import os
import sys

from mynadesk.fault import Fault, UnusableText
from mynadesk.words import Words


def write_out(text: bytes) -> None:
    """Write all of it now.

    Raises:
        UnusableText: standard output takes nothing.
        BrokenPipeError: whoever read it has gone.
    """
    if sys.stdout is None:  # closed by whoever started us
        raise _unwritten("closed")
    try:
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left need not be tried again
        raise _unwritten(str(error.strerror)) from None


def _unwritten(why: str) -> UnusableText:
    what = Words(f"結果を書き出せません({why})。", f"The answer cannot be written ({why}).")
    return UnusableText(
        Fault(what, Words("出力先を確かめてください。", "Check where it goes."), "", "stdout")
    )
