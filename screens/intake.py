"""What a terminal on Unix sends, before Textual reads keys in it: only what a person typed or pasted goes on.

A key nobody pressed would answer a question. So bytes that are no UTF-8, sequences cut in half, answers to
questions that another program asked the terminal, and text pasted without its brackets are sorted out here.
"""

import re
from codecs import getincrementaldecoder, register_error
from typing import NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

UNREADABLE = "\ufffd"
"""Stands for what could not be read; the desk says so."""
_MOST_KEYS = 1000
"""Nobody types so many ahead: more than this waiting at once was pasted."""
_MOST_PASTED = 4096
_PAUSE = 3
"""Looks without anything new until the rest of a cut sequence, or of a flood, comes no more."""
_LONG_PAUSE = 10
"""The same for the end of a paste, or of a character."""

_ESC = "\x1b"
_PASTE, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_SEQUENCE = re.compile(
    r"\x1b(?:"
    r"\[\[[A-E]|\[[0-9]+\$(?![a-z])|\[M[^\x1b]{3}"  # function keys of old terminals, and their mouse
    r"|\[[0-?]*[ -/]*[@-~]|O[ -~]"  # keys, the mouse, answers
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings: only ever answers
    r"|(?P<broken>\[[0-?]*[ -/]*(?=[^ -~])|[\]PX^_][^\x07\x1b]*(?=\x1b[^\\]))"
    r")"
)
_CUT = re.compile(r"\x1b(?:|\[[0-?]*[ -/]*|\[M[^\x1b]{0,2}|O|[\]PX^_][^\x07\x1b]*\x1b?)\Z")
_NO_KEY_BUT_MEANT = re.compile(
    r"\x1b\[(?:(?:[\d:]*;?){2,3}[u~ABCDEFHPQRS]"  # keys of newer terminals, the place of the cursor
    r"|<?[-\d;]+[mM]|M...|[IO]"  # the mouse, the focus
    r"|\?\d+;\d\$y|48(?:;[\d:]+){4}t)",  # modes of the terminal, its size
    re.DOTALL,
)


class Pasted(NamedTuple):
    """A paste, or the beginning of a long one."""

    text: str


class Intake:
    """Takes bytes as they arrive. What it gives: text for the parser of keys, and pastes, in order."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")(errors=_WHOLE_CHARACTER)
        self._held = ""
        self._paste: str | None = None
        self._flood: str | None = None
        self._still = 0

    def take(self, data: bytes, waiting: int = 0) -> list[str | Pasted]:
        """What these bytes bring. `waiting`: how many keys went on that nobody has worked off yet."""
        self._still = 0
        text, self._held = self._held + self._decoder.decode(data), ""
        found: list[str | Pasted] = []
        while text:
            text = self._keys(text, waiting, found) if self._paste is None else self._pasted(text, found)
        return found

    def quiet(self) -> list[str | Pasted]:
        """To be called again and again while nothing arrives: what is now given up waiting for."""
        self._still += 1
        if self._paste is not None and self._still >= _LONG_PAUSE:
            text, self._paste, self._held = self._paste, None, ""
            return [Pasted(text)]
        if self._still == _LONG_PAUSE and self._decoder.getstate()[0]:
            return [UNREADABLE]  # half a character, still read as a whole should the rest come after all
        if self._flood is not None and self._still >= _PAUSE:
            text, self._flood, self._held = self._flood, None, ""
            return [Pasted(text)]
        if self._held and self._paste is None and (self._still >= _PAUSE or self._held == _ESC):
            held, self._held = self._held, ""
            return [held if held == _ESC else UNREADABLE]
        return []

    def _keys(self, text: str, waiting: int, found: list[str | Pasted]) -> str:
        """Take keys up to the beginning of a paste. What is left."""
        text, begins, rest = text.partition(_PASTE)
        if begins:
            self._paste = ""
        elif (cut := _CUT.search(text)) and (cut[0] == _ESC or cut[0] not in ANSI_SEQUENCES_KEYS):
            text, self._held = text[: cut.start()], cut[0][:_MOST_PASTED]
        if self._flood is not None:
            return rest
        if waiting + len(_SEQUENCE.sub("", text)) > _MOST_KEYS:
            self._flood = text[:_MOST_PASTED]
        elif text:
            # A line break is the Enter of someone who typed before the desk had its terminal.
            keys = _SEQUENCE.sub(_if_meant, text).replace("\n", "\r")
            found.append(re.sub(f"{UNREADABLE}+", UNREADABLE, keys))
        return rest

    def _pasted(self, text: str, found: list[str | Pasted]) -> str:
        """Take in a paste up to its end. What is left."""
        more, ends, rest = text.partition(_PASTE_ENDS)
        if not ends:
            cut = next((n for n in range(len(_PASTE_ENDS) - 1, 0, -1) if more.endswith(_PASTE_ENDS[:n])), 0)
            more, self._held = more[: len(more) - cut], more[len(more) - cut :]
        self._paste = f"{self._paste}{more}"[:_MOST_PASTED]
        if ends:
            found.append(Pasted(self._paste))
            self._paste = None
        return rest


def _if_meant(match: re.Match[str]) -> str:
    """A sequence that is a key or tells of the mouse, the focus or the size; nothing for any other."""
    sequence = match[0]
    if sequence in ANSI_SEQUENCES_KEYS or _NO_KEY_BUT_MEANT.fullmatch(sequence):
        return sequence
    return UNREADABLE if match["broken"] else ""


def _as_a_whole(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 as one sign.

    In Shift_JIS the second byte of a character may be a letter; it was not typed either.
    """
    assert isinstance(error, UnicodeDecodeError)
    first, second = error.object[error.start], error.object[error.end : error.end + 1]
    whole = (0x81 <= first <= 0x9F or 0xE0 <= first <= 0xFC) and b"@" <= second <= b"~"
    return UNREADABLE, error.end + whole


_WHOLE_CHARACTER = "mynadesk.whole-character"
register_error(_WHOLE_CHARACTER, _as_a_whole)
