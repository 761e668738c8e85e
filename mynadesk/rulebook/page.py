"""A published page as numbered sentences, each with a digest, so that a changed page can be noticed."""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category, normalize

_BARS = re.compile(r"^[\s|\-]+$")
_LIST_MARKS = "-*・•"
_WAVES = str.maketrans(dict.fromkeys("〜∼", "~"))
"""Other ways to type the wave between two numbers."""
_DIGEST_LENGTH = 16


class Sentence(NamedTuple):
    """One published sentence. `place` is "heading / number", counted from 1 under its heading."""

    place: str
    text: str


def plain(text: str) -> str:
    """What counts of a text: full and half width are one; blanks, bars and a list mark carry no meaning."""
    joined = "".join(normalize("NFKC", text).translate(_WAVES).split()).replace("|", "")
    return "".join(char for char in joined if category(char) != "Cf").lstrip(_LIST_MARKS)


def digest(text: str) -> str:
    """What a rule carries of a sentence instead of it: `sha256:` and 16 hex digits of its plain form."""
    return "sha256:" + hashlib.sha256(plain(text).encode()).hexdigest()[:_DIGEST_LENGTH]


def sentences(page: str, headings: Iterable[str]) -> list[Sentence]:
    """The sentences of a page saved as text, in order.

    A line that equals one of `headings` opens a new place; a leading ※ is no part of a heading. List
    marks, table bars and blank lines carry no meaning and are dropped.
    """
    known, heading, number = set(headings), "", 0
    found: list[Sentence] = []
    for line in page.splitlines():
        text = _without_marks(line)
        if text.lstrip("※") in known:
            heading, number = text.lstrip("※"), 0
        elif text:
            number += 1
            found.append(Sentence(f"{heading} / {number}", text))
    return found


def _without_marks(line: str) -> str:
    if _BARS.match(line):
        return ""
    return line.strip().removeprefix("- ").rstrip("|").strip()
