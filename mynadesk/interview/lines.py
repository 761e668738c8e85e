"""The case so far, line by line: each question with its answer and how it stands."""

from datetime import date
from typing import Any, NamedTuple

from mynadesk.dates.japanese import short
from mynadesk.decision.decision import PIN_WORDS, Outcome
from mynadesk.decision.papers import Paper
from mynadesk.interview.course import Look, checks_of, outcome_lines
from mynadesk.interview.sheet import PaperSeen, asked, assumed_key, choices_of, counted_papers
from mynadesk.interview.steps import AskChoice, AskPaper, AskPapers, AskPins, Step
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.desk_schema import Question
from mynadesk.rulebook.schema import Check
from mynadesk.standing import Standing
from mynadesk.wording import Wording


class Line(NamedTuple):
    """One line of the case."""

    label: str
    answer: str
    standing: Standing | None
    """None where nothing is required of it."""
    step: Step
    """What is asked again when the clerk goes back to the line."""
    question: str
    told: bool
    """Whether there is an answer that can be changed."""
    outcomes: tuple[Outcome, ...] = ()
    """The requirements that stand behind it."""


def lines_of(book: Rulebook, wording: Wording, look: Look, silent: bool = False) -> list[Line]:
    """Every line, in the order of the desk's questions. A requirement keeps its place while it changes.

    `silent`: only what was told and what is asked now, and nothing of how that stands.
    """
    outcomes = outcome_lines(book, look)
    lines: list[Line] = []
    for name, question in book.desk.questions.items():
        behind = tuple(outcomes.get(name, ()))
        if not asked(look.sheet, question) or not (behind or _always(book, question)):
            continue
        found = (
            _paper_lines(wording, look, name, question, () if silent else behind, silent)
            if question.papers_of
            else [_line(book, wording, look, name, question, () if silent else behind, silent)]
        )
        if not silent or found[0].told or found[0].step == look.step or _always(book, question):
            lines += found
    return lines


def _always(book: Rulebook, question: Question) -> bool:
    """Who, what for and which PINs have a line from the start, and so has what was asked because of it."""
    told = {fact for choice in choices_of(book, question).values() for fact in choice.sets}
    return bool(question.asks_for or question.after or told & {"visitor", "operation"})


def _line(
    book: Rulebook,
    wording: Wording,
    look: Look,
    name: str,
    question: Question,
    behind: tuple[Outcome, ...],
    silent: bool,
) -> Line:
    standing = max((each.standing for each in behind), default=None)
    label = wording.fill(question.label)
    if question.asks_for:
        pins = _pins_text(wording, look, silent)
        return Line(label, pins, standing, AskPins(name), name, bool(look.sheet.pins), behind)
    answer = _answer(book, wording, look, name, question)
    return Line(label, answer, standing, AskChoice(name), name, bool(answer), behind)


def _pins_text(wording: Wording, look: Look, silent: bool) -> str:
    """One PIN by its name; several by number, each with how it stands once that is decided and is said."""
    pins = look.sheet.pins
    if len(pins) < 2:
        return wording.listed(map(wording.pin, pins))
    words = look.decision.pins if look.decision and look.whole and not silent else {}
    numbers: dict[str, list[str]] = {}
    for pin in pins:
        numbers.setdefault(words.get(pin, ""), []).append(str(wording.book.pins[pin].number))
    if len(numbers) < 2:
        return "・".join(str(wording.book.pins[pin].number) for pin in pins)
    final = is_missing_for_good(look)
    return " ".join(
        f"{'・'.join(same)}{_pin_standing(wording, word, final)}" for word, same in numbers.items()
    )


def _pin_standing(wording: Wording, word: str, final: bool) -> str:
    return wording.standing(Standing(PIN_WORDS.index(word)), final)


def is_missing_for_good(look: Look) -> bool:
    """Whether what is absent reads 不足, not 必要: everything was asked, and it matters."""
    return look.final and look.decision is not None and look.decision.verdict != "decline"


def _answer(book: Rulebook, wording: Wording, look: Look, name: str, question: Question) -> str:
    choices, key = choices_of(book, question), look.sheet.answers.get(name)
    if key is None:
        key = assumed_key(question, look.facts)
        if key is None:
            return ""
        assumed = choices[key]
        answer = wording.fill(assumed.short or assumed.label)
        return answer if assumed.later else wording.fill(wording.words.case.assumed, answer=answer)
    return wording.fill(choices[key].short or choices[key].label)


def _paper_lines(
    wording: Wording, look: Look, name: str, question: Question, behind: tuple[Outcome, ...], silent: bool
) -> list[Line]:
    """A line for each paper; the first bears the requirement's name and standing."""
    owner = str(question.papers_of)
    standing = max((each.standing for each in behind), default=None)
    label = wording.short(behind[0]) if behind else wording.fill(question.label)
    shown = [entry for entry in judged_papers(look) if entry[1].of == owner]
    told_of = _seen_text if silent else paper_text
    closed = wording.fill(wording.words.panel.closed) if name in look.sheet.closed else ""
    if not shown:
        return [Line(label, closed, standing, AskPapers(name, owner), name, bool(closed), behind)]
    lines = [
        Line("", told_of(wording, paper, judged), None, AskPaper(index), name, True, behind)
        for index, paper, judged in shown
    ]
    if closed:  # a line of its own, so that one more paper can be added after all
        lines.append(Line("", closed, None, AskPapers(name, owner), name, True, behind))
    return [lines[0]._replace(label=label, standing=standing), *lines[1:]]


def judged_papers(look: Look) -> list[tuple[int, PaperSeen, Paper]]:
    """The papers that belong to the request: place on the sheet, what was told, and the judgement."""
    counted = counted_papers(look.sheet, look.facts)
    judged = iter(look.decision.papers if look.decision else ())
    return [(index, paper, next(judged)) for index, paper in enumerate(look.sheet.papers) if paper in counted]


def paper_text(wording: Wording, paper: PaperSeen, judged: Paper | None) -> str:
    """A paper with what was seen of it, such as "運転免許証 A 期限切れ"."""
    kind = wording.book.documents.kinds[paper.kind]
    name = wording.fill(kind.short or kind.label)
    if judged is not None and not judged.sides:
        return f"{name} {wording.fill(wording.words.case.unclassed)}"
    return f"{name} {kind.class_} {_state(wording, paper, judged)}".rstrip()


def _seen_text(wording: Wording, paper: PaperSeen, _: Paper | None) -> str:
    """A paper with what the clerk has said of it, whatever that means."""
    kind = wording.book.documents.kinds[paper.kind]
    parts = [wording.fill(kind.short or kind.label), kind.class_]
    problems = _problems_told(wording, paper)
    if not problems and (not paper.settled or paper.later):
        parts.append(wording.fill(wording.words.case.unchecked))
    return " ".join([*parts, *problems, *_dates(wording, paper)])


def _problems_told(wording: Wording, paper: PaperSeen) -> list[str]:
    """What the clerk has found not to be in order, in the order of the keys that say so."""
    checks = {check.property: check for check in checks_of(wording.book, paper.kind)}
    return [
        wording.fill(checks[name].problem)
        for exception in wording.book.desk.paper.exceptions
        for name, value in exception.sets.items()
        if name in checks and paper.seen.get(name) == value
    ]


def _dates(wording: Wording, paper: PaperSeen) -> list[str]:
    """The first date that was told of a paper."""
    dates = [text for name, value in paper.seen.items() if (text := date_text(wording, name, value))]
    return dates[:1]


def _state(wording: Wording, paper: PaperSeen, judged: Paper | None) -> str:
    against = [check for check in judged.problems if _was_seen(check, paper)] if judged else []
    if against:
        return _problem_text(wording, paper, against[0])
    dates = _dates(wording, paper)
    if not paper.settled or paper.later:
        return " ".join([wording.fill(wording.words.case.unchecked), *dates])
    return " ".join(dates)


def _problem_text(wording: Wording, paper: PaperSeen, check: Check) -> str:
    """What speaks against a paper, with the date that does so where one was typed."""
    value = paper.seen.get(check.property) if check.property else None
    day = date_text(wording, str(check.property), value) if isinstance(value, date) else ""
    return f"{wording.fill(check.problem)} {day}".rstrip()


def _was_seen(check: Check, paper: PaperSeen) -> bool:
    return check.property is None or check.property in paper.seen


def date_text(wording: Wording, name: str, value: Any) -> str:
    """A date seen on a paper, as narrow lines show it; nothing where there is none."""
    words = wording.words.case
    if isinstance(value, tuple):
        side, limit = value
        return wording.fill(
            words.since if side == "since" else words.before, era=short(limit), date=limit.isoformat()
        )
    if not isinstance(value, date):
        return ""
    expiry = wording.book.documents.properties[name].type == "expiry"
    return wording.fill(words.expiry if expiry else words.issued, era=short(value), date=value.isoformat())
