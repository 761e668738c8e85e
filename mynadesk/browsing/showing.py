"""A pair of cases in words: in what each differs from the other, and what it comes to."""

from typing import NamedTuple

from mynadesk.browsing.turning.ground import Pair
from mynadesk.decision.case import Case, Document
from mynadesk.decision.decide import decide, procedure_of
from mynadesk.decision.decision import Decision
from mynadesk.interview.laying import named
from mynadesk.interview.lines import paper_text
from mynadesk.interview.sheet import PaperSeen
from mynadesk.wording import Wording


class Side(NamedTuple):
    """One case of a pair."""

    case: Case
    text: str
    """What of it is otherwise in the other."""
    verdict: str
    """What it comes to."""
    band: str
    """The word of the verdict."""


class Shown(NamedTuple):
    """A pair."""

    route: str
    sides: tuple[Side, Side]


def shown(wording: Wording, pair: Pair) -> Shown:
    """A pair in words. Raises NotInForce where one of its days has no rulebook."""
    first, second = (
        _side(wording.at(case.on), case, other) for case, other in zip(pair, pair[::-1], strict=True)
    )
    route = procedure_of(wording.book.at(pair.first.on)).route_of(pair.first.facts)
    return Shown(wording.fill(route.rule.label), (first, second))


def _side(wording: Wording, case: Case, other: Case) -> Side:
    decision = decide(wording.book, case)
    parts = [] if case.on == other.on else [wording.day(case.on)]
    if case.pins != other.pins:
        parts.append(wording.listed(map(wording.pin, case.pins)))
    for name in dict.fromkeys((*case.facts, *other.facts)):
        if case.facts.get(name) != other.facts.get(name):
            parts.append(named(wording, name, case.facts.get(name)))
    for owner in ("holder", "visitor"):
        own = [each for each in case.documents if each.of == owner]
        if own != [each for each in other.documents if each.of == owner]:
            parts.append(_papers(wording, owner, own, decision))
    headline = wording.headline(decision, final=True)
    return Side(case, ("、" if wording.language == "ja" else ", ").join(parts), headline, decision.verdict)


def _papers(wording: Wording, owner: str, papers: list[Document], decision: Decision) -> str:
    """All papers of an owner, under the name that they have at the desk."""
    labels = [
        question.label for question in wording.book.desk.questions.values() if question.papers_of == owner
    ]
    seen = [PaperSeen(each.kind, each.of, each.seen, settled=True) for each in papers]
    judged = [each for each in decision.papers if each.of == owner]
    texts = [paper_text(wording, paper, each) for paper, each in zip(seen, judged, strict=True)]
    listed = " + ".join(texts) or wording.fill(wording.words.laid.none)
    return f"{wording.fill(labels[0])} {listed}" if labels else listed
