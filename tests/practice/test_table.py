"""A trainee's progress as text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from mynadesk.practice.learning.memory import Memory, after
from mynadesk.practice.learning.progress import PastRound, Progress, Unfinished
from mynadesk.practice.printed.pages import CELLS
from mynadesk.practice.printed.table import bar, progress_lines
from mynadesk.practice.reading import load_practice
from mynadesk.practice.scenes.scene import Card
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import is_certain, width
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.desk import BOOK, ON

PRACTICE = load_practice(shipped_rules(), BOOK, ON)
CARDS = Deck(BOOK, PRACTICE.lore, ON, PRACTICE.own).cards
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ABSENT, EXPIRED = CARDS["holder_card/card/absent"], CARDS["holder_card/card/expired"]


def practised(*answers: tuple[Card, bool]) -> Progress:
    """Somebody who gave these answers yesterday, one a minute."""
    memory, at = Memory("seed"), NOW - timedelta(days=1)
    for card, right in answers:
        at += timedelta(minutes=1)
        memory = after(memory, card, "good" if right else "again", at)
    return Progress(nickname="Tanuki", memory=memory)


def lines_of(progress: Progress, language: Language = "ja", now: datetime = NOW) -> list[str]:
    return progress_lines(progress, CARDS, PRACTICE.words, Wording(BOOK, language), now)


def test_each_skill_has_a_line_with_its_bar_and_how_it_stands() -> None:
    lines = lines_of(practised((ABSENT, False), (EXPIRED, True), (EXPIRED, True)))
    assert lines[:2] == [
        "Tanukiさんの練習の記録",
        f"身についた 1・あやふや 1・まだ {len(CARDS) - 2}",
    ]
    start = lines.index("身についたこと") + 1
    skills = lines[start : start + len(CARDS)]
    assert "あやふや" in skills[0]
    assert "身についた" in skills[1]
    assert all(line.startswith("  [") for line in skills)
    (absent,) = (line for line in skills if line.endswith("本人のマイナンバーカード: なし"))
    (expired,) = (line for line in skills if line.endswith("本人のマイナンバーカード: 有効期限切れ"))
    assert "あやふや" in absent
    assert "身についた" in expired
    assert absent.count("#") < expired.count("#")
    assert sum("まだ" in line for line in skills) == len(CARDS) - 2


def test_what_was_missed_is_to_be_read_again_with_its_rule_and_place() -> None:
    lines = lines_of(practised((ABSENT, False), (EXPIRED, True)))
    start = lines.index("もう一度読む決まり")
    text = "".join(line.strip() for line in lines[start : lines.index("", start)])
    assert text.startswith("もう一度読む決まり1. 本人のマイナンバーカード: なし決まり: 本人のマイナンバー")
    assert "出典: 市のページ 西条市ホームページ" in text
    assert "「本人が来庁する場合」の1番目" in text
    assert "2. " not in text


def test_where_nothing_was_missed_there_is_nothing_to_read() -> None:
    assert "  読み直すところはありません。" in lines_of(practised((EXPIRED, True)))


def test_an_own_scene_that_was_missed_names_the_rule_of_papers_where_nothing_is_wrong_with_it() -> None:
    lines = lines_of(practised((CARDS["own/only-an-employee-id"], False)))
    start = lines.index("もう一度読む決まり")
    assert lines[start + 1] == "  1. 自作の場面: only-an-employee-id"
    assert "決まり: マイナンバーカードのほかに" in lines[start + 2]


def test_the_last_five_rounds_come_latest_first_in_local_days() -> None:
    past = [
        PastRound(
            at=datetime(2026, 11, day, 22, 0, tzinfo=UTC), level="test", scenes=day, points=71.5,
            seconds=None, rulebook="0" * 12,
        )
        for day in range(1, 8)
    ]  # fmt: skip
    past[-1] = replace(past[-1], level="guided", points=90.0, seconds=425.2)
    progress = replace(practised(), rounds=tuple(past))
    lines = lines_of(progress, now=NOW.astimezone(timezone(timedelta(hours=9))))
    first = lines.index("最近の練習") + 1
    assert lines[first : first + 6] == [
        "  令和8年11月8日 判定つき 7場面 90点 7:05",
        *(f"  令和8年11月{day + 1}日 判定なし {day}場面 71.5点" for day in (6, 5, 4, 3)),
        "",
    ]


def test_who_has_finished_no_round_is_told_so_and_of_an_open_one() -> None:
    lines = lines_of(replace(practised(), unfinished=Unfinished(level="test", clock=False)))
    assert "  終えた練習はまだありません。" in lines
    assert lines[2] == "途中の練習があります。続きから始められます。"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_line_fits_a_terminal(language: Language) -> None:
    everything = practised(*((card, False) for card in CARDS.values()))
    for line in lines_of(everything, language):
        assert width(line) <= CELLS
        assert is_certain(line)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, "[..........]"), (0.5, "[#####.....]"), (0.74, "[#######...]"), (1.0, "[##########]")],
)
def test_bars_are_plain_characters(share: float, drawn: str) -> None:
    assert bar(share) == drawn
