"""What a decision means for the person, the supervisor and the clerk; and the reason behind a line."""

from collections.abc import Iterable

from mynadesk.decision.decision import Outcome
from mynadesk.interview.lines import is_missing_for_good, judged_papers, paper_text
from mynadesk.interview.session import Session
from screens.paint import current_line, wrapped
from screens.pane import Row


def result_rows(session: Session, cells: int) -> list[Row]:
    """Everything that is to be said once nothing is left to ask."""
    decision, wording = session.look.decision, session.wording
    if decision is None:
        return []
    panel = wording.words.panel
    advice = [f"{name}: {text}" for name, text in wording.advice(decision)]
    told = [*wording.tell(decision), *wording.new_pins(decision)]
    return [
        *_section(wording.fill(panel.tell), told, cells),
        *_section(wording.fill(panel.check), wording.to_check(decision) if decision.flow else [], cells),
        *_section(wording.fill(panel.second_visit), wording.needed_next(decision), cells),
        *_section(wording.fill(panel.notes), wording.notes(decision, session.look.whole), cells),
        *_section(wording.fill(panel.advice), advice, cells),
    ]


def _section(heading: str, texts: Iterable[str], cells: int) -> list[Row]:
    listed = [row for text in texts for row in wrapped(f"・{text}", cells, "plain", indent=2)]
    return [[(f"[{heading}]", "key")], *listed] if listed else []


def reason_rows(session: Session, cells: int) -> list[Row]:
    """The rule behind the line that is looked at: in our words, its layer, and where it is published."""
    outcomes = outcomes_looked_at(session)
    rows: list[Row] = [[(f"[{session.wording.fill(session.wording.words.panel.reason)}]", "key")]]
    for outcome in outcomes:
        rows += _outcome_rows(session, outcome, cells)
    if not outcomes:
        rows += wrapped(session.wording.fill(session.wording.words.panel.no_rule), cells, "dim")
    return rows


def outcomes_looked_at(session: Session) -> tuple[Outcome, ...]:
    """The requirements behind the current line, else behind the worst line."""
    place = current_line(session)
    if place is not None and session.lines[place].outcomes:
        return session.lines[place].outcomes
    if session.cursor is not None or not session.lines:
        return ()
    return max(
        (line for line in session.lines), key=lambda line: -1 if line.standing is None else line.standing
    ).outcomes


def _outcome_rows(session: Session, outcome: Outcome, cells: int) -> list[Row]:
    wording = session.wording
    standing = wording.standing(outcome.standing, is_missing_for_good(session.look))
    rows = wrapped(f"{wording.label(outcome)} {standing}", cells, "strong")
    rows += wrapped(wording.rule(outcome), cells, "plain")
    rows += _paper_rows(session, outcome, cells)
    return [*rows, *_place_rows(session, outcome, cells)]


def _paper_rows(session: Session, outcome: Outcome, cells: int) -> list[Row]:
    """Each paper that does not (yet) count, and why."""
    wording, rows = session.wording, []
    for _, told, judged in judged_papers(session.look):
        problems = wording.paper_problems(judged, told.seen) if judged.of in outcome.reads.owners else []
        if problems:
            text = f"・{paper_text(wording, told, judged)}: {''.join(problems)}"
            rows += wrapped(text, cells, "plain", indent=2)
    return rows


def _place_rows(session: Session, outcome: Outcome, cells: int) -> list[Row]:
    """Layer and place of each citation; what is published in one place is named once."""
    wording, rows, said = session.wording, [], ""
    decision = session.look.decision
    for place in wording.places(wording.sources(outcome, decision)) if decision else []:
        head = f"{place.layer} {place.title}"
        if head != said:
            rows += wrapped(head, cells, "key")
            said = head
        if place.part:
            rows += wrapped(f"・{place.part}", cells, "dim", indent=2)
    return rows
