"""What `mynadesk rules rule` lists: rulings, what is left to a supervisor, posts and grounds."""

from collections.abc import Iterator
from datetime import date

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.rulings import leaves_kind, overdue_sentences, ruling_title
from mynadesk.rulebook.schema import Needs
from mynadesk.typeset import wrap, wrap_at_blanks
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_RULED = Words("いまの取り決め", "Rulings")
_NONE = Words("まだありません。", "There are none yet.")
_LEFT = Words(
    "責任者の判断に任されていること(下の行のように指定します)",
    "What is left to a supervisor, and how it is typed",
)
_FIGURES = Words("値を決められる数値", "Figures whose value can be ruled")
_POSTS = Words("--by に書ける役職", "Posts for --by")
_GROUNDS = Words("--because に書ける理由", "Grounds for --because")
_TWINS = Words("同じ種類の書類2点", "Two papers of one kind")
_REVIEW = Words("見直しの期限 {day}", "to be looked at again by {day}")
_ENDS = Words("{day}まで", "until {day}")
_STANDS = "met|missing|decline"


def listed(book: Rulebook, on: date, language: Language, cells: int) -> Iterator[str]:
    """Lines of at most `cells`."""
    wording = Wording(book.at(on), language)
    yield _RULED.in_(language)
    for name, ruling in book.rulings.items():
        yield from _indented(ruling_title(book, name).in_(language), cells)
        words, day = (_ENDS, ruling.applies_until) if ruling.applies_until else (_REVIEW, ruling.review)
        yield f"    {name}  {words.in_(language).format(day=wording.day(date.fromisoformat(day)))}"
    if not book.rulings:
        yield f"  {_NONE.in_(language)}"
    for each in overdue_sentences(book, on):
        yield from _indented(f"! {each.in_(language)}", cells)
    yield _LEFT.in_(language)
    yield from _told(_left(wording, on), cells)
    yield _FIGURES.in_(language)
    yield from _told(_figures(wording), cells)
    for title, entries in ((_POSTS, book.office.posts), (_GROUNDS, book.office.grounds)):
        yield title.in_(language)
        yield from (f"  {name}  {wording.fill(label)}" for name, label in entries.items())


def _indented(text: str, cells: int) -> list[str]:
    return [f"  {line}" for line in wrap(text, cells - 2, 2)]


def _told(entries: Iterator[tuple[str, str]], cells: int) -> Iterator[str]:
    for label, typed in entries:
        yield from _indented(label, cells)
        yield from (f"    {line}" for line in wrap_at_blanks(typed, cells - 4))


def _left(wording: Wording, on: date) -> Iterator[tuple[str, str]]:
    """Whatever stands at consult, and how it would be typed."""
    book = wording.book
    for name, kind in book.documents.kinds.items():
        if leaves_kind(book, name, on):
            yield wording.fill(kind.label), f"--kind {name} --as {kind.class_}"
    if book.documents.two_of_one_kind.standing == "consult":
        yield _TWINS.in_(wording.language), "--two-of-one-kind met|missing"
    for name, entry in book.requirements.items():
        for fact, answer in _answers_at_consult(entry.needs):
            label = f"{wording.fill(entry.label)}: {_case(wording, fact, answer)}"
            yield label, f"--requirement {name} --fact {fact} --answer {answer} --stands {_STANDS}"


def _case(wording: Wording, fact: str, answer: str) -> str:
    """What is so, where the answer is this one."""
    entry = wording.book.facts[fact]
    if answer in entry.values:
        return wording.fill(entry.values[answer])
    if entry.listed_in is not None and answer in wording.book.reasons:
        return wording.fill(wording.book.reasons[answer].label)
    label = wording.fill(entry.label)
    return label if answer == "true" else f"{label} ({answer})"


def _figures(wording: Wording) -> Iterator[tuple[str, str]]:
    for name, figure in wording.book.figures.items():
        if figure.unit != "date":
            yield f"{wording.fill(figure.label)} ({figure.value})", f"--figure {name} --value N"


def _answers_at_consult(needs: Needs) -> Iterator[tuple[str, str]]:
    for part in needs.all or needs.any or []:
        yield from _answers_at_consult(part)
    for answer, standing in (needs.is_ or {}).items():
        if needs.fact is not None and standing == "consult":
            yield needs.fact, answer
