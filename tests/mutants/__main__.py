"""Tries every mutant and prints who caught them. Exits with 1 where one survives.

With `--alone` it says also how many of them the proof catches by itself, which takes minutes.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from tests.mutants.catching import CATCHERS, Trap
from tests.mutants.making import every_mutant, shipped


def main() -> int:
    """The exit status."""
    raw, began = shipped(), perf_counter()
    mutants = every_mutant(raw)
    caught: Counter[str | None] = Counter()
    alone = 0
    with tempfile.TemporaryDirectory() as folder:
        trap = Trap(Path(folder), raw)
        for mutant in mutants:
            who = trap.caught_by(mutant)
            caught[who] += 1
            if "--alone" in sys.argv and who != "loader":
                alone += trap.proof_catches(mutant)
            if who is None:
                print(f"survives: {mutant.name}", flush=True)
    print(f"mutants {len(mutants):,}")
    for who in CATCHERS:
        print(f"  caught by the {who}: {caught[who]:,}")
    if "--alone" in sys.argv:
        print(f"  caught by the proof by itself: {alone:,}")
    print(f"  survivors: {caught[None]:,}")
    print(f"  seconds: {perf_counter() - began:.0f}")
    return 1 if caught[None] else 0


if __name__ == "__main__":
    sys.exit(main())
