"""The clerk's check sheet: a decision with all that was checked, said and left open."""

from mynadesk.decision.case import Case
from mynadesk.decision.decide import procedure_of
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.handout.paper import Block, Fields, Heading, Points, Text, Tick, Ticks
from mynadesk.handout.parts import not_enough, not_usable, running_out
from mynadesk.handout.speech import Speech
from mynadesk.handout.words import Three
from mynadesk.standing import Standing

_MISSING = Standing.missing


def check_sheet(speech: Speech, case: Case, decision: Decision) -> list[Block]:
    """In the words of the desk, whose language is Japanese or English."""
    words, wording = speech.words.check, speech.wording
    route = procedure_of(decision.book).route_of(case.facts).rule.label
    return [
        Text(speech.say(words.visitor, route=wording.fill(route))),
        Text(wording.headline(decision), strong=True),
        *_points(speech, None, wording.details(decision)),
        Heading(speech.say(words.requirements)),
        Ticks(tuple(_checked(speech, each) for each in decision.requirements)),
        *not_usable(speech, case, decision, decision.requirements),
        *_points(speech, words.tell, [*wording.tell(decision), *wording.new_pins(decision)]),
        *_points(speech, words.to_check, wording.to_check(decision)),
        *_points(speech, words.second, wording.needed_next(decision)),
        *(_ahead(speech, case, decision) if decision.second_visit else []),
        *_points(speech, words.notes, _notes(speech, decision)),
        Fields(((speech.say(words.clerk), ""),)),
        Text(speech.say(words.rules, id=speech.book.rulebook.id, digest=speech.book.digest)),
    ]


def _checked(speech: Speech, outcome: Outcome) -> Tick:
    wording, met = speech.wording, outcome.standing is Standing.met
    name = wording.lacks(outcome) if outcome.standing is _MISSING else wording.label(outcome)
    standing = wording.standing(outcome.standing)
    return Tick(speech.say(speech.words.check.requirement, standing=standing, name=name), (), met)


def _ahead(speech: Speech, case: Case, decision: Decision) -> list[Block]:
    return [*not_enough(speech, case, decision), *running_out(speech, case, decision)]


def _notes(speech: Speech, decision: Decision) -> list[str]:
    """Those too that stood beside a question; but papers were looked at, and say themselves what they are."""
    told = (notice for _, notice in decision.notes if not notice.when.papers)
    return [speech.wording.fill(notice.text) for notice in told]


def _points(speech: Speech, title: Three | None, texts: list[str]) -> list[Block]:
    if not texts:
        return []
    points = Points(tuple(texts))
    return [points] if title is None else [Heading(speech.say(title)), points]
