"""rules/practice/words.yaml: what practice says beside its scenes, and the numbers that it goes by.

Braces hold what is filled in when the words are shown; `filling` names what can stand in them.
"""

from mynadesk.practice.answers.grading import Weights
from mynadesk.practice.learning.round import Limits
from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words


class BannerWords(Entry, frozen=True):
    """What stands over everything while somebody practises."""

    practising: Words
    short: Words


class StartWords(Entry, frozen=True):
    """Before the first scene: who it is, and how it goes."""

    title: Words
    nickname: Words
    no_real_name: Words
    level: Words
    guided: Words
    guided_more: Words
    test: Words
    test_more: Words
    clock: Words
    no_clock: Words
    begin_again: Words
    go_on: Words
    known: Words
    trainee: Words
    other_name: Words
    clock_is: Words
    clock_on: Words
    clock_off: Words
    progress: Words
    leave: Words


class RoundWords(Entry, frozen=True):
    """Beside a scene: which it is, how much time is left, and why its card comes."""

    scene: Words
    why: Words
    taken: Words
    day: Words
    said: Words
    to_answer: Words
    answer_key: Words
    whole_key: Words
    changed_title: Words
    changed_only: Words
    to_scene: Words
    not_here: Words
    changed: Words
    weak: Words
    due: Words
    new: Words
    ahead: Words
    rule_before: Words
    rule_now: Words
    left: Words


class AnswerWords(Entry, frozen=True):
    """What the trainee is asked before the desk shows its decision."""

    verdict: Words
    hangs_on: Words
    nothing: Words
    said: Words
    sure_question: Words
    sure: Words
    probable: Words
    unsure: Words
    finish: Words
    partial: Words
    decline: Words
    one: Words
    many: Words
    no_choice: Words


class ResultWords(Entry, frozen=True):
    """The answer beside the decision."""

    right: Words
    partly_right: Words
    wrong_acceptance: Words
    wrong_refusal: Words
    other: Words
    points: Words
    skill: Words
    yours: Words
    correct: Words
    overlooked: Words
    wrongly_named: Words
    if_it_differed: Words
    instead: Words
    without: Words
    at_desk: Words
    at_desk_differs: Words
    reason: Words
    next: Words


class SummaryWords(Entry, frozen=True):
    """At the end of a round."""

    title: Words
    scenes: Words
    points: Words
    time: Words
    missed: Words
    overlooked: Words
    read_again: Words
    nothing_missed: Words
    again: Words
    end: Words


class VerdictBoxes(Entry, frozen=True):
    """Verdicts in a word or two, as on paper."""

    accept_same_day: Words
    accept_first_visit: Words
    accept_second_visit: Words
    partial: Words
    incomplete: Words
    consult: Words
    decline: Words


class SheetWords(Entry, frozen=True):
    """The printed sheet."""

    title: Words
    answers: Words
    page: Words
    made: Words
    again: Words
    how: Words
    scene: Words
    line: Words
    box: Words
    boxes: VerdictBoxes
    missing: Words
    hangs_on: Words
    part: Words
    say: Words


class RuleWords(Entry, frozen=True):
    """A rule in our words, and where it is published."""

    rule: Words
    place: Words
    place_in: Words


class ProgressWords(Entry, frozen=True):
    """The table of skills, the last rounds, and what to read again."""

    title: Words
    counts: Words
    skills: Words
    known: Words
    shaky: Words
    new: Words
    rounds: Words
    round: Words
    no_rounds: Words
    time: Words
    read_again: Words
    nothing_to_read: Words
    unfinished: Words


class KeepingWords(Entry, frozen=True):
    """What is said of records: exported, wiped, not there."""

    exported: Words
    wiped: Words
    wipe_question: Words
    not_wiped: Words
    wipe_unasked: Words
    nobody: Words
    known: Words
    whose: Words


class PracticeWords(Entry, frozen=True):
    """words.yaml of rules/practice"""

    grading: Weights
    limits: Limits
    banner: BannerWords
    start: StartWords
    round: RoundWords
    answer: AnswerWords
    result: ResultWords
    summary: SummaryWords
    sheet: SheetWords
    rules: RuleWords
    progress: ProgressWords
    keeping: KeepingWords
