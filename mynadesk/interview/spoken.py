"""A session for ears: everything that it has to say, and what of that is new.

Lines are whole and plain; who shows or reads them breaks them. The words are those of the desk's screen.
"""

from typing import NamedTuple

from mynadesk.interview.question import notices
from mynadesk.interview.result import verdict
from mynadesk.interview.session import Session
from mynadesk.interview.speech import sentences
from mynadesk.interview.spoken_case import case_lines, day_of_visit, reason, result, whole_verdict
from mynadesk.interview.spoken_question import answers, checks, head, paper_in_question
from mynadesk.interview.steps import AskPaper, Step


class Spoken(NamedTuple):
    """What a session has to say at one moment, part by part."""

    day: str
    title: str
    """Of the verdict."""
    verdict: str
    decided: bool
    """There is a verdict, not only a word for that there is none yet."""
    fresh: bool
    final: bool
    lines: dict[tuple[Step, str], str]
    """The case so far: the lines by what they ask again and what was answered."""
    reason: list[str]
    """The rule behind a line, which then stands in place of the question."""
    about: list[str]
    """What is found out now, and notices that bear on the answer."""
    head: str
    """What is asked. Nothing where nothing is."""
    answers: str
    question: str
    """Both in one line, with the PINs that are chosen already."""
    result: list[str]
    """All that is to be said at the end."""


def spoken(session: Session) -> Spoken:
    """What the session has to say."""
    found, final = verdict(session), session.look.final
    asks = not session.reason and not (final and session.cursor is None)
    return Spoken(
        day=day_of_visit(session),
        title=found.title,
        verdict=whole_verdict(session),
        decided=found.band != "open",
        fresh=session.fresh,
        final=final,
        lines=_settled_lines(session),
        reason=reason(session) if session.reason else [],
        about=[*checks(session), *(notices(session) if asks else ())],
        head=head(session) if asks else "",
        answers=answers(session) if asks else "",
        question=sentences(session.wording, head(session), answers(session, chosen=True)) if asks else "",
        result=result(session) if final else [],
    )


def _settled_lines(session: Session) -> dict[tuple[Step, str], str]:
    """The lines of the case. A paper that was put down is none while it is first asked about."""
    lines, paper = case_lines(session), paper_in_question(session)
    if paper is None or session.cursor is not None:
        return lines
    return {key: line for key, line in lines.items() if key[0] != AskPaper(paper)}


def everything(now: Spoken) -> list[str]:
    """All of the moment, for who wants to hear it again."""
    return [now.verdict, *now.about, *(now.reason or ([now.question] if now.head else now.result))]


def again(now: Spoken) -> list[str]:
    """Where one stands, when nothing is new; a result that was said once is not said anew."""
    if now.reason:
        return now.reason
    return [now.question] if now.head else [now.verdict, now.result[-1]]


def news(before: Spoken, now: Spoken) -> list[str]:
    """What is to be said after a change from `before`, in the order in which it is needed."""
    said = [now.day] if now.day != before.day else []
    said += [line for key, line in now.lines.items() if key not in before.lines]
    said += [now.verdict] if _verdict_is_news(before, now) else []
    said += [text for text in now.about if text not in before.about]
    if now.reason:
        return [*said, *(now.reason if now.reason != before.reason else [])]
    if now.head:
        return _with_question(said, before, now)
    return [*said, *(now.result if now.result != before.result else [])]


def _verdict_is_news(before: Spoken, now: Spoken) -> bool:
    """What is open shrinks with every answer, so it is said with a new title only, and at the end."""
    if now.title != before.title:
        return now.decided or before.decided or now.fresh
    return now.final and (not before.final or now.verdict != before.verdict)


def _with_question(said: list[str], before: Spoken, now: Spoken) -> list[str]:
    """What else is said, then the question; of the one asked before only what changed."""
    if now.head != before.head:
        return [*said, now.question]
    if now.answers != before.answers:
        return [*said, now.answers]
    return said
