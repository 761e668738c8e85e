"""The app of practice as a test starts it, and the keys that lead through its scenes."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from mynadesk.practice.answers.answer import ACCEPTING, SURENESSES, VERDICTS, Answer, choices_of_hanging
from mynadesk.practice.exercises.course import Course
from mynadesk.practice.learning.progress import Level, Progress, Unfinished
from mynadesk.practice.learning.round import Limits
from mynadesk.practice.reading import Practice
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.practice.app import PracticeApp
from tests.interview.desk import BOOK
from tests.practice.exercises import PRACTICE, right
from tests.practice.player import play
from tests.practice.world import DECK, World, kept, open_
from tests.screens.desk_app import flat, texts

_NAMED = {
    "E": "enter",
    "BS": "backspace",
    "LEFT": "left",
    "RIGHT": "right",
    "TAB": "tab",
    "PGDN": "pagedown",
    "F2": "f2",
    "F9": "f9",
}
SMALL, USUAL, LARGE = (60, 20), (80, 24), (132, 43)
Page = TypeVar("Page", bound=Screen[Any])


def practice_app(
    world: World,
    name: str | None = "tanuki",
    language: Language = "ja",
    level: Level | None = None,
    clock: bool = False,
    practice: Practice = PRACTICE,
) -> PracticeApp:
    """The app with the shipped rules, as `mynadesk practice` makes it with these options."""
    options = Namespace(name=name, level=level, clock=clock)
    settings = str(settings_of(world))
    app = PracticeApp(BOOK, practice, Wording(BOOK, language), world.around(), settings, options)
    app.course.deck = DECK
    if name is not None:
        app.course.enter(name)
    return app


def settings_of(world: World) -> Path:
    """Where the desk's settings are kept."""
    return world.folder.parent / "settings"


def rounds_of(scenes: int) -> Practice:
    """Practice whose rounds have that many scenes."""
    limits = Limits(scenes=scenes, minutes=10, slow_seconds=120)
    return replace(PRACTICE, words=replace(PRACTICE.words, limits=limits))


def page_of(pilot: Pilot[None], kind: type[Page]) -> Page:
    """The page that is shown, which has to be of this kind."""
    assert isinstance(pilot.app.screen, kind), pilot.app.screen
    return pilot.app.screen


async def burst(pilot: Pilot[None], keys: str) -> None:
    """Keys that arrive all at once: each a named one or characters one by one."""
    for token in keys.split():
        for key in [_NAMED[token]] if token in _NAMED else token:
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Let everything that waits be done: the keys, the screens that they open, what these draw.

    The pilot's own pause waits for an idle process on top, many times as long.
    """
    for _ in range(3):
        await pilot.pause(0)


def keys_at_desk(course: Course) -> str:
    """The keys that tell the desk what is so in the scene of the moment."""
    pressed = play(course.session(), open_(course).scene.case)
    return " ".join("E" if key == "enter" else key for key in pressed)


def keys_of(course: Course, said: Answer) -> str:
    """The keys that give an answer to the scene of the moment."""
    rules = choices_of_hanging(open_(course).decision)
    keys = [str(VERDICTS.index(said.verdict) + 1)]
    if said.verdict not in ACCEPTING:
        keys += [*(str(rules.index(each) + 1) for each in sorted(said.hangs_on)), "E"]
    keys += [] if said.said is None else [str(said.said + 1)]
    return " ".join([*keys, str(SURENESSES.index(said.sure) + 1)])


def all_right(course: Course, scenes: int) -> Iterator[str]:
    """For so many scenes all keys from the desk to the result, which is on one page; each right.

    `course` is one beside the app: the same trainee, who answers the same.
    """
    for _ in range(scenes):
        yield f"{keys_at_desk(course)} E {keys_of(course, right(open_(course)))}"
        course.take(right(open_(course)), None)


def shown(pilot: Pilot[None]) -> str:
    """What every pane of the screen says, without blanks."""
    return flat("".join(texts(pilot.app).values()))


def left(world: World) -> Unfinished:
    """The round that can be taken up again, as it is saved."""
    unfinished = kept(world).unfinished
    assert unfinished is not None
    return unfinished


def known(app: PracticeApp) -> Progress:
    """What the app knows of who practises."""
    assert app.course.progress is not None
    return app.course.progress


def aside(world: World) -> World:
    """A world of its own, in which the same trainee meets the same scenes."""
    return World(world.folder.parent / "aside")
