"""The office's rulings: what is no longer left to a supervisor, and from which day on.

A ruling changes what the layers below say, from its first day on; what they say before stays.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from mynadesk.dates.japanese import shown
from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import absent, not_exactly_one, said
from mynadesk.rulebook.checks.figures import no_date, wrong_value
from mynadesk.rulebook.schema import Ruling
from mynadesk.strict_yaml import Mismatch, Path
from mynadesk.words import Language, Words

Raw = dict[str, Any]
"""What files or entries hold, as plain data."""
Note = Callable[[str, Path], None]
"""Told of each file and path that a ruling has written."""
_PERSON = re.compile("[一-龥々ァ-ヶー]{2}(?:さん|さま|様(?![式子々])|氏(?!名))")
"""A name with what is said after it."""
_DAY = timedelta(1)
_CONSULT = "consult"


def day_of_ruling(text: str) -> date:
    """A day of a ruling that was found to be one."""
    return date.fromisoformat(text)


def source_of(name: str) -> str:
    """The name in sources.yaml of a ruling."""
    return f"ruling {name}"


def wrong_ruling(raw: Raw, name: str, ruling: Ruling) -> Iterator[Mismatch]:
    """What keeps a ruling from being one, by its place in its file. `raw`: all files below."""
    subjects = {
        field: getattr(ruling, field) is not None
        for field in ("kind", "two_of_one_kind", "figure", "requirement")
    }
    if fault := not_exactly_one(subjects):
        yield (name,), fault
        return
    office = raw["office"]
    for field, group in (("by", "posts"), ("because", "grounds")):
        if getattr(ruling, field) not in office[group]:
            place = f"office.yaml の {group}", f"{group} of office.yaml"
            yield (name, field), absent(getattr(ruling, field), office[group], place)
    for field in ("applies_from", "applies_until", "review"):
        text = getattr(ruling, field)
        if text is None:
            continue
        if fault := no_date(text) or _before_it_begins(ruling, text):
            yield (name, field), fault
    if _PERSON.search(ruling.reference):
        yield (name, "reference"), _names_a_person()
    yield from _wrong_subject(raw, name, ruling)


def _names_a_person() -> Fault:
    what = "お名前が書かれているようです。", "This seems to name a person."
    return said(what, ("通知の番号や役職だけを書いてください。", "Write the number of a notice, or a post."))


def _before_it_begins(ruling: Ruling, text: str) -> Fault | None:
    """ISO dates compare as text."""
    first = ruling.applies_from
    if text >= first or no_date(first):
        return None
    what = f"{text} は適用開始の {first} より前です。", f"{text} is before its first day, {first}."
    return said(what, ("適用開始以後の日にしてください。", "Take that day or a later one."))


def _wrong_subject(raw: Raw, name: str, ruling: Ruling) -> Iterator[Mismatch]:
    wanted: list[tuple[str, Any, tuple[str, str]]] = []
    papers = raw["documents"]
    if ruling.kind is not None:
        wanted.append(("kind", papers["kinds"], ("documents.yaml の kinds", "kinds of documents.yaml")))
        place = "documents.yaml の classes", "classes of documents.yaml"
        wanted.append(("counts_as", papers["classes"], place))
    if ruling.figure is not None:
        wanted.append(("figure", raw["figures"], ("figures.yaml", "figures.yaml")))
        wanted.append(("value", None, ("", "")))
    if ruling.requirement is not None:
        wanted.append(("requirement", raw["requirements"], ("requirements.yaml", "requirements.yaml")))
        wanted.append(("fact", raw["facts"], ("facts.yaml", "facts.yaml")))
        wanted += [("answer", None, ("", "")), ("stands", None, ("", ""))]
    complete = True
    for field, known, place in wanted:
        value = getattr(ruling, field)
        if value is None:
            yield (name,), _without(field)
            complete = False
        elif known is not None and value not in known:
            yield (name, field), absent(value, known, place)
            complete = False
    if complete and ruling.figure is not None and (fault := _wrong_value(raw, ruling)):
        yield (name, "value"), fault
    if complete and ruling.requirement is not None:
        entry = raw["requirements"][ruling.requirement]
        versions = entry if isinstance(entry, list) else [entry]
        if not any(_is_left(version["needs"], ruling) for version in versions):
            yield (name, "answer"), _not_left()


def _wrong_value(raw: Raw, ruling: Ruling) -> Fault | None:
    entry = raw["figures"][ruling.figure]
    unit = (entry[0] if isinstance(entry, list) else entry)["unit"]
    return wrong_value(unit, ruling.value)


def leaves_kind(book: Rulebook, name: str, on: date) -> bool:
    """Whether a kind of paper is left to a supervisor on a day."""
    papers = book.at(on).documents
    checks = [papers.checks[check] for check in papers.kinds[name].checks]
    return any(_CONSULT in (check.always, check.then) for check in checks)


def _is_left(needs: Raw, ruling: Ruling) -> bool:
    """Whether the answer of the ruling is left to a supervisor somewhere in a tree."""
    return any(
        leaf.get("fact") == ruling.fact and _table(leaf).get(_key(ruling.answer)) == _CONSULT
        for leaf in _leaves(needs)
    )


def lay_ruling(raw: Raw, name: str, ruling: Ruling, title: Raw, note: Note) -> None:
    """Change what the files below say. `title`: what the ruling is called as a source; `note` is told."""
    _Laying(raw, name, ruling, note).lay(title)


class _Laying:
    def __init__(self, raw: Raw, name: str, ruling: Ruling, note: Note) -> None:
        self._raw, self._ruling, self._note = raw, ruling, note
        self._source = source_of(name)

    def lay(self, title: Raw) -> None:
        ruling, raw = self._ruling, self._raw
        raw["sources"][self._source] = {"layer": "office", "title": title, "dated": ruling.applies_from}
        self._note("sources", (self._source,))
        if ruling.kind is not None:
            self._change(raw["documents"]["kinds"], "documents", ("kinds", ruling.kind), self._kind)
        elif ruling.two_of_one_kind is not None:
            self._change(raw["documents"], "documents", ("two_of_one_kind",), self._twins)
        elif ruling.figure is not None:
            self._change(raw["figures"], "figures", (ruling.figure,), self._figure)
        elif ruling.requirement is not None:
            self._change(raw["requirements"], "requirements", (ruling.requirement,), self._requirement)
        for notice, entry in raw["notices"].items():
            versions = entry if isinstance(entry, list) else [entry]
            if any(version.get("until_ruled") == ruling.subject for version in versions):
                self._change(raw["notices"], "notices", (notice,), _untold)

    def _change(self, entries: Raw, file: str, path: Path, change: Callable[[Raw], Raw]) -> None:
        """Change an entry from the ruling's first day until its last."""
        entry = entries[str(path[-1])]
        parts = [
            part
            for version in (entry if isinstance(entry, list) else [entry])
            for part in self._parted(version, change)
        ]
        entries[str(path[-1])] = parts[0] if len(parts) == 1 else parts
        self._note(file, path)

    def _parted(self, version: Raw, change: Callable[[Raw], Raw]) -> Iterator[Raw]:
        """A version as it is before the ruling, under it, and after it."""
        first = date.fromisoformat(self._ruling.applies_from)
        until = self._ruling.applies_until
        last = date.fromisoformat(until) if until else date.max
        begins = self._day(version.get("applies_from")) or date.min
        ends = self._day(version.get("applies_until")) or date.max
        if ends < first or begins > last:
            yield version
            return
        if begins < first:
            yield _bounded(version, None, first - _DAY)
        yield _bounded(change(version), max(begins, first), min(ends, last), ends <= last)
        if ends > last:
            yield _bounded(version, last + _DAY, None, True)

    def _day(self, text: str | None) -> date | None:
        """A day as it is written, or the figure of this name."""
        figure = self._raw["figures"].get(text)
        if isinstance(figure, dict):
            text = str(figure.get("value"))
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            return None

    def _kind(self, entry: Raw) -> Raw:
        checks = [name for name in entry.get("checks", []) if not self._leaves_it(name)]
        rest = {key: value for key, value in entry.items() if key != "checks"}
        kept = {"checks": checks} if checks else {}
        return {**rest, **kept, "class": self._ruling.counts_as, "ruled": self._source}

    def _leaves_it(self, check: str) -> bool:
        """Whether a check leaves the paper to a supervisor."""
        entry = self._raw["documents"]["checks"].get(check, {})
        versions = entry if isinstance(entry, list) else [entry]
        return any(_CONSULT in (version.get("always"), version.get("then")) for version in versions)

    def _twins(self, entry: Raw) -> Raw:
        return {**entry, "standing": self._ruling.two_of_one_kind, "ruled": self._source}

    def _figure(self, entry: Raw) -> Raw:
        return {**entry, "value": self._ruling.value, "source": self._source, "ruled": self._source}

    def _requirement(self, entry: Raw) -> Raw:
        changed = {**entry, "needs": self._settled(entry["needs"]), "source": self._cited(entry["source"])}
        stands = str(self._ruling.stands)
        words = self._raw["office"]["words"].get(f"say_{stands}")
        return {**changed, "say": {stands: words, **entry.get("say", {})}} if words else changed

    def _settled(self, needs: Raw) -> Raw:
        for way in ("all", "any"):
            if way in needs:
                return {**needs, way: [self._settled(part) for part in needs[way]]}
        table, key = _table(needs), _key(self._ruling.answer)
        if needs.get("fact") != self._ruling.fact or table.get(key) != _CONSULT:
            return needs
        return {**needs, "is": {**table, key: self._ruling.stands}}

    def _cited(self, source: Any) -> Any:
        if isinstance(source, dict):
            return {route: self._cited(each) for route, each in source.items()}
        return [*([source] if isinstance(source, str) else source), self._source]


def _bounded(version: Raw, first: date | None, last: date | None, end: bool = False) -> Raw:
    """A version within these days. `end`: what is said of the days after it still holds."""
    found = dict(version)
    if first is not None and first > date.min:
        found["applies_from"] = first.isoformat()
    if last is not None and last < date.max:
        found["applies_until"] = last.isoformat()
    if not end:
        found.pop("unsettled_after", None)
    return found


def _untold(entry: Raw) -> Raw:
    """A notice that is told in no case."""
    return {**entry, "when": {**entry.get("when", {}), "papers": []}}


def _leaves(needs: Raw) -> Iterator[Raw]:
    inside = [*needs.get("all", []), *needs.get("any", [])]
    if not inside:
        yield needs
    for part in inside:
        yield from _leaves(part)


def _table(leaf: Raw) -> Raw:
    table: Raw = leaf.get("is") or {}
    return table


def _key(answer: bool | str | None) -> str:
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def _without(field: str) -> Fault:
    what = f"「{field}」がありません。", f'"{field}" is missing.'
    return said(what, (f"「{field}:」の行を加えてください。", f'Add a line "{field}:".'))


def _not_left() -> Fault:
    what = "これは責任者の判断に任されていません。", "This is not left to a supervisor."
    return said(what, ("この取り決めを消してください。", "Remove this ruling."))


def overdue_rulings(book: Rulebook, on: date) -> list[tuple[str, Ruling]]:
    """The rulings in force on a day that were to be looked at again before it, by name."""
    day = on.isoformat()  # ISO dates compare as text
    return [
        (name, ruling)
        for name, ruling in book.rulings.items()
        if ruling.review < day
        and ruling.applies_from <= day
        and (ruling.applies_until is None or day <= ruling.applies_until)
    ]


def overdue_sentences(book: Rulebook, on: date) -> list[Words]:
    """What is told of rulings that were to be looked at again before a day; nothing where none was."""
    return [overdue_sentence(book, name) for name, _ in overdue_rulings(book, on)]


def ruling_title(book: Rulebook, name: str) -> Words:
    """What a ruling is called, with its figures."""
    title = book.sources[source_of(name)].title
    ja, en = title.ja, title.en
    for figure, entry in book.figures.items():
        ja, en = (text.replace(f"{{{figure}}}", str(entry.value)) for text in (ja, en))
    return Words(ja, en)


def overdue_sentence(book: Rulebook, name: str) -> Words:
    """That a ruling was to be looked at again."""
    title, review = ruling_title(book, name), date.fromisoformat(book.rulings[name].review)

    def told(language: Language) -> str:
        text = book.office.words.overdue.in_(language)
        return text.replace("{day}", shown(review, language)).replace("{what}", title.in_(language))

    return Words(told("ja"), told("en"))
