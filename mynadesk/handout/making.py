"""The three papers, each a plain function of a case and its decision."""

from collections.abc import Sequence
from typing import Literal

from mynadesk.decision.ahead import counts, without_doubtful
from mynadesk.decision.case import Case
from mynadesk.decision.decision import PARTIAL, Decision, Outcome
from mynadesk.handout.check_sheet import check_sheet
from mynadesk.handout.paper import Block, Heading, Paper, Points, Text, Tick, Ticks
from mynadesk.handout.parts import (
    about_papers,
    classes_of,
    desks,
    not_enough,
    not_usable,
    opening,
    other_kinds,
    running_out,
    to_bring,
    wanted,
)
from mynadesk.handout.speech import Speech
from mynadesk.handout.words import Three
from mynadesk.standing import Standing, name_of

PaperName = Literal["bring", "visits", "check"]
_ACCEPTED = ("accept", PARTIAL)
_CONSULT = "consult"
_WITH_CONSENT = (_ACCEPTED[0], _CONSULT)
"""How PINs stand that a case with a number covers."""
_DECLINED = "decline"
_GOES_ON = (*_ACCEPTED, "ask", "incomplete")
_OPEN = (Standing.missing, Standing.ask)


def usual_paper(decision: Decision, number: str = "") -> PaperName:
    """What is handed over if nobody names a paper. `number`: the case's, if it has one."""
    accepted = decision.verdict in _ACCEPTED or _agreed(decision, number)
    return "visits" if decision.second_visit is not None and accepted else "bring"


def unfit(speech: Speech, case: Case, decision: Decision, name: PaperName, number: str = "") -> str | None:
    """Why a paper does not fit the decision, in a sentence; None where it fits."""
    words, why = speech.words.unfit, None
    if name == "bring" and decision.verdict == _DECLINED:
        why = words.turned_away
    elif name == "bring" and not (_wanting(case, decision) or _not_seen(decision)):
        why = words.bring
    elif name == "visits" and not _two_visits(decision, number):
        why = words.visits
    return None if why is None else speech.say(why)


def _two_visits(decision: Decision, number: str) -> bool:
    goes_on = decision.verdict in _GOES_ON or _agreed(decision, number)
    return decision.second_visit is not None and goes_on


def _agreed(decision: Decision, number: str) -> bool:
    """A supervisor has agreed: without their word there would be no number."""
    return bool(number) and decision.verdict == _CONSULT


def make(speech: Speech, case: Case, decision: Decision, name: PaperName, number: str = "") -> Paper:
    """The paper; `unfit` tells where it has nothing to say. `number`: the case's, else an empty box.

    The check sheet is the clerk's own and has no plain Japanese.
    """
    if name == "check" and speech.tongue == "easy":
        speech = Speech(speech.book, speech.words, "ja")
    blocks = _blocks(speech, case, decision, name, number)
    title: Three = getattr(speech.words.names, name)
    return Paper(speech.say(title), speech.tongue, (*opening(speech, case, number), *blocks))


def _blocks(speech: Speech, case: Case, decision: Decision, name: PaperName, number: str) -> list[Block]:
    if name == "bring":
        return _bring(speech, case, decision)
    if name == "check":
        return check_sheet(speech, case, decision)
    return _visits(speech, case, decision, _WITH_CONSENT if number else _ACCEPTED[:1])


# What to bring


def _missing(decision: Decision) -> list[Outcome]:
    """What is missing and would help: nothing for PINs that cannot be had anyway."""
    return [
        each
        for each in decision.requirements
        if each.standing is Standing.missing and not _in_vain(decision, each)
    ]


def _wanting(case: Case, decision: Decision) -> list[Outcome]:
    """What is missing, and what else to bring where only a supervisor could accept what was shown."""
    firm = without_doubtful(case, decision).requirements
    missing = {each.id: each for each in _missing(decision)}
    for each, then in zip(decision.requirements, firm, strict=True):
        if each.standing is Standing.consult and then.standing is Standing.missing:
            missing[each.id] = then
    return [missing[each.id] for each in decision.requirements if each.id in missing]


def _not_seen(decision: Decision) -> list[Outcome]:
    """What nobody has asked for yet. Papers that were shown but not looked at are not among it."""
    return [
        each
        for each in decision.requirements
        if each.standing is Standing.ask
        and not each.reads.owners
        and _can_be_brought(each)
        and not _in_vain(decision, each)
    ]


def _can_be_brought(outcome: Outcome) -> bool:
    return name_of(Standing.missing) in outcome.rule.say


def _was_brought(outcome: Outcome) -> bool:
    return outcome.standing is Standing.met and _can_be_brought(outcome)


def _in_vain(decision: Decision, outcome: Outcome) -> bool:
    return bool(outcome.pins) and all(decision.pins[pin] == _DECLINED for pin in outcome.pins)


def _bring(speech: Speech, case: Case, decision: Decision) -> list[Block]:
    words, missing, not_seen = speech.words.bring, _wanting(case, decision), _not_seen(decision)
    blocks: list[Block] = [Text(speech.say(words.opening))]
    if missing:
        blocks.append(Ticks(tuple(_lacking(speech, decision, each) for each in missing)))
    if not_seen:
        blocks.append(Heading(speech.say(words.open)))
        blocks.append(Ticks(tuple(_lacking(speech, decision, each) for each in not_seen)))
    if any(map(counts, decision.papers)) or any(map(_was_brought, decision.requirements)):
        blocks.append(Text(speech.say(words.again)))
    classes = classes_of(one for each in missing for one in _classes(each, each.bring))
    return [
        *blocks,
        *running_out(speech, case, decision),
        *not_usable(speech, case, decision, decision.requirements),
        *about_papers(speech, classes, all(_is_holders(each) for each in missing if each.reads.owners)),
        *desks(speech),
    ]


def _lacking(speech: Speech, decision: Decision, outcome: Outcome) -> Tick:
    classes = _classes(outcome, outcome.bring)
    other = other_kinds(speech, decision, outcome) if classes else []
    return to_bring(speech, outcome, classes, *other, *_more(speech, outcome))


def _classes(outcome: Outcome, alternatives: list[list[str]]) -> list[list[str]]:
    """The alternatives where they are classes of papers, and not the requirement itself."""
    return alternatives if outcome.reads.owners else []


def _is_holders(outcome: Outcome) -> bool:
    return outcome.reads.owners == {"holder"}


def _more(speech: Speech, outcome: Outcome) -> list[str]:
    """Where it may not be needed after all; for single PINs which.

    What would prove a reason tells the reason, and a number stands on the paper: so it is left to the clerk.
    """
    exception = speech.exception(outcome) if outcome.standing is Standing.ask else None
    if not outcome.pins:
        return [exception] if exception else []
    return [speech.say(speech.words.visits.for_pins, pins=speech.pins(outcome.pins))]


# Two visits


def _visits(speech: Speech, case: Case, decision: Decision, covered: Sequence[str]) -> list[Block]:
    words, then = speech.words.visits, _needed_then(decision)
    wanted_then = [one for each in then for one in wanted(each.rule.needs)]
    ticks = (to_bring(speech, each, wanted(each.rule.needs), *_more(speech, each)) for each in then)
    return [
        *_first_visit(speech, decision, covered),
        Heading(speech.say(words.letter)),
        Points(tuple(map(speech.say, words.steps)), numbered=True),
        Text(speech.say(words.not_arriving)),
        Heading(speech.say(words.second)),
        Ticks(tuple(ticks)),
        *not_enough(speech, case, decision),
        *running_out(speech, case, decision),
        *not_usable(speech, case, decision, then),
        *about_papers(speech, classes_of(wanted_then), holder_only=False),
        *desks(speech),
    ]


def _first_visit(speech: Speech, decision: Decision, covered: Sequence[str]) -> list[Block]:
    words, missing = speech.words.visits, [*_missing(decision), *_not_seen(decision)]
    blocks: list[Block] = [Text(speech.together(map(speech.say, (words.opening, words.postage))))]
    yes = [pin for pin, word in decision.pins.items() if word in covered]
    no = [pin for pin in decision.pins if pin not in yes]
    if decision.verdict == PARTIAL and no:
        blocks.append(Text(speech.say(words.partial, yes=speech.pins(yes), no=speech.pins(no))))
    if missing:
        blocks += [
            Text(speech.say(words.lacking), strong=True),
            Ticks(tuple(_lacking(speech, decision, each) for each in missing)),
        ]
    return blocks


def _needed_then(decision: Decision) -> list[Outcome]:
    """What the second visit needs of papers and things; what was shown today is shown again."""
    return [
        each for each in decision.second_visit or () if _can_be_brought(each) and not _in_vain(decision, each)
    ]
