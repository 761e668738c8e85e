"""Cards: every rule, exception and edge has one, and a rule that is changed changes its own alone."""

import shutil
from pathlib import Path

import pytest

from mynadesk.practice.skills.drawing import Deck
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Language
from tests.interview.desk import BOOK
from tests.practice.deck import DECK, LORE, deck
from tests.rulebook.edits import Edit, write_rules

LANGUAGES: tuple[Language, Language] = ("ja", "en")
NAMED = [
    "check/in_date",
    "check/issued_since",
    "representative_identity/papers/B",
    "agent_identity/second_visit/papers/B+B",
    "agent_identity/second_visit/whose",
    "reply_letter/reply_letter/unsealed",
    "unavoidable_reason/unavoidable_reason/none",
    "right_visitor/holder/holder.under_15/true",
    "family_register/registered_domicile_in_city/false",
    "check/needs_approval/other_document",
    "kind/my_number_card/whose",
    "class/A/photo",
]
"""What a trainer would name first."""


@pytest.mark.parametrize("card", NAMED)
def test_what_a_trainer_would_name_has_a_card(card: str) -> None:
    """Expiry, 2012-04-01, one B or two, B and B, whose paper, the letter, the reason, 14 and 15 years ..."""
    assert card in DECK.cards


def test_every_rule_reason_kind_check_and_purpose_has_a_card() -> None:
    """None of the rulebook is left out; a kind of paper that is no longer in force anywhere has none."""
    ids = " ".join(DECK.cards)
    for route in BOOK.routes.values():
        for rule in (*route.requires, *route.for_single_pins):
            assert f"{rule}/" in ids
    assert all(f"/listed/{reason}" in ids for reason in BOOK.reasons)
    plain = [kind for kind in BOOK.documents.kinds if DECK.studio.is_plain(kind)]
    assert {kind for kind in plain if f"kind/{kind}" not in DECK.cards} == {"basic_resident_card"}
    assert all(f"check/{check}" in ids for check in BOOK.documents.checks)
    purposes = [f"purpose/{pin}/{each.key}" for pin, entry in BOOK.pins.items() for each in entry.purposes]
    assert set(purposes) <= set(DECK.cards)


def test_no_two_cards_are_called_the_same() -> None:
    """A trainee has to know which skill a line of the table means."""
    for language in LANGUAGES:
        labels = [card.label.in_(language) for card in DECK.cards.values()]
        assert len(labels) == len(set(labels))


def edited(folder: Path, *edits: Edit) -> Deck:
    """The cards of the shipped rules with some edits."""
    return deck(load_rulebook(str(write_rules(folder, *edits))))


def changed(new: Deck) -> set[str]:
    """The cards whose rule is another one than before."""
    return {
        name for name, card in new.cards.items() if name in DECK.cards and card.mark != DECK.cards[name].mark
    }


EDITS = {
    "the date of driving history certificates": (
        Edit("figures.yaml", replace="value: 2012-04-01", by="value: 2013-04-01"),
        {"check/issued_since"},
    ),
    "the postage": (
        Edit("figures.yaml", replace="value: 434\n", by="value: 460\n"),
        {"postage/postage/false"},
    ),
    "what the card has to be": (
        Edit(
            "requirements.yaml",
            replace="{fact: card, is: {presented: met, absent: missing, expired: consult}}",
            by="{fact: card, is: {presented: met, absent: missing, expired: missing}}",
        ),
        {"holder_card/card/absent", "holder_card/card/expired"},
    ),
    "a paper's class": (
        Edit(
            "documents.yaml",
            replace="  employee_id:\n    class: B\n    key: .7",
            by="  employee_id:\n    class: A\n    key: .7",
        ),
        {"kind/employee_id"},
    ),
    "a reason's name": (
        Edit("reasons.yaml", replace="{ja: 妊婦, en: Pregnancy}", by="{ja: 妊婦の方, en: Pregnancy}"),
        {"unavoidable_reason/unavoidable_reason/listed/pregnant"},
    ),
    "how often two of one kind count": (
        Edit(
            "documents.yaml",
            replace="  standing: consult\n  rule: {ja: 同じ",
            by="  standing: missing\n  rule: {ja: 同じ",
        ),
        {"representative_identity/twins", "agent_identity/second_visit/twins"},
    ),
    "where a rule is published": (
        Edit(
            "requirements.yaml",
            replace="  source: saijo-mnpassword / 本人が15歳未満または成年被後見人の場合 / 6",
            by="  source: saijo-mnpassword / 本人が15歳未満または成年被後見人の場合 / 5",
        ),
        set(),
    ),
    "a notice": (
        Edit(
            "notices.yaml",
            replace="2、3、4の暗証番号は、同じ番号にできます。",
            by="2、3、4は同じ番号でかまいません。",
        ),
        set(),
    ),
    "a digit of the desk": (
        Edit("reasons.yaml", replace="  key: .4\n", by="  key: .7\n"),
        set(),
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_changed_rule_changes_the_mark_of_its_own_cards_only(name: str, tmp_path: Path) -> None:
    """By the mark practice knows which cards have to come back."""
    edit, cards = EDITS[name]
    assert changed(edited(tmp_path, edit)) == cards


def test_a_changed_age_changes_the_cards_whose_rule_names_it(tmp_path: Path) -> None:
    """And no card of papers, letters or postage."""
    found = changed(edited(tmp_path, Edit("figures.yaml", replace="value: 15\n", by="value: 16\n")))
    assert found == {name for name in DECK.cards if name.startswith(("right_visitor/", "family_register/"))}


def test_a_new_kind_of_paper_brings_its_own_card(tmp_path: Path) -> None:
    """By YAML alone, without a word about it in rules/practice."""
    kind = "  hunting_licence:\n    class: A\n    key: ..5\n    label: {ja: 狩猟免状, en: Hunting licence}\n"
    source = "    source: saijo-mnpassword / 注 本人確認書類について / 3\n"
    before = "\n  health_insurance_card:"
    new = edited(tmp_path, Edit("documents.yaml", replace=before, by=f"\n{kind}{source}{before}"))
    assert set(new.cards) - set(DECK.cards) == {"kind/hunting_licence"}
    assert changed(new) == set()
    for scene in new.pair("kind/hunting_licence", 1).scenes:
        assert scene.card == "kind/hunting_licence"


def test_a_new_reason_brings_its_own_card(tmp_path: Path) -> None:
    """The same for a reason."""
    entry = (
        "moving:\n  key: .8\n  label: {ja: 災害による避難, en: Evacuated}\n"
        "  proof: {ja: 罹災証明書, en: Certificate}\n"
    )
    text = (Path(__file__).parent.parent.parent / "rules" / "reasons.yaml").read_text(encoding="utf-8")
    new = edited(tmp_path, Edit("reasons.yaml", write=f"{text}\n{entry}  source: national-agent-reasons\n"))
    assert set(new.cards) - set(DECK.cards) == {"unavoidable_reason/unavoidable_reason/listed/moving"}
    assert changed(new) == set()


def test_a_new_requirement_brings_its_own_cards(tmp_path: Path) -> None:
    """A fact, a question, a requirement on a route: cards for each answer that is not enough."""
    facts = (
        "\nseal:\n  type: choice\n  label: {ja: 印鑑, en: Seal}\n"
        "  values:\n    brought: {ja: あり, en: 'Yes'}\n    absent: {ja: なし, en: 'No'}\n"
    )
    requirement = (
        "\nseal:\n  label: {ja: 印鑑, en: Seal}\n  needs: {fact: seal, is: {brought: met, absent: missing}}\n"
        "  rule: {ja: 印鑑が必要です。, en: A seal is needed.}\n"
        "  say:\n    missing: {ja: 印鑑をお持ちください。, en: Bring a seal.}\n"
        "    ask: {ja: 印鑑を見せてもらいます。, en: Ask for the seal.}\n"
        "  source: office\n"
    )
    question = (
        "  seal:\n    label: {ja: 印鑑, en: Seal}\n    ask: {ja: 印鑑は, en: A seal?}\n    choices:\n"
        "      - {key: 1, label: {ja: あり, en: 'Yes'}, sets: {seal: brought}}\n"
        "      - {key: 2, label: {ja: なし, en: 'No'}, sets: {seal: absent}}\n"
        "      - {key: 3, label: {ja: まだ, en: Not yet}, later: true}\n\n"
    )
    rules = Path("rules")
    new = edited(
        tmp_path,
        Edit("facts.yaml", write=(rules / "facts.yaml").read_text(encoding="utf-8") + facts),
        Edit(
            "requirements.yaml", write=(rules / "requirements.yaml").read_text(encoding="utf-8") + requirement
        ),
        Edit("desk.yaml", replace="  postage:\n    label", by=question + "  postage:\n    label"),
        Edit(
            "routes.yaml",
            replace="requires: [right_visitor/holder, holder_card, holder_identity]",
            by="requires: [right_visitor/holder, holder_card, holder_identity, seal]",
        ),
    )
    assert set(new.cards) - set(DECK.cards) == {"seal/seal/absent"}
    assert changed(new) == set()


def test_the_rules_of_practice_lie_beside_the_rules_they_tell(tmp_path: Path) -> None:
    """A copy of the folder carries them."""
    copied = shutil.copytree("rules", tmp_path / "rules")
    assert Deck(load_rulebook(str(copied)), LORE, DECK.on).cards == DECK.cards
