"""From what was decided to what is kept of it. Whatever the rulebook does not name is refused here."""

import msgspec

from mynadesk.decision.case import Case
from mynadesk.decision.decision import PARTIAL, PIN_WORDS, Decision
from mynadesk.ledger.case_file import Judged
from mynadesk.ledger.tally import Tally
from mynadesk.ledger.trouble import NotForTheLedger
from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing, name_of
from mynadesk.words import Words

_NO_REASON = (None, "none")
_DESK, _DECISION, _TALLY = Words("窓口", "desk"), Words("判定", "decision"), Words("件数", "counts")
_STANDINGS = frozenset(map(name_of, Standing))
_VERDICTS = frozenset((*PIN_WORDS, PARTIAL))


def judged(case: Case, decision: Decision) -> Judged:
    """A decision as it is kept."""
    return Judged(
        decision.book.digest,
        any(case.facts.get(fact) not in _NO_REASON for fact in _facts_of_reasons(decision.book)),
        tuple(decision.pins.items()),
        tuple((each.id, name_of(each.standing)) for each in decision.requirements),
    )


class Names(msgspec.Struct, frozen=True):
    """The only words that can get into the ledger."""

    digest: str
    desks: frozenset[str]
    pins: frozenset[str]
    requirements: frozenset[str]
    routes: frozenset[str]
    papers: frozenset[str]
    """Classes of papers."""

    def check_desk(self, desk: object) -> None:
        """Raises NotForTheLedger."""
        if not _is_one_of(desk, self.desks):
            raise NotForTheLedger(_DESK)

    def check_judged(self, judged: object) -> None:
        """Raises NotForTheLedger."""
        if not isinstance(judged, Judged) or not self._knows(judged):
            raise NotForTheLedger(_DECISION)

    def check_tally(self, tally: object) -> None:
        """Raises NotForTheLedger."""
        if not isinstance(tally, Tally) or not (
            _is_one_of(tally.verdict, _VERDICTS)
            and _is_one_of(tally.route, self.routes)
            and _pairs(tally.pins, self.pins, frozenset(PIN_WORDS))
            and _are_of(tally.missing, self.requirements)
            and _are_of(tally.papers, self.papers)
        ):
            raise NotForTheLedger(_TALLY)

    def _knows(self, judged: Judged) -> bool:
        return (
            judged.digest == self.digest
            and isinstance(judged.reason_named, bool)
            and _pairs(judged.pins, self.pins, frozenset(PIN_WORDS))
            and _pairs(judged.requirements, self.requirements, _STANDINGS)
            and 0 < len(judged.pins) == len(dict(judged.pins))
        )


def names_of(book: Rulebook) -> Names:
    """What this rulebook names."""
    return Names(
        book.digest,
        frozenset(book.rulebook.offices),
        frozenset(book.pins),
        frozenset(name.partition("/")[0] for name in book.requirements),
        frozenset(book.routes),
        frozenset(book.documents.classes),
    )


def _is_one_of(word: object, known: frozenset[str]) -> bool:
    return isinstance(word, str) and word in known


def _are_of(words: object, known: frozenset[str]) -> bool:
    """Whether these are known words and nothing else."""
    return isinstance(words, tuple) and all(_is_one_of(word, known) for word in words)


def _pairs(pairs: object, first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether these are pairs of known words and nothing else."""
    return isinstance(pairs, tuple) and all(
        isinstance(pair, tuple)
        and len(pair) == 2
        and _is_one_of(pair[0], first)
        and _is_one_of(pair[1], second)
        for pair in pairs
    )


def _facts_of_reasons(book: Rulebook) -> list[str]:
    return [name for name, fact in book.facts.items() if fact.listed_in == "reasons"]
