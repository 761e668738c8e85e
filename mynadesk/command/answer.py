"""A decision as plain data, in the form of the contract."""

from typing import Any

from mynadesk.decision.decision import Decision, Outcome
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording


class Answering:
    """Turns the decisions of one rulebook into plain data, in both languages."""

    def __init__(self, book: Rulebook) -> None:
        self._speak_of(book)

    def _speak_of(self, book: Rulebook) -> None:
        self._book = book
        self._ja, self._en = Wording(book, "ja"), Wording(book, "en")

    def answer(self, decision: Decision) -> dict[str, Any]:
        """The decision, ready for JSON, in the words and figures of its day."""
        if decision.book is not self._book:
            self._speak_of(decision.book)
        then = decision.second_visit
        return {
            "flow": decision.flow,
            "verdict": decision.verdict,
            "pins": decision.pins,
            "requirements": [self._requirement(each, decision) for each in decision.requirements],
            "second_visit": None
            if then is None
            else {"requirements": [self._requirement(each, decision) for each in then]},
            "advice": list(decision.advice),
            "notes": [
                {"id": name, "ja": self._ja.fill(notice.text), "en": self._en.fill(notice.text)}
                for name, notice in decision.notes
            ],
            "headline": {"ja": _headline(self._ja, decision), "en": _headline(self._en, decision)},
            "rulebook": {"id": self._book.rulebook.id, "digest": self._book.digest},
        }

    def _requirement(self, outcome: Outcome, decision: Decision) -> dict[str, Any]:
        return {
            "id": outcome.id,
            "standing": outcome.standing.name,
            "met_by": list(outcome.met_by),
            "ask": list(outcome.ask),
            "bring": outcome.bring,
            "label": {"ja": self._ja.label(outcome), "en": self._en.label(outcome)},
            "source": "; ".join(self._ja.sources(outcome, decision)),
        }


def _headline(wording: Wording, decision: Decision) -> str:
    detail = wording.listed(wording.details(decision))
    return f"{wording.headline(decision)}: {detail}" if detail else wording.headline(decision)
