"""Loading the rulebook, beside the YAML parser alone on the same files."""

import gc
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import yaml

from mynadesk.decision.decide import procedure_of
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.bench import sides
from tests.bench.table import Aim, Row, medians

_AIM = Aim(10)
_BESIDE = "yaml.CSafeLoader"
_TIMED = "from time import perf_counter as now; import {imports}; begun = now(); {work}; print(now() - begun)"


def measure(rounds: int, fresh_rounds: int, folder: Path) -> list[Row]:
    """Rows for loading again and again, and once in each of many new processes.

    Starting, mynadesk switches the collector of garbage off, so it is off here too, for both sides.
    """
    loaded, compiled, parsed = _again_and_again(rounds)
    fresh_loaded, fresh_parsed = _in_new_processes(fresh_rounds, folder)
    return [
        medians("load the rulebook", loaded, parsed, _BESIDE, _AIM),
        medians("load it and make it ready", compiled, parsed, _BESIDE),
        medians("load it in a new process", fresh_loaded, fresh_parsed, _BESIDE),
    ]


def _again_and_again(rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Turn by turn: loading, loading with making ready, and the other side."""
    rules = shipped_rules()
    loaded: list[float] = []
    compiled: list[float] = []
    parsed: list[float] = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        try:
            begun = perf_counter()
            book = load_rulebook(rules)
            between = perf_counter()
            procedure_of(book)
            ended = perf_counter()
            parsed.append(_parse_plainly(rules))
        finally:
            gc.enable()
        loaded.append(between - begun)
        compiled.append(ended - begun)
    return loaded, compiled, parsed


def _parse_plainly(rules: str) -> float:
    begun = perf_counter()
    for path in Path(rules).glob("*.yaml"):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return perf_counter() - begun


def _in_new_processes(rounds: int, folder: Path) -> tuple[list[float], list[float]]:
    """The first time: nothing of it has run before, but everything is imported."""
    ours = _TIMED.format(
        imports="gc, mynadesk.rulebook.loading as ours",
        work=f"gc.disable(); ours.load_rulebook({shipped_rules()!r})",
    )
    theirs = _TIMED.format(
        imports="gc, tests.bench.rules as theirs",
        work=f"gc.disable(); theirs._parse_plainly({shipped_rules()!r})",
    )
    times = [(_printed(ours, folder), _printed(theirs, folder)) for _ in range(rounds)]
    return [our for our, _ in times], [their for _, their in times]


def _printed(code: str, folder: Path) -> float:
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=sides.ROOT, env=sides.environment(folder), check=True, capture_output=True
    )
    return float(done.stdout)
