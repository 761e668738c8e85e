"""A rule that was edited comes back to whoever had practised it."""

from pathlib import Path
from shutil import copytree

import pytest

from mynadesk.practice.exercises.course import Course
from mynadesk.practice.learning.round import Showing
from mynadesk.practice.reading import load_practice
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Words
from tests.interview.desk import ON
from tests.practice.world import World, answered, until_all_are_met
from tests.rulebook.edits import Edit, write_rules

REGISTER = Edit(
    file="requirements.yaml",
    replace="歳未満のときは戸籍謄本が必要です。",
    by="歳未満のときは戸籍謄本の原本が必要です。",
)
POSTAGE = Edit(file="figures.yaml", replace="  value: 434\n", by="  value: 490\n")
CHANGES = {
    "words of one rule": (
        REGISTER,
        {
            "family_register/family_register/false",
            "family_register/registered_domicile_in_city/false",
            "family_register/parent_and_child_in_one_household/false",
        },
        ("戸籍謄本が必要", "戸籍謄本の原本が必要"),
    ),
    "one figure": (POSTAGE, {"postage/postage/false"}, ("434円", "490円")),
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "progress")


@pytest.mark.parametrize("name", CHANGES)
def test_a_rule_that_was_edited_brings_back_just_its_own_cards_once(
    world: World, tmp_path: Path, name: str
) -> None:
    edit, cards, (before, now) = CHANGES[name]
    until_all_are_met(world.course(), lambda: world.forward(30))
    course = edited(world, tmp_path, edit)
    course.begin("test", clock=False)
    shown = shown_in(course)
    changed = [each for each in shown if each.why == "changed"]
    assert [each.card for each in shown[: len(cards)]] == [each.card for each in changed]
    assert {each.card for each in changed} == cards
    for each in changed:
        assert isinstance(each.before, Words)
        assert isinstance(each.after, Words)
        assert before in each.before.ja
        assert now in each.after.ja
        assert now not in each.before.ja
    assert all(each.before is None for each in shown if each not in changed)
    course.begin("test", clock=False)
    assert "changed" not in {each.why for each in shown_in(course)}


def test_the_same_rules_bring_nothing_back_as_changed(world: World, tmp_path: Path) -> None:
    until_all_are_met(world.course(), lambda: world.forward(30))
    course = edited(world, tmp_path)
    course.begin("test", clock=False)
    assert {each.why for each in shown_in(course)} == {"ahead"}


def edited(world: World, tmp_path: Path, *edits: Edit) -> Course:
    """The same trainee at the same rules with an edit."""
    rules = write_rules(tmp_path, *edits)
    copytree(Path(shipped_rules()) / "practice", rules / "practice")
    book = load_rulebook(str(rules))
    return world.course(book=book, practice=load_practice(str(rules), book, ON))


def shown_in(course: Course) -> list[Showing]:
    """Every scene of a round, answered rightly."""
    shown = []
    while course.exercise is not None:
        shown.append(course.exercise.showing)
        answered(course)
    return shown
