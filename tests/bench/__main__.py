"""Every comparison in one run, both sides by turns, and one table of it."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from tests.bench import cities, command, decisions, ledger, rules, sides
from tests.bench.table import Row, table
from tests.readme import README, Marks


class Counts(NamedTuple):
    """How often each thing is done."""

    starts: int
    keys: int
    typed_ahead: int
    loads: int
    new_processes: int
    commands: int
    cases: int
    scenes: int
    finds: int
    cities: int


FULL = Counts(
    starts=31,
    keys=300,
    typed_ahead=5,
    loads=101,
    new_processes=11,
    commands=31,
    cases=10_000,
    scenes=100,
    finds=1_000,
    cities=cities.MUNICIPALITIES,
)
QUICK = Counts(
    starts=5,
    keys=60,
    typed_ahead=2,
    loads=21,
    new_processes=3,
    commands=7,
    cases=1_000,
    scenes=12,
    finds=100,
    cities=20,
)


def _first_screen(counts: Counts, folder: Path) -> list[Row]:
    from tests.bench import first_paint  # needs a pty, which not every system has

    return first_paint.measure(counts.starts, folder)


def _keys(counts: Counts, folder: Path) -> list[Row]:
    from tests.bench import keys  # needs a pty, which not every system has

    return keys.measure(counts.keys, counts.typed_ahead, folder)


def _practice(counts: Counts, folder: Path) -> list[Row]:
    from tests.bench import practice  # needs a pty, which not every system has

    return practice.measure(counts.scenes, folder)


def _rules(counts: Counts, folder: Path) -> list[Row]:
    return rules.measure(counts.loads, counts.new_processes, folder)


def _command(counts: Counts, folder: Path) -> list[Row]:
    return command.measure(counts.commands, folder)


def _decisions(counts: Counts, _folder: Path) -> list[Row]:
    return decisions.measure(counts.cases)


def _engines(counts: Counts, _folder: Path) -> list[Row]:
    from tests.bench import engines  # needs zen-engine, which not every system has

    return engines.measure(counts.cases)


def _ledger(counts: Counts, folder: Path) -> list[Row]:
    return ledger.measure(counts.finds, folder)


def _cities(counts: Counts, folder: Path) -> list[Row]:
    return cities.measure(counts.cities, folder)


PARTS: dict[str, Callable[[Counts, Path], list[Row]]] = {
    "first-screen": _first_screen,
    "keys": _keys,
    "practice": _practice,
    "rules": _rules,
    "command": _command,
    "decisions": _decisions,
    "engines": _engines,
    "ledger": _ledger,
    "cities": _cities,
}
SPEED = Marks("<!-- speed: made by `make bench ARGS=--readme` -->\n", "<!-- speed end -->\n")
_HOW = "Both sides by turns in one run; beside medians stands the median of the ratios of all turns."
_NEED_A_PTY = ("first-screen", "keys", "practice")


def rows_of(parts: Iterable[str], counts: Counts) -> list[Row]:
    """The rows of these parts, measured now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sides.compile_all(folder)
        rows: list[Row] = []
        for part in parts:
            print(f"{part} ...", file=sys.stderr, flush=True)
            rows += PARTS[part](counts, folder)
        return rows


def surroundings() -> str:
    """What the figures hold for."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, Textual {version('textual')}, {platform.system()}, {os.cpu_count()} processors"


def told(rows: Sequence[Row]) -> str:
    """The table, and what it holds for."""
    return f"{table(rows)}\n\n{surroundings()}. {_HOW}\n"


def write_into_readme(rows: Sequence[Row]) -> None:
    """Bring README up to date."""
    README.write_text(SPEED.filled(README.read_text("utf-8"), told(rows)), "utf-8")


def main() -> int:
    """Measure and print. The exit status: 0 whatever the times are."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="measure only these")
    parser.add_argument("--readme", action="store_true", help="write README's table, which wants all of it")
    options = parser.parse_args()
    if options.readme and (options.quick or options.only != list(PARTS) or os.name != "posix"):
        parser.error("--readme wants every part in full, on a system that has ptys")
    parts = [part for part in options.only if os.name == "posix" or part not in _NEED_A_PTY]
    try:
        rows = rows_of(parts, QUICK if options.quick else FULL)
    except decisions.Disagreement as error:
        sys.stderr.write(f"The two sides do not agree, so nothing is printed.\n{error}\n")
        return 1
    if options.json:
        print(json.dumps({"for": surroundings(), "rows": [row.as_data() for row in rows]}, indent=2))
    else:
        print(told(rows), end="")
    if options.readme:
        write_into_readme(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
