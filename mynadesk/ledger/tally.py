"""What is counted of a request: each thing for itself, so that nothing of one person stays together."""

import msgspec

from mynadesk.decision.case import Case
from mynadesk.decision.decide import procedure_of
from mynadesk.decision.decision import Decision
from mynadesk.ledger.count import What
from mynadesk.standing import Standing


class Tally(msgspec.Struct, frozen=True):
    """What one decision adds to the counts."""

    verdict: str
    route: str
    pins: tuple[tuple[str, str], ...]
    """PINs asked for, each with how it stood in the words of a decision."""
    missing: tuple[str, ...]
    """Ids of requirements, each once."""
    papers: tuple[str, ...]
    """Classes of papers, each once; where either of two would do, both."""

    @property
    def counts(self) -> tuple[tuple[What, str], ...]:
        """What goes up by one, sorted: nothing tells in which order it was asked."""
        found = {(What.verdict, self.verdict), (What.route, self.route)}
        for pin, word in self.pins:
            found |= {(What.pin, pin), (What(f"{What.pin}_{word}"), pin)}
        found |= {(What.missing, each) for each in self.missing}
        found |= {(What.paper, each) for each in self.papers}
        return tuple(sorted(found))


def tallied(case: Case, decision: Decision) -> Tally:
    """What a decision adds to the counts."""
    book = decision.book
    missing = [each for each in decision.requirements if each.standing is Standing.missing]
    lacking = {name for each in missing for alternative in each.bring for name in alternative}
    return Tally(
        decision.verdict,
        procedure_of(book).route_of(case.facts).name,
        tuple(sorted(decision.pins.items())),
        tuple(sorted({each.id for each in missing})),
        tuple(sorted(lacking & set(book.documents.classes))),
    )
