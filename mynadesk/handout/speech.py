"""The words of papers and rulebook in one tongue."""

from collections.abc import Iterable, Sequence
from datetime import date

from mynadesk.decision.decision import Outcome
from mynadesk.decision.papers import Paper as Shown
from mynadesk.handout.words import HandoutWords, Three, Tongue
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Check
from mynadesk.standing import Standing, name_of
from mynadesk.wording import Wording
from mynadesk.words import Words

_HOLDER = "holder"


class Speech:
    """What is said of a decision on paper."""

    def __init__(self, book: Rulebook, words: HandoutWords, tongue: Tongue) -> None:
        self.book, self.words, self.tongue = book, words, tongue
        self.wording = Wording(book, "en" if tongue == "en" else "ja")
        self._easy = words.easy if tongue == "easy" else type(words.easy)()

    def say(self, three: Three, **more: str) -> str:
        """Words of the papers, filled in."""
        return self.wording.fill(three.in_(self.tongue), **more)

    def _either(self, easy: str | None, words: Words) -> str:
        return self.wording.fill(words if easy is None else Words(easy, easy))

    def day(self, day: date) -> str:
        """A date; plain Japanese counts years as the world does."""
        return f"{day.year}年{day.month}月{day.day}日" if self.tongue == "easy" else self.wording.day(day)

    def listed(self, parts: Iterable[str]) -> str:
        """Parts as one enumeration."""
        return self.wording.listed(parts)

    def together(self, sentences: Iterable[str]) -> str:
        """Sentences as one paragraph."""
        return ("" if self.tongue == "ja" else " ").join(sentences)

    # Names of the rulebook

    def city(self) -> str:
        """Whose desk it is."""
        return self._either(self._easy.city, self.book.rulebook.city)

    def offices(self) -> list[str]:
        """Every desk, with what it is called there where the tongue is English."""
        desk = self.words.desks.desk
        return [
            self.say(
                desk, desk=self._either(self._easy.offices.get(name), office.label), name=office.label.ja
            )
            for name, office in self.book.rulebook.offices.items()
        ]

    def operation(self, name: str) -> str:
        """What is asked for."""
        return self._either(self._easy.operations.get(name), self.book.operations[name].label)

    def pin(self, name: str) -> str:
        """A PIN by its number and short name."""
        return self._easy.pins.get(name) or self.wording.pin(name)

    def pins(self, names: Iterable[str]) -> str:
        """PINs as one enumeration."""
        return self.listed(map(self.pin, names))

    def kind(self, name: str) -> str:
        """A kind of paper."""
        return self._either(self._easy.kinds.get(name), self.book.documents.kinds[name].label)

    def class_(self, name: str) -> str:
        """A class of papers as it is called to the person at the counter."""
        own = self.words.classes.get(name)
        return self.say(own) if own else self.wording.fill(self.book.documents.classes[name].spoken)

    def owner(self, of: str, visitor: str) -> str:
        """Whose paper it is; `of` as documents tell it, `visitor` who came."""
        return self.say(getattr(self.words.owners, _HOLDER if of == _HOLDER else visitor))

    def brought(self, outcome: Outcome) -> str:
        """What a requirement asks people to bring."""
        words = outcome.rule.say.get(name_of(Standing.missing), outcome.rule.label)
        return self._either(self._easy.requirements.get(outcome.id), words)

    def exception(self, outcome: Outcome) -> str | None:
        """The rule where it knows cases in which nothing has to be brought."""
        rule = outcome.rule
        return self._either(self._easy.rules.get(outcome.id), rule.rule) if rule.needs.any else None

    # Papers

    def counted(self, alternatives: Iterable[Sequence[str]]) -> str:
        """Classes that are wanted, such as 顔写真つきの書類を2点、または..."""
        return self.say(self.words.count.or_).join(map(self._together, alternatives))

    def _together(self, classes: Sequence[str]) -> str:
        each, count = sorted(set(classes)), self.words.count
        if len(each) > 1 and len(each) == len(classes):
            joined = self.say(count.and_).join(map(self.class_, each))
            return self.say(count.each, classes=joined)
        some = (
            self.say(count.some, **{"class": self.class_(one), "count": str(classes.count(one))})
            for one in each
        )
        return self.say(count.and_).join(some)

    def conditions(self, classes: Iterable[str]) -> list[str]:
        """What has to be so with every paper of these classes."""
        documents = self.book.documents
        names = dict.fromkeys(check for class_ in classes for check in documents.classes[class_].checks)
        return [text for name in names if (text := self._rule(name, documents.checks[name]))]

    def _rule(self, name: str, check: Check) -> str:
        easy = self._easy.checks.get(name)
        return self._either(easy.rule if easy else None, check.rule) if check.rule else ""

    def problems(self, paper: Shown, seen: Iterable[str]) -> list[str]:
        """Why a paper does not count, as far as it has been looked at."""
        if not paper.sides:
            otherwise = self.book.documents.kinds[paper.kind].otherwise
            return [self._either(self._easy.otherwise.get(paper.kind), otherwise)] if otherwise else []
        known = {None, *seen}
        return [self._problem(check) for check in paper.problems if check.property in known]

    def _problem(self, check: Check) -> str:
        checks = self.book.documents.checks
        name = next((name for name, entry in checks.items() if entry is check), check.property)
        easy = self._easy.checks.get(str(name))
        if check.always == name_of(Standing.consult):  # the rulebook says it to the clerk
            return self.say(self.words.papers.doubtful)
        return self._either(easy.problem if easy else None, check.problem)
