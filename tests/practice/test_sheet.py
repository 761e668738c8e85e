"""The printed sheet: the same seed makes it again, scenes stay whole, and the answers are on other pages."""

import re
from functools import cache

import pytest

from mynadesk.decision.decide import decide
from mynadesk.practice.answers.answer import VERDICTS
from mynadesk.practice.printed.pages import CELLS, LINES, at_both_ends, filled, printed, side_by_side
from mynadesk.practice.printed.sheet import Sheet, scenes_of, sheet_text
from mynadesk.practice.reading import load_practice
from mynadesk.practice.scenes.telling import tell
from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import is_certain, width
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.desk import BOOK, ON

PRACTICE = load_practice(shipped_rules(), BOOK, ON)
DECK = Deck(BOOK, PRACTICE.lore, ON, PRACTICE.own)
SEEDS = range(12)
COMMAND = "mynadesk practice sheet --seed 3"


def sheet(seed: int, count: int = 20) -> Sheet:
    return Sheet(Deck(BOOK, PRACTICE.lore, ON, PRACTICE.own), PRACTICE, seed, count)


@cache
def text_of(seed: int, count: int = 20, language: Language = "ja") -> str:
    return sheet_text(sheet(seed, count), Wording(BOOK, language), COMMAND)


def pages(text: str) -> list[list[str]]:
    """Lines by page, without their ends."""
    return [page.removesuffix("\n").split("\n") for page in text.split("\f")]


def parted(text: str, answers: str) -> tuple[str, str]:
    """The scenes and the answers."""
    before, title, after = text.partition(answers)
    assert title
    return before, after


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_makes_the_same_sheet(seed: int) -> None:
    assert sheet_text(sheet(seed), Wording(BOOK, "ja"), COMMAND) == text_of(seed)


def test_another_seed_makes_another_sheet() -> None:
    assert len({text_of(seed) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_scene_is_of_a_card_of_its_own_and_half_are_accepted(seed: int) -> None:
    scenes = scenes_of(sheet(seed))
    accepted = [scene for scene in scenes if decide(BOOK, scene.case).verdict == "accept"]
    assert len({scene.card for scene in scenes}) == len(scenes) == 20
    assert 8 <= len(accepted) <= 12


def test_a_long_sheet_takes_other_scenes_of_the_same_cards_and_own_ones_once() -> None:
    scenes = scenes_of(sheet(1, 200))
    own = [scene.card for scene in scenes if scene.card.startswith("own/")]
    assert len(scenes) == 200 > len(DECK.cards)
    assert sorted(own) == sorted(each.card.id for each in PRACTICE.own)
    cases = [scene.case for scene in scenes]
    assert all(case not in cases[:number] for number, case in enumerate(cases))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_pages_fit_paper_and_terminals(seed: int, language: Language) -> None:
    text = text_of(seed, 20, language)
    for page in pages(text):
        assert 3 < len(page) <= LINES
        assert all(width(line) <= CELLS for line in page)
        assert all(line == line.rstrip() for line in page)
    assert text.endswith("\n")
    assert all(is_certain(character) or character in "\n\f" for character in set(text))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_scene_is_parted_by_the_end_of_a_page(language: Language) -> None:
    """Each begins with its number and ends with a line to write on."""
    for seed in SEEDS:
        title = Wording(BOOK, language).fill(PRACTICE.words.sheet.answers)
        scenes, _ = parted(text_of(seed, 20, language), title)
        for page in scenes.split("\f")[:-1]:
            lines = [line for line in page.split("\n")[2:] if line]
            assert lines[-1].endswith("____")
            numbers = [line for line in lines if re.match(r" ?\d+\. ", line)]
            assert len(numbers) == len([line for line in lines if line.endswith("____")])


def test_every_scene_is_there_with_all_that_is_told_and_a_box_for_every_verdict() -> None:
    wording = Wording(BOOK, "ja")
    scenes, _ = parted(text_of(3), "受付の練習問題 答え")
    flat = re.sub(r"\n {4,}", "", scenes)
    for number, scene in enumerate(scenes_of(sheet(3)), 1):
        told = tell(scene, PRACTICE.lore, wording)
        assert f"{number:2}. 来庁者: {told.said}" in flat
        assert all(line in flat for line in told.lines)
    boxes = "    [ ] 即日  [ ] 1回目  [ ] 2回目  [ ] 一部  [ ] 不足  [ ] 相談  [ ] 不可\n"
    assert scenes.count(boxes) == 20
    assert boxes.count("[ ]") == len(VERDICTS)


def test_the_answers_tell_verdict_what_is_missing_what_to_say_and_the_rule_with_its_place() -> None:
    wording = Wording(BOOK, "ja")
    _, answers = parted(text_of(3), "受付の練習問題 答え")
    flat = re.sub(r"\n {4,}", "", answers)
    for number, scene in enumerate(scenes_of(sheet(3)), 1):
        decision, card = decide(BOOK, scene.case), DECK.card_behind(scene)
        verdict = wording.headline(decision, final=True)
        assert f"\n{number:2}. {verdict}\n" in answers.replace("\f", "\n")
        assert f"伝えること: {''.join(wording.tell(decision))}" in flat
        assert card is None or card.rule.ja in flat
    assert flat.count("出典: ") >= 20


def test_no_answer_names_a_pin_a_paper_or_a_reason_that_its_scene_has_not() -> None:
    others = 0
    for seed in range(4):
        for scene in scenes_of(sheet(seed)):
            kinds = {paper.kind for paper in scene.case.documents}
            subject, _, name = scene.card.partition("/")
            card = DECK.card_behind(scene)
            if subject == "kind" and name.partition("/")[0] not in kinds:
                others += 1
                assert card is None
            elif subject == "purpose" and name.partition("/")[0] not in scene.case.pins:
                others += 1
                assert card is None or card.id.split("/")[1] in scene.case.pins
            elif "/listed/" in scene.card and scene.card.rpartition("/")[2] not in scene.case.facts.values():
                others += 1
                assert card is None
            else:
                assert card is not None
    assert others


def test_before_the_answers_nothing_gives_them_away() -> None:
    scenes, answers = parted(text_of(3), "受付の練習問題 答え")
    for word in ("決まり:", "出典:", "伝えること:", "受付できます"):
        assert word in answers
        assert word not in scenes


def test_the_head_says_how_to_make_it_again_and_from_what() -> None:
    first, *_ = pages(text_of(3))
    head = "\n".join(first[:5])
    for each in ("令和8年11月23日現在", "saijo", BOOK.digest, PRACTICE.digest, "番号 3", COMMAND, "1/"):
        assert each in head


def test_the_answers_name_the_seed_too_so_that_they_can_be_told_from_others() -> None:
    _, answers = parted(text_of(5), "受付の練習問題 答え")
    assert "番号 5" in answers.split("\n")[2]


def test_pages_are_numbered_through() -> None:
    found = [re.search(r"(\d+)/(\d+)ページ$", page[0]) for page in pages(text_of(3))]
    assert [match and (match[1], match[2]) for match in found] == [
        (str(number), str(len(found))) for number in range(1, len(found) + 1)
    ]


def test_one_scene_makes_two_pages() -> None:
    assert len(pages(text_of(3, 1))) == 2


# Laying out


def test_blocks_fill_pages_and_stay_whole() -> None:
    blocks = [["a"] * size for size in (3, 4, 3, 7, 12, 1)]
    assert [[len(block) for block in page] for page in filled(blocks, 10)] == [[3, 4, 3], [7], [12], [1]]


def test_blanks_between_blocks_do_not_end_a_page() -> None:
    assert printed([("t", [[["a", ""]], [["b"]]])], lambda page, of: f"{page}/{of}") == "".join(
        [at_both_ends("t", "1/2"), "\n\na\n\f", at_both_ends("t", "2/2"), "\n\nb\n"]
    )


def test_what_stands_side_by_side_is_never_parted() -> None:
    lines = side_by_side((f"[ ] {number:020}" for number in range(7)), 4)
    assert [line.count("[ ]") for line in lines] == [2, 2, 2, 1]
    assert all(line.startswith("    [") for line in lines)
