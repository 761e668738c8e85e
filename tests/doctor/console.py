"""Stands in for kernel32: a console of Windows with a cursor, as far as the doctor calls it."""

from typing import Any

from mynadesk.doctor.windows import Console
from mynadesk.typeset import is_certain, width

_NEEDED = (
    *("GetStdHandle", "GetConsoleOutputCP", "GetConsoleMode", "SetConsoleMode"),
    *("GetConsoleScreenBufferInfo", "WriteConsoleW", "SetConsoleCursorPosition"),
)


class FakeKernel:
    """`wide`: it draws ambiguous characters in two cells, as with MS Gothic; `mute`: it is no console."""

    def __init__(
        self,
        page: int = 932,
        legacy: bool = False,
        wide: bool = False,
        mute: bool = False,
        columns: int = 80,
        column: int = 0,
    ) -> None:
        self.page, self.legacy, self.wide, self.mute, self.columns = page, legacy, wide, mute, columns
        self.mode = 3
        self.marked: set[tuple[int, int]] = set()
        self.cursor = [column, 0]
        for name in _NEEDED:
            setattr(self, name, _call(getattr(self, "_" + name)))

    def _GetStdHandle(self, number: int) -> int:  # noqa: N802
        return 7 if number == -11 else 0

    def _GetConsoleOutputCP(self) -> int:  # noqa: N802
        return self.page

    def _GetConsoleMode(self, _handle: int, mode: Any) -> bool:  # noqa: N802
        mode._obj.value = self.mode
        return not self.mute

    def _SetConsoleMode(self, _handle: int, mode: int) -> bool:  # noqa: N802
        if self.legacy and mode & 4:
            return False
        self.mode = mode
        return True

    def _GetConsoleScreenBufferInfo(self, _handle: int, buffer: Any) -> bool:  # noqa: N802
        buffer._obj.size.x = self.columns
        buffer._obj.cursor.x, buffer._obj.cursor.y = self.cursor
        return not self.mute

    def _SetConsoleCursorPosition(self, _handle: int, place: Any) -> bool:  # noqa: N802
        self.cursor = [place.x, place.y]
        return True

    def _WriteConsoleW(self, _handle: int, text: str, _length: int, _written: Any, _none: None) -> bool:  # noqa: N802
        if text == "\r\n":
            self.cursor = [0, self.cursor[1] + 1]
            return True
        cells = width(text) * (2 if self.wide and not is_certain(text) else 1)
        x, y = self.cursor
        place = {(x + cell, y) for cell in range(cells)}
        self.marked = self.marked | place if text.strip() else self.marked - place
        self.cursor = [x + cells, y]
        return True


def _call(method: Any) -> Any:
    """A function of ctypes takes `argtypes` and `restype`; a method does not."""

    def call(*arguments: Any) -> Any:
        return method(*arguments)

    return call


def console(kernel: FakeKernel | None = None) -> Console:
    """A console on this kernel, or on a usual one."""
    return Console(kernel or FakeKernel())
