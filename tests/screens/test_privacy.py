"""What others at the counter can see: hidden by key or time, brought back by a key, dropped in the end."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from mynadesk.words import Words
from screens.app import DeskApp
from screens.desk import DeskScreen
from screens.hidden import HiddenScreen
from tests.interview.desk import BOOK, state
from tests.screens.desk_app import desk_app, desk_of, put, texts

USUAL = (80, 24)
HALF = "5 1 2 E 1 E 1 E 1 E"
TIMES = BOOK.desk.untouched
PANEL = BOOK.words.panel


class Clock:
    """Seconds that grow when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def looked(app: DeskApp) -> None:
    """What the app does by itself twice a second."""
    app.guard().look()


@asynccontextmanager
async def opened(app: DeskApp) -> AsyncIterator[Pilot[None]]:
    """The app once it has started and counts."""
    async with app.run_test(size=USUAL) as pilot:
        app.guard()
        yield pilot


def untouched(app: DeskApp, clock: Clock, seconds: float) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def wait(pilot: Pilot[None]) -> None:
        clock.now += seconds
        looked(app)
        await pilot.pause()

    return wait


def reads(app: DeskApp, words: Words) -> bool:
    """Whether the words stand on the screen, as far as nothing is filled into them."""
    shown = "".join(texts(app).values())
    return all(part in shown for part in words.ja.replace("{", "}").split("}")[::2])


@pytest.mark.parametrize("key", ["tab", "k"])
async def test_a_key_hides_the_case_at_once_and_only_enter_brings_it_back(key: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        before = state(put(pilot, HALF).session)
        case = texts(pilot.app)["case"]
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, HiddenScreen)
        assert reads(pilot.app, PANEL.hidden)  # type: ignore[arg-type]
        assert not any(line.strip() in texts(pilot.app)["hidden"] for line in case.split("\n"))
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HiddenScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert state(desk_of(pilot).session) == before


async def test_a_desk_that_nobody_touches_counts_down_and_hides_itself() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        before = state(put(pilot, HALF).session)
        await untouched(app, clock, TIMES.hide_after - TIMES.warn_for - 1)(pilot)
        assert not reads(app, PANEL.hide_soon)
        counts = []
        for _ in range(3):
            await untouched(app, clock, 1)(pilot)
            assert reads(app, PANEL.hide_soon)
            counts.append(texts(app)["top"])
        assert len({*counts}) == 3
        await untouched(app, clock, TIMES.warn_for)(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert state(desk_of(pilot).session) == before
        assert not reads(app, PANEL.hide_soon)


async def test_a_key_puts_the_countdown_off_and_does_its_work() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        put(pilot, "1 1")
        await untouched(app, clock, TIMES.hide_after - 1)(pilot)
        await pilot.press("2")
        assert desk_of(pilot).session.sheet.pins
        assert not reads(app, PANEL.hide_soon)
        await untouched(app, clock, TIMES.hide_after - TIMES.warn_for - 1)(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_a_telephone_call_does_not_cost_the_case_but_a_long_absence_does() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        before = state(put(pilot, HALF).session)
        await untouched(app, clock, TIMES.drop_after - 1)(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert state(desk_of(pilot).session) == before
        await untouched(app, clock, TIMES.drop_after)(pilot)
        assert reads(app, PANEL.dropped)
        assert reads(app, PANEL.dropped_next)
        await pilot.press("enter")
        await pilot.pause()
        session = desk_of(pilot).session
        assert session.fresh
        assert not session.restorable


@pytest.mark.parametrize("keys", [("right",), ("f2",), ("f2", "pagedown")])
async def test_other_pages_are_hidden_too_and_do_not_outlive_their_case(keys: tuple[str, ...]) -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        put(pilot, "1 1 2 E E 1 E")
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await untouched(app, clock, TIMES.hide_after - 1)(pilot)
        assert reads(app, PANEL.hide_soon)
        await untouched(app, clock, 1)(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await untouched(app, clock, TIMES.drop_after)(pilot)
        while not isinstance(app.screen, DeskScreen):
            await pilot.press("enter")
            await pilot.pause()
        assert desk_of(pilot).session.look.decision is None


async def test_the_case_before_is_forgotten_in_time_as_well() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        put(pilot, "1 1 2 E E 1 E /")
        assert desk_of(pilot).session.restorable
        await untouched(app, clock, TIMES.drop_after)(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert not desk_of(pilot).session.restorable


async def test_an_empty_desk_can_be_hidden_too() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        await pilot.press("tab")
        await untouched(app, clock, TIMES.drop_after)(pilot)
        assert reads(app, PANEL.hidden)
        assert not reads(app, PANEL.dropped)
        await pilot.press("enter")
        await pilot.pause()
        assert desk_of(pilot).session.fresh


async def test_a_fresh_desk_has_nothing_to_hide() -> None:
    clock = Clock()
    app = desk_app(clock=clock)
    async with opened(app) as pilot:
        await untouched(app, clock, TIMES.drop_after + 1)(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert not reads(app, PANEL.hide_soon)
