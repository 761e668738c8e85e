"""Whether a step may be taken, and where it leads. Pure: no clock, no store."""

from collections.abc import Iterator

from mynadesk.ledger.case_file import CaseFile, Judged
from mynadesk.ledger.labels import DESKS, STATES, STEPS
from mynadesk.ledger.states import MOVES, OPENING, UNDOABLE, Move, State, Step, Who
from mynadesk.ledger.trouble import NotAllowed
from mynadesk.words import Words

MOST_STEPS = 500
"""Of one case. No case has as many; a program gone wrong would."""
_AT_THE_DESK = Words("その窓口に連絡してください。", "Ask that desk.")
_STAYS = Words("何も書き込んでいません。", "Nothing was written.")


def steps_for(file: CaseFile, desk: str) -> tuple[Step, ...]:
    """What this desk may do with the case, in the table's order, the undo last."""
    return tuple(_offered(file, desk))


def ready_for_second_visit(file: CaseFile) -> bool:
    """Whether the second visit can be decided now."""
    return Step.decide in MOVES[file.state]


def opened(judged: Judged) -> State:
    """Where a new case stands. Raises NotAllowed where no PIN can be granted."""
    _refuse_without_grant(Step.open, OPENING, judged)
    return OPENING.to


def moved(file: CaseFile, step: Step, desk: str, judged: Judged | None) -> State:
    """Where the step leads. Raises NotAllowed, with the reason."""
    if len(file.taken) >= MOST_STEPS:
        raise NotAllowed(Words("手順が多すぎます。", "This case has too many steps."), _STAYS)
    if step is Step.undo:
        return _undone(file, desk, judged)
    move = MOVES[file.state].get(step)
    if move is None:
        raise NotAllowed(_no_way(file.state, step), _STAYS)
    _refuse_other_desks(file, move.by, desk)
    _refuse_a_wrong_decision(file, step, move, judged)
    return move.to


def _offered(file: CaseFile, desk: str) -> Iterator[Step]:
    for step, move in MOVES[file.state].items():
        may_grant = move.needs_decision or not move.needs_grant or file.judged.granted
        if desk == _desk_of(file, move.by, desk) and may_grant:
            yield step
    if file.taken[-1].step in UNDOABLE and desk == file.last.desk:
        yield Step.undo


def _undone(file: CaseFile, desk: str, judged: Judged | None) -> State:
    if file.taken[-1].step not in UNDOABLE or judged is not None:
        what = Words("取り消せる手順がありません。", "There is no step that can be undone.")
        raise NotAllowed(what, _STAYS)
    _refuse_other_desks(file, Who.last, desk)
    return file.standing[-2].state


def _desk_of(file: CaseFile, who: Who, desk: str) -> str:
    return {Who.any: desk, Who.opening: file.opened.desk, Who.last: file.last.desk}[who]


def _refuse_other_desks(file: CaseFile, who: Who, desk: str) -> None:
    if desk != _desk_of(file, who, desk):
        name = DESKS[who]
        what = Words(f"これができるのは、{name.ja}だけです。", f"Only {name.en} can do this.")
        raise NotAllowed(what, _AT_THE_DESK)


def _refuse_a_wrong_decision(file: CaseFile, step: Step, move: Move, judged: Judged | None) -> None:
    if move.needs_decision != (judged is not None):
        what = (
            Words("2回目の判定がありません。", "There is no decision on the second visit.")
            if move.needs_decision
            else Words("この手順に判定は付きません。", "This step comes without a decision.")
        )
        raise NotAllowed(what, _STAYS)
    if judged and not {pin for pin, _ in judged.pins} <= set(file.asked_for):
        what = Words(
            "1回目に申し出のなかった暗証番号が含まれています。",
            "There are PINs that were not asked for at the first visit.",
        )
        raise NotAllowed(what, Words("1回目の受付から必要です。", "They need a first visit."))
    _refuse_without_grant(step, move, judged or file.judged)


def _refuse_without_grant(step: Step, move: Move, judged: Judged) -> None:
    if move.needs_grant and not judged.granted:
        name = STEPS[step]
        raise NotAllowed(
            Words(
                f"受付できる暗証番号がないので、{name.ja}はできません。",
                f"{name.en} is not possible: the agent may have none of the PINs.",
            ),
            _STAYS,
        )


def _no_way(state: State, step: Step) -> Words:
    where, what = STATES[state], STEPS[step]
    return Words(
        f"いまは「{where.ja}」です。「{what.ja}」はできません。",
        f'The case stands at "{where.en}". {what.en} is not possible.',
    )
