"""A round: ten scenes or ten minutes, left and taken up again."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from mynadesk.practice.answers.grading import Grade, Rating
from mynadesk.practice.learning.keeping import exported, read
from mynadesk.practice.learning.memory import Memory
from mynadesk.practice.learning.progress import Done, Progress, Unfinished, ended
from mynadesk.practice.learning.round import Limits, Round, Showing, begin, keep
from mynadesk.practice.scenes.scene import Card
from mynadesk.words import Words
from tests.practice.trainees import START, card, cards

LIMITS = Limits(scenes=10, minutes=10, slow_seconds=90)
RULES = "0123456789ab"
DECK = cards(80)
RIGHT = Grade(100, "right", (), (), True)
WRONG = Grade(35, "wrong_acceptance", ("card", "letter"), (), True)


class Clock:
    """A clock that somebody sets forward."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fresh() -> Progress:
    return Progress(nickname="tanuki", memory=Memory("seed"))


def begun(
    now: Clock, progress: Progress | None = None, deck: list[Card] = DECK, clock: bool = False
) -> Round:
    return begin(progress or fresh(), deck, LIMITS, RULES, now, "test", clock)


def taken_up(now: Clock, progress: Progress, deck: list[Card] = DECK) -> Round:
    return Round(progress, deck, LIMITS, RULES, now)


def answer(round_: Round, now: Clock, rating: Rating = "good", seconds: float = 30) -> Showing:
    showing = round_.next()
    assert showing is not None
    now.forward(seconds=seconds)
    round_.record(WRONG if rating == "again" else RIGHT, rating, seconds)
    return showing


def test_a_round_is_ten_scenes(clock: Clock) -> None:
    round_ = begun(clock)
    shown = [answer(round_, clock) for _ in range(10)]
    assert [showing.number for showing in shown] == list(range(1, 11))
    assert len({showing.card for showing in shown}) == 10
    assert round_.next() is None
    with pytest.raises(ValueError, match="no scene"):
        round_.record(RIGHT, "good")


def test_a_round_is_ten_minutes_where_scenes_are_slow(clock: Clock) -> None:
    """The scene that is open when they are over is still answered."""
    round_ = begun(clock)
    for _ in range(4):
        answer(round_, clock, seconds=149)
    assert round_.next() is not None
    clock.forward(minutes=30)
    assert round_.next() is not None
    answer(round_, clock)
    assert round_.next() is None
    assert round_.progress.rounds[0].scenes == 5


def test_a_scene_is_the_same_until_it_is_answered(clock: Clock) -> None:
    round_ = begun(clock)
    before = round_.progress
    assert round_.next() == round_.next()
    assert round_.progress is before


def test_a_round_that_is_over_is_kept_in_one_line(clock: Clock) -> None:
    round_ = begun(clock, clock=True)
    for number in range(10):
        answer(round_, clock, "again" if number == 2 else "good", seconds=20)
    (past,) = round_.progress.rounds
    assert (past.at, past.level, past.scenes, past.points) == (START + timedelta(minutes=3), "test", 10, 93.5)
    assert (past.seconds, past.rulebook) == (200, RULES)
    assert round_.progress.unfinished is None
    assert round_.progress.memory.shown == 10


def test_no_seconds_are_kept_unless_the_clock_ran(clock: Clock) -> None:
    round_ = begun(clock)
    for _ in range(3):
        answer(round_, clock, seconds=12.25)
    assert '"seconds": null' in exported(round_.progress)
    assert set(re.findall(r"T\d\d:\d\d:(.*)Z", exported(round_.progress))) == {"00"}
    assert round_.summary().seconds is None
    round_.end()
    assert round_.progress.rounds[0].seconds is None
    assert LIMITS.is_slow(91)
    assert not LIMITS.is_slow(90)
    assert not LIMITS.is_slow(None)


# Leaving


def test_who_leaves_meets_the_same_scene_again_days_later(clock: Clock, tmp_path: Path) -> None:
    """Even if other cards are due by then; and the rest of the ten scenes after it."""
    left = begun(clock)
    for _ in range(4):
        answer(left, clock)
        keep(str(tmp_path), left)
    clock.forward(days=9)
    kept = read(str(tmp_path), "tanuki")
    assert kept == left.progress
    again = taken_up(clock, kept)
    assert (again.next(), again.level, again.clock) == (left.next(), "test", False)
    for _ in range(6):
        answer(again, clock)
        keep(str(tmp_path), again)
    assert again.next() is None
    assert again.summary().scenes == 10
    done = read(str(tmp_path), "tanuki")
    assert done is not None
    assert (done.saves, len(done.rounds), done.unfinished) == (10, 1, None)


def test_what_was_answered_before_a_crash_is_kept(clock: Clock, tmp_path: Path) -> None:
    """Whoever ends without leaving loses no scene: each was saved."""
    round_ = begun(clock)
    keep(str(tmp_path), round_)
    shown = [answer(round_, clock), round_.next()]
    keep(str(tmp_path), round_)
    kept = read(str(tmp_path), "tanuki")
    assert kept is not None
    assert taken_up(clock, kept).next() == shown[1]


@pytest.mark.parametrize(
    "deck_of",
    [
        lambda open_: [each for each in DECK if each.id != open_],
        lambda open_: [card(n, "as it is now") if card(n).id == open_ else card(n) for n in range(80)],
    ],
    ids=["gone", "edited"],
)
def test_a_scene_whose_rule_was_changed_meanwhile_is_drawn_anew(
    clock: Clock, deck_of: Callable[[str], list[Card]]
) -> None:
    left = begun(clock)
    answer(left, clock)
    open_ = left.next()
    assert open_ is not None
    deck = deck_of(open_.card)
    showing = taken_up(clock, left.progress, deck).next()
    assert showing is not None
    assert (showing.number, showing.why) == (2, "new")
    assert showing.card in {each.id for each in deck}
    again = taken_up(clock, left.progress, deck)
    opened = again.progress.unfinished
    assert opened is not None
    assert opened.open is not None
    assert opened.open.mark == {each.id: each.mark for each in deck}[opened.open.card]


def test_a_fresh_round_puts_the_one_that_was_left_among_the_past_ones(clock: Clock) -> None:
    left = begun(clock)
    answer(left, clock)
    round_ = begun(clock, left.progress)
    assert [past.scenes for past in round_.progress.rounds] == [1]
    assert round_.summary().scenes == 0


def test_a_round_without_an_answer_leaves_no_trace(clock: Clock) -> None:
    round_ = begun(clock)
    round_.end()
    assert round_.progress == fresh()
    with pytest.raises(ValueError, match="no unfinished round"):
        taken_up(clock, round_.progress)


def test_without_cards_there_is_no_round(clock: Clock) -> None:
    round_ = begun(clock, deck=[])
    assert round_.next() is None
    assert round_.progress == fresh()


# What comes


def test_a_miss_is_followed_by_its_twin_in_the_same_round(clock: Clock) -> None:
    round_ = begun(clock)
    missed = answer(round_, clock, "again")
    assert [answer(round_, clock).card == missed.card for _ in range(3)] == [False] * 3
    twin = answer(round_, clock)
    assert (twin.card, twin.pair, twin.side, twin.why) == (missed.card, 0, 1 - missed.side, "weak")


def test_in_six_rounds_what_is_always_missed_comes_most(clock: Clock) -> None:
    """Sixty scenes of one morning, as a trainee works through them."""
    progress, met = fresh(), Counter[str]()
    always = {begun(clock).next(), begun(clock, fresh_after_one(clock)).next()}
    missed = {showing.card for showing in always if showing}
    for _ in range(6):
        round_ = begun(clock, progress)
        while showing := round_.next():
            met[answer(round_, clock, "again" if showing.card in missed else "good").card] += 1
        progress = round_.progress
    assert (met.total(), len(missed), len(progress.rounds)) == (60, 2, 6)
    assert {card for card, _ in met.most_common(2)} == missed
    assert met.most_common(3)[2][1] == 1
    assert set(round_.summary().read_again) == missed


def fresh_after_one(clock: Clock) -> Progress:
    """Who has met one card."""
    round_ = begun(clock)
    answer(round_, clock)
    return round_.progress


def test_a_changed_rule_is_shown_before_and_after_once(clock: Clock) -> None:
    first = begun(clock)
    met = [answer(first, clock).card for _ in range(10)]
    number = DECK.index(next(each for each in DECK if each.id == met[7]))
    deck = [card(n, "as it is now") if n == number else card(n) for n in range(80)]
    round_ = begun(clock, first.progress, deck)
    showing = answer(round_, clock)
    assert (showing.card, showing.why) == (met[7], "changed")
    assert showing.before == Words("規則 as it was", "rule as it was")
    assert showing.after == Words("規則 as it is now", "rule as it is now")
    then = answer(round_, clock)
    assert (then.why, then.before, then.after) == ("new", None, None)


def test_the_summary_names_what_was_missed_and_what_to_read_again(clock: Clock) -> None:
    round_ = begun(clock)
    missed = answer(round_, clock, "again").card
    answer(round_, clock)
    found = round_.summary()
    assert (found.scenes, found.points, found.missed) == (2, 67.5, (missed,))
    assert found.overlooked == ("card", "letter")
    assert found.read_again == (missed,)


def test_fifty_rounds_are_kept_the_latest_last(clock: Clock) -> None:
    progress = fresh()
    for number in range(53):
        done = Done(card="a", rating="good", points=number, overlooked=(), seconds=None)
        open_round = Unfinished(level="guided", clock=False, done=(done,))
        progress = ended(msgspec.structs.replace(progress, unfinished=open_round), RULES, clock())
    assert [past.points for past in progress.rounds] == list(range(3, 53))
