"""What typing cannot find in telling.yaml: names that the rulebook does not have, ranges, days."""

from collections.abc import Collection, Iterable, Iterator

from mynadesk.practice.filling import wrong_words
from mynadesk.practice.scenes.lore import Ages, FactWords, KindLore, Lore, SchoolYears, Wish
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.facts import answers_of, wrong_facts
from mynadesk.rulebook.checks.faults import Finding, absent, plain, said
from mynadesk.rulebook.checks.figures import no_date, wrong_figure
from mynadesk.rulebook.checks.notices import wrong_when
from mynadesk.strict_yaml import Path

_FILE = "telling"
_FACTS = "facts.yaml", "facts.yaml"
_KINDS = "documents.yaml の kinds", "kinds of documents.yaml"
_PROPERTIES = "documents.yaml の properties", "properties of documents.yaml"
_PINS = "pins.yaml", "pins.yaml"
_OPERATIONS = "operations.yaml", "operations.yaml"
_SCHOOL_YEARS = range(1, 13)


def wrong_lore(book: Rulebook, lore: Lore) -> Iterator[Finding]:
    """Faults of telling.yaml."""
    yield from _least(lore.adult, 1, ("adult",))
    yield from _ages(book, lore.visitors, ("visitors",))
    for fact, about in lore.facts.items():
        yield from _fact(book, fact, about, ("facts", fact))
    for kind, entry in lore.kinds.items():
        yield from _names([kind], book.documents.kinds, _KINDS, ("kinds",))
        yield from _kind(book, entry, ("kinds", kind))
    yield from _reasons(book, lore)
    for number, wish in enumerate(lore.wishes):
        yield from _wish(book, wish, ("wishes", number))
    for number, when in enumerate(lore.never):
        yield from wrong_when(book, when, _FILE, ("never", number))
    yield from _telling(book, lore)
    yield from _words(book, lore)


def _names(
    names: Iterable[str], known: Collection[str], place: tuple[str, str], path: Path, listed: bool = False
) -> Iterator[Finding]:
    """Names that are not known: keys of a mapping at `path`, or items of a list there."""
    for number, name in enumerate(names):
        if name not in known:
            yield Finding(_FILE, (*path, number if listed else name), absent(name, known, place))


def _least(value: int, least: int, path: Path) -> Iterator[Finding]:
    if value < least:
        what = f"「{value}」は使えません。", f'"{value}" cannot be.'
        yield Finding(_FILE, path, said(what, (f"{least}以上にしてください。", f"{least} is the least.")))


def _ages(book: Rulebook, ages: Ages, path: Path) -> Iterator[Finding]:
    values = []
    for field, value in (("from", ages.from_), ("to", ages.to)):
        if isinstance(value, str):
            yield from wrong_figure(book, value, "years", _FILE, (*path, field))
            values += [figure.value for name, figure in book.figures.items() if name == value]
        else:
            yield from _least(value, 0, (*path, field))
            values.append(value)
    yield from _in_order(values, path)


def _in_order(values: Iterable[int | str], path: Path) -> Iterator[Finding]:
    numbers = [value for value in values if isinstance(value, int)]
    if numbers != sorted(numbers):
        what = f"from の{numbers[0]}が to の{numbers[-1]}より大きくなっています。"
        english = f"From, {numbers[0]}, is more than to, {numbers[-1]}."
        mend = "from は to 以下にしてください。", "Let from be at most to."
        yield Finding(_FILE, path, said((what, english), mend))


def _fact(book: Rulebook, fact: str, about: FactWords, path: Path) -> Iterator[Finding]:
    if fact not in book.facts:
        yield Finding(_FILE, path, absent(fact, book.facts, _FACTS))
        return
    values = book.fact_values[fact]
    known, place = [*map(plain, values)], (f"「{fact}」の答え", f'the answers of "{fact}"')
    yield from _names(about.told, known, place, (*path, "told"))
    yield from _names(about.ages, known, place, (*path, "ages"))
    yield from _names(map(plain, about.quiet), known, place, (*path, "quiet"), listed=True)
    for value, ages in about.ages.items():
        yield from _ages(book, ages, (*path, "ages", value))
    yield from wrong_facts(answers_of(book), about.only_if, _FILE, (*path, "only_if"))


def _kind(book: Rulebook, entry: KindLore, path: Path) -> Iterator[Finding]:
    yield from _ages(book, entry.ages, (*path, "ages"))
    yield from _least(entry.in_force, 0, (*path, "in_force"))
    if entry.last_expiry is not None and (fault := no_date(entry.last_expiry)):
        yield Finding(_FILE, (*path, "last_expiry"), fault)
    yield from _names(entry.never_with, book.documents.kinds, _KINDS, (*path, "never_with"), listed=True)


def _reasons(book: Rulebook, lore: Lore) -> Iterator[Finding]:
    known = [
        str(value) for name, fact in book.facts.items() if fact.listed_in for value in book.fact_values[name]
    ]
    place = "reasons.yaml と facts.yaml の理由", "the reasons of reasons.yaml and facts.yaml"
    yield from _names(lore.reasons, known, place, ("reasons",))
    for reason, entry in lore.reasons.items():
        yield from _ages(book, entry.ages, ("reasons", reason, "ages"))
        for number, told in enumerate(entry.told):
            yield from _ages(book, told.ages, ("reasons", reason, "told", number, "ages"))
        if entry.school:
            yield from _school(entry.school, ("reasons", reason, "school"))


def _school(years: SchoolYears, path: Path) -> Iterator[Finding]:
    first, last = _SCHOOL_YEARS[0], _SCHOOL_YEARS[-1]
    for field, year in (("from", years.from_), ("to", years.to)):
        if year not in _SCHOOL_YEARS:
            what = f"「{year}」という学年はありません。", f'There is no school year "{year}".'
            mend = f"{first}から{last}までにしてください。", f"Take one from {first} to {last}."
            yield Finding(_FILE, (*path, field), said(what, mend))
    yield from _in_order((years.from_, years.to), path)


def _wish(book: Rulebook, wish: Wish, path: Path) -> Iterator[Finding]:
    pin = book.pins.get(wish.pin)
    if pin is None:
        yield Finding(_FILE, (*path, "pin"), absent(wish.pin, book.pins, _PINS))
    elif wish.purpose not in (keys := [purpose.key for purpose in pin.purposes]):
        place = f"「{wish.pin}」の purposes", f'the purposes of "{wish.pin}"'
        fault = absent(str(wish.purpose), map(str, keys), place)
        yield Finding(_FILE, (*path, "purpose"), fault)
    if wish.operation not in book.operations:
        fault = absent(wish.operation, book.operations, _OPERATIONS)
        yield Finding(_FILE, (*path, "operation"), fault)
    yield from _ages(book, wish.ages, (*path, "ages"))


def _telling(book: Rulebook, lore: Lore) -> Iterator[Finding]:
    telling, answers = lore.telling, answers_of(book)
    for number, visitor in enumerate(telling.visitors):
        here = ("telling", "visitors", number)
        yield from wrong_facts(answers, visitor.when, _FILE, (*here, "when"))
        yield from _ages(book, visitor.ages, (*here, "ages"))
        if visitor.older_by:
            yield from _ages(book, visitor.older_by, (*here, "older_by"))
    for field, wishes in (
        ("wish_for_purpose", telling.wish_for_purpose),
        ("wish_for_pins", telling.wish_for_pins),
    ):
        yield from _names(wishes, book.operations, _OPERATIONS, ("telling", field))
    for field, properties in (("so", telling.papers.so), ("not_so", telling.papers.not_so)):
        at = ("telling", "papers", field)
        yield from _names(properties, book.documents.properties, _PROPERTIES, at)


def _words(book: Rulebook, lore: Lore) -> Iterator[Finding]:
    """All words. Of a fact nothing may be told, in both languages: where something else tells it."""
    silent = {
        ("facts", fact, "told", value)
        for fact, about in lore.facts.items()
        for value, words in about.told.items()
        if not words.ja and not words.en
    }
    for finding in wrong_words(book, _FILE, lore):
        if finding.path[:-1] not in silent:
            yield finding
