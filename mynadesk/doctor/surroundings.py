"""What is around the program when it starts. The only place of the doctor that reads it from the system."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from mynadesk.doctor.windows import Console, console
from mynadesk.sizes import Size


class Surroundings(NamedTuple):
    environment: Mapping[str, str]
    windows: bool
    input: int | None
    """The descriptor of standard input where that is a terminal; `output` likewise."""
    output: int | None
    drawn_on_terminal: bool
    """Whether the stream on which the desk is drawn is a terminal."""
    encoding: str
    """Of that stream."""
    size: Size | None
    console: Console | None
    """Windows only."""

    @property
    def terminal(self) -> bool:
        """Whether somebody can type and see, as the desk needs it."""
        return self.input is not None and self.output is not None

    def has(self, *names: str) -> bool:
        """Whether one of these environment variables says something."""
        return any(self.environment.get(name) for name in names)


def look_around() -> Surroundings:
    """The surroundings of this process."""
    windows = sys.platform == "win32"
    output = _terminal(sys.stdout)
    drawn = sys.stdout if windows else sys.stderr  # so Textual's drivers do
    return Surroundings(
        environment=dict(os.environ),
        windows=windows,
        input=_terminal(sys.stdin),
        output=output,
        drawn_on_terminal=_terminal(drawn) is not None,
        encoding=(getattr(drawn, "encoding", None) or "utf-8").lower(),
        size=_size(output),
        console=console() if windows else None,
    )


def _terminal(stream: TextIO | None) -> int | None:
    """A stream is None where whoever started us closed it."""
    try:
        return stream.fileno() if stream is not None and stream.isatty() else None
    except (OSError, ValueError):
        return None


def _size(output: int | None) -> Size | None:
    if output is None:
        return None
    try:
        return Size(*os.get_terminal_size(output))
    except OSError:
        return None
