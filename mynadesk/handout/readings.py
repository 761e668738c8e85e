"""Readings in plain Japanese: kana in half-width parentheses after the kanji that they read."""

import re
from collections.abc import Callable

READING = re.compile(r"([一-龠々]+)\(([ぁ-ん]+)\)")
"""Kanji and kana."""


def first_only() -> Callable[[str], str]:
    """A function that leaves out the readings which it has let through before."""
    told: set[str] = set()

    def shorten(found: re.Match[str]) -> str:
        if found[0] in told:
            return found[1]
        told.add(found[0])
        return found[0]

    return lambda text: READING.sub(shorten, text)
