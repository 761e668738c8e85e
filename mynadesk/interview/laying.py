"""A case that was written elsewhere, laid on the desk as if its questions had been answered."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from msgspec.structs import replace

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.interview.course import facts_told
from mynadesk.interview.sheet import PaperSeen, Sheet, asked, assumed_key, choices_of, facts_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.desk_schema import Choice, Question
from mynadesk.wording import Wording

Answers = dict[str, str]


def lay(book: Rulebook, case: Case) -> Sheet:
    """The sheet that tells a case, by the rulebook of its day; no more papers are waited for.

    Its answers are the nearest there are; what they tell otherwise than the case, too much or not at all,
    is laid as it is in the case.

    Raises:
        NotInForce: there is no rulebook for the day of the case.
    """
    book = book.at(case.on)
    nearest = {name: key for group in _groups(book) for name, key in group.nearest(case.facts)[1].items()}
    answers = _left_open(book, nearest, case.facts)
    pins = tuple(pin for pin in book.pins if pin in case.pins)
    closed = frozenset(name for name, question in book.desk.questions.items() if question.papers_of)
    sheet = Sheet(answers=answers, pins=pins, pins_told=True, papers=_papers(book, case), closed=closed)
    told = facts_of(book, sheet)
    differing = {name: value for name, value in case.facts.items() if told.get(name) != value}
    return replace(sheet, laid=differing | dict.fromkeys(told.keys() - case.facts.keys()))


def untold(book: Rulebook, facts: dict[str, Any]) -> int:
    """How many facts the questions would tell otherwise, too many or not at all."""
    return sum(sum(group.nearest(facts)[0]) for group in _groups(book))


def said_of(wording: Wording, sheet: Sheet) -> str:
    """What was laid though no question tells it, as a sentence; nothing where there is none."""
    if not sheet.laid:
        return ""
    what = wording.listed(named(wording, name, value) for name, value in sheet.laid.items())
    return wording.fill(wording.words.laid.beside, what=what)


def _papers(book: Rulebook, case: Case) -> tuple[PaperSeen, ...]:
    """The papers as they were seen. What is open of one is asked."""
    judged = decide(book, case).papers
    return tuple(
        PaperSeen(each.kind, each.of, dict(each.seen), settled=not any(s.ask for s in paper.sides.values()))
        for each, paper in zip(case.documents, judged, strict=True)
    )


def named(wording: Wording, name: str, value: Any) -> str:
    """A fact and its answer; a date, which may be that of somebody's birth, by its name alone."""
    fact, words = wording.book.facts.get(name), wording.words.laid
    label = wording.fill(fact.label) if fact else name
    if value is None:
        return f"{label} {wording.fill(words.unknown)}"
    if isinstance(value, bool):
        return f"{label} {wording.fill(words.yes if value else words.no)}"
    listed = wording.book.listed(name).get(value)
    answer = listed.label if listed else fact.values.get(str(value)) if fact else None
    if fact is None and listed:
        return wording.fill(listed.label)
    return f"{label} {wording.fill(answer)}" if answer else label


# Answers


_Way = tuple[Answers, dict[str, Any]]
"""One way to answer some questions, and what that tells."""


class _Group:
    """Questions that tell of the same facts."""

    def __init__(self, facts: frozenset[str], ways: tuple[_Way, ...]) -> None:
        """`ways`: all there are, also those that leave questions open."""
        self._facts, self._ways = facts, ways
        self._nearest: dict[Any, tuple[tuple[int, ...], Answers]] = {}

    def nearest(self, facts: dict[str, Any]) -> tuple[tuple[int, ...], Answers]:
        """The way that tells what is known and as little else as can be, and how far it is from that."""
        wanted = {name: value for name, value in facts.items() if name in self._facts}
        key = frozenset(wanted.items())
        if key not in self._nearest:
            far = ((_distance(wanted, told), answers) for answers, told in self._ways)
            self._nearest[key] = min(far, key=lambda way: way[0])
        return self._nearest[key]


@lru_cache(maxsize=64)
def _groups(book: Rulebook) -> tuple[_Group, ...]:
    """The questions that have choices."""
    groups: list[tuple[frozenset[str], list[str]]] = []
    for name, question in book.desk.questions.items():
        if question.asks_for or question.papers_of:
            continue
        told, members, apart = facts_told(book, name), [name], []
        for facts, others in groups:
            if facts & told or question.after.keys() & set(others):
                told, members = told | facts, [*others, *members]
            else:
                apart.append((facts, others))
        groups = [*apart, (told, members)]
    return tuple(_Group(told, tuple(_ways(book, names))) for told, names in groups)


def _ways(book: Rulebook, names: list[str]) -> Iterator[_Way]:
    questions = book.desk.questions
    choices = {name: {"": None, **_telling(book, questions[name])} for name in names}
    for keys in product(*choices.values()):
        answers = {name: key for name, key in zip(names, keys, strict=True) if key}
        if all(asked(Sheet(answers=answers), questions[name]) for name in answers):
            chosen = (choices[name][key] for name, key in answers.items())
            yield answers, {fact: value for each in chosen if each for fact, value in each.sets.items()}


def _telling(book: Rulebook, question: Question) -> dict[str, Choice]:
    """The choices that tell something."""
    return {key: choice for key, choice in choices_of(book, question).items() if not choice.later}


def _distance(wanted: dict[str, Any], told: dict[str, Any]) -> tuple[int, int, int]:
    """How many facts are told otherwise, how many are told too many, how many are not told.

    Who has come counts as told otherwise where it is not told: all the rest hangs on that.
    """
    otherwise = sum(wanted.get(name, value) != value for name, value in told.items())
    missed = wanted.keys() - told.keys()
    return otherwise + len(missed & {"visitor", "visit"}), len(told.keys() - wanted.keys()), len(missed)


def _left_open(book: Rulebook, answers: Answers, facts: dict[str, Any]) -> Answers:
    """The answers, and those that keep a question open which else would be answered for the clerk."""
    found = dict(answers)
    for name, question in book.desk.questions.items():
        key = assumed_key(question, facts) if name not in answers else None
        choices = choices_of(book, question)
        if key is not None and not choices[key].sets.items() <= facts.items():
            later = [other for other, choice in choices.items() if choice.later]
            found |= dict(zip([name], later, strict=False))
    return found
