"""Questions of the desk: each asks one thing, tells known facts and refers to answers that exist."""

from collections.abc import Iterable, Iterator

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking_facts import Answers, answers_of, wrong_facts
from mynadesk.rulebook.checking_faults import Finding, absent, not_exactly_one
from mynadesk.rulebook.schema import Key, Question
from mynadesk.strict_yaml import Path

_FILE = "desk"
_EARLIER = "この質問より前の質問", "the questions before this one"


def questions(book: Rulebook) -> Iterator[Finding]:
    """Faults of the questions in desk.yaml."""
    answers = answers_of(book)
    earlier: dict[str, Question] = {}
    for name, question in book.desk.questions.items():
        path = ("questions", name)
        yield from _one_thing(question, path)
        yield from _choices(answers, question, path)
        if question.listed is not None:
            yield from _listed(book, question.listed, path)
        if question.after:
            yield from _after(book, earlier, question, path)
        yield from _usual(book, answers, question, path)
        earlier[name] = question


def keys_of(book: Rulebook, question: Question) -> list[Key]:
    """The keys that answer a question, those of a list elsewhere included."""
    listed = [reason.key for reason in book.reasons.values()] if question.listed else []
    return [*listed, *(choice.key for choice in question.choices)]


def _one_thing(question: Question, path: Path) -> Iterator[Finding]:
    ways = {
        "choices": bool(question.choices or question.listed),
        "asks_for": question.asks_for is not None,
        "papers_of": question.papers_of is not None,
    }
    fault = not_exactly_one(ways)
    if fault:
        yield Finding(_FILE, path, fault)


def _choices(answers: Answers, question: Question, path: Path) -> Iterator[Finding]:
    for number, choice in enumerate(question.choices):
        fault = not_exactly_one({"sets": bool(choice.sets), "later": choice.later})
        if fault:
            yield Finding(_FILE, (*path, "choices", number), fault)
        if choice.sets:
            yield from wrong_facts(answers, choice.sets, _FILE, (*path, "choices", number, "sets"))


def _listed(book: Rulebook, listed: str, path: Path) -> Iterator[Finding]:
    known = [name for name, fact in book.facts.items() if fact.listed_in]
    if listed not in known:
        place = "facts.yaml の listed_in のある項目", "facts.yaml with listed_in"
        yield Finding(_FILE, (*path, "listed"), absent(listed, known, place))


def _after(book: Rulebook, earlier: dict[str, Question], question: Question, path: Path) -> Iterator[Finding]:
    for name, keys in question.after.items():
        if name not in earlier:
            yield Finding(_FILE, (*path, "after", name), absent(name, earlier, _EARLIER))
            continue
        known = keys_of(book, earlier[name])
        for number, key in enumerate(keys):
            yield from _key(key, known, name, (*path, "after", name, number))


def _usual(book: Rulebook, answers: Answers, question: Question, path: Path) -> Iterator[Finding]:
    if question.enter is not None:
        yield from _key(question.enter, keys_of(book, question), path[-1], (*path, "enter"))
    if question.assumed is not None:
        yield from _key(
            question.assumed.answer, keys_of(book, question), path[-1], (*path, "assumed", "answer")
        )
        yield from wrong_facts(answers, question.assumed.while_, _FILE, (*path, "assumed", "while"))


def _key(key: Key, known: Iterable[Key], name: str | int, path: Path) -> Iterator[Finding]:
    if key not in known:
        place = f"質問「{name}」の選択肢", f'the choices of "{name}"'
        yield Finding(_FILE, path, absent(str(key), map(str, known), place))
