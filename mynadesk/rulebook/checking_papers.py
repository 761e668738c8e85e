"""Papers: what is looked at, what is checked, classes and kinds."""

from collections.abc import Iterable, Iterator, Mapping

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking_faults import Finding, absent, not_exactly_one, said, useless
from mynadesk.rulebook.checking_figures import wrong_figure
from mynadesk.rulebook.checking_tables import never_ask, wrong_table
from mynadesk.rulebook.schema import Check, Documents
from mynadesk.strict_yaml import Path

_FILE = "documents"
_YES_NO = ("true", "false")
_READS = {"is": "yes_no", "in_date": "expiry", "not_before": "date_until_visit"}
"""Ways to check that read a property, and the type that it must have."""


def papers(book: Rulebook) -> Iterator[Finding]:
    """Faults of documents.yaml."""
    documents = book.documents
    for name, check in documents.checks.items():
        yield from _check(book, check, ("checks", name))
    for name, group in documents.classes.items():
        yield from _known(group.checks, documents.checks, "checks", ("classes", name, "checks"))
        yield from _usual(documents, group.usually, ("classes", name, "usually"))
        for class_, check in group.counts.items():
            yield from _class(documents, class_, ("classes", name, "counts", class_))
            yield from _check(book, check, ("classes", name, "counts", class_))
    if documents.two_of_one_kind.standing == "ask":
        yield Finding(_FILE, ("two_of_one_kind", "standing"), never_ask())
    yield from _kinds(documents)


def _kinds(documents: Documents) -> Iterator[Finding]:
    for name, kind in documents.kinds.items():
        if kind.class_ not in documents.classes:
            yield from _class(documents, kind.class_, ("kinds", name, "class"))
        if kind.checks:
            yield from _known(kind.checks, documents.checks, "checks", ("kinds", name, "checks"))
        if kind.usually:
            yield from _usual(documents, kind.usually, ("kinds", name, "usually"))
        if kind.otherwise and not kind.only_of:
            because = "only_of と一緒に書いてください。", "It goes with only_of."
            yield Finding(_FILE, ("kinds", name, "otherwise"), useless("otherwise", because))


def _known(names: Iterable[str], known: Iterable[str], group: str, path: Path) -> Iterator[Finding]:
    for number, name in enumerate(names):
        if name not in known:
            yield Finding(_FILE, (*path, number), absent(name, known, _place(group)))


def _class(documents: Documents, name: str, path: Path) -> Iterator[Finding]:
    if name not in documents.classes:
        yield Finding(_FILE, path, absent(name, documents.classes, _place("classes")))


def _usual(documents: Documents, usually: Mapping[str, bool | str], path: Path) -> Iterator[Finding]:
    for name, value in usually.items():
        property_ = documents.properties.get(name)
        if property_ is None:
            yield Finding(_FILE, (*path, name), absent(name, documents.properties, _place("properties")))
        elif value != "unknown" and property_.type != "yes_no":
            because = (
                "日付に決まった答えはありません。unknown にしてください。",
                "A date has no usual answer: unknown.",
            )
            yield Finding(_FILE, (*path, name), useless(str(value).lower(), because))


def _check(book: Rulebook, check: Check, path: Path) -> Iterator[Finding]:
    given = {
        "is": check.is_ is not None,
        "in_date": check.in_date is not None,
        "not_before": check.not_before is not None,
        "after": check.after is not None,
        "always": check.always is not None,
    }
    fault = not_exactly_one(given)
    if fault:
        yield Finding(_FILE, path, fault)
        return
    way = next(name for name, is_there in given.items() if is_there)
    yield from _property(book.documents, check, way, path)
    yield from _standing(check, path)
    yield from wrong_figure(book, check.not_before, "date", _FILE, (*path, "not_before"))
    yield from wrong_figure(book, check.after, "date", _FILE, (*path, "after"))
    if check.is_ is not None:
        # What nobody has looked at yet may stand as `ask`; an answer may not.
        answers = {answer: standing for answer, standing in check.is_.items() if answer != "unknown"}
        yield from wrong_table(answers, _YES_NO, (), _FILE, path)


def _property(documents: Documents, check: Check, way: str, path: Path) -> Iterator[Finding]:
    name, type_ = check.property, _READS.get(way)
    if type_ is None:
        if name is not None:
            because = f"「{way}」は書類の何も見ません。", f'"{way}" looks at nothing of the paper.'
            yield Finding(_FILE, (*path, "property"), useless("property", because))
        return
    if name is None:
        yield Finding(_FILE, path, _no_property(way))
    elif name not in documents.properties:
        yield Finding(_FILE, (*path, "property"), absent(name, documents.properties, _place("properties")))
    elif documents.properties[name].type != type_:
        fitting = [known for known, entry in documents.properties.items() if entry.type == type_]
        place = f"properties の type: {type_}", f"properties with type: {type_}"
        yield Finding(_FILE, (*path, "property"), absent(name, fitting, place))


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
            _FILE,
            path,
            said(what, ("「then: consult」のように加えてください。", 'Add such as "then: consult".')),
        )
    if check.after is None and check.then is not None:
        because = "「after:」と一緒に書いてください。", 'It goes with "after:".'
        yield Finding(_FILE, (*path, "then"), useless("then", because))
    for field in ("then", "always"):
        if getattr(check, field) == "ask":
            yield Finding(_FILE, (*path, field), never_ask())


def _place(group: str) -> tuple[str, str]:
    return f"documents.yaml の {group}", f"{group} of documents.yaml"
