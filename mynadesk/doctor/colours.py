"""How many colours are there? The desk works with none: its words carry the meaning."""

from mynadesk.doctor.finding import Check, Finding
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.words import Words

_COLOURS = Check("colours", Words("色", "colours"))

_FULL = ("truecolor", "24bit")
_MANY = ("256color", "kitty")


def colours(around: Surroundings) -> Finding:
    """What the environment says of them. Never a fault."""
    environment = around.environment
    if "NO_COLOR" in environment:
        return _COLOURS.note(
            Words(
                "NO_COLOR があるので、白黒で描きます。意味は言葉で分かります。",
                "NO_COLOR is set: black and white. The words say all.",
            ),
            Words("色を付けるときは NO_COLOR を外してください。", "Remove NO_COLOR for colours."),
        )
    if not around.terminal:
        return _COLOURS.not_tried(Words("端末がないため、確かめていません。", "There is no terminal."))
    if environment.get("COLORTERM", "").strip().lower() in _FULL:
        return _COLOURS.ok(Words("フルカラーです(COLORTERM)。", "Full colour (COLORTERM)."))
    if around.windows:
        return _COLOURS.ok(Words("フルカラーです(Windows)。", "Full colour (Windows)."))
    if environment.get("TERM", "").rpartition("-")[2] in _MANY:
        return _COLOURS.ok(Words("256色です(TERM)。", "256 colours (TERM)."))
    return _COLOURS.ok(Words("16色です(TERM)。", "16 colours (TERM)."))
