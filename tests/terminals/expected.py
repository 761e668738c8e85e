"""What the desk means to show, from the app itself without any terminal."""

import asyncio
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from mynadesk.sizes import Size
from tests.screens.desk_app import desk_app, rows_of, send
from tests.terminals.keys import KEYS, size_in

Rows = tuple[str, ...]
"""The rows of a screen, without blanks at their ends."""


def rows(text: str) -> Rows:
    """A captured text as rows."""
    return tuple(row.rstrip() for row in text.split("\n"))


@cache
def screens(script: str, size: Size) -> list[Rows]:
    """The first screen, and the one after each token of the script."""
    return asyncio.run(_screens(script.split(), size))


async def _screens(script: list[str], size: Size) -> list[Rows]:
    with TemporaryDirectory() as folder:
        app = desk_app(folder=Path(folder))
        async with app.run_test(size=size) as pilot:
            seen = [rows("\n".join(rows_of(app)))]
            for token in script:
                await _do(pilot, token)
                seen.append(rows("\n".join(rows_of(app))))
            return seen


async def _do(pilot: Pilot[None], token: str) -> None:
    if size := size_in(token):
        await pilot.resize_terminal(*size)
        await pilot.pause()
    else:
        await send(pilot, KEYS[token].meant if token in KEYS else token)
