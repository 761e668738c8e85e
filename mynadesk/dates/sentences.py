"""What a clerk is told about a typed date that is unfinished or cannot be."""

from collections.abc import Iterable
from datetime import date

from mynadesk.dates.eras import COUNTED_FROM, Era
from mynadesk.dates.japanese import both_calendars, english, japanese, month_name, short
from mynadesk.words import Words

START = Words(
    "日付を入力してください (例 R8.11.23、8.11.23、20261123)。",
    "Please type a date (such as R8.11.23, 8.11.23 or 20261123).",
)
GO_ON = Words(
    "年、月、日の順に、続けて入力してください (例 R8.11.23、8.11.23、20261123)。",
    "Please go on: year, month, day (such as R8.11.23, 8.11.23 or 20261123).",
)
EIGHT_DIGITS = Words(
    "数字だけのときは、西暦で8けた入力してください (例 20261123)。"
    "和暦のときは「R8.11.23」「8.11.23」のように区切ってください。",
    "Digits alone must be eight, with a Western year (such as 20261123). "
    "Please put dots into a Japanese year's date (such as R8.11.23 or 8.11.23).",
)
UNREADABLE = Words(
    "日付として読み取れません。年、月、日の順に「R8.11.23」「8.11.23」「20261123」のように入力してください。",
    "This cannot be read as a date. Please type year, month, day, such as R8.11.23, 8.11.23 or 20261123.",
)
NO_YEAR_ZERO = Words(
    "0年はありません。元号の最初の年は「1」か「元」です (例 R1.5.1)。",
    "There is no year 0. The first year of an era is 1 (such as R1.5.1).",
)
YEAR_TOO_LONG = Words(
    "和暦の年は2けたまで、西暦の年は元号を付けずに4けたで入力してください (例 R8.11.23、2026.11.23)。",
    "Please type one or two digits for a Japanese year, or four for a Western year without an era "
    "(such as R8.11.23 or 2026.11.23).",
)
TOO_EARLY = Words(
    f"{both_calendars(COUNTED_FROM)} より前の日付は入力できません。年を確かめてください。",
    f"Dates before {english(COUNTED_FROM)} cannot be entered. Please check the year.",
)
FUTURE_IN_EITHER_ERA = Words(
    "令和でも平成でも未来の日付です。昭和の日付は「S63.1.1」のように「S」を付けてください。",
    "In Reiwa and in Heisei this is in the future. Please type S before a Showa date (such as S63.1.1).",
)


def no_such_month(month: int) -> Words:
    """For a `month` outside 1 to 12."""
    return Words(
        f"{month}月はありません。月は1から12までです。", f"There is no month {month}. Months go from 1 to 12."
    )


def no_such_day(year: Words, month: int, day: int, last: int) -> Words:
    """For a `day` outside 1 to `last`; `year` such as 令和8年, or empty where any year has that `last`."""
    name = f"{month_name(month)} {year.en}".strip()
    return Words(
        f"{year.ja}{month}月に{day}日はありません。1日から{last}日までです。",
        f"There is no day {day} in {name}. Its days go from 1 to {last}.",
    )


def outside_era(era: Era, day: date) -> Words:
    """For a `day` that was counted by `era` but lies before or after it."""
    first = max(era.first, COUNTED_FROM)
    until_ja, until_en = "", " on"
    if era.last is not None:
        until_ja, until_en = f"{japanese(era.last)}まで", f" to {english(era.last)}"
    return Words(
        f"{era.kanji}は{japanese(first)}から{until_ja}です。"
        f"{japanese(day)}のことでしたら「{short(day)}」と入力してください。",
        f"{era.name} is from {english(first)}{until_en}. For {english(day)} please type {short(day)}.",
    )


def in_the_future(day: date, not_after: date) -> Words:
    """For a `day` later than `not_after`."""
    return Words(
        f"{japanese(day)}は未来の日付です。{japanese(not_after)}までの日付を入力してください。",
        f"{english(day)} is in the future. Please enter a date up to {english(not_after)}.",
    )


def joined(reasons: Iterable[Words]) -> Words:
    """All `reasons` one after another, each said once."""
    each = list(dict.fromkeys(reasons))
    return Words("".join(reason.ja for reason in each), " ".join(reason.en for reason in each))
