"""`mynadesk check` of one case, beside a Python that only imports what reads rules and cases."""

import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tests.bench import sides
from tests.bench.table import Aim, Row, medians
from tests.reference.invent import invent_case

_AIM = Aim(1.5, is_ratio=True)
_IMPORTS = "import yaml, msgspec"
_SEED = 20261123


def measure(rounds: int, folder: Path) -> list[Row]:
    """One row for each way to start mynadesk."""
    case = folder / "case.json"
    case.write_text(json.dumps(invent_case(random.Random(_SEED))), encoding="utf-8")
    checks = {name: (*way, "check", str(case)) for name, way in sides.ways().items()}
    commands = {**checks, "": (sys.executable, "-c", _IMPORTS)}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            seconds = _run(command, folder)
            if turn:  # what the first turn reads is not cached yet
                times[name].append(seconds)
    imports = times.pop("")
    return [
        medians(f"`{name} check`, one case", taken, imports, f"python -c '{_IMPORTS}'", _AIM)
        for name, taken in times.items()
    ]


def _run(command: Sequence[str], folder: Path) -> float:
    environment = sides.environment(folder)
    begun = perf_counter()
    subprocess.run(command, cwd=sides.ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begun
