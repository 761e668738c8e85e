"""In how much cases and situations differ, and what of a decision tells them apart."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from mynadesk.decision.case import Case, Document
from mynadesk.decision.decision import Decision
from mynadesk.proof.tables import Part, Row


def one_fact(part: Part, row: Row, other: Row) -> str:
    """The fact in which alone two rows differ; nothing where there is none."""
    differing = [
        name for name, one, two in zip(part.facts, row.facts, other.facts, strict=True) if one != two
    ]
    same_papers = all(one.shape == two.shape for one, two in zip(row.piles, other.piles, strict=True))
    return differing[0] if len(differing) == 1 and same_papers else ""


def apart(row: Row, other: Row) -> int:
    """In how many facts and papers two rows differ."""
    facts: int = sum(one != two for one, two in zip(row.facts, other.facts, strict=True))
    piles = zip(row.piles, other.piles, strict=True)
    papers = sum(_papers_apart(one.documents, two.documents) for one, two in piles)
    return facts + papers


def _papers_apart(some: Iterable[Document], other: Iterable[Document]) -> int:
    """A paper that is otherwise counts once, one that is missing twice."""
    first, second = _counted(some), _counted(other)
    gone, come = (first - second).total(), (second - first).total()
    return max(gone, come) + abs(gone - come)


def _counted(papers: Iterable[Document]) -> Counter[str]:
    return Counter(f"{each.kind} {sorted(each.seen.items())}" for each in papers)


def difference(first: Case, second: Case) -> tuple[int, int]:
    """In how much two cases differ, and how large the second is."""
    facts = first.facts.items() ^ second.facts.items()
    pins = {*first.pins} ^ {*second.pins}
    papers = _papers_apart(first.documents, second.documents)
    return len({name for name, _ in facts}) + len(pins) + papers, _size(second)


def _size(case: Case) -> int:
    return len(case.facts) + len(case.pins) + len(case.documents)


def pin_words(decision: Decision | None) -> Any:
    """The words of the PINs, whatever these are."""
    return decision and (sorted(decision.pins.values()), decision.flow)


def notices_of(decision: Decision | None) -> set[tuple[str, str]]:
    """What is told besides: file and id."""
    if decision is None:
        return set()
    return {("alternatives", name) for name in decision.advice} | {
        ("notices", name) for name, _ in decision.notes
    }


def all_told(decision: Decision | None) -> Any:
    """All of a decision that a person would hear."""
    return pin_words(decision), sorted(notices_of(decision))
