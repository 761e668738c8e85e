"""Does the terminal draw characters as wide as the desk counts them?"""

from mynadesk.doctor.finding import Check, Finding, joined, listed
from mynadesk.doctor.samples import SAMPLES, Silence, Widths
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.words import Words

_WIDTH = Check("width", Words("文字の幅", "width of characters"))

_SPEAK_UTF8 = Words(
    "端末ソフトの文字コードを UTF-8 にしてください。Tera Term:「設定」「端末」の受信と送信"
    "(漢字またはエンコーディング)。PuTTY: Window の Translation の Remote character set。"
    "RLogin: サーバーの設定の「文字セット」。",
    "Set the terminal program to UTF-8. Tera Term: Setup, Terminal, receive and transmit."
    " PuTTY: Window, Translation, Remote character set. RLogin: the character set of the server entry.",
)
_TAKE_ANOTHER_FONT = Words(
    "タイトルバーを右クリックし、「プロパティ」の「フォント」で MS ゴシックか BIZ UDゴシックを"
    "選んでください。",
    "Right-click the title, Properties, Font: choose MS Gothic or BIZ UDGothic.",
)
_SILENCES: dict[Silence, tuple[Words, Words | None]] = {
    "no_terminal": (Words("端末がないため、測っていません。", "There is no terminal."), None),
    "dumb": (Words("TERM の示す端末には尋ねません。", "A terminal of this TERM is not asked."), None),
    "background": (
        Words("後ろで動いているため、測っていません。", "Not measured: this runs in the background."),
        Words("& を付けずに打ってください。", "Type it without &."),
    ),
    "typed_ahead": (
        Words(
            "先に打たれたキーがあったため、測っていません。そのキーには触れていません。",
            "Not measured: keys had been typed ahead. They were left alone.",
        ),
        Words(
            "もう一度 mynadesk doctor と打ち、終わるまでキーを押さないでください。",
            "Type mynadesk doctor once more, and press no key until it ends.",
        ),
    ),
}
_PROBABLY = Words(
    "端末の文字コードが UTF-8 ではなく、Shift_JIS か EUC になっていると思われます。",
    "The terminal is probably set to Shift_JIS or EUC, not UTF-8.",
)


def width(around: Surroundings, measured: Widths | Silence, patience: float) -> Finding:
    """What was measured, or why nothing was. `patience`: seconds that were granted."""
    if measured == "no_answer":
        return _WIDTH.note(*_unanswered(patience))
    if isinstance(measured, str):
        return _WIDTH.not_tried(*_SILENCES[measured])
    wrong = [sample.name for sample in SAMPLES if sample.needed and measured[sample.id] not in sample.right]
    if not wrong:
        return _WIDTH.ok(joined(_table(measured), _of_the_outside(around)))
    said = joined(
        _table(measured), Words(f"{listed(wrong).ja}の幅が違います。", f"Wrong: {listed(wrong).en}.")
    )
    if around.windows:
        return _WIDTH.fix(said, _TAKE_ANOTHER_FONT)
    if measured["wide"] != 2:
        said = joined(said, _PROBABLY)
    return _WIDTH.fix(said, joined(_SPEAK_UTF8, _inside(around)))


def _unanswered(patience: float) -> tuple[Words, Words]:
    return Words(
        f"カーソルの位置を尋ねましたが、端末が{patience:g}秒以内に答えませんでした。",
        f"The terminal was asked for its cursor and did not answer within {patience:g} s.",
    ), Words(
        "受付画面の列がそろっていれば差し支えありません。そろわないときは、端末ソフトの文字コードが UTF-8 か"
        "確かめてください。",
        "No matter if the desk's columns line up. If not, check that the terminal program is set to UTF-8.",
    )


def _table(measured: Widths) -> Words:
    """Every width, shortly: the one thing to read out on the phone."""
    return Words(
        "、".join(f"{sample.name.ja} {measured[sample.id]:g}桁" for sample in SAMPLES) + "。",
        ", ".join(f"{sample.name.en} {measured[sample.id]:g}" for sample in SAMPLES) + ".",
    )


def _of_the_outside(around: Surroundings) -> Words | None:
    """Inside tmux or screen it is they who answer, even where they cannot show what they were given."""
    if not around.has("TMUX", "STY"):
        return None
    told = Words(
        "答えたのは tmux(または screen)で、外側の端末は測れません。日本語が _ や ? に見えるときは、",
        "It was tmux (or screen) that answered; the terminal around it cannot be measured."
        " If Japanese looks like _ or ?:",
    )
    return joined(told, _inside(around))


def _inside(around: Surroundings) -> Words | None:
    if around.has("TMUX"):
        return Words("tmux は tmux -u で起動してください。", "start tmux by tmux -u.")
    if around.has("STY"):
        return Words("screen は screen -U で起動してください。", "start screen by screen -U.")
    return None
