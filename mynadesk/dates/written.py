"""Taking a typed date apart: which numbers stand for which part, not yet whether they are a day."""

import re
import unicodedata

import msgspec

from mynadesk.dates import sentences
from mynadesk.dates.eras import COUNTED_FROM, ERAS, HEISEI, REIWA, Era
from mynadesk.words import Words

_LONGEST = 40
"""Far beyond any date; spares the work of folding a pasted book."""

# 。・ー、 are what an input method makes of the keys . / - , and the rest are other dashes.
_SIGN = r"./\-,。・ー、−‐–—―"
_SHAPE = (
    r"(?P<era>[RHSTM]|令和?|平成?|昭和?|大正?|明治?)?"
    rf"(?:(?P<year>元|[0-9]{{1,4}})(?:[年{_SIGN}]"
    rf"(?:(?P<month>[0-9]{{1,2}})(?:[月{_SIGN}]"
    r"(?:(?P<day>[0-9]{1,2})日?)?)?)?)?)?"
)


class Written(msgspec.Struct, frozen=True):
    """The numbers of a whole date, as they were typed."""

    eras: tuple[Era, ...]
    """The eras by which the year may be counted; empty where it is a Western year."""
    year: int
    month: int
    day: int


class Beginning(msgspec.Struct, frozen=True):
    """Text that goes well so far but is not yet a whole date."""

    hint: Words


def take_apart(text: str) -> Written | Beginning | None:
    """The parts of `text`; None where no more typing could make a date of it."""
    folded = _fold(text)
    if re.fullmatch("[0-9]{5,8}", folded):
        return _digits_only(folded)
    # Given as text: `re` compiles it when the first date is typed, not at import.
    found = re.fullmatch(_SHAPE, folded)
    if found is None:
        return None
    # A lone 0 is on its way to a day such as 05.
    if found["day"] in (None, "0"):
        return Beginning(sentences.GO_ON if folded else sentences.START)
    year = 1 if found["year"] == "元" else int(found["year"])
    return Written(_eras(found["era"], found["year"]), year, int(found["month"]), int(found["day"]))


def _fold(text: str) -> str:
    bare = "".join(text.split())
    return unicodedata.normalize("NFKC", bare).upper() if len(bare) <= _LONGEST else bare


def _digits_only(digits: str) -> Written | Beginning | None:
    year, month, day = digits[:4], digits[4:6], digits[6:]
    if len(digits) == 8:
        return Written((), int(year), int(month), int(day))
    return Beginning(sentences.EIGHT_DIGITS) if int(year) >= COUNTED_FROM.year else None


def _eras(mark: str | None, year: str) -> tuple[Era, ...]:
    if mark:
        return tuple(era for era in ERAS if mark[0] in (era.letter, era.kanji[0]))
    return () if len(year) == 4 else (REIWA, HEISEI)
