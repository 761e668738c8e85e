"""A scene as rows: its banner over the whole width, and what is told of it."""

from mynadesk.interview.session import Session
from mynadesk.typeset import cut, pad, width
from screens.paint import day_of, wrapped
from screens.pane import Row
from screens.scene import Told

_QUOTED = {"ja": "「{said}」", "en": '"{said}"'}


def banner_row(session: Session, scene: Told, notice: str, cells: int) -> list[Row]:
    """The banner, whole and before all else; the day or the notice on the right; the title where it fits."""
    right = cut(f" {notice or day_of(session)} ", max(0, cells - width(f" {scene.banner}")))
    room = cells - width(right)
    left = f" {scene.banner}  {scene.title}"
    left = left if width(left) <= room else f" {scene.banner}"
    return [[(pad(left, room), "banner"), (right, "message" if notice else "banner")]]


def scene_rows(session: Session, scene: Told, cells: int, height: int) -> list[Row]:
    """What the person says, then the things; where that is more than fits, the key that shows all."""
    rows: list[Row] = []
    if scene.said:
        rows += wrapped(_QUOTED[session.wording.language].format(said=scene.said), cells, "strong")
    for thing in scene.things:
        rows += wrapped(f"・{thing}", cells, "plain", indent=2)
    if len(rows) <= height:
        return rows
    more = session.wording.fill(session.wording.words.panel.more_scene)
    return [*rows[: height - 1], [(more, "key")]]
