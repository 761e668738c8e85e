"""The app as a test starts it, and what its panes say."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Language
from screens.app import DeskApp
from screens.desk import DeskScreen
from screens.ledger.keeping import Keeping
from screens.pane import Pane
from tests.interview.desk import BOOK, ON, press

NO_FOLDER = Path("/nonexistent")
_NAMED = {"E": "enter", "BS": "backspace", "UP": "up", "DOWN": "down", "SW": "f6", "PGDN": "pagedown"}


def desk_app(
    folder: Path = NO_FOLDER,
    office: str | None = "main",
    language: Language = "ja",
    today: Callable[[], date] = lambda: ON,
    clock: Callable[[], float] = lambda: 0.0,
    ledger: Path | None = None,
    papers: Path = NO_FOLDER,
) -> DeskApp:
    """The app with the shipped rulebook; settings are looked for in `folder`. Its clock stands still.

    `ledger`: where the ledger is; `papers`: where pages for printing may lie.
    """
    keeping = Keeping(shipped_rules(), str(ledger)) if ledger else None
    folders = (shipped_rules(), str(papers))
    return DeskApp(BOOK, language, office, today, str(folder), clock=clock, keeping=keeping, papers=folders)


def desk_of(pilot: Pilot[None]) -> DeskScreen:
    """The desk's screen, which has to be the one that is shown."""
    assert isinstance(pilot.app.screen, DeskScreen)
    return pilot.app.screen


def put(pilot: Pilot[None], keys: str) -> DeskScreen:
    """Bring the case to where these keys lead, quickly: no key is sent through the terminal."""
    desk = desk_of(pilot)
    press(desk.session, keys)
    desk.draw()
    return desk


async def type_keys(pilot: Pilot[None], keys: str) -> DeskScreen | None:
    """Send keys through the terminal, each a named one or characters one by one."""
    for token in keys.split():
        for key in [_NAMED[token]] if token in _NAMED else token:
            await send(pilot, key)
    return pilot.app.screen if isinstance(pilot.app.screen, DeskScreen) else None


async def send(pilot: Pilot[None], key: str) -> None:
    """One key as a terminal sends it. The pilot's own way forgets which character a full-width sign is."""
    if key.isascii():
        await pilot.press(key)
    else:
        pilot.app.post_message(Key(key, key))
        await pilot.pause()


def texts(app: App[None]) -> dict[str, str]:
    """What each pane of the screen draws."""
    return {str(pane.id): pane.text for pane in app.screen.query(Pane)}


def flat(text: str) -> str:
    """A text without the breaks, bars and blanks that setting it in a pane brings."""
    return "".join(character for character in text if not character.isspace() and character != "|")


def rows_of(app: App[None]) -> list[str]:
    """What the terminal is told to show, row by row."""
    compositor = cast(DeskScreen, app.screen)._compositor
    return ["".join(segment.text for segment in strip) for strip in compositor.render_strips()]
