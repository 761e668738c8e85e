"""The benchmark runs and its table is whole; no time is judged here."""

from pathlib import Path

from tests.bench import cities, ledger
from tests.bench.__main__ import QUICK, SPEED, rows_of, surroundings, told
from tests.bench.table import Aim, Row, medians, p50, p99, table
from tests.readme import README


def test_rules_and_decisions_are_measured_and_every_row_is_in_the_table() -> None:
    """The sides also have to agree: a disagreement would raise."""
    few = QUICK._replace(loads=2, new_processes=1, cases=40)
    rows = rows_of(["rules", "decisions", "engines"], few)
    assert [row.what for row in rows] == [
        "load the rulebook, median",
        "load it and make it ready, median",
        "load it in a new process, median",
        "decide a case, p50",
        "decide a case, p99",
        "lines of JSON answered",
        *["decide a case, p50"] * 2,
        "decide a case, p99",
    ]
    head, rule, *body = table(rows).splitlines()
    assert [line.split(" | ")[0].strip("| ") for line in body] == [row.what for row in rows]
    assert {len(line) for line in (head, rule, *body)} == {len(head)}


def test_readme_has_a_place_for_the_table_and_gets_it_with_what_it_holds_for() -> None:
    text = README.read_text("utf-8")
    row = Row("load", 0.5, 1.0, "other", "ms", Aim(1000))
    filled = SPEED.filled(text, told([row]))
    assert SPEED.table_in(text).splitlines()[-1].startswith("CPython 3.")
    assert SPEED.table_in(filled) == told([row])
    assert (
        told([row]).splitlines()[2] == "| load     |   500 ms |  1,000 ms | other |  0.50 | 1000 ms | yes |"
    )
    assert surroundings() in filled


def test_an_aim_is_held_against_the_figure_or_the_ratio() -> None:
    assert Row("x", 0.012, 0.01, "y", "ms", Aim(10)).met is False
    assert Row("x", 0.012, 0.01, "y", "ms", Aim(1.25, is_ratio=True)).met is True
    assert Row("x", 0.012, 0.01, "y", "ms").met is None


def test_a_ratio_is_taken_turn_by_turn() -> None:
    """A busy time slows down a turn of both sides; here two of three of ours and one of the others."""
    row = medians("x", [2.4, 2.4, 1.2], [2.0, 1.0, 1.0], "y")
    assert (row.ours, row.theirs, row.ratio) == (2.4, 1.0, 1.2)


def test_percentiles_are_times_that_were_measured() -> None:
    assert p50([3.0, 1.0, 2.0]) == 2.0
    assert p99([float(time) for time in range(100)]) == 98.0


def test_the_ledger_is_measured_with_as_many_cases_as_are_wanted(tmp_path: Path) -> None:
    rows = ledger.measure(5, tmp_path, kept=200)
    assert [row.what for row in rows] == [
        "find a case among 200, median",
        "find a case among 200, p99",
        "propose for a wrong number among 200, median",
    ]


def test_cities_are_sound_and_looked_at_on_all_cores_and_on_one(tmp_path: Path) -> None:
    (row,) = cities.measure(2, tmp_path)
    assert row.what == "2 cities loaded, checked and proved, all cores"
    assert (row.beside, row.unit) == ("one core, from 1", "s")
    assert min(row.ours, row.theirs) > 0


def test_made_up_cities_differ_from_each_other(tmp_path: Path) -> None:
    cities.write_cities(tmp_path, 60)
    written = [
        "".join(path.read_text("utf-8") for path in sorted(city.glob("*.yaml")))
        for city in tmp_path.iterdir()
    ]
    assert len(set(written)) == len(written) == 60
