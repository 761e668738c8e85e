"""Rulebooks of as many made-up cities as there are municipalities: loaded, checked and proved."""

import os
from datetime import date
from pathlib import Path
from time import perf_counter

from mynadesk.inspection.many import folders_of_rules, look_at_all
from tests.bench.table import Row

MUNICIPALITIES = 1741
"""Cities, towns, villages and the wards of Tokyo."""
_ONE_IN = 20
"""On one core so many as one in so many are looked at, and their time is taken that often."""
_PLACES = ("[[A], [B, B]]", "[[A, A], [A, B]]", "[[A, B], [B, B]]", "[[A, B]]")
_FIRST_VISIT = ("[[A], [B]]", "[[A]]", "[[A], [B, B]]")
_AGES = (15, 16, 17, 18)
_LEAST_POSTAGE = 350
_DAY = date(2026, 11, 23)


def write_cities(folder: Path, count: int) -> None:
    """Overlays on the shipped rules that differ in ages, postage and papers; ids and names are made up."""
    for number in range(count):
        city = folder / f"city-{number:04}"
        city.mkdir(parents=True)
        for name, text in _files(number).items():
            (city / f"{name}.yaml").write_text(text, "utf-8")


def _files(number: int) -> dict[str, str]:
    age = _AGES[number % len(_AGES)]
    legal, agent = _PLACES[number // 4 % len(_PLACES)], _FIRST_VISIT[number // 16 % len(_FIRST_VISIT)]
    return {
        "overlay": "over: shipped\n",
        "rulebook": f"replaces:\n  id: city-{number:04}\n  city: {{ja: 第{number}市, en: City {number}}}\n",
        "figures": f"""\
own_request_age: {{replaces: {{value: {age}}}}}
postage: {{replaces: {{value: {_LEAST_POSTAGE + number}}}}}
""",
        "requirements": f"""\
representative_identity: {{replaces: {{needs: {{papers: {{of: visitor, one_of: {legal}}}}}}}}}
agent_identity/first_visit: {{replaces: {{needs: {{papers: {{of: visitor, one_of: {agent}}}}}}}}}
""",
    }


def measure(count: int, folder: Path) -> list[Row]:
    """One row: all of them on all cores, beside a sample on one core, taken up to as many.

    Raises:
        RuntimeError: one of them has a fault or a hole.
    """
    write_cities(folder / "cities", count)
    cities = folders_of_rules(str(folder / "cities"))
    together = _timed(cities, os.cpu_count() or 1)
    sample = cities[::_ONE_IN]
    alone = _timed(sample, 1) * len(cities) / len(sample)
    what = f"{count:,} cities loaded, checked and proved, all cores"
    return [Row(what, together, alone, f"one core, from {len(sample)}", "s")]


def _timed(cities: list[str], jobs: int) -> float:
    begun = perf_counter()
    for each in look_at_all(cities, _DAY, jobs):
        if each.faults or each.holes:
            raise RuntimeError(f"{each.folder} is not sound: {each.faults} {each.holes}")
    return perf_counter() - begun
