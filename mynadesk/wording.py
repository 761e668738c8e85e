"""A decision in words: the one place where what was decided becomes sentences."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from mynadesk.dates.age import first_birth_date_still_younger
from mynadesk.dates.japanese import shown
from mynadesk.dates.months import first_issue_date_still_within
from mynadesk.decision.decision import PARTIAL, PIN_WORDS, Decision, Outcome
from mynadesk.decision.papers import Paper
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Needs, Papers, Source
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

    def at(self, on: date) -> "Wording":
        """The words and figures of a day. Raises NotInForce."""
        book = self.book.at(on)
        return self if book is self.book else Wording(book, self.language)

    def fill(self, words: Words, **more: str) -> str:
        """The words with figures, and whatever else is given, in place of {names}."""
        text = words.in_(self.language)
        if "{" not in text:
            return text
        known = {**self._figures, **more}
        return _PLACEHOLDER.sub(lambda name: known.get(name[1], name[0]), text)

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

    def first_issue_date(self, on: date) -> str:
        """The first day of issue that is recent enough on the day `on`, for the first such fact."""
        rule = next((fact.issued_within for fact in self.book.facts.values() if fact.issued_within), None)
        if rule is None:
            return ""
        return self.day(first_issue_date_still_within(int(self.book.figures[rule.months].value), on))

    # The verdict

    def headline(self, decision: Decision, final: bool = False) -> str:
        """The verdict line. `final`: nothing more will be shown, so what is absent is missing."""
        words, verdict = self.words.verdicts, decision.verdict
        if verdict in ("accept", PARTIAL):
            return self.fill(getattr(words, f"{verdict}_{decision.flow}"))
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
            return self._by_standing(decision)
        standing = Standing(PIN_WORDS.index(verdict))
        names = list(dict.fromkeys(self.lacks(each) for each in _standing(decision, standing)))
        if standing is Standing.missing:
            names += self._headed(self.words.verdicts.to_ask, decision, Standing.ask)
        if standing in (Standing.missing, Standing.ask):
            names += self._headed(self.words.verdicts.to_supervisor, decision, Standing.consult)
        return names

    def _headed(self, words: Words, decision: Decision, standing: Standing) -> list[str]:
        """Requirements of one standing, the first of them headed with what is done about them."""
        names = list(dict.fromkeys(map(self.short, _standing(decision, standing))))
        return [self.fill(words, name=name) if place == 0 else name for place, name in enumerate(names)]

    def _by_standing(self, decision: Decision) -> list[str]:
        """The PINs by how they stand, each group with its word."""
        groups: dict[str, list[str]] = {}
        for pin, word in decision.pins.items():
            groups.setdefault(word, []).append(self.pin(pin))
        which = self.words.verdicts.which
        return [
            self.fill(which, standing=self.standing(Standing(PIN_WORDS.index(word))), pins=self.listed(pins))
            for word, pins in sorted(groups.items(), key=lambda group: PIN_WORDS.index(group[0]))
        ]

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

    def bring(self, outcome: Outcome, spoken: bool = False) -> str:
        """The classes of papers that are lacking, such as "AまたはBを1点"; nothing where no classes are."""
        alternatives = [
            one for one in outcome.bring if all(name in self.book.documents.classes for name in one)
        ]
        return self._alternatives(alternatives, self._spoken_class if spoken else self._class_name)

    def _alternatives(self, alternatives: list[list[str]], name: Callable[[str], str]) -> str:
        if len(alternatives) > 1 and all(len(one) == 1 for one in alternatives):
            names = self.fill(self.words.bring.single).join(name(one[0]) for one in alternatives)
            return self.fill(self.words.bring.some, **{"class": names, "count": "1"})
        return self.fill(self.words.bring.or_).join(self._counted(one, name) for one in alternatives)

    def _counted(self, classes: list[str], name: Callable[[str], str]) -> str:
        each = sorted(set(classes))
        if len(each) > 1 and len(each) == len(classes):
            joined = self.fill(self.words.bring.classes).join(map(name, each))
            return self.fill(self.words.bring.each, classes=joined)
        some = (
            self.fill(self.words.bring.some, **{"class": name(one), "count": str(classes.count(one))})
            for one in each
        )
        return self.fill(self.words.bring.classes).join(some)

    def _class_name(self, name: str) -> str:
        return name

    def _spoken_class(self, name: str) -> str:
        return self.fill(self.book.documents.classes[name].spoken)

    # What is said

    def tell(self, decision: Decision) -> list[str]:
        """What to tell the person at the counter, sentence by sentence."""
        worst_first = [each for standing in _TOLD for each in _standing(decision, standing)]
        if decision.verdict == "decline":  # nothing that was brought would help
            worst_first = [each for each in worst_first if each.standing is Standing.decline]
        if decision.flow is None:
            worst_first = [each for each in worst_first if each.rule.turns_away]
        said = [self.said(each) for each in worst_first]
        return [text for text in [*self._opening(decision), *said] if text]

    def _opening(self, decision: Decision) -> list[str]:
        if decision.verdict == "accept":
            return [self.fill(getattr(self.words.say, f"accept_{decision.flow}"))]
        if decision.verdict != PARTIAL:
            return []
        opening = self.fill(getattr(self.words.say, f"partial_{decision.flow}"), **self._yes_and_no(decision))
        if decision.second_visit is None:
            return [opening]
        return [self.fill(getattr(self.words.say, f"accept_{decision.flow}")), opening]

    def new_pins(self, decision: Decision) -> list[str]:
        """What the PINs that are set today have to look like."""
        if decision.second_visit is not None:
            return []
        accepted = [pin for pin, word in decision.pins.items() if word == "accept"]
        return [
            self.fill(self.words.say.new_pin, pin=self.pin(pin), form=self.pin_form(pin)) for pin in accepted
        ]

    def said(self, outcome: Outcome) -> str:
        """What a requirement has to say as it stands."""
        words = outcome.rule.say.get(name_of(outcome.standing))
        if words is None:
            return ""
        bring = self.bring(outcome, spoken=True)
        gap = "" if self.language == "ja" else " "
        return f"{self.fill(words)}{gap}({bring})" if bring else self.fill(words)

    def asked(self, outcome: Outcome) -> str:
        """What the clerk finds out for a requirement that is being asked about."""
        words = outcome.rule.say.get("ask")
        return self.fill(words) if words else ""

    def to_check(self, decision: Decision) -> list[str]:
        """What the clerk still has to find out."""
        if decision.verdict == "decline":
            return []
        return [text for each in _standing(decision, Standing.ask) if (text := self.said(each))]

    def needed_next(self, decision: Decision, spoken: bool = False) -> list[str]:
        """All that the second visit will need, what was shown today included: it is shown again."""
        if decision.verdict == "decline":
            return []
        then = decision.second_visit or ()
        brought = [each for each in then if name_of(Standing.missing) in each.rule.say]
        open_ = (Standing.missing, Standing.ask)
        return [
            self._in_full(each, spoken) for each in brought if each.standing in open_ or each.reads.owners
        ]

    def _in_full(self, outcome: Outcome, spoken: bool) -> str:
        """A requirement with all the papers that it wants, as if nothing had been shown."""
        wanted = [one for papers in _papers(outcome.rule.needs) for one in papers.one_of]
        counted = self._alternatives(wanted, self._spoken_class if spoken else self._class_name)
        return f"{self.label(outcome)} {counted}" if counted else self.label(outcome)

    def advice(self, decision: Decision) -> list[tuple[str, str]]:
        """Other ways, each with its name and text."""
        entries = [self.book.alternatives[name] for name in decision.advice]
        return [(self.fill(each.label) if each.label else "", self.fill(each.text)) for each in entries]

    def notes(self, decision: Decision, whole: bool = True) -> list[str]:
        """What the clerk should know at the end: without what stood beside a question, and, while the PINs
        are not told (`whole` is false), without what is about them."""
        return [
            self.fill(notice.text)
            for _, notice in decision.notes
            if not (notice.beside or notice.when.papers) and (whole or not notice.when.pins)
        ]

    # Reasons and sources

    def rule(self, outcome: Outcome) -> str:
        """The rule in our words."""
        return self.fill(outcome.rule.rule)

    def paper_problems(self, paper: Paper, seen: Iterable[str]) -> list[str]:
        """Why a paper does not count: the rules behind what was seen of it."""
        if not paper.sides:
            otherwise = self.book.documents.kinds[paper.kind].otherwise
            return [self.fill(otherwise)] if otherwise else []
        known = {None, *seen}
        return [self.fill(check.rule) for check in paper.problems if check.rule and check.property in known]

    def places(self, source: Source) -> list[Place]:
        """Where a rule is published, a layer and a place each."""
        return [self._place(text) for text in _each(source)]

    def _place(self, text: str) -> Place:
        name, _, part = text.partition(" / ")
        entry = self.book.sources[name]
        heading, _, number = part.rpartition(" / ")
        where = self.fill(self.words.panel.place, heading=heading, number=number) if part else ""
        return Place(self.fill(self.book.rulebook.layers[entry.layer]), self.fill(entry.title), where)

    def sources(self, outcome: Outcome, decision: Decision) -> list[str]:
        """The citations behind an outcome: its own, and those of what keeps its papers from counting."""
        cited = list(outcome.cited)
        if outcome.standing is not Standing.met:
            papers = [paper for paper in decision.papers if paper.of in outcome.reads.owners]
            cited += [text for paper in papers for check in paper.problems for text in _each(check.source)]
        return list(dict.fromkeys([*cited, *_rulings(outcome, decision)]))

    # Papers

    def confirmation(self, kind: str, seen: dict[str, Any]) -> str:
        """What Enter says of a paper: that it is an original, in date, and bears what its kind must."""
        words, entry = self.words.case, self.book.documents.kinds[kind]
        parts = [words.original, words.in_date]
        sides = {side.property for side in self.book.documents.classes[entry.class_].counts.values()}
        shown = words.photo if "photo" in sides else words.entries
        if not any(seen.get(name) is False for name in sides if name):
            parts.append(shown)
        joined = "・" if self.language == "ja" else ", "
        return self.fill(self.words.panel.confirm, parts=joined.join(self.fill(part) for part in parts))


def _rulings(outcome: Outcome, decision: Decision) -> Iterator[str]:
    """The office's rulings by which papers count, or that set a figure which the rule names."""
    book = decision.book
    met_by = [paper.kind for paper in decision.papers if paper.index in outcome.met_by]
    figures = _PLACEHOLDER.findall(outcome.rule.label.ja + outcome.rule.rule.ja)
    ruled = [book.documents.kinds[kind].ruled for kind in met_by]
    ruled += [book.documents.two_of_one_kind.ruled] if len({*met_by}) < len(met_by) else []
    ruled += [book.figures[name].ruled for name in figures if name in book.figures]
    return (name for name in ruled if name is not None)


def _papers(needs: Needs) -> list[Papers]:
    """Every place for papers in a tree of needs."""
    inside = [papers for part in needs.all or needs.any or [] for papers in _papers(part)]
    return [needs.papers, *inside] if needs.papers else inside


def _standing(decision: Decision, standing: Standing) -> list[Outcome]:
    return [each for each in decision.requirements if each.standing is standing]


def _each(source: Source) -> list[str]:
    return [source] if isinstance(source, str) else source
