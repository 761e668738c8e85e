"""What the person at the counter is shown of a case: what concerns them, in words that are said to them."""

from typing import NamedTuple

from mynadesk.decision.decision import PARTIAL, Decision
from mynadesk.interview.ahead import ahead
from mynadesk.interview.course import Look
from mynadesk.interview.result import Section
from mynadesk.wording import Wording

_UNDECIDED = ("ask", "consult")


class Shown(NamedTuple):
    title: str
    band: str
    """The word of the verdict."""
    sections: list[Section]


def shown_to_the_person(look: Look, wording: Wording) -> Shown | None:
    """The verdict, what to tell, and what to bring next; None while nothing is decided.

    While something is still asked, or a supervisor decides, what is lacking so far is not told: it may yet
    come out of the bag.
    """
    decision = look.decision
    if decision is None or decision.verdict is None:
        return None
    words = wording.words.show
    if not look.final or decision.verdict in _UNDECIDED:
        title = words.consult if look.final and decision.verdict == "consult" else words.ask
        band = "ask" if title is words.ask else "consult"
        return Shown(wording.fill(title), band, [Section("", [wording.fill(words.wait)])])
    told = [*wording.tell(decision), *wording.new_pins(decision)]
    found = [
        Section("", told),
        Section(
            wording.fill(words.second_visit),
            [*ahead(wording, look, spoken=True), *wording.needed_next(decision, spoken=True)],
        ),
        Section(wording.fill(wording.words.panel.advice), [text for _, text in wording.advice(decision)]),
    ]
    return Shown(
        _title(decision, wording), str(decision.verdict), [section for section in found if section.texts]
    )


def _title(decision: Decision, wording: Wording) -> str:
    words, verdict = wording.words.show, decision.verdict
    if verdict in ("accept", PARTIAL):
        return wording.fill(getattr(words, f"{verdict}_{decision.flow}"))
    return wording.fill(getattr(words, str(verdict)))
