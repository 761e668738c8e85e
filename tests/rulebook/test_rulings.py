"""The office's rulings: what was left to a supervisor becomes a rule, from its day on, and says so."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mynadesk.decision.decision import Decision
from mynadesk.fault import UnusableRulebook
from mynadesk.proof.proving import prove
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.office_folder import rulings_folder
from mynadesk.rulebook.ruling_file import next_name, read_rulings, with_ruling
from mynadesk.rulebook.rulings import overdue_rulings, overdue_sentences, ruling_title
from mynadesk.rulebook.schema import Ruling
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.settings import settings_folder
from mynadesk.wording import Wording
from tests.rulebook.test_good_rulebooks import AGENT, HOLDER, LICENCE, SHIPPED, decided

EVE, FIRST = "2026-11-23", "2026-11-24"
USUAL: dict[str, Any] = {
    "by": "section_head",
    "because": "seen_often",
    "applies_from": FIRST,
    "review": "2027-03-31",
}
CERTIFICATE: dict[str, Any] = {"kind": "eligibility_certificate", "counts_as": "B"}
CHILD = {**AGENT, "holder": {"under_15": True, "adult_ward": False}}


def written(folder: Path, *rulings: dict[str, Any]) -> Path:
    """A folder with the office's rulings on the shipped rules."""
    (folder / "saijo.yaml").write_text(
        "".join(f"r{number}: {json.dumps({**USUAL, **each})}\n" for number, each in enumerate(rulings, 1)),
        encoding="utf-8",
    )
    return folder


def ruled(folder: Path, *rulings: dict[str, Any]) -> Rulebook:
    return load_rulebook(shipped_rules(), str(written(folder, *rulings)))


def sources(decision: Decision, requirement: str) -> list[str]:
    """The layers and titles behind a requirement."""
    wording = Wording(decision.book, "ja")
    outcome = next(each for each in decision.requirements if each.id == requirement)
    return [f"{place.layer} {place.title}" for place in wording.places(wording.sources(outcome, decision))]


def with_paper(**paper: Any) -> dict[str, Any]:
    return {**HOLDER, "documents": [{**LICENCE, "identifies": True, **paper}]}


# What can be ruled


def test_the_eligibility_certificate_counts_as_b_from_the_day_of_the_ruling(tmp_path: Path) -> None:
    book, case = ruled(tmp_path, CERTIFICATE), with_paper(kind="eligibility_certificate")
    before, after = decided(book, case, on=EVE), decided(book, case, on=FIRST)
    assert (before.verdict, after.verdict) == ("consult", "accept")
    assert "窓口の取り決め 令和8年11月24日の市民課長の決定(資格確認書をBとして数える)" in sources(
        after, "holder_identity"
    )
    assert not any("決定" in text for text in sources(before, "holder_identity"))


def test_what_else_a_paper_must_be_still_holds(tmp_path: Path) -> None:
    """A ruling settles what was left to a supervisor, and nothing else."""
    case = with_paper(kind="eligibility_certificate", expiry="expired")
    assert decided(ruled(tmp_path, CERTIFICATE), case, on=FIRST).verdict == "incomplete"


def test_a_notice_that_left_it_to_a_supervisor_is_told_no_more(tmp_path: Path) -> None:
    book, case = ruled(tmp_path, CERTIFICATE), with_paper(kind="eligibility_certificate")
    told = [[name for name, _ in decided(book, case, on=on).notes] for on in (EVE, FIRST)]
    assert ["eligibility_certificate" in names for names in told] == [True, False]


def test_a_paper_without_a_photo_can_be_ruled_to_be_an_a(tmp_path: Path) -> None:
    """Not that anybody should: the class is what is ruled."""
    book = ruled(tmp_path, {"kind": "other_document", "counts_as": "A"})
    assert decided(book, with_paper(kind="other_document", photo=True), on=FIRST).verdict == "accept"


def test_two_papers_of_one_kind_can_be_ruled_enough(tmp_path: Path) -> None:
    book = ruled(tmp_path, {"two_of_one_kind": "met"})
    paper = {**LICENCE, "kind": "pension_certificate", "of": "visitor"}
    case = {
        **HOLDER,
        "visitor": "legal_representative",
        "holder": {"under_15": True, "adult_ward": False},
        "parent_and_child_in_one_household": True,
        "documents": [LICENCE, paper, paper],
    }
    assert [decided(book, case, on=on).verdict for on in (EVE, FIRST)] == ["consult", "accept"]
    assert any("2点" in text for text in sources(decided(book, case, on=FIRST), "representative_identity"))


def test_the_postage_can_be_ruled(tmp_path: Path) -> None:
    book = ruled(tmp_path, {"figure": "postage", "value": 460, "because": "tariff"})
    labels = [Wording(book.at(date.fromisoformat(on)), "ja").figure("postage") for on in (EVE, FIRST)]
    assert labels == ["434", "460"]
    decision = decided(book, AGENT, on=FIRST)
    assert any("郵送代を460とする" in text for text in sources(decision, "postage"))
    assert "postage_tariff" not in [name for name, _ in decision.notes]


@pytest.mark.parametrize(("stands", "verdict"), [("met", "accept"), ("decline", "decline")])
def test_whether_an_agent_can_act_for_a_child_can_be_ruled(tmp_path: Path, stands: str, verdict: str) -> None:
    subject = {"requirement": "right_visitor/agent", "fact": "holder.under_15", "answer": True}
    book = ruled(tmp_path, {**subject, "stands": stands})
    assert decided(book, CHILD, on=EVE).verdict == "consult"
    decision = decided(book, CHILD, on=FIRST)
    assert decision.verdict == verdict
    assert any(text.startswith("窓口の取り決め") for text in sources(decision, "right_visitor"))
    assert Wording(decision.book, "ja").tell(decision)


def test_a_ruling_ends_after_its_last_day(tmp_path: Path) -> None:
    book = ruled(tmp_path, {**CERTIFICATE, "applies_until": "2026-12-31"})
    case = with_paper(kind="eligibility_certificate")
    verdicts = [decided(book, case, on=on).verdict for on in ("2026-12-31", "2027-01-01")]
    assert verdicts == ["accept", "consult"]


def test_rulings_follow_each_other(tmp_path: Path) -> None:
    first = {"figure": "postage", "value": 460, "applies_until": "2026-12-31"}
    second = {"figure": "postage", "value": 480, "applies_from": "2027-01-01"}
    book = ruled(tmp_path, first, second)
    days = (date(2026, 11, 23), date(2026, 12, 31), date(2027, 1, 1))
    assert [book.at(day).figures["postage"].value for day in days] == [434, 460, 480]


def test_a_ruling_is_a_turning_day_and_part_of_the_digest(tmp_path: Path) -> None:
    book = ruled(tmp_path, CERTIFICATE)
    assert date(2026, 11, 24) in book.turning_days
    assert book.digest != SHIPPED.digest


def test_no_ruling_tears_a_hole(tmp_path: Path) -> None:
    answers = [
        ("right_visitor/agent", "holder.under_15", True, "decline"),
        ("holder_card", "card", "expired", "missing"),
    ]
    rulings = [
        {"requirement": requirement, "fact": fact, "answer": answer, "stands": stands}
        for requirement, fact, answer, stands in answers
    ]
    book = ruled(tmp_path, CERTIFICATE, *rulings)
    assert prove(book, date(2026, 11, 24)).holes == ()


def test_an_office_without_rulings_has_the_shipped_rules(tmp_path: Path) -> None:
    assert load_rulebook(shipped_rules(), str(tmp_path)).digest == SHIPPED.digest


# When it is looked at again


def test_a_ruling_past_its_review_date_is_told(tmp_path: Path) -> None:
    book = ruled(tmp_path, CERTIFICATE, {"two_of_one_kind": "met", "applies_until": "2026-12-31"})
    assert overdue_rulings(book, date(2027, 3, 31)) == []
    assert [name for name, _ in overdue_rulings(book, date(2027, 4, 1))] == ["r1"]
    (told,) = overdue_sentences(book, date(2027, 4, 1))
    assert told.ja == (
        "見直しの期限(令和9年3月31日)を過ぎた取り決めがあります: "
        "令和8年11月24日の市民課長の決定(資格確認書をBとして数える)"
    )
    assert "31 March 2027" in told.en


# What is refused


@pytest.mark.parametrize(
    ("ruling", "said"),
    [
        ({**CERTIFICATE, "by": "somebody"}, "r1.by: 「somebody」は office.yaml の posts にありません。"),
        ({**CERTIFICATE, "because": "so"}, "r1.because: 「so」は office.yaml の grounds にありません。"),
        (
            {"kind": "eligibility", "counts_as": "B"},
            "r1.kind: 「eligibility」は documents.yaml の kinds にありません。",
        ),
        (
            {"kind": "eligibility_certificate", "counts_as": "C"},
            "r1.counts_as: 「C」は documents.yaml の classes",
        ),
        ({"kind": "eligibility_certificate"}, "r1: 「counts_as」がありません。"),
        ({**CERTIFICATE, "two_of_one_kind": "met"}, "r1: kind、two_of_one_kind が同時に書かれています。"),
        ({}, "r1: kind、two_of_one_kind、figure、requirement のどれもありません。"),
        (
            {**CERTIFICATE, "applies_from": "2026-02-30"},
            "r1.applies_from: 「2026-02-30」は、実在する日付ではありません。",
        ),
        ({"figure": "postage", "value": -1}, "「-1」は0以上の整数ではありません。"),
        ({**CERTIFICATE, "reference": "長" * 41}, "r1.reference: "),
        ({**CERTIFICATE, "who": "x"}, "r1.who: 「who」という項目はここにはありません。"),
        (
            {"requirement": "holder_card", "fact": "card", "answer": "absent", "stands": "met"},
            "r1.answer: これは責任者の判断に任されていません。",
        ),
    ],
)
def test_what_cannot_be_ruled_is_refused_in_the_office_s_own_file(
    tmp_path: Path, ruling: dict[str, Any], said: str
) -> None:
    with pytest.raises(UnusableRulebook) as caught:
        ruled(tmp_path, ruling)
    assert said in caught.value.text("ja")
    assert {fault.file for fault in caught.value.faults} == {str(tmp_path / "saijo.yaml")}


def test_two_rulings_on_the_same_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableRulebook) as caught:
        ruled(tmp_path, CERTIFICATE, {"kind": "eligibility_certificate", "counts_as": "A"})
    assert "r2: 同じことが「r1」で決まっています。" in caught.value.text("ja")


def test_a_file_that_is_no_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "saijo.yaml").write_text("a: [\n", encoding="utf-8")
    with pytest.raises(UnusableRulebook) as caught:
        load_rulebook(shipped_rules(), str(tmp_path))
    assert caught.value.text("ja").startswith(f"{tmp_path / 'saijo.yaml'} 2行")


# The file


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    ruling = Ruling(**USUAL, **CERTIFICATE, reference="国の通知: 令和7年12月2日")
    text = with_ruling(with_ruling("", "2026-11-24-1", ruling), "2026-11-24-2", ruling)
    (tmp_path / "saijo.yaml").write_text(text, encoding="utf-8")
    _, found = read_rulings(str(tmp_path / "saijo.yaml"))
    assert found == {"2026-11-24-1": ruling, "2026-11-24-2": ruling}
    assert next_name(found, FIRST) == "2026-11-24-3"


def test_its_title_names_a_post_and_no_person(tmp_path: Path) -> None:
    assert ruling_title(ruled(tmp_path, CERTIFICATE), "r1").en == (
        "Ruling of 24 November 2026 by the head of the Citizen Division (Eligibility certificate counts as B)"
    )


def test_the_usual_folder_is_that_of_the_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told without the library that knows every system, and has to agree with it."""
    for configured in ("", str(tmp_path)):
        monkeypatch.setenv("XDG_CONFIG_HOME", configured)
        assert rulings_folder(None, {"XDG_CONFIG_HOME": configured}) == f"{settings_folder()}/rulings"
    assert rulings_folder(None, {"MYNADESK_RULINGS": "/office"}) == "/office"
    assert rulings_folder("/typed", {"MYNADESK_RULINGS": "/office"}) == "/typed"
