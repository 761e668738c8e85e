"""What a console of Windows tells. It is asked by calls, so no key can be mistaken for an answer."""

import ctypes
import sys
from collections.abc import Sequence
from typing import Any

_OUTPUT = -11
_ESCAPE_SEQUENCES = 0x0004
_ROOM = 8
"""Cells that have to be free to the right of the cursor, so that nothing wraps."""


class _Coord(ctypes.Structure):
    _fields_ = (("x", ctypes.c_short), ("y", ctypes.c_short))


class _Rectangle(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_short) for name in ("left", "top", "right", "bottom"))


class _Buffer(ctypes.Structure):
    """CONSOLE_SCREEN_BUFFER_INFO."""

    _fields_ = (
        ("size", _Coord),
        ("cursor", _Coord),
        ("attributes", ctypes.c_ushort),
        ("window", _Rectangle),
        ("largest", _Coord),
    )


class Console:
    """The console of this process, through the functions of kernel32."""

    def __init__(self, kernel32: Any) -> None:
        self._calls = kernel32
        for name, arguments in _SIGNATURES.items():
            getattr(kernel32, name).argtypes = arguments
        kernel32.GetStdHandle.restype = ctypes.c_void_p
        self._output = kernel32.GetStdHandle(_OUTPUT)

    def code_page(self) -> int:
        """The code page of the output: 65001 is UTF-8, 932 Shift_JIS, 0 none."""
        return int(self._calls.GetConsoleOutputCP())

    def knows_escape_sequences(self) -> bool | None:
        """Whether it draws what the desk sends; None where there is no console. Its mode stays as it is."""
        mode = ctypes.c_ulong()
        if not self._calls.GetConsoleMode(self._output, ctypes.byref(mode)):
            return None
        knows = bool(self._calls.SetConsoleMode(self._output, mode.value | _ESCAPE_SEQUENCES))
        self._calls.SetConsoleMode(self._output, mode.value)
        return knows

    def widths(self, texts: Sequence[str]) -> list[int] | None:
        """The cells that each text takes; None where that cannot be told. The screen stays as it was."""
        start = self._buffer()
        if start is not None and start.size.x - start.cursor.x < _ROOM:
            self._write("\r\n")
            start = self._buffer()
        if start is None:
            return None
        found = []
        for text in texts:
            self._write(text)
            end = self._buffer()
            if end is None or end.cursor.y != start.cursor.y:
                return None
            cells = end.cursor.x - start.cursor.x
            self._go(start.cursor)
            self._write(" " * cells)
            self._go(start.cursor)
            found.append(cells)
        return found

    def _buffer(self) -> _Buffer | None:
        found = _Buffer()
        return found if self._calls.GetConsoleScreenBufferInfo(self._output, ctypes.byref(found)) else None

    def _write(self, text: str) -> None:
        written = ctypes.c_ulong()
        self._calls.WriteConsoleW(self._output, text, len(text), ctypes.byref(written), None)

    def _go(self, place: _Coord) -> None:
        self._calls.SetConsoleCursorPosition(self._output, place)


_SIGNATURES: dict[str, list[Any]] = {
    "GetStdHandle": [ctypes.c_long],
    "GetConsoleOutputCP": [],
    "GetConsoleMode": [ctypes.c_void_p, ctypes.c_void_p],
    "SetConsoleMode": [ctypes.c_void_p, ctypes.c_ulong],
    "GetConsoleScreenBufferInfo": [ctypes.c_void_p, ctypes.c_void_p],
    "WriteConsoleW": [ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p],
    "SetConsoleCursorPosition": [ctypes.c_void_p, _Coord],
}


def console() -> Console | None:
    """The console of this process; None where this is no Windows or its calls are not to be had."""
    if sys.platform != "win32":
        return None
    try:
        return Console(ctypes.WinDLL("kernel32"))
    except (OSError, AttributeError):
        return None
