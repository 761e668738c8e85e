"""The tool itself on what most machines have: a pty, and tmux."""

import shutil
import sys

import pytest

pytest.importorskip("pty", reason="needs the terminals of Unix")

from mynadesk.sizes import Size
from tests.terminals.alone import Emulation
from tests.terminals.emulated import OTHER_SCREEN, Pty
from tests.terminals.multiplexers import TMUX
from tests.terminals.trial import Amiss, Trial, wait
from tests.terminals.tries import detached, first_screen, given_back

OTHER_SCREEN_AND_BACK = (
    "import time; out = lambda text: print(text, end='', flush=True);"
    "out('before\\r\\n'); out('\\x1b[?1049h\\x1b[2Jhere'); input(); out('\\x1b[?1049l'); time.sleep(9)"
)


def test_a_program_comes_back_from_the_other_screen_to_what_stood_there() -> None:
    window = Pty((sys.executable, "-c", OTHER_SCREEN_AND_BACK), Size(20, 3))
    try:
        assert wait(lambda: "here" in window.rows())
        assert OTHER_SCREEN in window.left_on()
        window.press("Enter")
        assert wait(lambda: window.rows() == ("before", "", ""))
        assert window.left_on() == []
    finally:
        window.close()


@pytest.mark.slow
def test_a_key_that_does_not_arrive_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with Trial(Emulation(), patience=2.0) as trial:
        monkeypatch.setattr(trial.window, "press", lambda _key: None)
        with pytest.raises(Amiss, match=r"^1: lost$"):
            trial.follow("1")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_the_desk_is_whole_in_tmux_and_survives_a_detachment() -> None:
    assert first_screen(TMUX) == "whole"
    assert given_back(TMUX) in ("well", "cleared")
    assert detached(TMUX) == "well"
