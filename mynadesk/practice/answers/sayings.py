"""What could be said to the person at the counter: the right words among wrong ones."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

import msgspec
from msgspec.structs import replace

from mynadesk.decision.decision import Decision, Outcome
from mynadesk.standing import Standing, name_of
from mynadesk.wording import Wording

_WRONG = 2
_FLOWS = ("same_day", "first_visit", "second_visit")


class Sayings(msgspec.Struct, frozen=True):
    """Texts of which one is right. With fewer than two there is nothing to choose, and nothing is asked."""

    texts: tuple[str, ...]
    right: int


def sayings(wording: Wording, decision: Decision, others: Sequence[Decision], random: Random) -> Sayings:
    """What is told of `decision` and up to two wrong texts, mixed; no two texts are equal.

    The wrong ones are what is told of `others`, the first ones first; where these are too few, words that
    are near.
    """
    right = _joined(wording, wording.tell(decision))
    if not right:
        return Sayings((), 0)
    told = [_joined(wording, wording.tell(each)) for each in others if not _means_the_same(each, decision)]
    near = [text for text in _near(wording, decision, random) if text not in right]
    wrong = [text for text in dict.fromkeys([*told, *near]) if text and text != right]
    texts = [right, *wrong[:_WRONG]]
    random.shuffle(texts)
    return Sayings(tuple(texts), texts.index(right))


def _joined(wording: Wording, sentences: Sequence[str]) -> str:
    return ("" if wording.language == "ja" else " ").join(sentences)


def _means_the_same(one: Decision, other: Decision) -> bool:
    """Both accept everything, and on the same day: only the words may differ, and neither would be wrong."""
    accepted = one.verdict == other.verdict == "accept"
    return accepted and (one.second_visit is None) == (other.second_visit is None)


def _near(wording: Wording, decision: Decision, random: Random) -> Iterator[str]:
    """Wrong words that the rulebook has: first one of each kind, then the rest."""
    kinds = [
        [*_swapped(wording, decision, _other_papers)],
        [*_accepting(wording, decision)],
        [*_swapped(wording, decision, _otherwise)],
        [*_needless(wording, decision)],
    ]
    for kind in kinds:
        random.shuffle(kind)
        yield from kind[:1]
    yield from (text for kind in kinds for text in kind[1:])


def _accepting(wording: Wording, decision: Decision) -> Iterator[str]:
    """That everything is accepted; where it is, that this is on another day."""
    flows: tuple[str, ...] = (decision.flow,) if decision.flow else _FLOWS
    if decision.verdict == "accept":
        today = decision.second_visit is None
        flows = tuple(flow for flow in _FLOWS if (flow == "first_visit") == today)
    for flow in flows:
        yield wording.fill(getattr(wording.words.say, f"accept_{flow}"))


def _swapped(
    wording: Wording, decision: Decision, other_words: Callable[[Wording, Outcome], Iterator[str]]
) -> Iterator[str]:
    """All that is told, but of one requirement in other words."""
    told = wording.tell(decision)
    for outcome in decision.requirements:
        sentence = wording.said(outcome)
        if sentence in told:
            for other in other_words(wording, outcome):
                yield _joined(wording, [other if each == sentence else each for each in told])


def _other_papers(wording: Wording, outcome: Outcome) -> Iterator[str]:
    """One paper too few, or where one is all that is wanted, one too many."""
    if outcome.bring:
        fewer = [papers[:-1] for papers in outcome.bring if len(papers) > 1]
        more = [[*papers, papers[-1]] for papers in outcome.bring]
        yield wording.said(replace(outcome, bring=fewer or more))


def _needless(wording: Wording, decision: Decision) -> Iterator[str]:
    """What would be told if a requirement that is met were not."""
    for outcome in decision.requirements:
        if outcome.standing is Standing.met:
            yield from _otherwise(wording, outcome)


def _otherwise(wording: Wording, outcome: Outcome) -> Iterator[str]:
    for standing in (Standing.missing, Standing.consult, Standing.decline):
        if standing is not outcome.standing and name_of(standing) in outcome.rule.say:
            yield wording.said(replace(outcome, standing=standing, bring=[]))
