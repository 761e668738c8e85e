"""A saved page held against the digests of the rules."""

from typing import NamedTuple

from mynadesk.audit.citing import Rule, rules_by_place
from mynadesk.audit.matching import Match, match
from mynadesk.audit.saved import Line
from mynadesk.rulebook.schema import SourceEntry
from mynadesk.rulebook.written import Written


class Audit(NamedTuple):
    """What has become of a page, and whom it concerns."""

    source: str
    entry: SourceEntry
    match: Match
    rules: dict[str, list[Rule]]
    """By the place in the source of the sentence that they cite."""

    @property
    def is_another_page(self) -> bool:
        """Whether no sentence that the rules know is there."""
        return not (self.match.unchanged or self.match.moved)

    @property
    def is_as_it_was(self) -> bool:
        """Whether nothing that was published has changed, and nothing was added between."""
        found = self.match
        return not (found.changed or found.gone or found.new or found.headings_gone)


def pages(written: Written) -> list[str]:
    """The sources of which the rules know the sentences."""
    return [name for name, entry in written.sources.items() if entry.sentences]


def audit(written: Written, lines: list[Line], source: str | None = None) -> Audit:
    """Hold a page against a source: the named one of `pages`, or that of which most sentences are there."""
    names = [source] if source else pages(written)
    rules = rules_by_place(written)
    return max(
        (_audited(written, lines, name, rules) for name in names),
        key=lambda each: len(each.match.unchanged) + len(each.match.moved),
    )


def _audited(written: Written, lines: list[Line], source: str, rules: dict[str, list[Rule]]) -> Audit:
    entry = written.sources[source]
    concerned = {place: rules.get(f"{source} / {place}", []) for place in entry.sentences}

    def hints(place: str) -> str:
        return " ".join(rule.says.ja for rule in concerned[place] if rule.says)

    return Audit(source, entry, match(lines, entry.sentences, entry.headings, hints), concerned)
