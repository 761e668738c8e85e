"""Papers of cases, as tests ask for them."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any, NamedTuple, get_args

from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.decision.reading import read_case
from mynadesk.handout.making import PaperName, make, unfit
from mynadesk.handout.paper import Paper, Ticks, texts_of
from mynadesk.handout.speech import Speech
from mynadesk.handout.words import HandoutWords, Tongue
from mynadesk.rulebook.book import Rulebook
from tests.decision.examples import EXAMPLES
from tests.reference.invent import invent_case

NAMES: tuple[PaperName, ...] = get_args(PaperName)
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
NO_DAY = date(1900, 1, 1)
_INVENTED = 100


class Handed(NamedTuple):
    """A paper with what it was made of."""

    case: Case
    decision: Decision
    name: PaperName
    speech: Speech
    paper: Paper


AllPapers = Callable[[Tongue], tuple[Handed, ...]]


def hand_over(
    book: Rulebook, words: HandoutWords, case: dict[str, Any], name: PaperName, tongue: Tongue = "ja"
) -> Handed | None:
    """The paper of a case as it is written; None where it does not fit."""
    speech = Speech(book, words, tongue)
    read = read_case(book, case, NO_DAY)
    decision = decide(book, read)
    if unfit(speech, read, decision, name) is not None:
        return None
    return Handed(read, decision, name, speech, make(speech, read, decision, name))


def said(
    book: Rulebook, words: HandoutWords, case: dict[str, Any], name: PaperName, tongue: Tongue = "ja"
) -> str:
    """Everything on the paper, a line each."""
    handed = hand_over(book, words, case, name, tongue)
    assert handed is not None
    return "\n".join(texts_of(handed.paper))


def ticks(paper: Paper) -> list[str]:
    """What has a box to tick."""
    return [tick.text for block in paper.blocks if isinstance(block, Ticks) for tick in block.each]


@cache
def cases() -> tuple[dict[str, Any], ...]:
    """The examples of the contract and invented cases."""
    random = Random(7)
    return (*(each["case"] for each in EXAMPLES), *(invent_case(random) for _ in range(_INVENTED)))


def everything(book: Rulebook, words: HandoutWords, tongue: Tongue) -> Iterator[Handed]:
    """Every paper that fits any of the cases."""
    for case in cases():
        for name in NAMES:
            if handed := hand_over(book, words, case, name, tongue):
                yield handed
