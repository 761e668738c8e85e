"""Is there a terminal, and which one, as far as the environment says?"""

from collections.abc import Iterator

from mynadesk.doctor.finding import Check, Finding, joined, listed
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.words import Words

_TERMINAL = Check("terminal", Words("端末", "terminal"))

_PROGRAMS: dict[str, Words] = {
    "WT_SESSION": Words("Windows Terminal", "Windows Terminal"),
    "ConEmuPID": Words("ConEmu", "ConEmu"),
    "KONSOLE_VERSION": Words("Konsole", "Konsole"),
    "VTE_VERSION": Words("GNOME系の端末", "a GNOME (VTE) terminal"),
    "XTERM_VERSION": Words("xterm", "xterm"),
}
"""By the environment variable that each of them sets."""
_UNABLE = ("dumb", "unknown")
_OPEN_ONE = Words(
    "受付画面を開く端末で、mynadesk doctor とだけ打ってください(<、>、| を付けない)。",
    "Type mynadesk doctor alone, without <, > or |, in the terminal where the desk is opened.",
)
_DRAWN_ELSEWHERE = (
    Words(
        "標準エラー出力が端末ではありません。受付画面はそこに描かれます。",
        "Standard error is no terminal; the desk is drawn there.",
    ),
    Words("2> を付けずに起動してください。", "Start it without 2>."),
)
_TAKE_ANOTHER = Words(
    "Windows Terminal や ssh クライアントで開くか、TERM=xterm-256color にしてください。",
    "Open it in Windows Terminal or an ssh client, or set TERM=xterm-256color.",
)
_LEGACY = (
    Words(
        "このコンソールは画面制御(エスケープシーケンス)を受け付けません。",
        "This console does not take escape sequences.",
    ),
    Words(
        "タイトルバーを右クリックし、「プロパティ」の「オプション」で旧式(レガシ)のコンソールを切るか、"
        "Windows Terminal で開いてください。",
        "Right-click the title, Properties, Options: turn the legacy console off, or use Windows Terminal.",
    ),
)
_TERMINAL_FOUND = Words("入力も出力も端末です。", "Input and output are a terminal.")
_TMUX = Words(
    "tmux の中では Esc が最大で約0.6秒遅れます。ほかのキーは遅れません。",
    "Inside tmux, Esc takes up to 0.6 s; no other key does.",
)
_HASTEN_ESC = Words(
    "気になるときは ~/.tmux.conf に set -sg escape-time 10 と書き、tmux を起動し直してください。"
    "受付画面は Esc を使わなくても操作できます。",
    "Should that matter, write set -sg escape-time 10 into ~/.tmux.conf and restart tmux."
    " The desk can be used without Esc.",
)
_SIXTEEN = Words("TERM が空なので16色で描きます。", "TERM is empty: 16 colours.")
_SET_TERM = Words("TERM=xterm-256color にすると色が増えます。", "Set TERM=xterm-256color for more colours.")


def terminal(around: Surroundings) -> Finding:
    """Whether the desk can be opened here."""
    name = around.environment.get("TERM", "")
    if not around.terminal:
        return _TERMINAL.not_tried(_no_terminal(around), _OPEN_ONE)
    if not around.drawn_on_terminal:
        return _TERMINAL.fix(*_DRAWN_ELSEWHERE)
    if name in _UNABLE:
        return _TERMINAL.fix(_unable(name), _TAKE_ANOTHER)
    if around.console is not None and around.console.knows_escape_sequences() is False:
        return _TERMINAL.fix(*_LEGACY)
    found = joined(_TERMINAL_FOUND, _by_the_environment(around))
    if around.has("TMUX"):
        return _TERMINAL.note(joined(found, _TMUX), _HASTEN_ESC)
    if not name and not around.windows:
        return _TERMINAL.note(joined(found, _SIXTEEN), _SET_TERM)
    return _TERMINAL.ok(found)


def _unable(name: str) -> Words:
    return Words(
        f"TERM={name} は、画面を描けない端末という意味です。",
        f"TERM={name} means a terminal that cannot draw a screen.",
    )


def _no_terminal(around: Surroundings) -> Words:
    if around.output is not None:
        return Words("標準入力が端末ではありません。", "Standard input is no terminal.")
    if around.input is not None:
        return Words("標準出力が端末ではありません。", "Standard output is no terminal.")
    return Words("標準入力も標準出力も端末ではありません。", "Neither input nor output is a terminal.")


def _by_the_environment(around: Surroundings) -> Words | None:
    names = listed(list(_programs(around)))
    if not names.ja:
        return None
    return Words(f"環境変数によれば {names.ja}。", f"By its environment: {names.en}.")


def _programs(around: Surroundings) -> Iterator[Words]:
    """From the inside out: what the desk runs in, as far as it shows."""
    environment = around.environment
    if around.has("TMUX"):
        yield Words("tmux の中", "inside tmux")
    if around.has("STY"):
        yield Words("GNU screen の中", "inside GNU screen")
    if around.has("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"):
        yield Words("ssh 越し", "over ssh")
    names = [name for variable, name in _PROGRAMS.items() if environment.get(variable)]
    program = environment.get("TERM_PROGRAM")
    if program and program != "tmux":
        names.append(Words(program, program))
    if not names and around.windows and not around.has("SSH_CONNECTION"):
        names = [Words("コンソール(conhost)", "a console window (conhost)")]
    yield from names
    if environment.get("TERM"):
        yield Words(f"TERM={environment['TERM']}", f"TERM={environment['TERM']}")
