"""What skills are called, in both languages at once, from the labels of the rulebook."""

from collections import Counter

from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.scenes.tree import values_of
from mynadesk.practice.skills.turns import FactTurn
from mynadesk.rulebook.schema import Check, Requirement, Source
from mynadesk.wording import Wording
from mynadesk.words import Words


class Naming:
    """Names for cards, and their rules in words."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._ja = Wording(studio.book, "ja")
        self._en = Wording(studio.book, "en")

    def text(self, words: Words) -> Words:
        """Words with figures in place of their names."""
        return Words(self._ja.fill(words), self._en.fill(words))

    def filled(self, words: Words, **more: Words) -> Words:
        """Words with other words filled in."""
        ja = self._ja.fill(words, **{name: each.ja for name, each in more.items()})
        en = self._en.fill(words, **{name: each.en for name, each in more.items()})
        return Words(ja, en)

    def short(self, entry: Requirement) -> Words:
        """A requirement for narrow lines; with its route where there is another one of that name."""
        book, name = self._studio.book, self.text(entry.short or entry.label)
        alike = [rule for rule, each in book.requirements.items() if self._name(each) == self._name(entry)]
        routes = {route for rule in alike if book.requirements[rule] is entry for route in self._routes(rule)}
        if len(alike) == 1 or len(routes) != 1:
            return name
        route = self.text(book.routes[routes.pop()].label)
        return self.filled(self._studio.lore.cards.on_route, rule=name, route=route)

    def _name(self, entry: Requirement) -> str:
        return (entry.short or entry.label).ja

    def _routes(self, rule: str) -> list[str]:
        return self._studio.routes_of.get(rule, [])

    def rule(self, entry: Requirement) -> Words:
        """A requirement's rule, and how each answer stands where there are more than two."""
        rule = self.text(entry.rule)
        fact = self._studio.book.facts.get(entry.needs.fact or "")
        if fact is None or not fact.values or fact.listed_in:
            return rule
        table = values_of(self._studio.book, entry.needs)
        parts = [
            self.filled(
                self._studio.lore.cards.terms,
                part=self.text(fact.values[value]),
                standing=getattr(self._studio.book.words.standings, standing.name),
            )
            for value, standing in table.items()
        ]
        ja, en = "、".join(part.ja for part in parts), ", ".join(part.en for part in parts)
        return Words(f"{rule.ja}({ja})", f"{rule.en} ({en})")

    def cited(self, entry: Requirement) -> tuple[str, ...]:
        """Where a requirement is published, on all routes."""
        sources = entry.source.values() if isinstance(entry.source, dict) else [entry.source]
        return tuple(dict.fromkeys(text for source in sources for text in self.places(source)))

    def places(self, source: Source) -> tuple[str, ...]:
        """Citations, one each."""
        return (source,) if isinstance(source, str) else tuple(source)

    def answer(self, entry: Requirement, fact: str, turn: FactTurn) -> Words:
        """A fact and the answer on which it turns; the requirement's name alone where that says it all."""
        words, book = self._studio.lore.cards, self._studio.book
        about = book.facts.get(fact)
        label = self.text(about.label) if about else Words(fact, fact)
        value = turn.worse[0] if len(turn.worse) == 1 else turn.better[0]
        if about and about.listed_in and len(turn.better) == 1:
            part = self.text(book.reasons[turn.better[0]].label)
        elif about and value in about.values:
            part = self.text(about.values[value])
        else:
            part = label
        rule = self.short(entry) if about and not about.values else label
        return rule if part == rule else self.filled(words.part, rule=rule, part=part)

    def only(self, entry: Requirement, classes: tuple[str, ...]) -> Words:
        """A requirement with papers that are not enough."""
        words = self._studio.lore.cards
        if not classes:
            return self.filled(words.none, rule=self.short(entry))
        bring = self._studio.book.words.bring
        counted = [
            self.filled(bring.some, **{"class": Words(name, name), "count": Words(str(n), str(n))})
            for name, n in sorted(Counter(classes).items())
        ]
        joined = Words(
            bring.classes.ja.join(e.ja for e in counted), bring.classes.en.join(e.en for e in counted)
        )
        return self.filled(words.only, rule=self.short(entry), papers=joined)

    def kind(self, name: str) -> Words:
        """A kind of paper."""
        entry = self._studio.book.documents.kinds[name]
        return self.text(entry.short or entry.label)

    def kind_rule(self, name: str) -> Words:
        """As what a kind counts, and what such papers are."""
        documents = self._studio.book.documents
        group = documents.classes[documents.kinds[name].class_]
        part = self.filled(self._studio.lore.cards.part, rule=self.kind(name), part=self.text(group.label))
        rule = self.text(group.rule)
        return Words(f"{part.ja}。{rule.ja}", f"{part.en}. {rule.en}")

    def check(self, check: Check, kinds: tuple[str, ...]) -> Words:
        """What is wrong with a paper; of which kind, where it is one kind's."""
        problem = self.text(check.problem)
        if len(kinds) != 1:
            return self.filled(self._studio.lore.cards.paper, part=problem)
        return self.filled(self._studio.lore.cards.part, rule=self.kind(kinds[0]), part=problem)

    def purpose_rule(self, pin: str) -> Words:
        """Which PIN it is, and what that is used for."""
        entry = self._studio.book.pins[pin]
        label, use = self.text(entry.label), self.text(entry.use)
        number = str(entry.number)
        return self.filled(
            self._studio.lore.cards.part,
            rule=Words(f"{number} {label.ja}", f"{number} {label.en}"),
            part=use,
        )
