"""Rules with the places where they are published, in lines that can be read."""

from collections.abc import Iterable

from mynadesk.decision.decision import Decision
from mynadesk.practice.answers.answer import hanging
from mynadesk.practice.scenes.scene import Card
from mynadesk.practice.words import RuleWords
from mynadesk.wording import Wording


def rule_of(
    card: Card | None,
    words: RuleWords,
    wording: Wording,
    decision: Decision | None = None,
    requirement: str = "",
) -> list[str]:
    """The card's rule, where it has one, then the places, a page or leaflet a line.

    With a decision of one of its scenes also the rules of what that hangs on; without a card the rule of
    the `requirement` on which the scene turns.
    """
    rules, cited = ([card.rule.in_(wording.language)], [*card.cited]) if card else ([], [])
    if decision is not None:
        ids = {*hanging(decision), *([] if card else [requirement])}
        for each in (each for each in decision.requirements if each.id in ids):
            cited += [text for text in wording.sources(each, decision) if text not in cited]
            rules += [rule for rule in [wording.rule(each)] if not any(rule in other for other in rules)]
    return [
        *(wording.fill(words.rule, rule=rule) for rule in rules if rule),
        *_places(cited, words, wording),
    ]


def _places(cited: Iterable[str], words: RuleWords, wording: Wording) -> list[str]:
    """Citations ("source / heading / number"), each source named once."""
    found: dict[tuple[str, str], list[str]] = {}
    for place in wording.places([*cited]):
        found.setdefault((place.layer, place.title), []).extend([place.part] if place.part else [])
    return [
        wording.fill(
            words.place_in if parts else words.place, layer=layer, title=title, parts=wording.listed(parts)
        )
        for (layer, title), parts in found.items()
    ]
