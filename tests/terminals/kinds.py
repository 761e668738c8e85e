"""Every kind of terminal that is tried where it is there, and those that are not where these tests run."""

from tests.terminals.alone import Emulation, Ssh
from tests.terminals.input_method import InputMethod
from tests.terminals.multiplexers import SCREEN, TMUX
from tests.terminals.window import Kind
from tests.terminals.xserver import Display, XTerminal

NOT_HERE = (
    "Windows Terminal",
    "conhost",
    "PuTTY on Windows",
    "Tera Term",
    "RLogin",
    "Microsoft IME",
    "Linux console",
)

_FONT = "Noto Sans Mono CJK JP"
_XTERM = f"xterm -u8 -b 0 -bw 0 -fa 'DejaVu Sans Mono' -fd '{_FONT}' -fs 10 -geometry {{cells}}"
_MLTERM = "mlterm -g {cells} -w 16 --aa --sb=false --mdi=false --border=0 --mc=1"
_URXVT = f"urxvt -b 0 +sb -fn 'xft:{_FONT}:size=10' -letsp -3 -geometry {{cells}}"
_PTERM = f"+sb -fn 'client:{_FONT} 10' -geometry {{cells}}"
_ST = f"stterm -f '{_FONT}:size=10' -g {{cells}}"
_KITTY = (
    f"kitty -o font_family='{_FONT}' -o font_size=10 -o remember_window_size=no -o update_check_interval=0"
    " -o initial_window_width={columns}c -o initial_window_height={lines}c"
)
_ALACRITTY = (
    f"alacritty -o font.normal.family='{_FONT}' font.size=10"
    " window.dimensions.columns={columns} window.dimensions.lines={lines}"
)

_SETTINGS = {
    ".mlterm/aafont": "".join(
        f"{kind}={_FONT}-iso10646-1\n" for kind in ("DEFAULT", "ISO10646_UCS4_1", "ISO10646_UCS4_1_FULLWIDTH")
    ),
    ".putty/sessions/wide": "CJKAmbigWide=1\n",
}
"""What some of them take from files only."""


def kinds(display: Display | None) -> list[Kind]:
    """All of them. `display`: for those with a window."""
    if display is not None:
        for place, text in _SETTINGS.items():
            (display.home / place).parent.mkdir(parents=True)
            (display.home / place).write_text(text, "utf-8")
    return [
        Emulation(),
        TMUX,
        SCREEN,
        Ssh(),
        XTerminal(display, "xterm", f"{_XTERM} -e", "xterm -v"),
        XTerminal(display, "xterm -cjk_width", f"{_XTERM} -cjk_width -e", "xterm -v"),
        InputMethod(display, "xterm, input method uim-anthy", f"{_XTERM} -e", "uim-xim --version"),
        XTerminal(display, "mlterm", f"{_MLTERM} -e", "mlterm --version"),
        XTerminal(display, "mlterm --ac=2", f"{_MLTERM} --ac=2 -e", "mlterm --version"),
        XTerminal(display, "rxvt-unicode", f"{_URXVT} -e", "urxvt -h"),
        XTerminal(display, "pterm (PuTTY on Unix)", f"pterm {_PTERM} -e", "pterm --version", edge=1),
        XTerminal(
            display,
            "pterm, ambiguous characters wide",
            f"pterm -load wide {_PTERM} -e",
            "pterm --version",
            edge=1,
        ),
        XTerminal(display, "st", f"{_ST} -e", "stterm -v", edge=2),
        # It takes what xdotool types for keys without text; what an input method commits goes another way.
        XTerminal(display, "kitty", _KITTY, "kitty --version", commits=False),
        XTerminal(display, "Alacritty", f"{_ALACRITTY} -e", "alacritty --version"),
    ]
