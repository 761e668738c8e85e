"""The answer beside the decision: what differed, the rule behind it, and what would have flipped it."""

from mynadesk.decision.decision import Decision
from mynadesk.interview.result import Section
from mynadesk.practice.answers.answer import Answer, hanging, verdict_of
from mynadesk.practice.answers.grading import Grade
from mynadesk.practice.exercises.answering import requirement_label, verdict_label
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.printed.published import rule_of
from mynadesk.practice.words import PracticeWords
from mynadesk.standing import Standing
from mynadesk.wording import Wording


def headline(exercise: Exercise) -> str:
    """What the rules say of the scene."""
    return exercise.wording.headline(exercise.decision, final=True)


def verdict_on(grade: Grade, words: PracticeWords, wording: Wording) -> str:
    """How the answer was, in a word, and its points."""
    result = words.result
    named = result.partly_right if grade.right and not grade.whole else getattr(result, grade.kind)
    return f"{wording.fill(named)}  {wording.fill(result.points, points=str(int(grade.points)))}"


def review(
    exercise: Exercise, answer: Answer, grade: Grade, reached: Decision | None, words: PracticeWords
) -> list[Section]:
    """Everything that is shown after an answer. `reached`: the decision of the case as it was entered."""
    wording, result = exercise.wording, words.result
    found = [
        (result.yours, [] if grade.whole else _yours(exercise, answer, words)),
        (result.correct, _correct(exercise, words)),
        (result.overlooked, [requirement_label(exercise, each) for each in grade.overlooked]),
        (result.wrongly_named, [requirement_label(exercise, each) for each in grade.wrongly_named]),
        (result.at_desk, _at_desk(exercise, reached, words)),
        (result.reason, _reason(exercise, words)),
        (result.if_it_differed, _contrast(exercise, words)),
    ]
    return [Section(wording.fill(heading), texts) for heading, texts in found if texts]


def _yours(exercise: Exercise, answer: Answer, words: PracticeWords) -> list[str]:
    said = [] if answer.said is None else [exercise.sayings.texts[answer.said]]
    named = [requirement_label(exercise, each) for each in sorted(answer.hangs_on)]
    parts = [exercise.wording.listed(named)] if named else []
    return [verdict_label(exercise, words.answer, answer.verdict), *parts, *said]


def _correct(exercise: Exercise, words: PracticeWords) -> list[str]:
    named = [requirement_label(exercise, each) for each in hanging(exercise.decision)]
    parts = [exercise.wording.listed(named)] if named else []
    verdict = verdict_label(exercise, words.answer, verdict_of(exercise.decision))
    return [verdict, *parts, *exercise.wording.tell(exercise.decision)]


def _at_desk(exercise: Exercise, reached: Decision | None, words: PracticeWords) -> list[str]:
    """Where the case on the desk was entered otherwise than the scene tells, so that a rule stood wrongly."""
    if reached is None:
        return []
    wording, true, entered = exercise.wording, _standings(exercise.decision), _standings(reached)
    if "decline" in (exercise.decision.verdict, reached.verdict):  # then the desk asks for nothing more
        refuses = {*hanging(exercise.decision), *hanging(reached)}
        true = {id_: standing for id_, standing in true.items() if id_ in refuses}
    return [
        wording.fill(
            words.result.at_desk_differs,
            rule=requirement_label(exercise, id_),
            standing=wording.standing(entered[id_], final=True),
            right=wording.standing(standing, final=True),
        )
        for id_, standing in true.items()
        if id_ in entered and entered[id_] not in (standing, Standing.ask)
    ]


def _standings(decision: Decision) -> dict[str, Standing]:
    return {each.id: each.standing for each in decision.requirements}


def _reason(exercise: Exercise, words: PracticeWords) -> list[str]:
    scene, decision = exercise.scene, exercise.decision
    return rule_of(exercise.behind, words.rules, exercise.wording, decision, scene.requirement)


def _contrast(exercise: Exercise, words: PracticeWords) -> list[str]:
    if not exercise.contrast or exercise.otherwise.verdict == exercise.decision.verdict == "accept":
        return []
    wording = exercise.wording
    template = words.result.without if exercise.only_absent else words.result.instead
    verdict = wording.headline(exercise.otherwise, final=True)
    return [wording.fill(template, fact=wording.listed(exercise.contrast), verdict=verdict)]
