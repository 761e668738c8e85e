"""A decision in words: the one place where what was decided becomes sentences."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from mynadesk.dates.age import first_birth_date_still_younger
from mynadesk.dates.japanese import shown
from mynadesk.decision.decision import PARTIAL, PIN_WORDS, Decision, Outcome
from mynadesk.decision.papers import Paper
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Source
from mynadesk.standing import Standing, name_of
from mynadesk.words import Language, Words

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TOLD = (Standing.decline, Standing.missing, Standing.consult)


class Place(msgspec.Struct, frozen=True):
    """Where a rule comes from."""

    layer: str
    title: str
    part: str
    """The place within it: heading and number."""


class Wording:
    """The rulebook's words in one language."""

    def __init__(self, book: Rulebook, language: Language) -> None:
        self.book = book
        self.words = book.words
        self.language: Language = language

    def fill(self, words: Words, **more: str) -> str:
        """The words with figures, and whatever else is given, in place of {names}."""
        text = words.in_(self.language)
        if "{" not in text:
            return text
        return _PLACEHOLDER.sub(lambda name: more.get(name[1]) or self._figures.get(name[1], name[0]), text)

    @cached_property
    def _figures(self) -> dict[str, str]:
        return {name: self.figure(name) for name in self.book.figures}

    def figure(self, name: str) -> str:
        """A figure as it is read: a bare number, or a date of this language's calendar."""
        entry = self.book.figures[name]
        return self.day(date.fromisoformat(str(entry.value))) if entry.unit == "date" else str(entry.value)

    def day(self, day: date) -> str:
        """A date in this language's calendar."""
        return shown(day, self.language)

    def first_birth_date(self, on: date) -> str:
        """The first birth date that is still too young on the day `on`, for the first age of the facts."""
        rules = (fact.younger_than for fact in self.book.facts.values() if fact.younger_than)
        rule = next(rules, None)
        if rule is None:
            return ""
        return self.day(first_birth_date_still_younger(int(self.book.figures[rule.years].value), on))

    # The verdict

    def headline(self, decision: Decision, final: bool = False) -> str:
        """The verdict line. `final`: nothing more will be shown, so what is absent is missing."""
        words, verdict = self.words.verdicts, decision.verdict
        if verdict == "accept":
            return self.fill(getattr(words, f"accept_{decision.flow}"))
        if verdict == "decline":
            return self.fill(words.decline_pins if decision.flow else words.decline_visitor)
        if verdict == "incomplete" and final:
            return self.fill(words.incomplete_final) + self._differing(decision)
        return self.fill(getattr(words, verdict)) + self._differing(decision)

    def _differing(self, decision: Decision) -> str:
        differs = len(set(decision.pins.values())) > 1 and decision.verdict != PARTIAL
        return self.fill(self.words.verdicts.differs) if differs else ""

    def details(self, decision: Decision) -> list[str]:
        """What is still open, or why, part by part: what stands under the verdict."""
        verdict = decision.verdict
        if verdict == "accept":
            return (
                [self.fill(self.words.verdicts.first_visit_next)] if decision.second_visit is not None else []
            )
        if verdict == PARTIAL:
            return [self.fill(self.words.verdicts.which, **self._yes_and_no(decision))]
        standing = Standing(PIN_WORDS.index(verdict))
        names = [self.lacks(each) for each in _standing(decision, standing)]
        if standing is Standing.missing:
            names += map(self.short, _standing(decision, Standing.ask))
        return list(dict.fromkeys(names))

    def listed(self, parts: Iterable[str]) -> str:
        """Parts as one enumeration, each once."""
        return ("、" if self.language == "ja" else ", ").join(dict.fromkeys(parts))

    def _yes_and_no(self, decision: Decision) -> dict[str, str]:
        def numbers(accepted: bool) -> str:
            wanted = (pin for pin, word in decision.pins.items() if (word == "accept") == accepted)
            return self.listed(self.pin(pin) for pin in wanted)

        return {"yes": numbers(True), "no": numbers(False)}

    def pin(self, name: str) -> str:
        """A PIN by its number and short name."""
        entry = self.book.pins[name]
        return f"{entry.number} {self.fill(entry.short)}"

    def pin_form(self, name: str) -> str:
        """What the PIN looks like."""
        entry = self.book.pins[name]
        length = {"from": str(entry.length.from_), "to": str(entry.length.to), "tries": str(entry.tries)}
        return self.fill(entry.form, **length)

    # Requirements

    def standing(self, standing: Standing, final: bool = False) -> str:
        """One word for a standing."""
        words = self.words.standings
        if standing is Standing.missing and final:
            return self.fill(words.missing_final)
        return self.fill(getattr(words, standing.name))

    def label(self, outcome: Outcome) -> str:
        """The requirement's name."""
        return self.fill(outcome.rule.label)

    def short(self, outcome: Outcome) -> str:
        """The requirement's name for narrow lines."""
        return self.fill(outcome.rule.short or outcome.rule.label)

    def lacks(self, outcome: Outcome) -> str:
        """A requirement with what would have to be added to it."""
        bring = self.bring(outcome)
        return f"{self.short(outcome)} {bring}" if bring else self.short(outcome)

    def bring(self, outcome: Outcome) -> str:
        """The classes of papers that are lacking, such as "AまたはBを1点"; nothing where no classes are."""
        alternatives = [
            one for one in outcome.bring if all(name in self.book.documents.classes for name in one)
        ]
        if len(alternatives) > 1 and all(len(one) == 1 for one in alternatives):
            names = self.fill(self.words.bring.single).join(one[0] for one in alternatives)
            return self.fill(self.words.bring.some, **{"class": names, "count": "1"})
        return self.fill(self.words.bring.or_).join(map(self._counted, alternatives))

    def _counted(self, classes: list[str]) -> str:
        each = sorted(set(classes))
        if len(each) > 1 and len(each) == len(classes):
            return self.fill(self.words.bring.each, classes=self.fill(self.words.bring.classes).join(each))
        some = (
            self.fill(self.words.bring.some, **{"class": name, "count": str(classes.count(name))})
            for name in each
        )
        return self.fill(self.words.bring.classes).join(some)

    # What is said

    def tell(self, decision: Decision) -> list[str]:
        """What to tell the person at the counter, sentence by sentence."""
        worst_first = [each for standing in _TOLD for each in _standing(decision, standing)]
        if decision.flow is None:
            worst_first = [each for each in worst_first if each.rule.turns_away]
        said = [self.said(each) for each in worst_first]
        return [text for text in [*self._opening(decision), *said] if text]

    def _opening(self, decision: Decision) -> list[str]:
        if decision.verdict == "accept":
            return [self.fill(getattr(self.words.say, f"accept_{decision.flow}"))]
        if decision.verdict == PARTIAL:
            return [self.fill(self.words.say.partial, **self._yes_and_no(decision))]
        return []

    def said(self, outcome: Outcome) -> str:
        """What a requirement has to say as it stands."""
        words = outcome.rule.say.get(name_of(outcome.standing))
        if words is None:
            return ""
        bring = self.bring(outcome)
        gap = "" if self.language == "ja" else " "
        return f"{self.fill(words)}{gap}({bring})" if bring else self.fill(words)

    def asked(self, outcome: Outcome) -> str:
        """What the clerk finds out for a requirement that is being asked about."""
        words = outcome.rule.say.get("ask")
        return self.fill(words) if words else ""

    def to_check(self, decision: Decision) -> list[str]:
        """What the clerk still has to find out."""
        return [text for each in _standing(decision, Standing.ask) if (text := self.said(each))]

    def needed_next(self, decision: Decision) -> list[str]:
        """What the second visit will need beyond what was shown today."""
        wanted = (Standing.missing, Standing.ask)
        return [self.lacks(each) for each in decision.second_visit or () if each.standing in wanted]

    def advice(self, decision: Decision) -> list[tuple[str, str]]:
        """Other ways, each with its name and text."""
        entries = [self.book.alternatives[name] for name in decision.advice]
        return [(self.fill(each.label) if each.label else "", self.fill(each.text)) for each in entries]

    def notes(self, decision: Decision) -> list[str]:
        """What the clerk should know."""
        return [self.fill(notice.text) for _, notice in decision.notes]

    # Reasons and sources

    def rule(self, outcome: Outcome) -> str:
        """The rule in our words."""
        return self.fill(outcome.rule.rule)

    def paper_problems(self, paper: Paper) -> list[str]:
        """Why a paper does not (yet) count: the rules behind it."""
        if not paper.sides:
            otherwise = self.book.documents.kinds[paper.kind].otherwise
            return [self.fill(otherwise)] if otherwise else []
        return [self.fill(check.rule) for check in paper.problems if check.rule]

    def places(self, source: Source) -> list[Place]:
        """Where a rule is published, a layer and a place each."""
        return [self._place(text) for text in _each(source)]

    def _place(self, text: str) -> Place:
        name, _, part = text.partition(" / ")
        entry = self.book.sources[name]
        return Place(self.fill(self.book.rulebook.layers[entry.layer]), self.fill(entry.title), part)

    def sources(self, outcome: Outcome, decision: Decision) -> list[str]:
        """The citations behind an outcome: its own, and those of what keeps its papers from counting."""
        cited = list(_each(outcome.rule.source))
        if outcome.standing is not Standing.met:
            papers = [paper for paper in decision.papers if paper.of in outcome.reads.owners]
            cited += [text for paper in papers for check in paper.problems for text in _each(check.source)]
        return list(dict.fromkeys(cited))

    # Papers

    def confirmation(self, kind: str, seen: dict[str, Any]) -> str:
        """What Enter says of a paper: that it is an original, in date, and bears what its kind must."""
        words, entry = self.words.case, self.book.documents.kinds[kind]
        parts = [words.original, words.in_date]
        sides = self.book.documents.classes[entry.class_].counts.values()
        open_ = {side.property for side in sides} - {name for name, value in seen.items() if value is True}
        parts.append(words.photo if "photo" in open_ else words.entries)
        joined = "・" if self.language == "ja" else ", "
        return self.fill(self.words.panel.confirm, parts=joined.join(self.fill(part) for part in parts))


def _standing(decision: Decision, standing: Standing) -> list[Outcome]:
    return [each for each in decision.requirements if each.standing is standing]


def _each(source: Source) -> list[str]:
    return [source] if isinstance(source, str) else source
