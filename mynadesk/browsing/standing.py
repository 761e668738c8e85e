"""What is known of the rules on the disk, and as it is told."""

from collections.abc import Iterator

import msgspec

from mynadesk.browsing import words as w
from mynadesk.browsing.line import BLANK, Line, ToCase
from mynadesk.browsing.proving import Faulty, Progress, Proved
from mynadesk.decision.reading import read_case
from mynadesk.fault import DeskError
from mynadesk.proof.days import days_to_prove
from mynadesk.proof.holes import TITLES, Hole
from mynadesk.proof.report import figures
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording


class Checked(msgspec.Struct, frozen=True):
    """The rules on the disk as they were last looked at."""

    book: Rulebook | None = None
    """None where they cannot be used."""
    answer: Progress | Proved | Faulty | None = None
    """None while nothing has been told."""

    @property
    def good(self) -> bool:
        """They can be used, and no hole was found."""
        return self.book is not None and isinstance(self.answer, Proved) and not self.answer.proof.holes

    @property
    def bad(self) -> bool:
        """They cannot be used, or a hole was found."""
        return isinstance(self.answer, Faulty) or (isinstance(self.answer, Proved) and not self.good)


def lines_of(checked: Checked, wording: Wording, in_force: str) -> list[Line]:
    """The page of the proof. `in_force`: the digest of the rules that are used."""
    return [*_lines(checked, wording, in_force)]


def _lines(checked: Checked, wording: Wording, in_force: str) -> Iterator[Line]:
    answer, fill = checked.answer, wording.fill
    if checked.bad and (checked.book is None or checked.book.digest != in_force):
        yield Line(fill(w.LAST_GOOD, digest=in_force[:6]), "strong")
        yield BLANK
    if isinstance(answer, Faulty):
        yield Line(fill(w.FAULTS), "heading")
        yield from (Line(text) for text in answer.why.in_(wording.language).split("\n"))
        yield Line(fill(w.SEE_CHECK), "dim")
    elif isinstance(answer, Proved):
        yield from (Line(row.text, hang=row.hang) for row in figures(answer.proof, wording.language))
        for number, hole in enumerate(answer.proof.holes, 1):
            yield BLANK
            yield from _hole(checked.book, number, hole, wording)
    elif isinstance(answer, Progress) and answer.done:
        yield Line(fill(w.PROVING, done=str(answer.done), all=str(answer.all)))
    else:
        yield Line(fill(w.PROVING_BEGINS))


def _hole(book: Rulebook | None, number: int, hole: Hole, wording: Wording) -> Iterator[Line]:
    title, what = TITLES[hole.kind].in_(wording.language), hole.what.in_(wording.language)
    yield Line(f"{number}. {hole.place}", "strong")
    yield Line(f"{title}: {what}", "plain", None, 2)
    if book is not None:
        try:
            case = read_case(book, hole.case, days_to_prove(book)[0])
        except DeskError:
            return
        yield Line(wording.fill(w.OPEN_CASE), "plain", ToCase(case), 2)
