"""From the start of the process until the first screen stands there, beside a bare Textual app."""

from pathlib import Path

from tests.bench import sides
from tests.bench.table import Aim, Row, medians
from tests.bench.terminals import Terminal

_AIM = Aim(1.25, is_ratio=True)


def measure(rounds: int, folder: Path) -> list[Row]:
    """One row for each way to start the desk."""
    desk_marker = sides.desk_marker()
    started = {name: (sides.desk(way), desk_marker) for name, way in sides.ways().items()}
    programs = {**started, "": (sides.BARE, sides.BARE_MARKER)}
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, (command, marker) in programs.items():
            seconds = _paint(command, marker, folder)
            if turn:  # what the first turn reads is not cached yet
                times[name].append(seconds)
    bare = times.pop("")
    return [
        medians(f"first screen, `{name}`", taken, bare, "bare Textual app", _AIM)
        for name, taken in times.items()
    ]


def _paint(command: tuple[str, ...], marker: str, folder: Path) -> float:
    with Terminal(command, sides.environment(folder), sides.ROOT) as terminal:
        return terminal.wait_for(marker)
