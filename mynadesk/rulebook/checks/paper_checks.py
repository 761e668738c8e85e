"""What is asked of a paper: each check does one thing, and looks at a property of the right type."""

from collections.abc import Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, absent, not_exactly_one, said, useless
from mynadesk.rulebook.checks.figures import wrong_figure
from mynadesk.rulebook.checks.tables import never_ask, wrong_table
from mynadesk.rulebook.schema import Check, Documents
from mynadesk.strict_yaml import Path

FILE = "documents"
_YES_NO = ("true", "false")
_READS = {"is": "yes_no", "in_date": "expiry", "not_before": "date_until_visit"}
"""Ways to check that read a property, and the type that it must have."""


def wrong_check(book: Rulebook, check: Check, path: Path) -> Iterator[Finding]:
    """Faults of a check that stands under `path`."""
    given = {
        "is": check.is_ is not None,
        "in_date": check.in_date is not None,
        "not_before": check.not_before is not None,
        "after": check.after is not None,
        "always": check.always is not None,
    }
    fault = not_exactly_one(given)
    if fault:
        yield Finding(FILE, path, fault)
        return
    way = next(name for name, is_there in given.items() if is_there)
    yield from _property(book.documents, check, way, path)
    yield from _standing(check, path)
    yield from wrong_figure(book, check.not_before, "date", FILE, (*path, "not_before"))
    yield from wrong_figure(book, check.after, "date", FILE, (*path, "after"))
    if check.is_ is not None:
        # What nobody has looked at yet may stand as `ask`; an answer may not.
        answers = {answer: standing for answer, standing in check.is_.items() if answer != "unknown"}
        yield from wrong_table(answers, _YES_NO, (), FILE, path)


def _property(documents: Documents, check: Check, way: str, path: Path) -> Iterator[Finding]:
    name, type_ = check.property, _READS.get(way)
    if type_ is None:
        if name is not None:
            because = f"「{way}」は書類の何も見ません。", f'"{way}" looks at nothing of the paper.'
            yield Finding(FILE, (*path, "property"), useless("property", because))
        return
    if name is None:
        yield Finding(FILE, path, _no_property(way))
    elif name not in documents.properties:
        yield Finding(FILE, (*path, "property"), absent(name, documents.properties, place_of("properties")))
    elif documents.properties[name].type != type_:
        fitting = [known for known, entry in documents.properties.items() if entry.type == type_]
        place = (
            f"documents.yaml の properties(type: {type_})",
            f"properties of documents.yaml with type: {type_}",
        )
        yield Finding(FILE, (*path, "property"), absent(name, fitting, place))


def _no_property(way: str) -> Fault:
    what = f"「{way}」で何を見るか(property)がありません。", f'It is not said what "{way}" looks at.'
    return said(what, ("「property:」の行を加えてください。", 'Add a line "property:".'))


def _standing(check: Check, path: Path) -> Iterator[Finding]:
    if check.after is not None and check.then is None:
        what = (
            "期日を過ぎたあとの判定(then)がありません。",
            'It is not said how it stands after that day ("then").',
        )
        yield Finding(
            FILE,
            path,
            said(what, ("「then: consult」のように加えてください。", 'Add such as "then: consult".')),
        )
    if check.after is None and check.then is not None:
        because = "「after:」と一緒に書いてください。", 'It goes with "after:".'
        yield Finding(FILE, (*path, "then"), useless("then", because))
    for field in ("then", "always"):
        if getattr(check, field) == "ask":
            yield Finding(FILE, (*path, field), never_ask())


def place_of(group: str) -> tuple[str, str]:
    """A group of documents.yaml, as faults name it."""
    return f"documents.yaml の {group}", f"{group} of documents.yaml"
