"""What fonts do cannot be measured, only guessed from the widths; the rest is advice."""

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.doctor.samples import Silence, Widths, shows_japanese
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.words import Words

_FONTS = Check("fonts", Words("フォント", "fonts"))

_ADVICE = Words(
    "列がずれて見えるときは、等幅のフォント(BIZ UDゴシック、MS ゴシックなど、名前に P の付かないもの)を"
    "選んでください。",
    "If columns look shifted, choose a fixed-width font: BIZ UDGothic or MS Gothic, not those with a P.",
)
_UNSEEN = Words("フォントそのものは、プログラムからは見えません。", "A program cannot see the font itself.")


def fonts(around: Surroundings, measured: Widths | Silence) -> Finding:
    """What the measured widths say of the font, with the advice that goes with it."""
    if isinstance(measured, str):
        return _FONTS.not_tried(joined(_unmeasured(around), _UNSEEN), _ADVICE)
    if not shows_japanese(measured):
        return _FONTS.not_tried(
            Words("先に「文字の幅」を直してください。", 'Mend "width of characters" first.'), _ADVICE
        )
    return _FONTS.ok(joined(_ambiguous(measured["ambiguous"]), _UNSEEN, _ADVICE))


def _unmeasured(around: Surroundings) -> Words | None:
    if not around.windows:
        return None
    return Words(
        "コンソール(conhost)に MS ゴシックでは、丸や矢印などが2桁になります。受付画面はそれらを使いません。",
        "A console window (conhost) with MS Gothic draws circles and arrows two cells wide;"
        " the desk uses none.",
    )


def _ambiguous(cells: float) -> Words:
    if cells == 1:
        return Words("丸や矢印などは1桁です。", "Circles and arrows take one cell.")
    return Words(
        f"丸や矢印などは{cells:g}桁です(conhost の MS ゴシックなど)。受付画面はそれらを使わないので、"
        "差し支えありません。",
        f"Circles and arrows take {cells:g} cells, as in conhost with MS Gothic. The desk uses none,"
        " so that is fine.",
    )
