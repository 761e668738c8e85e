"""What is told of a fault of the program: nothing of what it was working on."""

import os
from collections.abc import Iterator

_WANTED = "MYNADESK_DEBUG"


def crash_report(error: BaseException) -> str:
    """Where the fault is, to be added to a sentence; empty unless MYNADESK_DEBUG is set.

    Files, lines, functions and the type of the error. Its text is left out, and so are all values: they may
    be those of a case.
    """
    if not os.environ.get(_WANTED):
        return ""
    return "".join(f"\n{line}" for line in _lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    """The cause first, the oldest call first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _lines(before)
    yield type(error).__qualname__
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {code.co_filename}:{trace.tb_lineno} {code.co_qualname}"
        trace = trace.tb_next
