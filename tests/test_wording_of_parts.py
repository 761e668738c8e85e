"""Notes, papers, figures, PINs and lists in words: what stands beside a verdict."""

from datetime import date
from typing import Any

import pytest

from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from tests.decision.examples import EXAMPLES, judged

BY_NAME = {example["name"]: example["case"] for example in EXAMPLES}
FASTER = (
    "顔認証マイナンバーカードへの切り替えは、代理人でも1回の来庁で済むことがあります。"
    "責任者に確認してください。"
)
EQUAL = "2、3、4の暗証番号は、同じ番号にできます。"
LAPSED = (
    "有効期限切れや、引っ越し・氏名の変更で失効した電子証明書は、"
    "暗証番号の再設定ではなく発行の手続きになります。"
)
MINOR = "15歳未満の方と成年被後見人には、原則として署名用電子証明書は発行されません。"


@pytest.mark.parametrize(
    ("name", "noted", "whole", "in_part"),
    [
        (
            "All that concerns an agent's papers is noted",
            ["reply_deadline", "licence_in_card", "basic_resident_card_age", "pins_may_be_equal"],
            [EQUAL],
            [],
        ),
        (
            "A child's signature PIN without a certificate is declined with a note",
            ["licence_in_card", "signature_certificate_of_minor", "certificate_lapsed"],
            [MINOR, LAPSED],
            [LAPSED],
        ),
        (
            "A care insurance card of the agent is enough for the first visit but will lack an A",
            ["next_visit_needs_photo_id", "postage_tariff", "faster_without_pins"],
            [FASTER],
            [FASTER],
        ),
        (
            "A domicile in the city makes the family register needless",
            ["licence_in_card", "parenthood_without_register"],
            ["戸籍謄本は不要ですが、親権者であること(続柄)を端末で確認してください。"],
            ["戸籍謄本は不要ですが、親権者であること(続柄)を端末で確認してください。"],
        ),
        (
            "An agent for a child of unknown wardship is for the supervisor",
            ["postage_tariff", "faster_without_pins", "agent_of_ward"],
            [FASTER],
            [FASTER],
        ),
    ],
)
def test_at_the_end_nothing_is_noted_that_stood_beside_a_question(
    name: str, noted: list[str], whole: list[str], in_part: list[str], book: Rulebook, ja: Wording
) -> None:
    """Nor, while the PINs are not told, what is about them."""
    decision = judged(book, BY_NAME[name])
    assert [name for name, _ in decision.notes] == noted
    assert ja.notes(decision) == whole
    assert ja.notes(decision, whole=False) == in_part


# Papers

COPY = "本人確認書類は原本に限ります。"
EXPIRED = "有効期限内のものに限ります(期限の当日までは有効)。"
NO_PHOTO = "顔写真のないものは、Aとしては使えません。Bとして使えるかは責任者が判断します。"
ENDED = "健康保険証は令和7年12月2日から使えなくなりました。市のページには残っているので、責任者が判断します。"
NO_ENTRIES = "「氏名・生年月日」または「氏名・住所」の記載がないものは使えません。"


@pytest.mark.parametrize(
    ("paper", "problems"),
    [
        ({"kind": "drivers_license"}, []),
        ({"kind": "drivers_license", "original": True, "expiry": "in_date", "photo": True}, []),
        ({"kind": "drivers_license", "original": False}, [COPY]),
        ({"kind": "drivers_license", "expiry": "2026-11-22"}, [EXPIRED]),
        ({"kind": "drivers_license", "photo": False, "expiry": "expired"}, [EXPIRED, NO_PHOTO]),
        ({"kind": "bankbook", "identifies": False}, [NO_ENTRIES]),
        ({"kind": "health_insurance_card"}, [ENDED]),
        ({"kind": "health_insurance_card", "original": False}, [COPY, ENDED]),
    ],
)
def test_only_what_was_seen_of_a_paper_is_explained(
    paper: dict[str, Any], problems: list[str], book: Rulebook, ja: Wording
) -> None:
    """What nobody looked at yet is a question, and no reason why the paper would not count."""
    case = {**BY_NAME["A child of 14 cannot come alone"], "documents": [{"of": "holder", **paper}]}
    (shown,) = judged(book, case).papers
    assert ja.paper_problems(shown, set(paper) - {"kind"}) == problems


def test_of_a_paper_that_never_counts_it_is_told_why(book: Rulebook, ja: Wording, en: Wording) -> None:
    paper = {"kind": "my_number_card", "of": "holder"}
    (shown,) = judged(book, {**BY_NAME["A child of 14 cannot come alone"], "documents": [paper]}).papers
    assert ja.paper_problems(shown, []) == ["本人のマイナンバーカードは、本人確認書類に数えません。"]
    assert en.paper_problems(shown, []) == [
        "The holder's own My Number Card does not count as identification."
    ]


# Figures, dates, names


def test_figures_and_dates_are_read_in_the_calendar_of_the_language(ja: Wording, en: Wording) -> None:
    assert [ja.figure(name) for name in ("own_request_age", "postage")] == ["15", "434"]
    assert [each.figure("driving_history_from") for each in (ja, en)] == ["平成24年4月1日", "1 April 2012"]
    assert [each.day(date(2026, 11, 23)) for each in (ja, en)] == ["令和8年11月23日", "23 November 2026"]


def test_the_first_birth_date_that_is_too_young_is_told(ja: Wording, en: Wording) -> None:
    assert ja.first_birth_date(date(2026, 11, 23)) == "平成23年11月24日"
    assert en.first_birth_date(date(2027, 2, 28)) == "29 February 2012"


def test_a_pin_is_told_by_its_number_and_form(ja: Wording, en: Wording) -> None:
    assert [ja.pin(name) for name in ja.book.pins] == [
        *("1 署名用", "2 利用者証明用", "3 住基台帳用", "4 券面入力補助用")
    ]
    assert ja.pin_form("signature") == "英数字6～16桁(英字は大文字。英字と数字をどちらも1文字以上)"
    assert en.pin_form("card_input_support") == "4 digits"


def test_a_list_names_each_thing_once(ja: Wording, en: Wording) -> None:
    assert ja.listed(["A", "B", "A"]) == "A、B"
    assert en.listed(["A", "B", "A"]) == "A, B"
    assert ja.listed([]) == ""


@pytest.mark.parametrize(
    ("kind", "seen", "japanese", "english"),
    [
        ("drivers_license", {}, "原本・期限内・顔写真を確認", "original, in date, photo checked"),
        (
            "drivers_license",
            {"photo": True},
            "原本・期限内・顔写真を確認",
            "original, in date, photo checked",
        ),
        ("drivers_license", {"photo": False}, "原本・期限内を確認", "original, in date checked"),
        ("basic_resident_card", {}, "原本・期限内・顔写真を確認", "original, in date, photo checked"),
        ("bankbook", {}, "原本・期限内・記載を確認", "original, in date, entries checked"),
        ("bankbook", {"identifies": False}, "原本・期限内を確認", "original, in date checked"),
    ],
)
def test_enter_says_what_it_confirms_of_a_paper(
    kind: str, seen: dict[str, bool], japanese: str, english: str, ja: Wording, en: Wording
) -> None:
    assert (ja.confirmation(kind, seen), en.confirmation(kind, seen)) == (japanese, english)
