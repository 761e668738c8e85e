"""How far something has come that takes long."""

import sys
from collections.abc import Callable
from time import perf_counter

from mynadesk.command.surroundings import columns, say
from mynadesk.typeset import pad, spent
from mynadesk.words import Language, Words

_WIDTH = 30
_TENTHS = 10
_SO_FAR = Words("{done:,} / {all:,}  {share}%  残り {left}", "{done:,} / {all:,}  {share}%  {left} left")


class Bar:
    """How far it has come: a bar on a terminal, elsewhere a line at each tenth."""

    def __init__(self, all_: int, language: Language, clock: Callable[[], float] = perf_counter) -> None:
        self._all = all_
        self._language = language
        self._clock = clock
        self._began = clock()
        self._tenth = 0
        self._is_drawn = False

    def show(self, done: int) -> None:
        """So many are done."""
        left = (self._clock() - self._began) / done * (self._all - done)
        text = _SO_FAR.in_(self._language).format(
            done=done, all=self._all, share=done * 100 // self._all, left=spent(left, self._language)
        )
        if sys.stderr is not None and sys.stderr.isatty():
            full = done * _WIDTH // self._all
            line = f"[{'#' * full}{'.' * (_WIDTH - full)}] {text}"
            sys.stderr.write("\r" + pad(line, columns()))
            sys.stderr.flush()
            self._is_drawn = True
        elif done * _TENTHS // self._all > self._tenth:
            self._tenth = done * _TENTHS // self._all
            say(text)

    def end(self) -> None:
        """Leave the bar's line, once."""
        if self._is_drawn:
            say("")
        self._is_drawn = False
