"""Numbers of cases: eight digits, the last of which checks the others.

Only 2 to 9 are used. The numeric keypad is enough, an input method left on spoils nothing, 0 and 1 are not
there to be read as O and I, and spoken as in `aloud` no two of the eight begin with the same sound, which
cannot be said of the names of letters over the phone.

Digits stand for the eight elements of a finite field. A number is good if its digits, each times its own
power of an element a, add up to zero. A wrong digit changes the sum, and so do two neighbours changed about,
because neighbouring powers differ.
"""

import unicodedata
from collections.abc import Iterator
from random import Random

DIGITS = "23456789"
LENGTH = 8
_HALF = LENGTH // 2
_FIELD = 0b1011  # x^3 + x + 1
_OVERFLOW = 0b1000
_SOUNDS = dict(zip(DIGITS, ("に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう"), strict=True))
_JOINTS = dict.fromkeys(map(ord, " -\u2010\u2011\u2012\u2013\u2212\u30fc"))


def is_good(number: object) -> bool:
    """Whether this is a number that a case may have."""
    return (
        isinstance(number, str)
        and len(number) == LENGTH
        and all(digit in _SOUNDS for digit in number)
        and _sum(number) == 0
    )


def invent(random: Random) -> str:
    """A number that tells nothing: neither how many cases there are nor when it was given."""
    digits = "".join(random.choice(DIGITS) for _ in range(LENGTH - 1))
    return next(number for digit in DIGITS if is_good(number := digits + digit))


def shown(number: str) -> str:
    """As it stands on paper: two groups of four."""
    return f"{number[:_HALF]}-{number[_HALF:]}"


def aloud(number: str) -> str:
    """As it is said on the phone."""
    return "、".join(" ".join(map(_SOUNDS.__getitem__, half)) for half in (number[:_HALF], number[_HALF:]))


def typed(text: str) -> str:
    """What was typed, full-width or not, without blanks and hyphens."""
    return unicodedata.normalize("NFKC", text).translate(_JOINTS)


def near(text: str) -> tuple[str, ...]:
    """The good numbers one slip away from `typed` text, likeliest first; none where it is far off."""
    if not LENGTH - 1 <= len(text) <= LENGTH + 1:
        return ()
    return tuple(dict.fromkeys(number for number in _slips(text) if number != text and is_good(number)))


def _slips(text: str) -> Iterator[str]:
    """Neighbours changed about, a wrong digit, a digit too many, a digit left out."""
    places = range(len(text))
    for place in places[1:]:
        yield text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]
    for place in places:
        yield from (text[:place] + digit + text[place + 1 :] for digit in DIGITS)
    for place in places:
        yield text[:place] + text[place + 1 :]
    for place in range(len(text) + 1):
        yield from (text[:place] + digit + text[place:] for digit in DIGITS)


def _sum(number: str) -> int:
    """Horner's rule: times a, plus the next digit."""
    whole = 0
    for digit in number:
        whole = _times_a(whole) ^ DIGITS.index(digit)
    return whole


def _times_a(element: int) -> int:
    doubled = element << 1
    return doubled ^ _FIELD if doubled & _OVERFLOW else doubled
