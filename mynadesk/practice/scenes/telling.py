"""A scene in words: what the person says, and what is to be seen and known, line by line."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from mynadesk.dates.age import whole_years
from mynadesk.decision.case import Document
from mynadesk.decision.decide import procedure_of
from mynadesk.practice.scenes.lore import Lore, Visitor
from mynadesk.practice.scenes.scene import Scene
from mynadesk.practice.scenes.studio import Studio
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_HOLDER = "holder"


class Told(NamedTuple):
    """A scene as a trainee reads it."""

    said: str
    """What the person says on coming."""
    people: list[str]
    """Who has come, and what is known of the holder."""
    things: list[str]
    """What lies on the counter and what is answered when asked."""

    def in_few_lines(self, language: Language) -> list[str]:
        """The same with all about people in one line, for where there is little room."""
        people = ("。" if language == "ja" else ". ").join(self.people)
        return [people, *self.things]

    @property
    def lines(self) -> list[str]:
        """All but what is said."""
        return [*self.people, *self.things]


def tell(scene: Scene, lore: Lore, wording: Wording) -> Told:
    """The scene in one language."""
    return _Teller(scene, lore, wording).told()


class _Teller:
    def __init__(self, scene: Scene, lore: Lore, wording: Wording) -> None:
        self._scene = scene
        self._facts = scene.case.facts
        self._lore = lore
        self._words = lore.telling
        self._wording = wording
        self._book: Rulebook = wording.book

    def told(self) -> Told:
        of_holder = [self._fact(name) for name in self._facts_told() if self._is_of_holder(name)]
        about = [*self._born(), *of_holder]
        people = [self._visitor(), *about]
        things = [self._fact(name) for name in self._facts_told() if not self._is_of_holder(name)]
        return Told(
            self._fill(self._scene.said),
            [text for text in people if text],
            [text for text in [*things, *self._papers()] if text],
        )

    def _fill(self, words: Words, **more: str) -> str:
        return self._wording.fill(words, **more)

    def _is_of_holder(self, fact: str) -> bool:
        return fact.startswith("holder.") or bool(self._book.facts[fact].listed_in)

    def _visitor(self) -> str:
        words = self._who.words if self._who else self._book.routes[self._route()].label
        return self._fill(words)

    @cached_property
    def _age(self) -> int:
        if self._scene.birth is not None:
            return whole_years(self._scene.birth, self._scene.case.on)
        return self._scene.age or 0

    @cached_property
    def _who(self) -> Visitor | None:
        return Studio(self._book, self._lore).visitor(self._facts, self._age)

    def _route(self) -> str:
        return procedure_of(self._book).route_of(self._facts).name

    def _born(self) -> Iterator[str]:
        if self._scene.birth is not None:
            yield self._fill(self._words.born, day=self._wording.day(self._scene.birth))
        elif self._scene.age is not None:
            yield self._fill(self._words.aged, years=str(self._scene.age))

    def _facts_told(self) -> Iterator[str]:
        """The facts that are told, in the order of the rulebook. An own scene's story tells the reason."""
        for name, fact in self._book.facts.items():
            if name not in self._facts or fact.type == "date_until_visit":
                continue
            if fact.listed_in and not self._scene.requirement:
                continue
            quiet = self._lore.facts.get(name)
            is_quiet = quiet is not None and self._facts[name] in quiet.quiet
            if name == self._scene.turns_on or not is_quiet:
                yield name

    def _fact(self, name: str) -> str:
        value, entry = self._facts[name], self._book.facts[name]
        words = self._lore.facts.get(name)
        key = str(value).lower() if isinstance(value, bool) else str(value)
        if words and key in words.told:
            return self._fill(words.told[key])
        if entry.listed_in:
            return self._reason(value)
        return self._fill(self._words.fact, fact=self._fill(entry.label), value=self._value(name, value))

    def _value(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return self._fill(self._words.yes if value else self._words.no_)
        return self._fill(self._book.facts[name].values[value])

    def _reason(self, reason: str) -> str:
        lore = self._lore.reasons.get(reason)
        studio = Studio(self._book, self._lore)
        told = [each.words for each in lore.told if studio.within(self._age, each.ages)] if lore else []
        if told:
            return self._fill(told[self._scene.voice % len(told)])
        label = self._book.reasons[reason].label if reason in self._book.reasons else None
        values = next(fact.values for fact in self._book.facts.values() if fact.listed_in)
        return self._fill(self._words.reason, reason=self._fill(label or values[reason]))

    # Papers

    def _papers(self) -> Iterator[str]:
        """Each paper; which one is wanting can be seen by what is there."""
        yield from map(self._paper, self._scene.case.documents)
        if not self._scene.case.documents:
            yield self._fill(self._words.nothing)

    def _owner(self, of: str) -> str:
        theirs = self._who.owner if self._who else self._book.routes[self._route()].label
        return self._fill(self._words.papers.holder if of == _HOLDER else theirs)

    def _paper(self, paper: Document) -> str:
        words = self._words.papers
        entry, lore = self._book.documents.kinds[paper.kind], self._lore.kinds.get(paper.kind)
        told = (
            lore.told[(self._scene.voice + (paper.of == _HOLDER)) % len(lore.told)]
            if lore and lore.told
            else None
        )
        kind = self._fill(told or entry.short or entry.label)
        name = self._fill(words.paper, owner=self._owner(paper.of), kind=kind)
        details = [text for text in self._details(paper) if text]
        if not details:
            return name
        return self._fill(words.detail, paper=name, details=self._wording.listed(details))

    def _details(self, paper: Document) -> Iterator[str]:
        words, documents = self._words.papers, self._book.documents
        entry = documents.kinds[paper.kind]
        usually = {**documents.classes[entry.class_].usually, **entry.usually}
        for name, value in paper.seen.items():
            property_ = documents.properties[name]
            what = self._fill(property_.label)
            if isinstance(value, date):
                until = property_.type == "expiry"
                template = words.until if until else words.on_day
                yield self._fill(template, what=what, day=self._wording.day(value))
            elif value is False:
                yield self._fill(self._words.papers.not_so.get(name, words.no_), what=what)
            elif value is True and usually.get(name) == "unknown":
                yield self._fill(self._words.papers.so.get(name, words.yes), what=what)
