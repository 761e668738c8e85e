"""Every card once, on a real terminal: a trainee who knows everything meets no dead end."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mynadesk.practice.answers.answer import (
    ACCEPTING,
    VERDICTS,
    Answer,
    choices_of_hanging,
    hanging,
    verdict_of,
)
from mynadesk.practice.exercises.course import Around, Course
from mynadesk.practice.exercises.exercise import Exercise
from mynadesk.practice.reading import load_practice
from mynadesk.rulebook.shipped import shipped_rules
from tests.interview.desk import BOOK, JAPANESE, ON
from tests.practice.player import play
from tests.screens.terminal import Terminal

SEED = "5"
PRACTICE = load_practice(shipped_rules(), BOOK, ON)
PROGRAM = (sys.executable, "-m", "mynadesk", "--on", ON.isoformat(), "practice", "--seed", SEED)
QUESTION = "この方の受付はどうなりますか"


def course(folder: Path) -> Course:
    """The same practice as on the terminal, without one: it knows which scene comes."""
    around = Around(str(folder), ON, lambda: datetime.now(UTC), lambda: 0.0, lambda: SEED)
    made = Course(BOOK, PRACTICE, JAPANESE, around)
    made.enter("tanuki")
    made.begin("test", clock=False)
    return made


def right_answer(exercise: Exercise) -> tuple[Answer, str]:
    """What is right, and the keys that say so."""
    decision, sayings = exercise.decision, exercise.sayings
    verdict, rules = verdict_of(decision), choices_of_hanging(decision)
    keys = [str(VERDICTS.index(verdict) + 1)]
    if verdict not in ACCEPTING:
        keys += [*(str(rules.index(each) + 1) for each in hanging(decision)), "Enter"]
    said = sayings.right if len(sayings.texts) > 1 else None
    keys += [] if said is None else [str(said + 1)]
    return Answer(verdict, frozenset(hanging(decision)), said, "sure"), " ".join([*keys, "1"])


def scenes(made: Course) -> Iterator[tuple[Exercise, str, str]]:
    """Each scene with the keys for the desk and for the answer, until every card was there."""
    met: set[str] = set()
    while len(met) < len(made.deck.cards):
        if made.exercise is None:
            made.begin("test", clock=False)
        exercise = made.exercise
        assert exercise is not None
        met.add(exercise.card.id)
        session = made.session()
        keys = ["Enter" if key == "enter" else key for key in play(session, exercise.scene.case)]
        answer, said = right_answer(exercise)
        yield exercise, " ".join(keys), said
        made.take(answer, session.look.decision)


@pytest.mark.slow
def test_every_card_is_played_once_without_a_dead_end(tmp_path: Path) -> None:
    """Ten scenes a round, each worked at the desk, answered rightly, and praised."""
    made = course(tmp_path / "mirror")
    around = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    with Terminal((*PROGRAM, "--name", "tanuki", "--level", "test"), **around) as terminal:
        for exercise, keys, answer in scenes(made):
            heading = f"場面 {exercise.showing.number}/10"
            while heading not in terminal.text:
                terminal.press("Enter")
            terminal.type(keys)
            terminal.wait_for("質問は以上です")
            terminal.press("Enter")
            terminal.wait_for(QUESTION)
            terminal.type(answer)
            terminal.wait_for("100点")
            assert exercise.skill[:10] in terminal.text
        terminal.type("F9")
        assert terminal.wait_for_end() == 0
        assert terminal.restored
