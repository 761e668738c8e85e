"""Is the terminal large enough?"""

from mynadesk.doctor.finding import Check, Finding
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.sizes import SMALLEST, WHOLE, Size
from mynadesk.words import Words

_SIZE = Check("size", Words("画面の大きさ", "size"))

_WIDEN = Words(
    f"ウィンドウを広げるか文字を小さくして、{WHOLE.columns}桁{WHOLE.lines}行以上にしてください。",
    f"Enlarge the window or use smaller letters: {WHOLE.columns} columns, {WHOLE.lines} lines or more.",
)

_TELL = Words(
    f"stty cols {WHOLE.columns} rows {WHOLE.lines} のように知らせてください。",
    f"Tell it: stty cols {WHOLE.columns} rows {WHOLE.lines}",
)
_UNSET = Words(
    "unset COLUMNS LINES と打ち、この2つを決めている設定(.profile など)から外してください。",
    "Type unset COLUMNS LINES, and remove them from whatever sets them (.profile).",
)


def size(around: Surroundings) -> Finding:
    """How much of the desk fits."""
    if not around.terminal or around.size is None:
        return _SIZE.not_tried(Words("端末がないため、確かめていません。", "There is no terminal."))
    if 0 in around.size:
        return _SIZE.note(Words("端末が大きさを教えません。", "The terminal does not tell its size."), _TELL)
    told = _told_otherwise(around)
    return _judged(around.size) if told == around.size else _SIZE.fix(_two(around.size, told), _UNSET)


def _two(found: Size, told: Size) -> Words:
    return Words(
        f"端末は{_ja(found)}ですが、環境変数 COLUMNS と LINES は{_ja(told)}といっています。"
        "受付画面はそちらに従います。",
        f"The terminal has {_en(found)}, but COLUMNS and LINES in the environment say {_en(told)},"
        " and the desk follows them.",
    )


def _judged(found: Size) -> Finding:
    if found.holds(WHOLE):
        return _SIZE.ok(Words(f"{_ja(found)}です。", f"{_en(found)}."))
    if found.holds(SMALLEST):
        return _SIZE.note(
            Words(
                f"{_ja(found)}です。受付画面は枠を1つずつ出します。",
                f"{_en(found)}. The desk shows one pane at a time.",
            ),
            _WIDEN,
        )
    return _SIZE.fix(
        Words(
            f"{_ja(found)}しかないため、受付画面が開けません({_ja(SMALLEST)}から)。",
            f"{_en(found)} are too few for the desk; it needs {_en(SMALLEST)} at least.",
        ),
        _WIDEN,
    )


def _told_otherwise(around: Surroundings) -> Size:
    """What the desk takes for the size: on Unix the environment goes before the terminal's own word."""
    found = around.size or Size(0, 0)
    if around.windows:
        return found
    columns, lines = (_number(around.environment.get(name, "")) for name in ("COLUMNS", "LINES"))
    return Size(columns or found.columns, lines or found.lines)


def _number(text: str) -> int:
    try:
        return max(0, int(text))
    except ValueError:
        return 0


def _ja(size: Size) -> str:
    return f"{size.columns}桁{size.lines}行"


def _en(size: Size) -> str:
    return f"{size.columns} columns and {size.lines} lines"
