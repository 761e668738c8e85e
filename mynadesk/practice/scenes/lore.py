"""rules/practice/telling.yaml: how scenes are told, and what is plausible of people and papers."""

import msgspec

from mynadesk.rulebook.schema import Entry, Facts, Key, When
from mynadesk.words import Words

NEVER = 0
"""Years in force of a paper that bears no date of expiry."""


class Ages(Entry, frozen=True):
    """Whole years, or the name of a figure in years."""

    from_: int | str = msgspec.field(name="from", default=0)
    to: int | str = 99


class SchoolYears(Entry, frozen=True):
    """Years at school: 1 is the first of primary school."""

    from_: int = msgspec.field(name="from")
    to: int


class KindLore(Entry, frozen=True):
    """A kind of paper: who has one, for how long it is in force, and what it goes with."""

    ages: Ages = Ages()
    in_force: int = 5
    """Years; 0 where it bears no date of expiry."""
    last_expiry: str | None = None
    """ISO date: none that is in force any longer was ever issued."""
    told: list[Words] = msgspec.field(default_factory=list)
    """What it may be, where its label names no single paper."""
    common: int = 3
    """How often it is met, beside other kinds."""
    two: bool = False
    """One person may have two."""
    never_with: list[str] = msgspec.field(default_factory=list)
    shared: bool = False
    """Holder and visitor may have it in common, so only one of them brings it."""


class ToldReason(Entry, frozen=True):
    words: Words
    ages: Ages = Ages()
    """Of holders of whom it is told like this."""


class ReasonLore(Entry, frozen=True):
    """What a reason says of the holder, and how it is told."""

    ages: Ages = Ages()
    school: SchoolYears | None = None
    told: list[ToldReason] = msgspec.field(default_factory=list)


class Wish(Entry, frozen=True):
    """What somebody says who wants a PIN for one of its purposes."""

    pin: str
    purpose: Key
    operation: str
    words: Words
    ages: Ages = Ages()
    """Of the holder."""


class FactWords(Entry, frozen=True):
    """How a fact is told, by its values; a quiet one only where the scene turns on it."""

    told: dict[str, Words] = msgspec.field(default_factory=dict)
    quiet: list[bool | str] = msgspec.field(default_factory=list)
    ages: dict[str, Ages] = msgspec.field(default_factory=dict)
    """Of the holder, by the fact's values."""
    only_if: Facts = msgspec.field(default_factory=dict)
    """Without these nobody would know of it."""


class PaperWords(Entry, frozen=True):
    paper: Words
    detail: Words
    until: Words
    on_day: Words
    yes: Words
    no_: Words = msgspec.field(name="no")
    so: dict[str, Words]
    """How a property is told that is there and need not be."""
    not_so: dict[str, Words]
    holder: Words


class Visitor(Entry, frozen=True):
    """Who stands at the counter, where these facts are known, and whose the papers are then."""

    when: Facts
    words: Words
    owner: Words
    ages: Ages = Ages()
    """Of the holder."""
    older_by: Ages | None = None
    """Years by which they are older than the holder, where that is known."""


class TellingWords(Entry, frozen=True):
    visitors: list[Visitor]
    """Who stands at the counter: the first that holds."""
    born: Words
    aged: Words
    fact: Words
    yes: Words
    no_: Words = msgspec.field(name="no")
    reason: Words
    nothing: Words
    wish_for_purpose: dict[str, Words]
    wish_for_pins: dict[str, Words]
    wish_otherwise: Words
    papers: PaperWords


class CardWords(Entry, frozen=True):
    """What skills are called."""

    part: Words
    terms: Words
    none: Words
    only: Words
    twins: Words
    whose: Words
    own: Words
    paper: Words
    on_route: Words
    kind: Words
    purpose: Words
    listed: Words
    own_scene: Words


class Lore(Entry, frozen=True):
    """rules/practice/telling.yaml, as far as scenes are drawn and told from it."""

    adult: int
    """From this age a birth date is not told any more."""
    visitors: Ages
    facts: dict[str, FactWords]
    kinds: dict[str, KindLore]
    reasons: dict[str, ReasonLore]
    wishes: list[Wish]
    never: list[When]
    telling: TellingWords
    cards: CardWords
