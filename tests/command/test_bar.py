"""How far something has come: a bar on a terminal, a line at each tenth elsewhere."""

import io
from itertools import count

import pytest

from mynadesk.command.bar import Bar
from mynadesk.typeset import spent


class Terminal(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self) -> bool:
        return True


def bar(all_: int) -> Bar:
    """One whose clock goes on by a second at each look."""
    ticks = count()
    return Bar(all_, "en", lambda: float(next(ticks)))


def test_on_a_terminal_one_line_is_drawn_over_and_over(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Terminal()
    monkeypatch.setattr("sys.stderr", err)
    drawn = bar(4)
    for done in range(1, 5):
        drawn.show(done)
    drawn.end()
    drawn.end()
    lines = err.getvalue().split("\r")
    assert lines[1].rstrip() == "[#######.......................] 1 / 4  25%  3 s left"
    assert lines[4].rstrip() == f"[{'#' * 30}] 4 / 4  100%  0 s left"
    assert err.getvalue().count("\n") == 1
    assert len({len(line.rstrip("\n")) for line in lines[1:]}) == 1


def test_elsewhere_a_line_is_written_at_each_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    err = io.StringIO()
    monkeypatch.setattr("sys.stderr", err)
    told = bar(100)
    for done in range(1, 101):
        told.show(done)
    told.end()
    assert [line.split()[0] for line in err.getvalue().splitlines()] == [
        str(done) for done in range(10, 101, 10)
    ]


@pytest.mark.parametrize(
    ("seconds", "ja", "en"), [(0.2, "0秒", "0 s"), (59.4, "59秒", "59 s"), (754, "12分34秒", "12 min 34 s")]
)
def test_a_time_is_told_as_people_say_it(seconds: float, ja: str, en: str) -> None:
    assert (spent(seconds, "ja"), spent(seconds, "en")) == (ja, en)
