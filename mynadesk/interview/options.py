"""The answers that are offered at a step, each with the key that gives it."""

from typing import NamedTuple

from mynadesk.interview.answering import may_count, properties_of
from mynadesk.interview.sheet import Sheet, choices_of, key_text
from mynadesk.interview.steps import AskChoice, AskLimit, AskPaper, AskPapers, AskPins, Step
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording

ENTER = "Enter"
_NO_MORE = "+"


class Option(NamedTuple):
    key: str
    """A digit, dots and a digit, "Enter" or "+"."""
    label: str
    more: str = ""
    chosen: bool = False

    @property
    def page(self) -> int:
        """On which list it stands: 0 for those without a dot."""
        return self.key.count(".")


def options_of(book: Rulebook, wording: Wording, sheet: Sheet, step: Step) -> list[Option]:
    """Everything that can be answered at `step`, on all its lists."""
    match step:
        case AskChoice(question):
            return _choices(book, wording, sheet, question)
        case AskPins():
            return _pins(book, wording, sheet)
        case AskPapers(_, owner):
            return _kinds(book, wording, owner)
        case AskPaper(index):
            return _paper(book, wording, sheet, index)
        case AskLimit(_, _, limit):
            return [
                Option(key_text(choice.key), wording.fill(choice.label, limit=wording.figure(limit)))
                for choice in book.desk.paper.limits
            ]
    return []


def _choices(book: Rulebook, wording: Wording, sheet: Sheet, name: str) -> list[Option]:
    question = book.desk.questions[name]
    options = [
        Option(
            key,
            wording.fill(choice.label),
            wording.fill(choice.more) if choice.more else "",
            sheet.answers.get(name) == key,
        )
        for key, choice in choices_of(book, question).items()
    ]
    if question.enter is None:
        return options
    usual = next(option for option in options if option.key == key_text(question.enter))
    return [Option(ENTER, usual.label), *options]


def _pins(book: Rulebook, wording: Wording, sheet: Sheet) -> list[Option]:
    return [
        Option(str(pin.number), wording.fill(pin.short), wording.fill(pin.use), name in sheet.pins)
        for name, pin in book.pins.items()
    ]


def _kinds(book: Rulebook, wording: Wording, owner: str) -> list[Option]:
    options = [
        Option(key_text(kind.key), wording.fill(kind.label), kind.class_)
        for name, kind in book.documents.kinds.items()
        if may_count(book, name, owner)
    ]
    return [*options, Option(_NO_MORE, wording.fill(wording.words.panel.finish))]


def _paper(book: Rulebook, wording: Wording, sheet: Sheet, index: int) -> list[Option]:
    paper = sheet.papers[index]
    looked_at = properties_of(book, paper.kind)
    exceptions = [
        Option(key_text(each.key), wording.fill(each.label))
        for each in book.desk.paper.exceptions
        if set(each.sets) <= looked_at
        and (each.types is None or each.types in looked_at)
        and (paper.settled or not each.sets or not each.sets.items() <= paper.seen.items())
    ]
    return [Option(ENTER, wording.confirmation(paper.kind, paper.seen)), *exceptions]


def purposes_of(book: Rulebook, wording: Wording) -> dict[str, tuple[str, Option]]:
    """What a person may have wanted to do, by key: the PIN it needs, and how it is offered."""
    found = {}
    for name, pin in book.pins.items():
        for purpose in pin.purposes:
            key, number = key_text(purpose.key), str(pin.number)
            more = wording.fill(wording.words.panel.pin_number, number=number)
            found[key] = name, Option(key, wording.fill(purpose.label), more)
    return dict(sorted(found.items()))
