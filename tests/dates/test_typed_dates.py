"""What a clerk types for a date, and what is read."""

import re
from datetime import date
from unicodedata import east_asian_width

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mynadesk.dates.entry import Impossible, NotYet, Read, TypedDate, WhichEra, read_typed_date
from mynadesk.dates.eras import COUNTED_FROM, HEISEI, REIWA
from mynadesk.dates.japanese import japanese, short
from mynadesk.words import Words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        *("R8.11.23", "r8.11.23", "r8/11/23", "R8-11-23", "R08.11.23", "R8,11,23", "R8.11-23"),
        *("令和8年11月23日", "令和08年11月23日", "令8.11.23", "㋿8年11月23日", "㋿8.11.23"),
        *("20261123", "2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日", "2026年11月23"),
        *("R8。11。23", "R8・11・23", "R8ー11ー23", "R8、11、23", "R8−11−23", "R8｡11｡23", "R8･11ｰ23"),
        *(
            "Ｒ８．１１．２３",
            "ｒ８／１１／２３",
            "２０２６１１２３",
            "２０２６－１１－２３",
            "２０２６年１１月２３日",
        ),
        *("  R8.11.23\n", "　令和　8年 11月 23日　", "R 8 . 11 . 23", "2026 11 23", " " * 500 + "R8.11.23"),
    ],
)
def test_each_accepted_form_is_read(text: str) -> None:
    assert read_typed_date(text, not_after=TODAY) == Read(TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[(text, date(2019, 5, 1)) for text in ("令和元年5月1日", "R元.5.1", "R1.5.1", "㋿元年5月1日")],
        *[(text, date(2012, 4, 1)) for text in ("H24.4.1", "平成24年4月1日", "㍻24.4.1", "h24.04.01")],
        *[(text, date(1988, 1, 1)) for text in ("S63.1.1", "昭和63年1月1日", "㍼63.1.1", "昭63.1.1")],
        *[(text, date(1924, 3, 5)) for text in ("T13.3.5", "大正13年3月5日", "㍽13.3.5")],
        *[(text, date(1911, 3, 5)) for text in ("M44.3.5", "明治44年3月5日", "㍾44.3.5")],
        *[("M6.1.1", COUNTED_FROM), ("S64.1.7", date(1989, 1, 7)), ("H1.1.8", date(1989, 1, 8))],
    ],
)
def test_each_era_is_read(text: str, day: date) -> None:
    assert read_typed_date(text) == Read(day)


@pytest.mark.parametrize(
    ("text", "day"), [("H31.5.1", date(2019, 5, 1)), ("平成36年5月1日", date(2024, 5, 1))]
)
def test_heisei_is_read_on_as_old_licences_write_it(text: str, day: date) -> None:
    assert read_typed_date(text) == Read(day)


@pytest.mark.parametrize("text", ["8.11.23", "8/11/23", "8-11-23", "8年11月23日", "8。11。23"])
def test_without_an_era_the_clerk_is_asked_which(text: str) -> None:
    reiwa = (Words("令和8年11月23日", "23 November 2026"), TODAY)
    heisei = (Words("平成8年11月23日", "23 November 1996"), date(1996, 11, 23))
    assert read_typed_date(text, not_after=TODAY) == WhichEra((reiwa, heisei))


def test_without_an_era_heisei_is_read_on_too() -> None:
    reiwa = (Words("令和36年5月1日", "1 May 2054"), date(2054, 5, 1))
    heisei = (Words("平成36年5月1日 (令和6年5月1日)", "1 May 2024 (Heisei 36)"), date(2024, 5, 1))
    assert read_typed_date("36.5.1") == WhichEra((reiwa, heisei))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.4.1", date(2012, 4, 1)),
        ("36.5.1", date(2024, 5, 1)),
        ("1.4.30", date(1989, 4, 30)),
        ("8.2.29", date(1996, 2, 29)),
        ("8.11.24", date(1996, 11, 24)),
    ],
)
def test_without_an_era_the_only_possible_day_is_read(text: str, day: date) -> None:
    assert read_typed_date(text, not_after=TODAY) == Read(day)


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "　", "R", "r", "令", "令和", "㋿", "R8", "R8.", "R8.11", "R8.11.", "R0", "R8.11.0"),
        *("令和8年", "令和8年11月", "元", "8", "8.", "8.11", "8.11."),
        *("2", "20", "202", "2026", "2026-", "2026-1", "20261", "202611", "2026112"),
    ],
)
def test_a_beginning_is_not_yet_a_date(text: str) -> None:
    assert isinstance(read_typed_date(text), NotYet)


@pytest.mark.parametrize("text", ["20261", "202611", "2026112", "081123", "0811231"])
def test_too_few_digits_are_answered_with_the_right_forms(text: str) -> None:
    said = sentence(read_typed_date(text))
    for form in ("R8.11.23", "8.11.23", "20261123"):
        assert form in said.ja
        assert form in said.en


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "S64.1.8",
            "昭和は昭和元年12月25日から昭和64年1月7日までです。"
            "平成元年1月8日のことでしたら「H1.1.8」と入力してください。",
        ),
        (
            "S70.1.1",
            "昭和は昭和元年12月25日から昭和64年1月7日までです。"
            "平成7年1月1日のことでしたら「H7.1.1」と入力してください。",
        ),
        (
            "R1.4.30",
            "令和は令和元年5月1日からです。平成31年4月30日のことでしたら「H31.4.30」と入力してください。",
        ),
        (
            "H1.1.7",
            "平成は平成元年1月8日から平成31年4月30日までです。"
            "昭和64年1月7日のことでしたら「S64.1.7」と入力してください。",
        ),
        ("M5.12.31", "明治6年1月1日 (1873-01-01) より前の日付は入力できません。年を確かめてください。"),
        (
            "1026.11.23",
            "明治6年1月1日 (1873-01-01) より前の日付は入力できません。年を確かめてください。",
        ),
        ("00001123", "明治6年1月1日 (1873-01-01) より前の日付は入力できません。年を確かめてください。"),
        ("R8.2.30", "令和8年2月に30日はありません。1日から28日までです。"),
        ("20260230", "2026年2月に30日はありません。1日から28日までです。"),
        ("R8.4.31", "4月に31日はありません。1日から30日までです。"),
        ("8.4.31", "4月に31日はありません。1日から30日までです。"),
        ("R8.4.00", "4月に0日はありません。1日から30日までです。"),
        (
            "7.2.29",
            "令和7年2月に29日はありません。1日から28日までです。"
            "平成7年2月に29日はありません。1日から28日までです。",
        ),
        ("2026-13-01", "13月はありません。月は1から12までです。"),
        ("8.0.1", "0月はありません。月は1から12までです。"),
        ("R0.1.1", "0年はありません。元号の最初の年は「1」か「元」です (例 R1.5.1)。"),
        ("0.1.1", "0年はありません。元号の最初の年は「1」か「元」です (例 R1.5.1)。"),
        (
            "R2026.11.23",
            "和暦の年は2けたまで、西暦の年は"
            "元号を付けずに4けたで入力してください (例 R8.11.23、2026.11.23)。",
        ),
        (
            "あした",
            "日付として読み取れません。"
            "年、月、日の順に「R8.11.23」「8.11.23」「20261123」のように入力してください。",
        ),
    ],
)
def test_an_impossible_date_is_explained(text: str, why: str) -> None:
    assert sentence(read_typed_date(text)).ja == why


def test_the_explanation_is_given_in_english_beside_it() -> None:
    assert (
        sentence(read_typed_date("R8.2.30")).en
        == "There is no day 30 in February 2026. Its days go from 1 to 28."
    )
    assert sentence(read_typed_date("R1.4.30")).en == (
        "Reiwa is from 1 May 2019 on. For 30 April 2019 please type H31.4.30."
    )


@pytest.mark.parametrize(
    "text",
    [
        "23.11.2026",
        "11/23/2026",
        "R81123",
        "R8..11.23",
        "R8月11年23日",
        "X8.11.23",
        "٢٠٢٦-11-23",
        "9" * 10_000,
    ],
)
def test_other_text_is_not_read(text: str) -> None:
    assert isinstance(read_typed_date(text), Impossible)


@pytest.mark.parametrize("text", ["R8.11.24", "20261124", "H38.11.24"])
def test_a_day_in_the_future_is_refused(text: str) -> None:
    why = "令和8年11月24日は未来の日付です。令和8年11月23日までの日付を入力してください。"
    assert sentence(read_typed_date(text, not_after=TODAY)).ja == why


def test_without_an_era_a_future_day_is_refused_with_the_way_to_type_showa() -> None:
    why = "令和でも平成でも未来の日付です。昭和の日付は「S63.1.1」のように「S」を付けてください。"
    assert sentence(read_typed_date("63.1.7", not_after=TODAY)).ja == why


def test_without_an_era_each_reading_is_explained() -> None:
    assert sentence(read_typed_date("10.2.29", not_after=TODAY)).ja == (
        "令和10年2月29日は未来の日付です。令和8年11月23日までの日付を入力してください。"
        "平成10年2月に29日はありません。1日から28日までです。"
    )


DAYS = st.dates(min_value=HEISEI.first, max_value=date(2100, 12, 31))
SIGNS = st.sampled_from([*"./-,。・ー、−．／－｡･ｰ､"])
ALMOST_DATES = st.text("0123456789元RHSTMrx令和平成年月日./-。ー、 ８．－㍻", max_size=14)
ANY_TEXT = st.text() | ALMOST_DATES | st.from_regex(r"\A[RHSTM]?[0-9]{1,4}\.[0-9]{1,2}\.[0-9]{1,2}\Z")
PERHAPS_A_LIMIT = st.none() | st.dates()


@given(DAYS, SIGNS)
def test_every_day_written_in_its_era_reads_back(day: date, sign: str) -> None:
    latin = short(day)
    forms = [japanese(day), latin.lower(), latin.replace(".", sign), re.sub(r"\b(\d)\b", r"0\1", latin)]
    forms += [japanese(day).replace("令和", "㋿").replace("平成", "㍻"), latin.translate(FULL_WIDTH)]
    assert {read_typed_date(form, not_after=day) for form in forms} == {Read(day)}


@given(DAYS, SIGNS)
def test_every_day_written_in_the_western_calendar_reads_back(day: date, sign: str) -> None:
    iso = day.isoformat()
    forms = [iso, iso.replace("-", ""), iso.replace("-", sign), f"{day.year}年{day.month}月{day.day}日"]
    forms += [form.translate(FULL_WIDTH) for form in forms]
    assert {read_typed_date(form, not_after=day) for form in forms} == {Read(day)}


@given(DAYS)
def test_every_day_counted_on_in_heisei_reads_back(day: date) -> None:
    year = HEISEI.year_of(day)
    if year < 100:
        assert read_typed_date(f"H{year}.{day.month}.{day.day}") == Read(day)


@given(DAYS, SIGNS)
def test_every_day_written_without_its_era_is_read_or_offered(day: date, sign: str) -> None:
    era = REIWA if REIWA.holds(day) else HEISEI
    outcome = read_typed_date(f"{era.year_of(day)}{sign}{day.month}{sign}{day.day}")
    assert day in days_of(outcome)


@given(ANY_TEXT, PERHAPS_A_LIMIT)
@example("9" * 100_000, None)
@example("\ufdfa" * 100_000, None)
@example("\ud800", None)
def test_no_text_raises_and_no_day_is_after_the_limit(text: str, not_after: date | None) -> None:
    outcome = read_typed_date(text, not_after=not_after)
    assert all(not_after is None or day <= not_after for day in days_of(outcome))
    assert days_of(outcome) or sentence(outcome).ja


@given(ANY_TEXT, PERHAPS_A_LIMIT)
def test_every_sentence_has_the_same_width_on_every_terminal(text: str, not_after: date | None) -> None:
    for words in words_of(read_typed_date(text, not_after=not_after)):
        assert "A" not in {east_asian_width(character) for character in words.ja + words.en}
        assert words.en.isascii()


@given(st.sampled_from("RHSTM"), st.dates(COUNTED_FROM, date(2070, 1, 1)))
def test_what_a_sentence_tells_to_type_instead_is_read(letter: str, day: date) -> None:
    outcome = read_typed_date(f"{letter}{day.year % 100}.{day.month}.{day.day}")
    if isinstance(outcome, Impossible) and (told := re.search("「(.+)」と入力", outcome.why.ja)):
        right = read_typed_date(told[1])
        assert isinstance(right, Read)
        assert japanese(right.day) in outcome.why.ja


FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def days_of(outcome: TypedDate) -> list[date]:
    match outcome:
        case Read(day):
            return [day]
        case WhichEra(choices):
            return [day for _, day in choices]
    return []


def words_of(outcome: TypedDate) -> list[Words]:
    match outcome:
        case WhichEra(choices):
            return [words for words, _ in choices]
        case NotYet(said) | Impossible(said):
            return [said]
    return []


def sentence(outcome: TypedDate) -> Words:
    assert isinstance(outcome, NotYet | Impossible)
    (said,) = words_of(outcome)
    return said
