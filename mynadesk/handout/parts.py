"""Parts that several papers share."""

from collections import Counter
from collections.abc import Iterable, Sequence

from mynadesk.decision import ahead
from mynadesk.decision.ahead import counts, counts_as
from mynadesk.decision.case import Case
from mynadesk.decision.decision import Decision, Outcome
from mynadesk.decision.papers import Paper as Shown
from mynadesk.handout.paper import Block, Fields, Heading, Points, Text, Tick
from mynadesk.handout.speech import Speech
from mynadesk.handout.words import Three
from mynadesk.rulebook.schema import Needs
from mynadesk.standing import Standing

Alternatives = list[list[str]]
"""Sets of classes, any of which will do."""


def opening(speech: Speech, case: Case, number: str) -> list[Block]:
    """Whose desk, which day, a box for the number, and what is asked for."""
    head, day = speech.words.head, speech.day(case.on)
    title = speech.wording.fill(speech.book.rulebook.title)
    request = speech.say(
        head.request,
        operation=speech.operation(case.facts["operation"]),
        pins=speech.pins(case.pins),
    )
    return [
        Fields(((speech.say(head.number), number),)),
        Text(speech.say(head.desk, city=speech.city(), title=title, day=day)),
        Text(request),
    ]


def wanted(needs: Needs) -> Alternatives:
    """All the papers that a requirement wants, as if nothing had been shown."""
    inside = [one for part in needs.all or needs.any or [] for one in wanted(part)]
    return [*needs.papers.one_of, *inside] if needs.papers else inside


def classes_of(alternatives: Iterable[Sequence[str]]) -> list[str]:
    """The classes in them, each once."""
    return sorted({class_ for one in alternatives for class_ in one})


def other_kinds(speech: Speech, decision: Decision, outcome: Outcome) -> list[str]:
    """Where a paper is wanted beside one of the same class: that it has to be of another kind."""
    lacking = set(classes_of(outcome.bring))
    beside = [
        paper.kind
        for paper in decision.papers
        if paper.of in outcome.reads.owners and any(counts_as(paper, class_) for class_ in lacking)
    ]
    if not beside or outcome.standing is not Standing.missing:
        return []
    return [speech.say(speech.words.papers.other_kind, papers=speech.listed(map(speech.kind, beside)))]


def to_bring(speech: Speech, outcome: Outcome, alternatives: Alternatives, *more: str) -> Tick:
    """What to bring for a requirement, and how many papers of which classes."""
    counted = [speech.counted(alternatives)] if alternatives else []
    return Tick(speech.brought(outcome), (*counted, *more))


def about_papers(speech: Speech, classes: Sequence[str], holder_only: bool) -> list[Block]:
    """Examples of each class, and what every paper has to be."""
    if not classes:
        return []
    words = speech.words
    lines = []
    for class_ in classes:
        kinds = [
            kind for kind in words.examples.get(class_, ()) if _can_be_brought(speech, kind, holder_only)
        ]
        if kinds:
            named = speech.listed(map(speech.kind, kinds))
            lines.append(speech.say(words.papers.example, **{"class": speech.class_(class_), "kinds": named}))
    conditions = speech.together(speech.conditions(classes))
    return [Heading(speech.say(words.papers.examples)), Text(conditions), Points(tuple(lines))]


def _can_be_brought(speech: Speech, kind: str, holder_only: bool) -> bool:
    return not holder_only or speech.book.documents.kinds[kind].only_of in (None, "holder")


def not_usable(speech: Speech, case: Case, decision: Decision, then: Iterable[Outcome]) -> list[Block]:
    """What was shown today and does not do, and why; papers twice where one of another kind is wanted."""
    words, visitor = speech.words.papers, str(case.facts["visitor"])
    lines = []
    for paper in decision.papers:
        problems = [] if counts(paper) else speech.problems(paper, case.documents[paper.index].seen)
        if problems:
            lines.append(_of_paper(speech, words.why, paper, visitor, why=speech.listed(problems)))
    for outcome in then:
        lines += [_of_paper(speech, words.twins, paper, visitor) for paper in _twins(decision, outcome)]
    return [Heading(speech.say(words.unusable)), Points(tuple(dict.fromkeys(lines)))] if lines else []


def _twins(decision: Decision, outcome: Outcome) -> list[Shown]:
    """A paper of each kind of which two were shown, where an arrangement without twins would be better."""
    if outcome.standing is not Standing.consult:
        return []
    usable = [paper for paper in decision.papers if paper.of in outcome.reads.owners and counts(paper)]
    often = Counter(paper.kind for paper in usable)
    return list({paper.kind: paper for paper in usable if often[paper.kind] > 1}.values())


def not_enough(speech: Speech, case: Case, decision: Decision) -> list[Block]:
    """Where papers of today will not be enough: what else, so that nobody comes in vain."""
    words, visitor = speech.words.visits, str(case.facts["visitor"])
    blocks: list[Block] = []
    for each in ahead.lacking_then(case, decision):
        lacking, owner = speech.counted(each.bring), speech.owner(next(iter(each.reads.owners)), visitor)
        blocks.append(Text(speech.say(words.beside, bring=lacking, owner=owner), strong=True))
    return blocks


def running_out(speech: Speech, case: Case, decision: Decision) -> list[Block]:
    """Papers that count today, but whose dates run out before a likely next visit."""
    words, visitor = speech.words.papers.soon, str(case.facts["visitor"])
    lines = [
        _of_paper(speech, words, paper, visitor, day=speech.day(last_day))
        for paper, last_day in ahead.running_out(case, decision)
    ]
    return [Text(line, strong=True) for line in dict.fromkeys(lines)]


def _of_paper(speech: Speech, words: Three, paper: Shown, visitor: str, **more: str) -> str:
    return speech.say(words, paper=speech.kind(paper.kind), owner=speech.owner(paper.of, visitor), **more)


def desks(speech: Speech) -> list[Block]:
    """The desks, and a box for how to reach them: the page does not say."""
    words = speech.words.desks
    return [
        Text(speech.say(words.title, desks=speech.listed(speech.offices()))),
        Fields(((speech.say(words.reach), ""),)),
    ]
