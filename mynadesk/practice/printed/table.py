"""A trainee's progress as plain text: skills with bars, the last rounds, what to read again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from mynadesk.practice.learning.choosing import three_to_read_again
from mynadesk.practice.learning.memory import Standing, standing_of
from mynadesk.practice.learning.progress import PastRound, Progress
from mynadesk.practice.printed.pages import CELLS, indented
from mynadesk.practice.printed.published import rule_of
from mynadesk.practice.scenes.scene import Card
from mynadesk.practice.words import PracticeWords
from mynadesk.typeset import cut, pad, width
from mynadesk.wording import Wording
from mynadesk.words import Words

_BAR = 10
_LAST = 5
_INDENT = 2
_MINUTE = 60


def progress_lines(
    progress: Progress,
    cards: Mapping[str, Card],
    words: PracticeWords,
    wording: Wording,
    now: datetime,
) -> list[str]:
    """Everything, line by line, each of at most `CELLS` cells. Days are told in the time zone of `now`."""
    table = _Table(progress, cards, words, wording, now)
    parts = [table.head(), table.to_read(), table.rounds(), table.skills()]
    return [line for part in parts for line in [*part, ""]][:-1]


class _Table:
    def __init__(
        self,
        progress: Progress,
        cards: Mapping[str, Card],
        words: PracticeWords,
        wording: Wording,
        now: datetime,
    ) -> None:
        self._progress = progress
        self._cards = cards
        self._all = words
        self._words = words.progress
        self._wording = wording
        self._fill = wording.fill
        self._now = now
        self._stands = {id_: standing_of(progress.memory, card, now) for id_, card in cards.items()}

    def head(self) -> list[str]:
        counts = Counter(standing for standing, _ in self._stands.values())
        numbers = {name: str(counts[name]) for name in _STANDINGS}
        lines = [self._fill(self._words.title, name=self._progress.nickname)]
        lines.append(self._fill(self._words.counts, **numbers))
        if self._progress.unfinished is not None:
            lines.append(self._fill(self._words.unfinished))
        return lines

    def skills(self) -> list[str]:
        """A line a skill: its bar, how it stands, what it is called; shaky ones first, new ones last."""
        names = {name: self._fill(getattr(self._words, name)) for name in _STANDINGS}
        widest = max(map(width, names.values()))
        lines = [self._fill(self._words.skills)]
        worst_first = sorted(self._stands.items(), key=lambda item: _ORDER.index(item[1][0]))
        for id_, (standing, share) in worst_first:
            first = f"{' ' * _INDENT}{bar(share)} {pad(names[standing], widest)} "
            label = self._cards[id_].label.in_(self._wording.language)
            lines.append(first + cut(label, CELLS - width(first)))
        return lines

    def rounds(self) -> list[str]:
        """The last rounds, the latest first."""
        latest = self._progress.rounds[-_LAST:][::-1]
        lines = [self._round(each) for each in latest] or [self._fill(self._words.no_rounds)]
        return [self._fill(self._words.rounds), *(" " * _INDENT + line for line in lines)]

    def _round(self, past: PastRound) -> str:
        day = past.at.astimezone(self._now.tzinfo).date()
        level: Words = getattr(self._all.start, past.level)
        text = self._fill(
            self._words.round,
            day=self._wording.day(day),
            level=self._fill(level),
            scenes=str(past.scenes),
            points=f"{past.points:g}",
        )
        if past.seconds is None:
            return text
        minutes, seconds = divmod(round(past.seconds), _MINUTE)
        return self._fill(self._words.time, text=text, time=f"{minutes}:{seconds:02}")

    def to_read(self) -> list[str]:
        """What to read again: at most three cards, each with its rule and where that is published."""
        ids = three_to_read_again(self._progress.memory, self._cards.values(), self._now)
        lines = [self._fill(self._words.read_again)]
        for number, id_ in enumerate(ids, 1):
            lines += self._rule(number, self._cards[id_])
        return lines if ids else [*lines, " " * _INDENT + self._fill(self._words.nothing_to_read)]

    def _rule(self, number: int, card: Card) -> Iterator[str]:
        yield from indented(f"{number}. {card.label.in_(self._wording.language)}", _INDENT, 3)
        for line in rule_of(card, self._all.rules, self._wording):
            yield from indented(line, _INDENT + 3)


_STANDINGS: tuple[Standing, ...] = ("known", "shaky", "new")
_ORDER: tuple[Standing, ...] = ("shaky", "known", "new")


def bar(share: float) -> str:
    """A bar of plain characters, full at 1."""
    full = round(share * _BAR)
    return f"[{'#' * full}{'.' * (_BAR - full)}]"
