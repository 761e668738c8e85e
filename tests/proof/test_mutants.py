"""A change of any single fact of the rules is caught; drawn here, all of them by `make mutants`."""

import os
from pathlib import Path
from random import Random

from mynadesk.rulebook.book import Rulebook
from tests.mutants.catching import Trap, unlike
from tests.mutants.making import every_mutant, shipped

CASES = int(os.environ.get("MYNADESK_CASES", "3000"))


def test_the_rules_as_shipped_are_no_mutant(book: Rulebook) -> None:
    assert list(unlike(book)) == []


def test_every_mutant_changes_something() -> None:
    raw = shipped()
    mutants = every_mutant(raw)
    assert len(mutants) > 1000
    assert all(mutant.of(raw) != raw[mutant.file] for mutant in mutants)
    assert {mutant.file for mutant in mutants} >= {
        "documents",
        "requirements",
        "routes",
        "figures",
        "notices",
    }


def test_no_mutant_survives(tmp_path: Path) -> None:
    raw = shipped()
    mutants = every_mutant(raw)
    drawn = Random(2026).sample(mutants, min(len(mutants), CASES // 50))
    trap = Trap(tmp_path, raw)
    assert [mutant.name for mutant in drawn if trap.caught_by(mutant) is None] == []
