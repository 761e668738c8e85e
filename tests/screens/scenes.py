"""A scene, the desk that shows it, and a screen that somebody has made of the desk for scenes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

from mynadesk.interview.session import Session
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.frame import View, frame, shape_of
from screens.pane import Row
from screens.roles import styles
from screens.scene import Told
from screens.wanted import What
from tests.interview.desk import BOOK, ON, press
from tests.screens.desk_app import desk_app, flat

SCENE = Told(
    banner="札の文字",
    title="3番目の場面",
    said="暗証番号を忘れたので、もう一度決めたいのですが、どうすればよいですか。",
    things=(
        "来庁者は本人です。30歳です。",
        "本人のカード(有効期間内)",
        "運転免許証(令和8年11月23日まで有効)",
    ),
    done="Enterで次に進みます。",
    done_key="進む",
    leave_key="やめる",
    whole_key="場面の全部",
)
LONG = SCENE._replace(things=SCENE.things * 5)
SIZES = [(60, 20), (80, 24), (100, 30), (132, 43)]
LEVELS = pytest.mark.parametrize("silent", [False, True])
REST = BOOK.words.panel.more_scene


def session_of(keys: str = "", silent: bool = False, language: Language = "ja") -> Session:
    return press(Session(BOOK, Wording(BOOK, language), lambda: ON, silent=silent), keys)


def drawn(
    session: Session, size: tuple[int, int], scene: Told | None = SCENE, **more: Any
) -> dict[str, list[Row]]:
    """The panes of a desk of this size with a scene."""
    return frame(session, View(scene=scene, **more), shape_of(*size, silent=session.silent))


def text_of(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row) for row in rows)


def told_of(scene: Told) -> str:
    return flat("".join(("「", scene.said, "」", *(f"・{thing}" for thing in scene.things))))


class Practised(DeskScreen):
    """A desk that counts how often its scene ended, and what it wanted of others."""

    def __init__(self, language: Language) -> None:
        colours = styles("standard", "full", practice=True)
        self.ended = 0
        self.wanted: list[What] = []
        super().__init__(BOOK, Wording(BOOK, language), "", lambda: ON, colours, self.wanted.append)

    def at_end(self) -> None:
        self.ended += 1


@asynccontextmanager
async def practised(
    size: tuple[int, int] = (80, 24), language: Language = "ja"
) -> AsyncIterator[tuple[Pilot[None], Practised]]:
    """A desk with a scene on the screen."""
    app = desk_app(language=language)
    async with app.run_test(size=size) as pilot:
        screen = Practised(language)
        screen.show_scene(session_of(language=language), SCENE)
        await app.push_screen(screen)
        yield pilot, screen
