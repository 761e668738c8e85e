"""rules/handout/words.yaml: what stands on the papers, in three tongues."""

from typing import Literal

import msgspec

from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words

Tongue = Literal["ja", "easy", "en"]


class Three(Entry, frozen=True):
    """One thing said in Japanese, in やさしい日本語 (as in `ja` where left out) and in English."""

    ja: str
    en: str
    easy: str | None = None

    def in_(self, tongue: Tongue) -> Words:
        """The words of a tongue, to be filled in."""
        return Words(self.easy if tongue == "easy" and self.easy is not None else self.ja, self.en)


class Names(Entry, frozen=True):
    bring: Three
    visits: Three
    check: Three


class HeadWords(Entry, frozen=True):
    desk: Three
    number: Three
    request: Three


class Owners(Entry, frozen=True):
    holder: Three
    legal_representative: Three
    agent: Three


class CountWords(Entry, frozen=True):
    some: Three
    each: Three
    and_: Three = msgspec.field(name="and")
    or_: Three = msgspec.field(name="or")


class BringWords(Entry, frozen=True):
    opening: Three
    open: Three
    again: Three


class PaperWords(Entry, frozen=True):
    examples: Three
    example: Three
    unusable: Three
    doubtful: Three
    why: Three
    twins: Three
    other_kind: Three
    soon: Three


class VisitsWords(Entry, frozen=True):
    opening: Three
    lacking: Three
    partial: Three
    postage: Three
    letter: Three
    steps: list[Three]
    not_arriving: Three
    second: Three
    for_pins: Three
    beside: Three


class DeskNames(Entry, frozen=True):
    title: Three
    desk: Three
    reach: Three


class CheckWords(Entry, frozen=True):
    day: Three
    visitor: Three
    requirements: Three
    requirement: Three
    tell: Three
    to_check: Three
    second: Three
    notes: Three
    clerk: Three
    rules: Three


class Unfit(Entry, frozen=True):
    bring: Three
    turned_away: Three
    visits: Three


class EasyCheck(Entry, frozen=True):
    problem: str | None = None
    rule: str | None = None


class Easy(Entry, frozen=True):
    """The rulebook's words in やさしい日本語, by their names there."""

    city: str | None = None
    offices: dict[str, str] = msgspec.field(default_factory=dict)
    operations: dict[str, str] = msgspec.field(default_factory=dict)
    pins: dict[str, str] = msgspec.field(default_factory=dict)
    requirements: dict[str, str] = msgspec.field(default_factory=dict)
    """What has to be brought."""
    rules: dict[str, str] = msgspec.field(default_factory=dict)
    """By requirement."""
    checks: dict[str, EasyCheck] = msgspec.field(default_factory=dict)
    """Also by the property by which a class counts."""
    kinds: dict[str, str] = msgspec.field(default_factory=dict)
    otherwise: dict[str, str] = msgspec.field(default_factory=dict)


class HandoutWords(Entry, frozen=True):
    """words.yaml of rules/handout"""

    examples: dict[str, list[str]]
    """Kinds by class."""
    names: Names
    head: HeadWords
    owners: Owners
    classes: dict[str, Three]
    count: CountWords
    bring: BringWords
    papers: PaperWords
    visits: VisitsWords
    desks: DeskNames
    check: CheckWords
    unfit: Unfit
    easy: Easy
