"""Names that a rulebook has, and where they may be written: so that an editor completes them."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.sources import known_places
from mynadesk.rulebook.schema import VISITORS


class Names(NamedTuple):
    """What may stand in a field: names of such vocabularies."""

    values: str | None = None
    """Of a text, or of the texts in a list or below the keys of a mapping."""
    keys: str | None = None
    """Of a mapping."""
    whole: str | None = None
    """A mapping of names to their own answers."""


SOURCE = "source"
"""In whichever entry it stands, it names places in the sources."""
FIELDS: Mapping[tuple[str, str], Names] = {
    ("Requirement", SOURCE): Names("place", keys="route"),
    ("YoungerThan", "by"): Names("birth_date"),
    ("YoungerThan", "years"): Names("years"),
    ("Check", "property"): Names("property"),
    ("Check", "not_before"): Names("date"),
    ("Check", "after"): Names("date"),
    ("PaperClass", "checks"): Names("check"),
    ("PaperClass", "counts"): Names(keys="class"),
    ("PaperClass", "usually"): Names(keys="property"),
    ("Kind", "class"): Names("class"),
    ("Kind", "checks"): Names("check"),
    ("Kind", "usually"): Names(keys="property"),
    ("Papers", "one_of"): Names("class"),
    ("Needs", "fact"): Names("fact"),
    ("Requirement", "only_if"): Names(whole="facts"),
    ("Requirement", "unless"): Names(whole="facts"),
    ("Requirement", "pins"): Names("pin"),
    ("Route", "who"): Names(whole="facts"),
    ("Route", "requires"): Names("requirement"),
    ("Route", "for_single_pins"): Names("requirement"),
    ("Route", "next_visit"): Names("route"),
    ("When", "operation"): Names("operation"),
    ("When", "visitor"): Names("visitor"),
    ("When", "routes"): Names("route"),
    ("When", "pins"): Names("pin"),
    ("When", "only_one_of"): Names("pin"),
    ("When", "facts"): Names(whole="facts"),
    ("When", "any_fact"): Names(whole="facts"),
    ("When", "papers"): Names("kind"),
    ("When", "from"): Names("date"),
    ("When", "after"): Names("date"),
    ("When", "standing"): Names(keys="requirement_id"),
    ("When", "next_visit_needs"): Names(keys="requirement_id"),
    ("Notice", "beside"): Names("question"),
    ("Question", "listed"): Names("list"),
    ("Question", "after"): Names(keys="question"),
    ("Choice", "sets"): Names(whole="facts"),
    ("Assumed", "while"): Names(whole="facts"),
    ("Confirm", "sets"): Names(keys="property"),
    ("PaperException", "sets"): Names(keys="property"),
    ("PaperException", "types"): Names("property"),
    ("FactWords", "only_if"): Names(whole="facts"),
    ("KindLore", "never_with"): Names("kind"),
    ("Lore", "facts"): Names(keys="fact"),
    ("Lore", "kinds"): Names(keys="kind"),
    ("PaperWords", "so"): Names(keys="property"),
    ("PaperWords", "not_so"): Names(keys="property"),
    ("TellingWords", "wish_for_purpose"): Names(keys="operation"),
    ("TellingWords", "wish_for_pins"): Names(keys="operation"),
    ("Visitor", "when"): Names(whole="facts"),
    ("Wish", "pin"): Names("pin"),
    ("Wish", "operation"): Names("operation"),
    ("HandoutWords", "examples"): Names("kind", keys="class"),
    ("HandoutWords", "classes"): Names(keys="class"),
    ("Easy", "offices"): Names(keys="office"),
    ("Easy", "operations"): Names(keys="operation"),
    ("Easy", "pins"): Names(keys="pin"),
    ("Easy", "requirements"): Names(keys="requirement_id"),
    ("Easy", "rules"): Names(keys="requirement_id"),
    ("Easy", "kinds"): Names(keys="kind"),
    ("Easy", "otherwise"): Names(keys="kind"),
    ("Easy", "proofs"): Names(keys="reason"),
}
"""By the name of a type and its field as it is written."""


def vocabularies(books: Iterable[Rulebook]) -> dict[str, dict[str, Any]]:
    """The names of a rulebook on all its days, as schemas by the names of FIELDS."""
    together: dict[str, dict[str, None]] = {}
    facts: dict[str, dict[Any, None]] = {}
    for book in books:
        for vocabulary, names in _names(book).items():
            together.setdefault(vocabulary, {}).update(dict.fromkeys(names))
        for fact, answers in {**book.fact_values, **book.who_and_what}.items():
            facts.setdefault(fact, {}).update(dict.fromkeys(answers))
    known = {name: {"enum": [*answers]} for name, answers in facts.items() if answers}
    return {
        **{name: {"enum": [*names]} for name, names in together.items()},
        "facts": {"type": "object", "properties": known, "additionalProperties": False},
    }


def _names(book: Rulebook) -> dict[str, Iterable[str]]:
    papers, figures = book.documents, book.figures
    return {
        "place": sorted(known_places(book)),
        "date": [name for name, figure in figures.items() if figure.unit == "date"],
        "years": [name for name, figure in figures.items() if figure.unit == "years"],
        "fact": book.facts,
        "birth_date": [name for name, fact in book.facts.items() if fact.type == "date_until_visit"],
        "property": papers.properties,
        "check": papers.checks,
        "class": papers.classes,
        "kind": papers.kinds,
        "pin": book.pins,
        "requirement": book.requirements,
        "requirement_id": dict.fromkeys(name.partition("/")[0] for name in book.requirements),
        "route": book.routes,
        "operation": book.operations,
        "visitor": VISITORS,
        "reason": book.reasons,
        "office": book.rulebook.offices,
        "question": book.desk.questions,
        "list": [name for name in ("operation", *book.facts) if book.listed(name)],
    }
