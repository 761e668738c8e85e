"""Trainees who are made up: cards, and what they get wrong."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from mynadesk.practice.answers.grading import Rating
from mynadesk.practice.learning.choosing import Choice, next_card
from mynadesk.practice.learning.memory import Memory, after
from mynadesk.practice.scenes.scene import Card
from mynadesk.words import Words

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
SCENE = timedelta(seconds=45)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
Answers = Callable[[str, int], Rating]
"""How a card goes, the how manieth time (from 1)."""


def card(number: int, mark: str = "as it was") -> Card:
    """One of any number of cards."""
    id_ = f"card/{number:02}"
    return Card(id_, Words(id_, id_), Words(f"規則 {mark}", f"rule {mark}"), (), mark)


def cards(count: int) -> list[Card]:
    return [card(number) for number in range(count)]


def always_right(_card: str, _time: int) -> Rating:
    return "good"


def wrong_on(*ids: str, until: int = 1000, right: Rating = "good") -> Answers:
    """Wrong on these cards, the first `until` times."""
    return lambda id_, time: "again" if id_ in ids and time <= until else right


def sixty_at_once(count: int = 60) -> Iterator[datetime]:
    """Scene after scene, less than a minute each."""
    return (START + number * SCENE for number in range(count))


def ten_a_day(count: int = 60) -> Iterator[datetime]:
    """Ten scenes each morning."""
    return (START + number // 10 * DAY + number % 10 * SCENE for number in range(count))


def practised(
    memory: Memory, deck: list[Card], answers: Answers, times: Iterator[datetime]
) -> tuple[Memory, list[Choice]]:
    """What came, scene by scene, and what is remembered then."""
    by_id, met, chosen = {each.id: each for each in deck}, dict[str, int](), list[Choice]()
    for now in times:
        choice = next_card(memory, deck, now)
        assert choice is not None
        chosen.append(choice)
        met[choice.card] = met.get(choice.card, 0) + 1
        memory = after(memory, by_id[choice.card], answers(choice.card, met[choice.card]), now)
    return memory, chosen
