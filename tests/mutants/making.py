"""The mutants: the shipped rules with one fact changed."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.strict_yaml import read_yaml

Raw = dict[str, Any]
At = tuple[str | int, ...]

STANDINGS = ("met", "ask", "consult", "missing", "decline")
VISITORS = ("holder", "legal_representative", "agent")
GONE = object()
"""In place of a value: the entry is taken away."""


class Mutant(msgspec.Struct, frozen=True):
    """One fact, changed."""

    file: str
    at: At
    now: Any
    """What stands there instead; GONE where nothing does."""
    inserted: bool = False
    """`now` is put before what stands there."""

    @property
    def name(self) -> str:
        """Where and into what."""
        how = "gone" if self.now is GONE else ("+ " if self.inserted else "") + str(self.now)
        return f"{self.file}.yaml {'.'.join(map(str, self.at))}: {how}"

    def of(self, raw: Raw) -> Any:
        """The file as the mutant has it."""
        content = deepcopy(raw[self.file])
        *path, last = self.at
        target: Any = content
        for step in path:
            target = target[step]
        if self.now is GONE:
            del target[last]
        elif self.inserted:
            target.insert(last, self.now)
        else:
            target[last] = self.now
        return content


def shipped() -> Raw:
    """The shipped rules as plain data, by file."""
    return {
        path.stem: read_yaml(path.read_text(encoding="utf-8"), path.name)
        for path in sorted(Path(shipped_rules()).glob("*.yaml"))
    }


def every_mutant(raw: Raw) -> list[Mutant]:
    """Every mutant there is, in the order of the files."""
    makers: tuple[Callable[[Raw], Iterator[Mutant]], ...] = (
        _figures,
        _facts,
        _pins,
        _documents,
        _kinds,
        _requirements,
        _routes,
        _lists,
        _notices,
        _times,
    )
    return [mutant for make in makers for mutant in make(raw)]


def _others(file: str, at: At, now: Any, known: Any) -> Iterator[Mutant]:
    """Every other value in its place."""
    yield from (Mutant(file, at, other) for other in known if other != now or type(other) is not type(now))


def _less(file: str, at: At, entries: Any) -> Iterator[Mutant]:
    """Without each entry of a list or a mapping."""
    keys = range(len(entries)) if isinstance(entries, list) else list(entries)
    yield from (Mutant(file, (*at, key), GONE) for key in keys)


def _facts_wanted(raw: Raw, file: str, at: At, wanted: dict[str, Any]) -> Iterator[Mutant]:
    """A mapping of facts to answers: each away, and each answered otherwise."""
    yield from _less(file, at, wanted)
    for name, value in wanted.items():
        yield from _others(file, (*at, name), value, _answers(raw, name))


def _answers(raw: Raw, name: str) -> tuple[Any, ...]:
    fact = raw["facts"].get(name, {})
    if fact.get("type") == "yes_no":
        return (True, False)
    known = {"visitor": VISITORS, "visit": (1, 2), "operation": tuple(raw["operations"])}
    return known.get(name, tuple(fact.get("values", ())))


def _figures(raw: Raw) -> Iterator[Mutant]:
    for name, figure in raw["figures"].items():
        at = (name, "value")
        if figure["unit"] == "date":
            day = date.fromisoformat(figure["value"])
            for moved in (day - timedelta(days=1), day + timedelta(days=1), day.replace(year=day.year + 1)):
                yield Mutant("figures", at, moved.isoformat())
        else:
            yield from (Mutant("figures", at, figure["value"] + by) for by in (-1, 1))
        units = ("years", "yen") if figure["unit"] == "date" else ("date",)
        yield from (Mutant("figures", (name, "unit"), unit) for unit in units)
        yield Mutant("figures", (name,), GONE)


def _facts(raw: Raw) -> Iterator[Mutant]:
    for name, fact in raw["facts"].items():
        types = ("yes_no", "choice", "date_until_visit")
        yield from _others("facts", (name, "type"), fact["type"], types)
        yield from _less("facts", (name, "values"), fact.get("values", {}))
        if "listed_in" in fact:
            yield Mutant("facts", (name, "listed_in"), GONE)
        if "younger_than" in fact:
            yield Mutant("facts", (name, "younger_than"), GONE)
            years = [key for key, figure in raw["figures"].items() if figure["unit"] == "years"]
            yield from _others("facts", (name, "younger_than", "years"), fact["younger_than"]["years"], years)
        yield Mutant("facts", (name,), GONE)


def _pins(raw: Raw) -> Iterator[Mutant]:
    for name, pin in raw["pins"].items():
        for field in ("number", "tries"):
            yield from (Mutant("pins", (name, field), pin[field] + by) for by in (-1, 1))
        for end in ("from", "to"):
            yield from (Mutant("pins", (name, "length", end), pin["length"][end] + by) for by in (-1, 1))
        yield Mutant("pins", (name, "agent_needs_reason"), not pin["agent_needs_reason"])
        yield Mutant("pins", (name,), GONE)


def _documents(raw: Raw) -> Iterator[Mutant]:
    documents = raw["documents"]
    for name, entry in documents["properties"].items():
        types = ("yes_no", "expiry", "date_until_visit")
        yield from _others("documents", ("properties", name, "type"), entry["type"], types)
        yield Mutant("documents", ("properties", name), GONE)
    for name, check in documents["checks"].items():
        yield from _check(raw, ("checks", name), check)
        yield Mutant("documents", ("checks", name), GONE)
    for name, group in documents["classes"].items():
        yield from _less("documents", ("classes", name, "checks"), group["checks"])
        for extra in set(documents["checks"]) - set(group["checks"]):
            yield Mutant("documents", ("classes", name, "checks", 0), extra, inserted=True)
        yield from _usual(("classes", name, "usually"), group["usually"])
        for class_, check in group["counts"].items():
            yield from _check(raw, ("classes", name, "counts", class_), check)
            yield Mutant("documents", ("classes", name, "counts", class_), GONE)
    at = ("two_of_one_kind", "standing")
    yield from _others("documents", at, documents["two_of_one_kind"]["standing"], STANDINGS)


def _check(raw: Raw, at: At, check: dict[str, Any]) -> Iterator[Mutant]:
    dates = [key for key, figure in raw["figures"].items() if figure["unit"] == "date"]
    if "property" in check:
        properties = raw["documents"]["properties"]
        yield from _others("documents", (*at, "property"), check["property"], properties)
    for answer, standing in check.get("is", {}).items():
        yield from _others("documents", (*at, "is", answer), standing, STANDINGS)
    yield from _less("documents", (*at, "is"), check.get("is", {}))
    for field, known in (("not_before", dates), ("after", dates), ("then", STANDINGS), ("always", STANDINGS)):
        if field in check:
            yield from _others("documents", (*at, field), check[field], known)
            yield Mutant("documents", (*at, field), GONE)
    if "in_date" in check:
        yield Mutant("documents", (*at, "in_date"), GONE)


def _usual(at: At, usually: dict[str, Any]) -> Iterator[Mutant]:
    for name, value in usually.items():
        yield from _others("documents", (*at, name), value, (True, False, "unknown"))
        yield Mutant("documents", (*at, name), GONE)


def _kinds(raw: Raw) -> Iterator[Mutant]:
    documents = raw["documents"]
    for name, kind in documents["kinds"].items():
        at: At = ("kinds", name)
        yield from _others("documents", (*at, "class"), kind["class"], documents["classes"])
        yield from _less("documents", (*at, "checks"), kind.get("checks", []))
        own = set(documents["checks"]) - set(documents["classes"][kind["class"]]["checks"])
        for extra in sorted(own - set(kind.get("checks", []))):
            if "checks" in kind:
                yield Mutant("documents", (*at, "checks", 0), extra, inserted=True)
            else:
                yield Mutant("documents", (*at, "checks"), [extra])
        yield from _usual((*at, "usually"), kind.get("usually", {}))
        for owner in ("holder", "visitor"):
            if kind.get("only_of") != owner:
                yield Mutant("documents", (*at, "only_of"), owner)
        if "only_of" in kind:
            yield Mutant("documents", (*at, "only_of"), GONE)
        yield Mutant("documents", at, GONE)


def _requirements(raw: Raw) -> Iterator[Mutant]:
    for name, entry in raw["requirements"].items():
        yield from _needs(raw, (name, "needs"), entry["needs"])
        for field in ("only_if", "unless"):
            yield from _facts_wanted(raw, "requirements", (name, field), entry.get(field, {}))
        yield from _pins_of(raw, (name, "pins"), entry.get("pins"))
        if "turns_away" in entry:
            yield Mutant("requirements", (name, "turns_away"), GONE)
        else:
            yield Mutant("requirements", (name, "turns_away"), True)
        yield Mutant("requirements", (name,), GONE)


def _pins_of(raw: Raw, at: At, pins: Any) -> Iterator[Mutant]:
    if pins is None:
        return
    yield Mutant("requirements", at, GONE)
    if isinstance(pins, dict):
        for trait, value in pins.items():
            yield Mutant("requirements", (*at, trait), not value)
        return
    for number, pin in enumerate(pins):
        yield from _others("requirements", (*at, number), pin, raw["pins"])
    for pin in set(raw["pins"]) - set(pins):
        yield Mutant("requirements", (*at, 0), pin, inserted=True)


def _needs(raw: Raw, at: At, needs: dict[str, Any]) -> Iterator[Mutant]:
    for field, other in (("all", "any"), ("any", "all")):
        if field in needs:
            yield Mutant("requirements", at, {other: needs[field]})
            yield from _less("requirements", (*at, field), needs[field])
            for number, part in enumerate(needs[field]):
                yield from _needs(raw, (*at, field, number), part)
    if "fact" in needs:
        type_ = raw["facts"][needs["fact"]]["type"]
        alike = [name for name, fact in raw["facts"].items() if fact["type"] == type_]
        yield from _others("requirements", (*at, "fact"), needs["fact"], alike)
        table = needs.get("is", {})
        yield from _less("requirements", (*at, "is"), table)
        for answer, standing in (table or {"true": "met", "false": "missing"}).items():
            if table:
                yield from _others("requirements", (*at, "is", answer), standing, STANDINGS)
            else:
                for other in set(STANDINGS) - {standing}:
                    whole = {"true": "met", "false": "missing", answer: other}
                    yield Mutant("requirements", (*at, "is"), whole)
    if "papers" in needs:
        yield from _papers(raw, (*at, "papers"), needs["papers"])


def _papers(raw: Raw, at: At, papers: dict[str, Any]) -> Iterator[Mutant]:
    classes = list(raw["documents"]["classes"])
    yield from _others("requirements", (*at, "of"), papers["of"], ("holder", "visitor"))
    yield from _less("requirements", (*at, "one_of"), papers["one_of"])
    for number, places in enumerate(papers["one_of"]):
        here = (*at, "one_of", number)
        yield from _less("requirements", here, places)
        for place, class_ in enumerate(places):
            yield from _others("requirements", (*here, place), class_, classes)
        for class_ in classes:
            yield Mutant("requirements", (*here, len(places)), class_, inserted=True)
    for class_ in classes:
        yield Mutant("requirements", (*at, "one_of", len(papers["one_of"])), [class_], inserted=True)


def _routes(raw: Raw) -> Iterator[Mutant]:
    for name, route in raw["routes"].items():
        yield from _facts_wanted(raw, "routes", (name, "who"), route["who"])
        flows = ("same_day", "first_visit", "second_visit")
        yield from _others("routes", (name, "flow"), route["flow"], flows)
        if "next_visit" in route:
            yield Mutant("routes", (name, "next_visit"), GONE)
            yield from _others("routes", (name, "next_visit"), route["next_visit"], raw["routes"])
        else:
            yield from (Mutant("routes", (name, "next_visit"), other) for other in raw["routes"])
        for field in ("requires", "for_single_pins"):
            yield from _list_of_requirements(raw, (name, field), route[field])
        yield Mutant("routes", (name,), GONE)


def _list_of_requirements(raw: Raw, at: At, names: list[str]) -> Iterator[Mutant]:
    yield from _less("routes", at, names)
    for number, name in enumerate(names):
        variants = [
            other for other in raw["requirements"] if other.partition("/")[0] == name.partition("/")[0]
        ]
        yield from _others("routes", (*at, number), name, variants)
    for first in range(len(names) - 1):
        swapped = [*names[:first], names[first + 1], names[first], *names[first + 2 :]]
        yield Mutant("routes", at, swapped)
    for other in raw["requirements"]:
        if other not in names:
            yield Mutant("routes", (*at, len(names)), other, inserted=True)


def _lists(raw: Raw) -> Iterator[Mutant]:
    """Entries of the lists of operations and reasons."""
    for file in ("operations", "reasons"):
        yield from _less(file, (), raw[file])


def _notices(raw: Raw) -> Iterator[Mutant]:
    for file in ("notices", "alternatives"):
        for name, notice in raw[file].items():
            for field in ("when", "unless"):
                if field in notice:
                    yield from _when(raw, file, (name, field), notice[field])
                    yield Mutant(file, (name, field), GONE)
            yield from _less(file, (name, "beside"), notice.get("beside", []))
            yield Mutant(file, (name,), GONE)


def _when(raw: Raw, file: str, at: At, when: dict[str, Any]) -> Iterator[Mutant]:
    lists = {
        "operation": raw["operations"],
        "visitor": VISITORS,
        "routes": raw["routes"],
        "pins": raw["pins"],
        "only_one_of": raw["pins"],
        "papers": raw["documents"]["kinds"],
    }
    dates = [key for key, figure in raw["figures"].items() if figure["unit"] == "date"]
    yield from _less(file, at, when)
    for field, value in when.items():
        here = (*at, field)
        if field in lists:
            yield from _less(file, here, value)
            for number, item in enumerate(value):
                yield from _others(file, (*here, number), item, set(lists[field]) - set(value))
            for item in sorted(set(lists[field]) - set(value)):
                yield Mutant(file, (*here, 0), item, inserted=True)
        elif field in ("facts", "any_fact"):
            yield from _facts_wanted(raw, file, here, value)
        elif field in ("from", "after"):
            yield from _others(file, here, value, dates)
        elif field == "next_visit_needs":
            for name in value:
                yield from _others(file, (*here, name), value[name], ([["B"]], [["A"], ["B"]], [["A", "B"]]))


def _times(raw: Raw) -> Iterator[Mutant]:
    """From when and until when an entry is in force."""
    dates = [key for key, figure in raw["figures"].items() if figure.get("unit") == "date"]
    for file, content in raw.items():
        for at, entry in _entries((), content):
            for field in ("applies_from", "applies_until"):
                if field in entry:
                    yield from _others(file, (*at, field), entry[field], (*dates, "2030-01-01"))
                    yield Mutant(file, (*at, field), GONE)


def _entries(at: At, content: Any) -> Iterator[tuple[At, dict[str, Any]]]:
    """Every mapping in a file."""
    if isinstance(content, dict):
        yield at, content
        for key, inner in content.items():
            yield from _entries((*at, key), inner)
    elif isinstance(content, list):
        for number, inner in enumerate(content):
            yield from _entries((*at, number), inner)
