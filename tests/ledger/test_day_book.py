"""The day book: sums that agree with the counts they are of, in bars, columns and a list of letters."""

import csv
import io
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.fault import UnusableRulebook
from mynadesk.ledger.count import Count, What
from mynadesk.ledger.daybook.bars import Bar, Section, bar, lines, sections
from mynadesk.ledger.daybook.book import KINDS, DayBook, day_book
from mynadesk.ledger.daybook.columns import COLUMNS, as_csv
from mynadesk.ledger.daybook.keeping import days_kept, drop_old
from mynadesk.ledger.daybook.letters import Letters, letter_lines, letters
from mynadesk.ledger.daybook.names import Names
from mynadesk.ledger.daybook.printed import CELLS, book_lines
from mynadesk.ledger.daybook.spans import SPANS, Span, moved, span_of
from mynadesk.ledger.daybook.words import Days
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.reading import load_day_book_words
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.waiting import OPEN, Waiting
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.settings import Settings
from mynadesk.typeset import is_certain, width
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.ledger.requests import BRANCH, MAIN, a_tally, first_visit, shipped
from tests.practice.broken import change

MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)
WORDS = load_day_book_words(shipped_rules(), shipped())
JA, EN = (Names(WORDS, Wording(shipped(), language)) for language in ("ja", "en"))
DAYS = Days(keep=90, send=3, visit=30, open=90)


def book_of(*counts: Count, waiting: tuple[Waiting, ...] = (), last: date = TUESDAY) -> DayBook:
    """Monday and more, at all desks, asked on Tuesday."""
    return DayBook(MONDAY, last, None, counts, waiting, TUESDAY)


BOOK = book_of(
    Count(MONDAY, MAIN, What.verdict, "accept", 3),
    Count(TUESDAY, MAIN, What.verdict, "incomplete", 1),
    Count(TUESDAY, BRANCH, What.verdict, "accept", 2),
    Count(TUESDAY, BRANCH, What.pin, "signature", 2),
    Count(TUESDAY, BRANCH, What.pin_accept, "signature", 2),
    Count(TUESDAY, MAIN, What.missing, "postage", 1),
    Count(TUESDAY, MAIN, What.missing, "holder_card", 4),
    Count(TUESDAY, MAIN, What.route, "a_route_of_last_year", 1),
    waiting=(Waiting("22222222", State.letter_due, MAIN, *[datetime(2026, 11, 20, tzinfo=UTC)] * 2),),
)


# Sums


def test_people_are_counted_once_each_by_day_and_by_desk() -> None:
    assert BOOK.people == 6
    assert dict(BOOK.by_which(What.verdict)) == {"accept": 5, "incomplete": 1}
    assert dict(BOOK.by_day(What.verdict)) == {MONDAY: 3, TUESDAY: 3}
    assert dict(BOOK.by_desk(What.verdict)) == {MAIN: 4, BRANCH: 2}


def test_the_ledger_is_asked_for_days_and_a_desk(ledger: Ledger) -> None:
    ledger.count(MAIN, TUESDAY, a_tally())
    ledger.count(BRANCH, TUESDAY, a_tally())
    ledger.open_case(BRANCH, first_visit())
    whole = day_book(ledger, MONDAY, SUNDAY, None, TUESDAY)
    branch = day_book(ledger, MONDAY, SUNDAY, BRANCH, TUESDAY)
    main = day_book(ledger, MONDAY, SUNDAY, MAIN, TUESDAY)
    assert (whole.people, branch.people, main.people) == (2, 1, 1)
    assert sorted([*branch.counts, *main.counts]) == list(whole.counts)
    assert (len(whole.waiting), len(branch.waiting), len(main.waiting)) == (1, 1, 0)


counts = st.lists(
    st.builds(
        Count,
        day=st.dates(MONDAY, SUNDAY),
        desk=st.sampled_from([MAIN, BRANCH, "a_desk_of_last_year"]),
        what=st.sampled_from(What),
        which=st.sampled_from(["accept", "signature", "postage", "A", "send", "done", "gone"]),
        times=st.integers(1, 10**9),
    )
)


@given(counts)
def test_every_sum_is_the_sum_of_its_parts_and_no_line_is_too_wide(found: list[Count]) -> None:
    book = book_of(*found, last=SUNDAY)
    for kind in KINDS:
        if kind == "waiting":
            continue
        total = sum(each.times for each in found if each.what == kind)
        for section in sections(book, kind, JA):
            assert sum(each.count for each in section.bars if not each.inner) == total
    for names in (JA, EN):
        for line in book_lines(book, names):
            assert width(line) <= CELLS
            assert is_certain(line)


# Bars


@pytest.mark.parametrize(
    ("count", "most", "marks"),
    [(0, 0, 0), (3, 3, 3), (10, 10, 10), (20, 20, 10), (10, 20, 5), (1, 1000, 1), (0, 1000, 0)],
)
def test_a_bar_has_a_mark_a_count_or_its_share_of_the_longest(count: int, most: int, marks: int) -> None:
    assert bar(count, most, 10) == "#" * marks


def test_sections_are_told_in_the_order_of_the_rules_and_what_was_missing_by_how_often() -> None:
    assert [each.label for each in sections(BOOK, "verdict", JA)[0].bars] == ["受付", "不足あり"]
    missing = sections(BOOK, "missing", EN)[0].bars
    assert [each.count for each in missing] == [4, 1]


def test_a_pin_is_told_with_how_it_stood_and_what_the_rules_no_longer_name_by_its_id() -> None:
    (first,) = [each for each in sections(BOOK, "pin", JA) if each.heading == JA.kind("pin")]
    assert first.bars == (Bar("1 署名用", 2), Bar("受付", 2, inner=True))
    assert sections(BOOK, "route", JA)[0].bars == (Bar("a_route_of_last_year", 1),)


def test_days_without_anybody_have_a_line_too() -> None:
    by_day = sections(book_of(*BOOK.counts, last=SUNDAY), "verdict", JA)[1]
    assert [each.count for each in by_day.bars] == [3, 3, 0, 0, 0, 0, 0]
    assert by_day.bars[0].label == "R8.11.23(月)"


def test_lines_stand_under_each_other() -> None:
    section = Section("判定", (Bar("受付", 12), Bar("確認の途中", 4), Bar("内", 4, inner=True)))
    assert [*lines([section], 24, "")] == [
        "[判定]",
        "  受付          12 #####",
        "  確認の途中     4 ##",
        "    内           4 ##",
        "",
    ]


# Columns


def test_csv_has_a_row_a_count_and_open_cases_on_the_day_they_were_asked_for() -> None:
    text = as_csv(BOOK)
    rows = [*csv.reader(io.StringIO(text))]
    assert rows[0] == list(COLUMNS) == ["day", "desk", "what", "which", "count"]
    assert rows[1] == ["2026-11-23", "main", "verdict", "accept", "3"]
    assert rows[-1] == ["2026-11-24", "main", "waiting", "letter_due", "1"]
    assert len(rows) == 1 + len(BOOK.counts) + 1
    yesterday = DayBook(MONDAY, MONDAY, None, (), BOOK.waiting, TUESDAY)
    assert as_csv(yesterday) == "day,desk,what,which,count\n"


# Spans


@given(st.sampled_from(SPANS), st.dates(date(2024, 11, 1), date(2099, 12, 31)))
def test_spans_lie_side_by_side_and_hold_their_day(span: Span, day: date) -> None:
    first, last = span_of(span, day)
    assert first <= day <= last
    after, before = moved(span, day, forward=True), moved(span, day, forward=False)
    assert span_of(span, after)[0] == last + timedelta(1)
    assert span_of(span, before)[1] == first - timedelta(1)
    assert moved(span, after, forward=False) == first


def test_a_week_begins_on_monday_and_a_month_ends_on_its_last_day() -> None:
    assert span_of("week", date(2026, 11, 29)) == (MONDAY, SUNDAY)
    for month in range(1, 13):
        first, last = span_of("month", date(2028, month, 10))
        assert (first.day, last.day) == (1, monthrange(2028, month)[1])


# Letters


def case(number: str, state: State, opened: int, since: int) -> Waiting:
    """A case that was opened, and came to stand there, so many days before Tuesday."""
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    return Waiting(number, state, MAIN, noon - timedelta(opened), noon - timedelta(since))


def grouped(*waiting: Waiting) -> dict[str, list[tuple[str, bool]]]:
    """Number and whether it is overdue, by group."""
    found = letters(waiting, TUESDAY, DAYS, UTC)
    groups = {name: getattr(found, name) for name in Letters.__struct_fields__}
    return {name: [(each.number, each.overdue) for each in group] for name, group in groups.items() if group}


def test_letters_are_to_be_sent_in_the_order_of_their_age_and_overdue_ones_are_marked() -> None:
    assert grouped(
        case("today", State.letter_due, 0, 0),
        case("late", State.letter_due, 9, 4),
        case("in time", State.letter_due, 3, 3),
        case("again", State.letter_due, 100, 1),
    ) == {"to_send": [("late", True), ("in time", False), ("again", False), ("today", False)]}


@pytest.mark.parametrize(
    ("state", "opened", "since", "group"),
    [
        (State.letter_sent, 31, 30, None),
        (State.letter_sent, 31, 31, "no_visit"),
        (State.letter_sent, 90, 31, "no_visit"),
        (State.letter_sent, 91, 1, "past"),
        (State.letter_returned, 10, 0, "returned"),
        (State.letter_returned, 91, 0, "past"),
        (State.decided, 60, 40, None),
        (State.decided, 91, 0, "past"),
        (State.letter_due, 500, 500, "to_send"),
    ],
)
def test_a_case_that_waits_too_long_is_in_one_group(
    state: State, opened: int, since: int, group: str | None
) -> None:
    assert list(grouped(case("it", state, opened, since))) == ([group] if group else [])


@given(st.lists(st.builds(case, st.just("22222222"), st.sampled_from(OPEN), st.integers(0, 400), st.just(0))))
def test_every_letter_that_is_due_and_every_old_case_is_listed_once(waiting: list[Waiting]) -> None:
    found = letters(waiting, TUESDAY, DAYS, UTC)
    listed = [each for name in Letters.__struct_fields__ for each in getattr(found, name)]
    wanted = [
        each
        for each in waiting
        if each.state in (State.letter_due, State.letter_returned)
        or (TUESDAY - each.opened.date()).days > DAYS.open
    ]
    assert len(listed) == len(wanted)


def test_a_day_is_the_desks_own() -> None:
    """At 23:30 UTC it is already the next morning in Japan."""
    moment = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    waiting = Waiting("22222222", State.letter_due, MAIN, moment, moment)
    (due,) = letters([waiting], TUESDAY, DAYS, timezone(timedelta(hours=9))).to_send
    assert (due.day, due.days) == (TUESDAY, 0)


def test_the_list_says_since_when_where_and_what_to_do() -> None:
    found = letters([case("23456782", State.letter_due, 9, 4)], TUESDAY, DAYS, UTC)
    assert [*letter_lines(found, DAYS, JA)] == [
        "[送る照会書 1]",
        "  2345-6782 4日前から「照会書 送付待ち」(R8.11.20(金)、本庁 市民課) 期限超過",
        "",
    ]
    assert [*letter_lines(letters([], TUESDAY, DAYS, UTC), DAYS, EN)] == ["[To be sent: 0]", "  None.", ""]


# Words and days of the office


def test_days_of_the_settings_come_before_those_of_the_rules() -> None:
    assert days_kept(WORDS.days, Settings()) == WORDS.days.keep
    assert days_kept(WORDS.days, Settings(keep_days=7)) == 7


def test_the_desk_drops_what_has_been_kept_for_long_enough(ledger: Ledger, book: Rulebook) -> None:
    ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
    settings = Settings(keep_days=2)
    assert [drop_old(ledger, shipped_rules(), book, settings) for _ in range(4)] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ("title: {ja: 受付日計,", "title: {jp: 受付日計,", "title", '"ja" is missing'),
        ("keep: 90,", "keep: 0,", "days.keep", "from 1 to 9999"),
        ("ja: 日ごと,", "ja: 日ごと→,", "by_day.ja", "wider on some terminals"),
        ('ja: "受付 {count}人"', 'ja: "受付 {counts}人"', "people.ja", "{counts}"),
        ("{visit}日を過ぎて", "{visits}日を過ぎて", "letters.no_visit.ja", "{visits}"),
    ],
)
def test_a_slip_in_the_words_is_told_with_its_place(
    old: str, new: str, field: str, says: str, tmp_path: Path, book: Rulebook
) -> None:
    rules = Path(copytree(shipped_rules(), tmp_path / "rules"))
    line = change(rules / "ledger" / "daybook.yaml", old, new)
    with pytest.raises(UnusableRulebook) as caught:
        load_day_book_words(str(rules), book)
    fault = caught.value.faults[0]
    assert (fault.line, fault.field) == (line, field)
    assert says in fault.text("en")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_that_is_counted_has_a_name(book: Rulebook, language: Language) -> None:
    names = Names(WORDS, Wording(book, language))
    requirements = {name.partition("/")[0] for name in book.requirements}
    for kind, ids in (
        ("verdict", WORDS.verdicts.__struct_fields__),
        ("route", book.routes),
        ("pin", book.pins),
        ("missing", requirements),
        ("paper", book.documents.classes),
        ("step", Step),
        ("waiting", State),
        ("dropped", State),
    ):
        for each in ids:
            named = names.of(kind, str(each))  # type: ignore[arg-type]
            assert named != str(each) or named in ("A", "B")
    assert all(names.stand(what) for what in What if what.value.startswith("pin_"))
