"""Questions of the desk: each asks one thing, tells known facts and refers to answers that exist."""

from collections.abc import Iterable, Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.facts import Answers, answers_of, wrong_facts
from mynadesk.rulebook.checks.faults import Finding, absent, not_exactly_one, said
from mynadesk.rulebook.desk_schema import Question
from mynadesk.rulebook.schema import COUNTED_VISITOR, Facts, Key
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


def untouched(book: Rulebook) -> Iterator[Finding]:
    """A screen is hidden after it was announced, and its case goes after it was hidden."""
    times = book.desk.untouched
    if not 0 < times.warn_for < times.hide_after < times.drop_after:
        order = "warn_for、hide_after、drop_after", "warn_for, hide_after, drop_after"
        what = f"秒数が {order[0]} の順に大きくなっていません。", f"The seconds of {order[1]} do not grow."
        mend = "この順に大きくなる、1以上の秒数にしてください。", "Let them grow in this order, from 1 up."
        yield Finding(_FILE, ("untouched",), said(what, mend))


def next_visit(book: Rulebook) -> Iterator[Finding]:
    """What is said of the next visit stands beside questions that there are."""
    for number, name in enumerate(book.desk.next_visit.beside):
        if name not in book.desk.questions:
            place = "desk.yaml の questions", "questions of desk.yaml"
            yield Finding(_FILE, ("next_visit", "beside", number), absent(name, book.desk.questions, place))


def keys_of(book: Rulebook, question: Question) -> list[Key]:
    """The keys that answer a question, those of a list elsewhere included."""
    listed = book.listed(question.listed).values() if question.listed else ()
    return [*(entry.key for entry in listed), *(choice.key for choice in question.choices)]


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
            if _half_a_visitor(choice.sets):
                yield Finding(_FILE, (*path, "choices", number, "sets"), _no_visitor())


def _half_a_visitor(sets: Facts) -> bool:
    """Agents come twice, so no route fits an agent without a visit; nobody else's visits are counted."""
    return ("visit" in sets) != (sets.get("visitor") == COUNTED_VISITOR)


def _no_visitor() -> Fault:
    what = (
        f"「visitor: {COUNTED_VISITOR}」と visit がそろっていません。",
        f'"visitor: {COUNTED_VISITOR}" and visit go together.',
    )
    mend = f"{COUNTED_VISITOR} には visit(1 か 2)を書き、ほかの方には書かないでください。"
    return said(what, (mend, f"Give {COUNTED_VISITOR} its visit, 1 or 2, and nobody else."))


def _listed(book: Rulebook, listed: str, path: Path) -> Iterator[Finding]:
    known = [name for name in ("operation", *book.facts) if book.listed(name)]
    if listed not in known:
        place = "一覧(operations.yaml、reasons.yaml)のある項目", "what has a list of its own"
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
    for number, assumed in enumerate(question.assumed):
        here = (*path, "assumed", number)
        yield from _key(assumed.answer, keys_of(book, question), path[-1], (*here, "answer"))
        yield from wrong_facts(answers, assumed.while_, _FILE, (*here, "while"))


def _key(key: Key, known: Iterable[Key], name: str | int, path: Path) -> Iterator[Finding]:
    if key not in known:
        place = f"質問「{name}」の選択肢", f'the choices of "{name}"'
        yield Finding(_FILE, path, absent(str(key), map(str, known), place))
