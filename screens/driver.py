"""The terminal on Unix, as the desk needs it: Textual's driver, made to outlive what goes wrong around it."""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from screens.intake import UNREADABLE, Intake, Pasted
from screens.survival import end_for_certain, leave_when_told, status_of

if TYPE_CHECKING:
    from screens.app import DeskApp

_TICK = 0.1
"""Seconds after which whoever waits for more of a key is asked."""
_MOMENT = 0.02
_TYPED_AT_ONCE = 256
_BLOCK = 65536


class DeskDriver(LinuxDriver):
    """Reads what `Intake` lets through and draws in UTF-8. A terminal that has gone ends the desk."""

    def __init__(self, app: "DeskApp", **options: Any) -> None:
        super().__init__(app, **options)
        # Textual draws on standard error, and whoever sends that away would see nothing.
        self._file = cast(Any, Output(sys.__stdout__.fileno() if sys.__stdout__ else self.fileno))
        self._parser = XTermParser()
        self._keys_sent = 0
        self._wanted = self._in_use = False
        leave_when_told(app.leave)

    # Reading

    def run_input_thread(self) -> None:
        """Read until the application stops, or the terminal has gone."""
        intake, self._parser = Intake(), XTermParser()
        while not self.exit_event.is_set():
            if not _waits(self.fileno, _TICK):
                self._pass_on(intake.quiet())
                continue
            data = _read(self.fileno)
            if data:
                waiting = self._keys_sent - cast("DeskApp", self._app).keys_taken
                self._pass_on(intake.take(data, waiting))
            elif os.isatty(self.fileno):
                self.exit_event.wait(_TICK)
            else:
                self._lose_terminal()
                return

    def _run_input_thread(self) -> None:
        """A fault while reading is a fault of the program like any other."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._soon(lambda: self._app._handle_exception(error))

    def _pass_on(self, pieces: list[str | Pasted]) -> None:
        for piece in pieces:
            if isinstance(piece, Pasted):
                self.process_message(events.Paste(piece.text))
            else:
                self._parse(piece)
        self._send(self._parser.tick())

    def _parse(self, text: str) -> None:
        for character in text:
            try:
                messages = [*self._parser.feed(character)]
            except Exception:  # numbers in a sequence that no terminal sends; the parser is then used up
                self._parser, messages = XTermParser(), [events.Key(UNREADABLE, UNREADABLE)]
            self._send(messages)

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        self._keys_sent += isinstance(message, events.Key)
        super().process_message(message)

    def _lose_terminal(self) -> None:
        status = status_of(signal.SIGHUP)
        end_for_certain()
        self._soon(lambda: self._app.exit(return_code=status))

    # Taking the terminal and giving it back

    def start_application_mode(self) -> None:
        self._wanted = True
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except BaseException:
            self.stop_application_mode()  # what has been changed so far
            raise
        # It starts nothing where the terminal belongs to somebody else just now, or has gone.
        self._in_use = self._key_thread is not None and self._key_thread.is_alive()
        if self._in_use:
            self._tell_each_size()
        elif not os.isatty(self.fileno):
            self._lose_terminal()

    def _tell_each_size(self) -> None:
        """Ask for the size outside of the signal's handler.

        A handler that another resize interrupts would tell the older size last. And of a window made small
        and large again only the same size may be seen, but its text is gone.
        """
        tell_size = cast(Callable[..., None], signal.getsignal(signal.SIGWINCH))

        def resized() -> None:
            tell_size(signal.SIGWINCH, None)
            cast("DeskApp", self._app).draw_again()

        signal.signal(signal.SIGWINCH, lambda *_: self._soon(resized))

    def _soon(self, act: Callable[[], None]) -> None:
        """Do something in the loop of the app, unless that has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def stop_application_mode(self) -> None:
        """Leave nothing of a case behind, also where there is no second screen to leave."""
        self._wanted = self._in_use = False
        self.write("\x1b[0m\x1b[H\x1b[2J")
        self.write("\x1b[?1016l")  # Textual forgets this one
        super().stop_application_mode()

    def write(self, data: str) -> None:
        if self._writer_thread is not None:
            super().write(data)

    # Textual acts in the handlers themselves, where whatever they interrupt may hold what they need.

    def _sigtstp_application(self, *_: Any) -> None:
        self._soon(self._stop)

    def _sigcont_application(self, *_: Any) -> None:
        self._soon(self._go_on)

    def _stop(self) -> None:
        """Give the terminal back, then stop."""
        self._pause()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Take the terminal again: whoever had it meanwhile may have left it in any state."""
        self._pause()
        if self._wanted:
            self._must_signal_resume = True
            self.resume_application_mode()

    def _pause(self) -> None:
        if self._in_use:
            self.suspend_application_mode()
            self._wanted = True


class Output:
    """What is drawn, as UTF-8 whatever the locale says. Nothing is raised where the terminal has gone."""

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._parts: list[str] = []

    def write(self, text: str) -> None:
        self._parts.append(text)

    def flush(self) -> None:
        """Write all that has come together."""
        data = "".join(self._parts).encode("utf-8", "replace")
        self._parts.clear()
        while data:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:  # whoever used the terminal before us has left it so
                select.select([], [self._fileno], [])
            except OSError:
                return

    def fileno(self) -> int:
        return self._fileno


def _waits(fileno: int, seconds: float) -> bool:
    return bool(select.select([fileno], [], [], seconds)[0])


def _read(fileno: int) -> bytes:
    """All that has arrived, up to a limit; nothing where the terminal has gone.

    Where more has come than fingers type there may be more to come: a paste is best judged as a whole.
    """
    data = b""
    with suppress(OSError):
        while len(data) < _BLOCK and (more := os.read(fileno, _BLOCK)):
            data += more
            if not _waits(fileno, _MOMENT if len(data) > _TYPED_AT_ONCE else 0):
                break
    return data
