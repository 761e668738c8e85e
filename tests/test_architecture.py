"""What the layers promise, seen from outside: light imports, and no figure of the page in code."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent

IMPORT_THE_CORE = """
import importlib, pkgutil, sys
import mynadesk

found = ["mynadesk", *(each.name for each in pkgutil.walk_packages(mynadesk.__path__, "mynadesk."))]
for name in found:
    importlib.import_module(name)
print(*found)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""

SPELLED_OUT = {"2012", "434", "15", "2025-12"}
"""Figures of the page that stay forbidden even if the figures' own file should move."""


def test_importing_the_whole_core_loads_no_screen_and_no_database() -> None:
    """A command that decides one case must not wait for what only the desk needs."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_CORE], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    imported, loaded = (line.split() for line in done.stdout.splitlines())
    assert "mynadesk.__main__" in imported
    assert {"textual", "rich", "screens", "sqlalchemy"}.isdisjoint(loaded)


def scalars(value: object) -> Iterator[str]:
    """Every figure in a value of YAML, as text: dates look the same however they were written."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield str(value)


def published_figures() -> set[str]:
    """The whole numbers from 10 up and the dates that the rules publish; smaller ones occur everywhere."""
    path = ROOT / "rules" / "figures.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    versions = [
        each for entry in entries.values() for each in (entry if isinstance(entry, list) else [entry])
    ]
    values = [each.get("value") for each in versions]
    return {text for text in scalars(values) if re.fullmatch(r"\d{2,}|\d{4}-\d{2}(-\d{2})?", text)}


def forbidden_figures() -> set[str]:
    """Published figures, and for a date also its month and its year, which are ways to write it."""
    figures = SPELLED_OUT | published_figures()
    dates = {figure for figure in figures if "-" in figure}
    return figures | {date[:7] for date in dates} | {date[:4] for date in dates}


def literals(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of each number and string that runs; prose in docstrings and comments does not."""
    tree = ast.parse(code)
    prose = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and id(each) not in prose:
            yield each.lineno, str(each.value)


def figures_in(code: str, figures: set[str]) -> list[tuple[int, str]]:
    """Line and text of each figure in the code: alone or in a sentence, but not as part of a name."""
    either = "|".join(re.escape(figure) for figure in sorted(figures, key=len, reverse=True))
    figure = re.compile(rf"(?<![0-9A-Za-z_.:])(?:{either})(?![0-9A-Za-z_:])")
    return [(line, found) for line, text in literals(code) for found in figure.findall(text)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("old_enough = age >= 15", ["15"]),
        ("start = date(2012, 4, 1)", ["2012"]),
        ("start = '2012-04-01'", ["2012-04-01"]),
        ("say = f'{name}は15歳以上、郵送代は434円です。'", ["15", "434"]),
        ("last = '2025-12'", ["2025-12"]),
        ("fact = 'holder.under_15'", []),
        ("key = 'F15'", []),
        ("share = 0.15", []),
        ("width = 150", []),
        ("def f() -> None:\n    '''From 15 on.'''", []),
    ],
)
def test_a_figure_is_found_as_a_number_and_in_a_sentence_but_not_in_a_name(
    code: str, found: list[str]
) -> None:
    """The check below is only worth what this finder finds."""
    assert [text for _, text in figures_in(code, SPELLED_OUT | {"2012-04-01"})] == found


def test_no_figure_of_the_page_stands_in_code() -> None:
    """Who changes a figure in rules/ must have changed it everywhere."""
    figures = forbidden_figures()
    stray = [
        f"{path.relative_to(ROOT)}:{line}: {figure}"
        for folder in ("mynadesk", "screens")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, figure in figures_in(path.read_text(encoding="utf-8"), figures)
    ]
    assert stray == []
