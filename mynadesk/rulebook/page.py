"""A published page as numbered sentences, each with a digest, so that a changed page can be noticed."""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

_BARS = re.compile(r"^[\s|\-]+$")
_DIGEST_LENGTH = 16


class Sentence(NamedTuple):
    """One published sentence. `place` is "heading / number", counted from 1 under its heading."""

    place: str
    text: str


def digest(text: str) -> str:
    """What a rule carries of a sentence instead of the sentence: `sha256:` and 16 hex digits."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


def sentences(page: str, headings: Iterable[str]) -> list[Sentence]:
    """The sentences of a page saved as text, in order.

    A line that equals one of `headings` opens a new place; a leading ※ is no part of a heading. List
    marks, table bars and blank lines carry no meaning and are dropped.
    """
    known, heading, number = set(headings), "", 0
    found: list[Sentence] = []
    for line in page.splitlines():
        text = _plain(line)
        if text.lstrip("※") in known:
            heading, number = text.lstrip("※"), 0
        elif text:
            number += 1
            found.append(Sentence(f"{heading} / {number}", text))
    return found


def _plain(line: str) -> str:
    if _BARS.match(line):
        return ""
    return line.strip().removeprefix("- ").rstrip("|").strip()
