"""Scenes: each pair turns on its card's rule and on nothing else, and every scene can be true."""

import os
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from mynadesk.dates.age import whole_years
from mynadesk.dates.school import births_at_school
from mynadesk.decision.case import Case
from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.interview.session import Session
from mynadesk.practice.scenes.scene import Scene
from mynadesk.practice.scenes.telling import tell
from mynadesk.practice.skills.drawing import Deck
from mynadesk.standing import Standing
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from tests.interview.as_case import as_json
from tests.interview.desk import BOOK, JAPANESE, ON
from tests.practice.deck import DECK, EVERY_CARD, LORE, deck
from tests.practice.player import play

SCENES = int(os.environ.get("MYNADESK_SCENES", "10000"))
DAYS = [
    ON,
    date(2024, 2, 29),
    date(2025, 12, 1),
    date(2025, 12, 31),
    date(2027, 3, 31),
    date(2027, 4, 1),
    date(2027, 4, 2),
    date(2028, 2, 29),
    date(2032, 1, 1),
]
"""Leap days, ends of years and of school years, and days around which papers lapse."""


def standings(case: Case) -> dict[str, Standing]:
    """How each requirement stands."""
    found: dict[str, Standing] = {}
    for each in decide(BOOK, case).requirements:
        found[each.id] = max(each.standing, found.get(each.id, Standing.met))
    return found


def facts_of(case: Case) -> dict[str, object]:
    """Everything that is known in a case, one by one."""
    papers = Counter(repr((paper.of, paper.kind, sorted(paper.seen.items()))) for paper in case.documents)
    return {"on": case.on, "pins": case.pins, **case.facts, "papers": papers}


@pytest.mark.parametrize("card", EVERY_CARD)
def test_a_cards_scenes_turn_on_its_rule_alone(card: str) -> None:
    """One fact is changed, the decision flips, and only one requirement stands differently."""
    for seed in range(12):
        better, worse = DECK.pair(card, seed).scenes
        rule = better.requirement
        first, second = standings(better.case), standings(worse.case)
        assert first.get(rule, Standing.met) < second.get(rule, Standing.met)
        assert all(each is Standing.met for id_, each in [*first.items(), *second.items()] if id_ != rule)
        assert decide(BOOK, better.case).verdict != decide(BOOK, worse.case).verdict
        assert card.startswith(("kind/", "check/", "class/", "purpose/", rule))


@pytest.mark.parametrize("card", EVERY_CARD)
def test_a_cards_scenes_differ_in_one_fact(card: str) -> None:
    """A paper is one thing, and so is a birth date with the age that follows from it."""
    for seed in range(12):
        better, worse = DECK.pair(card, seed).scenes
        mine, other = facts_of(better.case), facts_of(worse.case)
        differ = {name for name in {*mine, *other} if mine.get(name) != other.get(name)}
        one = [{"pins"}, {"papers"}, {"holder.birth_date", "holder.under_15"}, {better.turns_on}]
        assert differ - GO_WITH.get(better.turns_on, set()) in one
        told = [tell(scene, LORE, JAPANESE) for scene in (better, worse)]
        lines = [Counter([f"「{each.said}」", *each.lines]) for each in told]
        assert lines[0] != lines[1]
        if better.turns_on not in GO_WITH:
            assert max(sum((lines[a] - lines[b]).values()) for a, b in ((0, 1), (1, 0))) == 1


GO_WITH = {"holder.adult_ward": {"guardianship_certificate"}}
"""Who is no ward has no certificate of it either, nor a guardian who could come."""


def test_the_same_seed_gives_the_same_scene_and_another_seed_another_one() -> None:
    """On the same day, in another process too: chance comes from the seed alone."""
    again = deck()
    for card in EVERY_CARD:
        assert DECK.pair(card, 5) == again.pair(card, 5)
    different = sum(DECK.pair(card, 1) != DECK.pair(card, 2) for card in EVERY_CARD)
    assert different == len(EVERY_CARD)


def scenes_on(deck_: Deck, count: int, seed: int) -> list[Scene]:
    """So many scenes, every card in turn."""
    cards = list(deck_.cards)
    pairs = (deck_.pair(cards[place % len(cards)], seed + place) for place in range(count // 2))
    return [scene for pair in pairs for scene in pair.scenes]


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_no_scene_contradicts_itself_or_the_calendar(on: date) -> None:
    """Looked at from outside: ages, papers, dates, reasons, who may be where."""
    for scene in scenes_on(deck(on=on), SCENES // len(DAYS), 7):
        assert read_case(BOOK, as_json(scene.case), on) == scene.case
        assert all(not each.ask for each in decide(BOOK, scene.case).requirements)
        check_people(scene)
        check_papers(scene)
        check_words(scene)


def check_people(scene: Scene) -> None:
    """The holder's age fits what is known of them, and so does what is told of it."""
    facts, on = scene.case.facts, scene.case.on
    assert on - timedelta(days=1) <= scene.case.on
    assert (scene.birth is None) != (scene.age is None)
    age = scene.age if scene.birth is None else whole_years(scene.birth, on)
    assert age is not None
    assert 0 <= age < 90
    assert facts.get("holder.birth_date") == scene.birth
    years = int(BOOK.figures["own_request_age"].value)
    assert facts["holder.under_15"] == (age < years)
    if facts["holder.adult_ward"]:
        assert age >= 18
        assert not facts.get("certificates.signature")
    if age < years:
        assert not facts.get("certificates.signature")
    if facts.get("card") == "expired":
        assert not facts.get("certificates.signature")
        assert not facts.get("certificates.user_authentication")
    check_reason(scene, age)


def check_reason(scene: Scene, age: int) -> None:
    """Nobody of 40 is away at school."""
    facts, on = scene.case.facts, scene.case.on
    reason = facts.get("unavoidable_reason")
    assert reason is None or facts["visitor"] == "agent"
    if reason == "aged_75_or_over":
        assert age >= int(BOOK.figures["reason_age"].value)
    if reason == "pregnant":
        assert 18 <= age <= 45
    school = {"schoolchild_or_younger": (1, 9), "high_school_student": (10, 12)}.get(str(reason))
    if school:
        first, last = births_at_school(*school, on)
        assert scene.birth is not None or age >= 18
        assert scene.birth is None or first <= scene.birth <= last


def check_papers(scene: Scene) -> None:
    """Nobody has what there is not, and no date lies where it cannot."""
    case = scene.case
    for owner in ("holder", "visitor"):
        kinds = [paper.kind for paper in case.documents if paper.of == owner]
        assert not {"drivers_license", "driving_history_certificate"} <= set(kinds)
        doubled = {kind for kind in kinds if kinds.count(kind) > 1}
        assert all(LORE.kinds[kind].two for kind in doubled)
    assert case.facts["visitor"] != "holder" or all(paper.of == "holder" for paper in case.documents)
    for paper in case.documents:
        lore, expiry = LORE.kinds[paper.kind], paper.seen.get("expiry")
        assert (expiry == "in_date") == (lore.in_force == 0)
        if isinstance(expiry, date):
            assert expiry <= case.on + timedelta(days=366 * lore.in_force)
            assert lore.last_expiry is None or expiry.isoformat() <= lore.last_expiry
        issued = paper.seen.get("issued_on")
        assert issued is None or issued <= case.on


def check_words(scene: Scene) -> None:
    """All is told, in characters of certain width, with nothing left to be filled in."""
    for language in ("ja", "en"):
        told = tell(scene, LORE, Wording(BOOK, language))
        for text in (told.said, *told.lines):
            assert text
            assert is_certain(text)
            assert "{" not in text
        assert len(told.things) >= max(1, len(scene.case.documents))


def test_every_scene_can_be_worked_at_the_desk_and_comes_to_its_decision() -> None:
    """No dead end: whoever answers what is told comes to what the rules say of the whole case."""
    for scene in scenes_on(DECK, 8 * len(EVERY_CARD), 100):
        session = Session(BOOK, JAPANESE, lambda on=scene.case.on: on)  # type: ignore[misc]
        play(session, scene.case)
        reached, meant = session.look.decision, decide(BOOK, scene.case)
        assert reached is not None
        assert (reached.verdict, reached.flow) == (meant.verdict, meant.flow), scene


def test_about_half_of_all_scenes_are_accepted() -> None:
    """Who always refuses, or always accepts, is right no more often than by chance."""
    scenes = scenes_on(DECK, 2000, Random(1).randint(0, 1000))
    accepted = sum(decide(BOOK, scene.case).verdict in ("accept", "partial") for scene in scenes)
    assert 0.45 < accepted / len(scenes) < 0.65
