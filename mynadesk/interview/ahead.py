"""What the desk says at a first visit of the second: what today's papers will not be enough for, and which
of them run out before."""

from mynadesk.decision.ahead import lacking_then, running_out
from mynadesk.decision.case import Case
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.interview.course import Look
from mynadesk.interview.desk_state import DeskState
from mynadesk.interview.steps import AskChoice
from mynadesk.wording import Wording


def ahead(wording: Wording, look: Look, spoken: bool = False) -> list[str]:
    """All of it. Nothing where there is no second visit, or where nothing can be had anyway.

    `spoken`: classes of papers are called as people call them.
    """
    case, decision = look.case, look.decision
    if case is None or decision is None or not decision.second_visit or decision.verdict == "decline":
        return []
    lacking = lacking_then(case, decision)
    return [*_beside(wording, lacking, spoken), *_running_out(wording, case, decision)]


def beside_question(desk: DeskState) -> list[str]:
    """What bears on the question of the moment: before something is paid that may come to nothing.

    What would be lacking today as well is known without looking at dates: notices of the rulebook tell it.
    """
    look, step = desk.look, desk.step
    case, decision = look.case, look.decision
    if case is None or decision is None or not decision.second_visit:
        return []
    if not isinstance(step, AskChoice) or step.question not in desk.book.desk.next_visit.beside:
        return []
    today = {each.id: each.bring for each in decision.second_visit}
    later = [each for each in lacking_then(case, decision) if each.bring != today.get(each.id)]
    return [*_running_out(desk.wording, case, decision), *_beside(desk.wording, later, spoken=False)]


def _running_out(wording: Wording, case: Case, decision: Decision) -> list[str]:
    words, kinds = wording.words.ahead.runs_out, wording.book.documents.kinds
    found = [
        wording.fill(words, paper=wording.fill(kinds[paper.kind].label), day=wording.day(last_day))
        for paper, last_day in running_out(case, decision)
    ]
    return list(dict.fromkeys(found))


def _beside(wording: Wording, lacking: list[Outcome], spoken: bool) -> list[str]:
    return [
        wording.fill(
            wording.words.ahead.beside, papers=wording.short(each), bring=wording.bring(each, spoken)
        )
        for each in lacking
    ]
