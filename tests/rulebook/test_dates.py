"""適用開始 and 適用終了: a decision uses what is in force on its day, and never the nearest."""

from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.fault import UnusableCase, UnusableRulebook
from mynadesk.inspection.doubts import Watched
from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import READS
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.rulebook.timeline import NotInForce
from mynadesk.wording import Wording
from tests.command.running import as_json, run
from tests.rulebook.edits import Edit, shipped_texts, write_rules
from tests.rulebook.test_good_rulebooks import AGENT, HOLDER, LICENCE, SHIPPED, decided, edited, standing

DAY = timedelta(1)
LAST, FIRST = date(2027, 3, 31), date(2027, 4, 1)
POSTAGE = """postage:
  value: 434
  unit: yen
  label: {ja: 照会書兼回答書の郵送代, en: Postage of the inquiry letter}
  source: saijo-mnpassword / 1回目の来庁時(照会書兼回答書の発送申請) / 2
"""


OTHER_POSTAGE = """postage:
  - value: 434
    applies_until: 2027-03-31
    unit: yen
    label: {ja: 郵送代, en: Postage}
    source: saijo-mnpassword / 1回目の来庁時(照会書兼回答書の発送申請) / 2
  - {value: 460, applies_from: 2027-04-01, unit: yen, label: {ja: 郵送代, en: Postage}, source: office}
"""


def postage_on(book: Rulebook, on: date) -> str:
    """What a first visit is told of the postage on a day."""
    day = book.at(on)
    return Wording(day, "ja").fill(day.requirements["postage"].label)


@pytest.fixture
def another_postage(tmp_path: Path) -> Rulebook:
    """Rules in which the postage becomes 460 yen on 1 April 2027."""
    return edited(tmp_path, Edit("figures.yaml", replace=POSTAGE, by=OTHER_POSTAGE))


# What the shipped rules date


def test_the_health_insurance_card_counts_until_the_day_before_its_end() -> None:
    card = {**LICENCE, "kind": "health_insurance_card"}
    for on, verdict in (("2025-12-01", "accept"), ("2025-12-02", "consult")):
        assert decided(SHIPPED, HOLDER, on=on, documents=[card]).verdict == verdict


def test_the_notice_on_the_postage_is_told_from_the_day_of_the_new_tariff() -> None:
    told = {
        on: [name for name, _ in decided(SHIPPED, AGENT, on=on).notes] for on in ("2024-09-30", "2024-10-01")
    }
    assert "postage_tariff" not in told["2024-09-30"]
    assert "postage_tariff" in told["2024-10-01"]


def test_a_figure_is_unknown_before_its_first_day() -> None:
    """Nobody can be told the tariff of 2024 in 2023."""
    assert "postage_by_tariff" not in SHIPPED.at(date(2024, 9, 30)).figures
    assert SHIPPED.at(date(2024, 10, 1)).figures["postage_by_tariff"].value == 460


def test_the_shipped_rules_turn_on_these_days() -> None:
    """Entries that begin, and the one date that is looked at on a paper."""
    assert SHIPPED.turning_days == (date(2012, 4, 1), date(2024, 10, 1), date(2025, 12, 2))


# One rulebook a stretch of days


def test_days_between_two_turns_share_one_rulebook() -> None:
    """So that what is made ready for deciding is made once."""
    assert SHIPPED.at(date(2026, 1, 1)) is SHIPPED.at(date(2030, 1, 1)) is SHIPPED
    early = SHIPPED.at(date(2020, 1, 1))
    assert early is not SHIPPED
    assert early.at(date(2026, 1, 1)) is SHIPPED
    assert early.digest == SHIPPED.digest


def test_every_turning_day_can_be_decided() -> None:
    for day in SHIPPED.turning_days:
        for on in (day - DAY, day):
            assert decide(SHIPPED, read_case(SHIPPED, HOLDER, on)).book is SHIPPED.at(on)


# A future change


def test_a_figure_changes_on_its_day(another_postage: Rulebook) -> None:
    assert postage_on(another_postage, LAST) == "郵送代434円"
    assert postage_on(another_postage, FIRST) == "郵送代460円"
    assert another_postage.turning_days[-1] == FIRST


@pytest.mark.usefixtures("another_postage")
def test_a_decision_is_told_in_the_figures_of_its_day(tmp_path: Path) -> None:
    rules = str(tmp_path / "rules")
    case = {**AGENT, "postage": None}
    for on, said in ((LAST, "郵送代434円"), (FIRST, "郵送代460円")):
        answer = run("--rules", rules, "check", "--on", str(on), given=as_json(case)).answer()
        assert said in [each["label"]["ja"] for each in answer["requirements"]]


def test_the_pattern_in_the_comments_of_the_figures_loads(tmp_path: Path) -> None:
    """Whoever takes the signs of the comment away has a figure that changes."""
    pattern = shipped_texts()["figures.yaml"].partition("\n# example_fee:\n")[2]
    lines = ["example_fee:", *(line.removeprefix("# ") for line in pattern.split("\n"))]
    book = edited(tmp_path, Edit("figures.yaml", replace=POSTAGE, by=POSTAGE + "\n".join(lines)))
    assert [book.at(on).figures["example_fee"].value for on in (LAST, FIRST)] == [200, 300]


def test_a_desk_that_is_left_open_over_night_takes_the_new_rules(another_postage: Rulebook) -> None:
    days = [LAST]
    desk = Session(another_postage, Wording(another_postage, "ja"), lambda: days[-1])
    assert desk.wording.figure("postage") == "434"
    days.append(FIRST)
    desk.new_day()
    assert (desk.on, desk.wording.figure("postage")) == (FIRST, "460")


def test_a_case_that_is_open_at_midnight_stays_under_the_rules_of_its_day(another_postage: Rulebook) -> None:
    days = [LAST]
    desk = Session(another_postage, Wording(another_postage, "ja"), lambda: days[-1])
    desk.press("4")
    days.append(FIRST)
    desk.press("1")
    assert (desk.on, desk.wording.figure("postage")) == (LAST, "434")


# Rules that begin and end


def test_a_requirement_is_wanted_until_its_last_day(tmp_path: Path) -> None:
    """The route need not be touched."""
    book = edited(
        tmp_path,
        Edit("requirements.yaml", replace="\npostage:\n", by="\npostage:\n  applies_until: 2027-03-31\n"),
    )
    for on, wanted in ((LAST, True), (FIRST, False)):
        ids = [each.id for each in decided(book, AGENT, on=str(on)).requirements]
        assert ("postage" in ids) == wanted


def test_a_kind_of_paper_can_come_and_go(tmp_path: Path) -> None:
    kind = "  bankbook:\n"
    book = edited(tmp_path, Edit("documents.yaml", replace=kind, by=f"{kind}    applies_until: 2027-03-31\n"))
    case = {**HOLDER, "documents": [{**LICENCE, "kind": "bankbook", "identifies": True}]}
    assert decided(book, case, on=str(LAST)).verdict == "accept"
    with pytest.raises(UnusableCase) as caught:
        decided(book, case, on=str(FIRST))
    assert [fault.field for fault in caught.value.faults] == ["documents[0].kind"]


def test_a_requirement_can_become_another_one(tmp_path: Path) -> None:
    """Two entries under one name, one after the other."""
    needs = "  needs: {papers: {of: visitor, one_of: [[A], [B, B]]}}\n"
    text = shipped_texts()["requirements.yaml"]
    entry = text[text.index("\nrepresentative_identity:\n") : text.index("\nfamily_register:\n")]
    name, _, fields = entry.lstrip("\n").partition("\n")
    one = "".join(f"  {line}\n" for line in fields.rstrip("\n").split("\n"))
    before = "  - applies_until: 2027-03-31\n" + one
    after = "  - applies_from: 2027-04-01\n" + one.replace("[[A], [B, B]]", "[[A, A], [A, B]]")
    assert needs in entry
    book = edited(tmp_path, Edit("requirements.yaml", replace=entry, by=f"\n{name}\n{before}{after}"))
    case = {
        **HOLDER,
        "visitor": "legal_representative",
        "holder": {"under_15": True, "adult_ward": False},
        "documents": [LICENCE, {**LICENCE, "of": "visitor"}],
    }
    assert standing(decided(book, case, on=str(LAST)), "representative_identity") == "met"
    assert standing(decided(book, case, on=str(FIRST)), "representative_identity") == "missing"


# Days without rules


@pytest.fixture
def unsettled(tmp_path: Path) -> Path:
    """Rules in which nobody knows the postage from April 2027 on."""
    by = POSTAGE.replace(
        "  value: 434\n", "  value: 434\n  applies_until: 2027-03-31\n  unsettled_after: true\n"
    )
    return write_rules(tmp_path, Edit("figures.yaml", replace=POSTAGE, by=by))


def test_a_day_that_no_figure_covers_is_refused_with_a_sentence(unsettled: Path) -> None:
    book = load_rulebook(str(unsettled))
    assert decided(book, AGENT, on=str(LAST)).verdict == "accept"
    line = (unsettled / "figures.yaml").read_text(encoding="utf-8").split("\n").index(
        "  unsettled_after: true"
    ) + 1
    with pytest.raises(NotInForce) as caught:
        book.at(FIRST)
    assert caught.value.text("ja") == (
        f"{unsettled / 'figures.yaml'} {line}行 3列 postage.unsettled_after: "
        "2027-04-01 に適用される規則がありません。 この日の規則を書き足してください。"
    )


def test_check_refuses_a_case_of_such_a_day_and_decides_the_others(unsettled: Path) -> None:
    cases = [{**HOLDER, "on": str(on)} for on in (LAST, FIRST)]
    done = run("--rules", str(unsettled), "check", "--jsonl", given=as_json(*cases))
    first, second = done.answers()
    assert (done.status, first["verdict"]) == (2, "accept")
    assert second["line"] == 2
    assert "on: " in second["error"]
    assert "2027-04-01 に適用される規則がありません" in second["error"]


def test_neither_desk_opens_on_such_a_day(unsettled: Path) -> None:
    done = run("--rules", str(unsettled), "ask", "--on", str(FIRST), given=b"1\n")
    assert (done.status, done.out) == (2, "")
    assert "2027-04-01 に適用される規則がありません" in done.err


def test_outside_of_the_days_of_its_cover_a_rulebook_says_nothing(tmp_path: Path) -> None:
    book = edited(
        tmp_path,
        Edit("rulebook.yaml", replace="id: saijo\n", by="id: saijo\napplies_from: 2026-04-01\n"),
    )
    assert decided(book, HOLDER, on="2026-04-01").verdict == "accept"
    assert book.turning_days[0] == date(2026, 4, 1)
    with pytest.raises(UnusableCase):
        decided(book, HOLDER, on="2026-03-31")


def test_a_rulebook_that_was_changed_in_memory_is_the_same_on_every_day() -> None:
    """For trying out what a change would do."""
    changed = replace(SHIPPED, notices={})
    assert changed.at(date(2020, 1, 1)) is changed
    assert decided(changed, AGENT).notes == ()


def test_the_shipped_rules_have_a_rulebook_on_every_day() -> None:
    for day in (date.min, date(2000, 2, 29), date.max):
        assert load_rulebook(shipped_rules()).at(day).routes


def test_what_is_wrong_on_later_days_only_is_found(tmp_path: Path) -> None:
    """A day's rules are not looked at again where they are as on another; all that differs is."""
    later = "  applies_from: 2027-04-01\n"
    notice = f'\nlater:\n{later}  text: {{ja: "{{nothing}}", en: "{{nothing}}"}}\n  source: office\n'
    text = shipped_texts()["notices.yaml"]
    with pytest.raises(UnusableRulebook) as caught:
        edited(tmp_path, Edit("notices.yaml", write=text + notice))
    assert [fault.field for fault in caught.value.faults] == ["later.text.ja", "later.text.en"]
    assert "(2027-04-01からの規則)" in caught.value.text("ja")


def test_a_check_that_is_not_run_again_reads_what_it_is_said_to_read() -> None:
    undated = {"rulebook", "sources", "facts", "pins", "desk", "words", "office"}
    for check, files in READS.items():
        watched = Watched(SHIPPED)
        list(check(cast(Rulebook, watched)))
        assert watched.seen <= undated | {*files}, check.__name__
