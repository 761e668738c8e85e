"""What the ids in the counts are called. What the rules no longer name goes by its id."""

from datetime import date

from mynadesk.dates.japanese import short
from mynadesk.decision.decision import PARTIAL, PIN_WORDS
from mynadesk.ledger.count import What
from mynadesk.ledger.daybook.book import Kind
from mynadesk.ledger.daybook.words import DayBookWords
from mynadesk.ledger.labels import STATES, STEPS
from mynadesk.ledger.states import State, Step
from mynadesk.wording import Wording
from mynadesk.words import Words

_WEEKDAYS = Words("月火水木金土日", "MoTuWeThFrSaSu")


class Names:
    """The names of everything that is counted, in one language."""

    def __init__(self, words: DayBookWords, wording: Wording) -> None:
        self.words, self._wording = words, wording
        self.language = wording.language
        book = wording.book
        short_of = {
            name.partition("/")[0]: each.short or each.label
            for name, each in reversed(book.requirements.items())
        }
        verdicts = {name: getattr(words.verdicts, name) for name in (*PIN_WORDS, PARTIAL)}
        states = {state.value: label for state, label in STATES.items()}
        self._labels: dict[Kind, dict[str, Words]] = {
            "verdict": verdicts,
            "route": {name: route.label for name, route in book.routes.items()},
            "missing": short_of,
            "paper": {name: each.label for name, each in book.documents.classes.items()},
            "step": {step.value: label for step, label in STEPS.items()},
            "waiting": states,
            "dropped": states,
        }
        self._order: dict[str, int] = {
            name: place
            for place, name in enumerate(
                [*PIN_WORDS[:1], PARTIAL, *PIN_WORDS[1:], *book.routes, *book.pins, *Step, *State]
            )
        }

    def fill(self, words: Words, **more: str) -> str:
        """The words in our language."""
        return self._wording.fill(words, **more)

    def kind(self, kind: Kind) -> str:
        """What a kind of counts is called."""
        return self.fill(getattr(self.words.kinds, kind))

    def of(self, kind: Kind, which: str) -> str:
        """What one of the kind is called."""
        if kind == "pin":
            return self._wording.pin(which) if which in self._wording.book.pins else which
        label = self._labels[kind].get(which)
        return which if label is None else self.fill(label)

    def stand(self, what: What) -> str:
        """How a PIN stood, by the kind of its count."""
        return self.of("verdict", what.value.partition("_")[2])

    def place(self, which: str) -> int:
        """Where one comes among its like; what the rules no longer name comes last."""
        return self._order.get(which, len(self._order))

    def desk(self, desk: str | None) -> str:
        """A desk, or all of them."""
        if desk is None:
            return self.fill(self.words.every_desk)
        office = self._wording.book.rulebook.offices.get(desk)
        return self.fill(office.label) if office else desk

    def day(self, day: date) -> str:
        """A day with its day of the week, short."""
        names = self.fill(_WEEKDAYS)
        each = len(names) // 7
        weekday = names[day.weekday() * each :][:each]
        return f"{short(day) if self.language == 'ja' else day.isoformat()}({weekday})"

    def days(self, first: date, last: date) -> str:
        """One day, or the days from the first to the last."""
        if first == last:
            return self.day(first)
        return self.fill(self.words.days_from_to, first=self.day(first), last=self.day(last))
