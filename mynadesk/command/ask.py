"""`mynadesk ask`: the desk's interview line by line, for plain terminals, for ears, and without a terminal.

With a terminal everything is said to standard output. Without one, answers are read from standard input,
what is said goes to standard output, and what could not be used to standard error. No line is kept: there is
no history, and nothing is written anywhere else.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from mynadesk.command.output import write_out
from mynadesk.fault import DeskError
from mynadesk.interview.conversation import Conversation
from mynadesk.interview.course import Look
from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import read_settings, settings_folder
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_PROMPT = "] "
"""Screen readers pass over a bracket; most other signs they speak."""
_LONGEST_LINE = 400
"""Bytes: more than a whole case, even in full-width characters."""
_INTERRUPTED = 130
_COLUMNS = 80
"""Of a paper."""


def ask(
    book: Rulebook,
    language: Language,
    office: str | None,
    today: Callable[[], date],
    terminal: bool,
    rules: str,
) -> int:
    """Ask until the clerk leaves or the input ends. The exit status.

    Without a terminal it is 0 if there was a case, each was answered to its end and each line could be used,
    else 2; with one it is 0, and 130 after Ctrl+C. 1 means a fault of the program.

    Args:
        office: The desk's id for this run; else the one that is remembered is named.
        today: Asked anew for each person.
        terminal: Whether somebody can type and see.
        rules: The folder of rules, with the words of the papers in it.
    """
    wording = Wording(book, language)
    entry = book.rulebook.offices.get(office or read_settings(settings_folder()).office or "")
    talk = Conversation(Session(book, wording, today), lambda look: _paper(wording, rules, look))
    asking = _Asking(talk, terminal)
    try:
        return asking.run(wording.fill(entry.label) if entry else "")
    except BrokenPipeError:
        raise
    except DeskError as error:
        _complain(error.text(language))
        return 2
    except Exception:
        if os.environ.get("MYNADESK_DEBUG"):
            raise
        _complain(wording.fill(wording.words.ask.fault))
        return 1


class _Asking:
    """A conversation over the standard streams."""

    def __init__(self, talk: Conversation, terminal: bool) -> None:
        self._talk = talk
        self._terminal = terminal
        self._words = talk.session.wording.words
        self._lines_read = 0
        self._any_trouble = False

    def run(self, office: str) -> int:
        """From the greeting to the exit status."""
        self._say(self._talk.begin(office))
        try:
            while not self._talk.over and (line := self._next_line()) is not None:
                self._answer(line)
        except KeyboardInterrupt:
            if self._terminal:
                self._take_leave()
            return _INTERRUPTED
        return self._end()

    def _next_line(self) -> str | Words | None:
        """The next line, or what is wrong with it; None at the end of the input."""
        if self._terminal:
            write_out(_PROMPT.encode())
        self._lines_read += 1
        try:
            raw = _read()
        except OSError:
            self._any_trouble = True
            _complain(self._fill(self._words.ask.no_input))
            return None
        if len(raw) > _LONGEST_LINE:
            return self._words.ask.too_long
        try:
            return raw.decode().removeprefix("\ufeff").rstrip("\r\n") if raw else None
        except UnicodeDecodeError:
            return self._words.messages.unreadable

    def _answer(self, line: str | Words) -> None:
        reply = self._talk.take(line) if isinstance(line, str) else self._talk.refuse(line)
        if reply.trouble and not self._terminal:
            self._any_trouble = True
            number = str(self._lines_read)
            _complain(self._fill(self._words.ask.at_line, number=number, message=reply.trouble))
            self._say(reply.lines)
        else:
            self._say([reply.trouble, *reply.lines] if reply.trouble else reply.lines)

    def _end(self) -> int:
        if self._terminal:
            self._take_leave()
            return 0
        if not self._talk.session.fresh:
            self._say([self._talk.verdict])
        if not self._talk.complete:
            _complain(self._fill(self._words.ask.unanswered))
        return 2 if self._any_trouble or not self._talk.complete else 0

    def _take_leave(self) -> None:
        if not self._talk.over:
            write_out(b"\n")  # the prompt is still waiting on its line
        words = self._words.ask
        self._say([self._fill(words.left_open if self._talk.open else words.left)])

    def _say(self, lines: list[str]) -> None:
        if lines:
            write_out("".join(f"{line}\n" for line in lines).encode())

    def _fill(self, words: Words, **more: str) -> str:
        return self._talk.session.wording.fill(words, **more)


def _paper(wording: Wording, rules: str, look: Look) -> list[str]:
    """The paper that suits the decision as lines; why there is none."""
    from mynadesk.handout.making import make, unfit, usual_paper
    from mynadesk.handout.reading import load_handout
    from mynadesk.handout.speech import Speech
    from mynadesk.handout.text import lines_of

    if look.case is None or look.decision is None:
        return []
    try:
        speech = Speech(wording.book, load_handout(rules, wording.book), wording.language)
    except DeskError:
        return [wording.fill(wording.words.papers.unusable)]
    name = usual_paper(look.decision)
    why = unfit(speech, look.case, look.decision, name)
    return [why] if why else lines_of(make(speech, look.case, look.decision, name), _COLUMNS)


def _read() -> bytes:
    """A line; of one that is too long its beginning. Raises OSError also where there is no input at all."""
    if sys.stdin is None:  # closed by whoever started us
        raise OSError
    line = rest = sys.stdin.buffer.readline(_LONGEST_LINE + 1)
    while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
        rest = sys.stdin.buffer.readline(_LONGEST_LINE + 1)
    return line


def _complain(text: str) -> None:
    """Say something on standard error, whatever it is."""
    with suppress(OSError, AttributeError):  # it may be gone, or have been closed before we started
        sys.stderr.buffer.write(f"{text}\n".encode())
        sys.stderr.flush()
