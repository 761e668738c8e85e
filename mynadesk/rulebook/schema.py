"""What the files of a rulebook may contain. One type a file entry; the field names are the YAML's.

Names of figures, facts, properties, checks, classes, sources and requirements are plain text here;
`checking` makes sure that each of them exists.
"""

from typing import Annotated, Literal

import msgspec

from mynadesk.standing import StandingName
from mynadesk.words import Words

Layer = Literal["page", "national", "office"]
Source = str | list[str]
Key = Annotated[int, msgspec.Meta(ge=0, le=9)] | Annotated[str, msgspec.Meta(pattern=r"^\.{1,2}[0-9]$")]
"""What the clerk presses: a digit, or dots and a digit for the lists behind the first."""
Value = bool | int | str
Standings = dict[str, StandingName]
Facts = dict[str, Value]

VISITORS = ("holder", "legal_representative", "agent")
COUNTED_VISITOR = "agent"
"""The visitor whose visits are counted."""
VISITS = (1, 2)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Base of all entries: unknown fields are refused, nothing changes after loading."""


class DatedEntry(Entry, frozen=True, kw_only=True):
    """An entry that may be in force for a time only. Where there are none, it always is.

    Instead of one, a list of several may stand under a name, each for its own time.
    """

    applies_from: str | None = None
    """適用開始: its first day, as an ISO date or as the name of a date in figures.yaml."""
    applies_until: str | None = None
    """適用終了: its last day."""
    unsettled_after: bool = False
    """What holds after its last day is not known yet: these days have no rulebook."""


class Office(Entry, frozen=True):
    key: Key
    label: Words
    source: Source


class Cover(Entry, frozen=True):
    """rulebook.yaml. Before `applies_from` and after `applies_until` there is no rulebook."""

    id: str
    city: Words
    title: Words
    source: Source
    offices: dict[str, Office]
    layers: dict[Layer, Words]
    applies_from: str | None = None
    applies_until: str | None = None


class SourceEntry(Entry, frozen=True):
    """sources.yaml: `sentences` maps "heading / number" to the digest of what is published there."""

    layer: Layer
    title: Words
    dated: str | None = None
    headings: list[str] = []
    sentences: dict[str, Annotated[str, msgspec.Meta(pattern=r"^sha256:[0-9a-f]{16}$")]] = {}


class Figure(DatedEntry, frozen=True):
    """figures.yaml: whole years or months, yen, or an ISO date."""

    value: int | str
    unit: Literal["years", "months", "yen", "date"]
    label: Words
    source: Source
    ruled: str | None = None
    """The ruling that set it: its name in sources.yaml."""


class YoungerThan(Entry, frozen=True):
    by: str
    years: str


class IssuedWithin(Entry, frozen=True):
    by: str
    months: str


class Fact(Entry, frozen=True):
    """facts.yaml. `younger_than`, `issued_within`: what follows where the date `by` is known."""

    type: Literal["yes_no", "choice", "date_until_visit"]
    label: Words
    values: dict[str, Words] = {}
    listed_in: Literal["reasons"] | None = None
    younger_than: YoungerThan | None = None
    issued_within: IssuedWithin | None = None


class Purpose(Entry, frozen=True):
    key: Key
    label: Words


class Length(Entry, frozen=True):
    from_: int = msgspec.field(name="from")
    to: int


class Pin(Entry, frozen=True):
    """pins.yaml"""

    number: Annotated[int, msgspec.Meta(ge=1, le=9)]
    label: Words
    short: Words
    length: Length
    form: Words
    use: Words
    set_when: Words
    tries: int
    locks: Words
    agent_needs_reason: bool
    purposes: list[Purpose]
    source: Source


class Property(Entry, frozen=True):
    type: Literal["yes_no", "expiry", "date_until_visit"]
    label: Words


class Check(DatedEntry, frozen=True):
    """How a paper stands by one thing seen of it; exactly one of is, in_date, not_before, after, always."""

    problem: Words
    property: str | None = None
    is_: Standings | None = msgspec.field(name="is", default=None)
    in_date: Literal[True] | None = None
    not_before: str | None = None
    after: str | None = None
    then: StandingName | None = None
    always: StandingName | None = None
    rule: Words | None = None
    source: Source = []


class PaperClass(DatedEntry, frozen=True):
    label: Words
    spoken: Words
    """What it is called to the person at the counter."""
    look_at: Words
    """What the clerk looks at before confirming such a paper."""
    rule: Words
    checks: list[str]
    counts: dict[str, Check]
    source: Source
    usually: dict[str, bool | Literal["unknown"]] = {}


class Kind(DatedEntry, frozen=True):
    class_: str = msgspec.field(name="class")
    key: Key
    label: Words
    source: Source
    checks: list[str] = []
    usually: dict[str, bool | Literal["unknown"]] = {}
    short: Words | None = None
    only_of: Literal["holder", "visitor"] | None = None
    otherwise: Words | None = None
    ruled: str | None = None
    """The ruling by which it counts."""


class TwoOfOneKind(DatedEntry, frozen=True):
    standing: StandingName
    rule: Words
    source: Source
    ruled: str | None = None
    """The ruling by which they stand so."""


class Documents(Entry, frozen=True):
    """documents.yaml"""

    properties: dict[str, Property]
    checks: dict[str, Check]
    classes: dict[str, PaperClass]
    two_of_one_kind: TwoOfOneKind
    kinds: dict[str, Kind]


class Papers(Entry, frozen=True):
    of: Literal["holder", "visitor"]
    one_of: Annotated[
        list[Annotated[list[str], msgspec.Meta(min_length=1, max_length=4)]], msgspec.Meta(min_length=1)
    ]


class Needs(Entry, frozen=True):
    """A small tree over the scale of standings; exactly one of all, any, fact, papers."""

    all: list["Needs"] | None = None
    any: list["Needs"] | None = None
    fact: str | None = None
    is_: Standings | None = msgspec.field(name="is", default=None)
    papers: Papers | None = None


class Requirement(DatedEntry, frozen=True):
    """requirements.yaml"""

    label: Words
    needs: Needs
    rule: Words
    source: Source | dict[str, Source]
    """One for all, or by route where each route has a place of its own."""
    short: Words | None = None
    say: dict[StandingName, Words] = {}
    only_if: Facts = {}
    unless: Facts = {}
    pins: list[str] | dict[str, bool] = []
    turns_away: bool = False


class Route(DatedEntry, frozen=True):
    """routes.yaml"""

    label: Words
    who: Facts
    flow: Literal["same_day", "first_visit", "second_visit"]
    requires: list[str]
    source: Source
    for_single_pins: list[str] = []
    next_visit: str | None = None
    only_if: Facts = {}
    unless: Facts = {}


class Operation(DatedEntry, frozen=True):
    """operations.yaml"""

    key: Key
    label: Words
    more: Words
    rule: Words
    source: Source


class Reason(DatedEntry, frozen=True):
    """reasons.yaml"""

    key: Key
    label: Words
    proof: Words
    source: Source


class When(Entry, frozen=True):
    """Conditions of a notice; see rules/notices.yaml."""

    operation: list[str] | None = None
    visitor: list[str] | None = None
    routes: list[str] | None = None
    pins: list[str] | None = None
    only_one_of: list[str] | None = None
    facts: Facts | None = None
    any_fact: Facts | None = None
    papers: list[str] | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    after: str | None = None
    standing: dict[str, list[StandingName]] | None = None
    next_visit_needs: dict[str, list[list[str]]] | None = None


class Notice(DatedEntry, frozen=True):
    """notices.yaml and alternatives.yaml"""

    text: Words
    source: Source
    label: Words | None = None
    when: When = When()
    unless: When | None = None
    beside: list[str] = []
    """Questions beside which it is shown, because it bears on the answer."""
    until_ruled: str | None = None
    """What it leaves to a supervisor: where the office rules on that, it is told no more."""


class OfficeWords(Entry, frozen=True):
    """How rulings are called."""

    counts_as: Words
    two_of_one_kind: Words
    figure: Words
    answer: Words
    title: Words
    overdue: Words
    say_missing: Words
    """What is said where a ruling makes something missing of which the rules say nothing then."""
    say_decline: Words


class OfficeRules(Entry, frozen=True):
    """office.yaml: who rules, on what grounds, and in which words that is told."""

    posts: dict[str, Words]
    grounds: dict[str, Words]
    review_after_days: Annotated[int, msgspec.Meta(ge=1)]
    words: OfficeWords


LONGEST_REFERENCE = 40


class Ruling(Entry, frozen=True):
    """One ruling: exactly one of kind, two_of_one_kind, figure and requirement is its subject."""

    by: str
    """A post of office.yaml."""
    because: str
    """A ground of office.yaml."""
    applies_from: str
    review: str
    """The last day before which nobody has to look at it again."""
    applies_until: str | None = None
    reference: Annotated[str, msgspec.Meta(max_length=LONGEST_REFERENCE)] = ""
    """Such as the number of a notice; never of a person."""
    kind: str | None = None
    counts_as: str | None = None
    two_of_one_kind: StandingName | None = None
    figure: str | None = None
    value: int | str | None = None
    requirement: str | None = None
    fact: str | None = None
    answer: bool | str | None = None
    stands: StandingName | None = None

    @property
    def subject(self) -> str:
        """What it is about, as notices name it that end with a ruling."""
        for group, name in (
            ("kinds", self.kind),
            ("figures", self.figure),
            ("requirements", self.requirement),
        ):
            if name is not None:
                return f"{group}/{name}"
        return "two_of_one_kind"
