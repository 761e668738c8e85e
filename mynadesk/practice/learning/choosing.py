"""Which card comes next."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal

import msgspec

from mynadesk.practice.learning.memory import Memory, drawn, is_changed, share_of, standing_of
from mynadesk.practice.scenes.scene import Card

Why = Literal["changed", "weak", "due", "new", "ahead"]
"""A rule that was edited; missed lately; time to repeat; never met; nothing else is left."""

_APART = 3
"""Other scenes between two of one missed card."""
_REPEATED = 2
"""So many repeated cards in a row, and a new one comes."""
_REST = timedelta(hours=1)
_TO_READ = 3


class Choice(msgspec.Struct, frozen=True):
    """The card that comes next, by its id."""

    card: str
    why: Why


def next_card(memory: Memory, cards: Sequence[Card], now: datetime) -> Choice | None:
    """What the trainee should meet next of `cards`; None only where there are none.

    Changed rules come first; then missed cards, as soon as three other scenes lay between; then what is
    due; then new ones: rules before lists, in an order that is the trainee's own. After two repeated cards
    in a row a new one comes, so that many misses do not keep the rest of the rulebook away.
    """
    changed = [card.id for card in cards if is_changed(memory, card)]
    new = [card for card in cards if card.id not in memory.skills]
    met = [card.id for card in cards if card.id in memory.skills]
    if changed:
        return Choice(_longest_ago(memory, changed), "changed")
    if new and _only_repeated(memory):
        return _new(memory, new)
    if weak := [id_ for id_ in met if _is_weak_again(memory, id_)]:
        return Choice(_longest_ago(memory, weak), "weak")
    if due := [id_ for id_ in met if memory.skills[id_].due <= now]:
        return Choice(min(due, key=lambda id_: (memory.skills[id_].due, id_)), "due")
    return _new(memory, new) if new else _ahead(memory, met, now)


def _longest_ago(memory: Memory, ids: Iterable[str]) -> str:
    return min(ids, key=lambda id_: memory.skills[id_].at)


def _is_weak_again(memory: Memory, id_: str) -> bool:
    """Whether a missed card may come back. Scenes of cards that left the rulebook lay between, too."""
    skill = memory.skills[id_]
    return skill.weak and memory.shown - skill.at > _APART


def _only_repeated(memory: Memory) -> bool:
    latest = [skill for skill in memory.skills.values() if skill.at >= memory.shown - _REPEATED]
    return len(latest) == _REPEATED and all(skill.showings > 1 for skill in latest)


def _new(memory: Memory, cards: Iterable[Card]) -> Choice:
    first = min(cards, key=lambda card: (card.rank, drawn(memory, card.id)))
    return Choice(first.id, "new")


def _ahead(memory: Memory, ids: Sequence[str], now: datetime) -> Choice | None:
    """What is due soonest; but what was met within the hour only after everything else, and then in turn."""
    rested = [id_ for id_ in ids if now - memory.skills[id_].last >= _REST]
    if rested:
        return Choice(min(rested, key=lambda id_: (memory.skills[id_].due, id_)), "ahead")
    return Choice(_longest_ago(memory, ids), "ahead") if ids else None


def three_to_read_again(memory: Memory, cards: Iterable[Card], now: datetime) -> tuple[str, ...]:
    """Ids of the cards, three at most, that were missed most lately and are not known: the worst first."""
    missed = [card for card in cards if card.id in memory.skills and memory.skills[card.id].misses]
    shaky = [card for card in missed if standing_of(memory, card, now)[0] == "shaky"]
    worst = sorted(shaky, key=lambda card: (-memory.skills[card.id].misses, share_of(memory, card, now)))
    return tuple(card.id for card in worst[:_TO_READ])
