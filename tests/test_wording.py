"""Decisions in words: the verdict and its details, what is said, and that no word is left half filled."""

from datetime import date
from typing import NamedTuple

import pytest

from mynadesk.rulebook.book import Rulebook
from mynadesk.standing import Standing
from mynadesk.wording import Wording
from tests.decision.examples import EXAMPLES, judged

BY_NAME = {example["name"]: example["case"] for example in EXAMPLES}


class Told(NamedTuple):
    """A headline with its details."""

    headline: str
    details: list[str]


VERDICTS: dict[str, tuple[Told, Told]] = {
    "A holder with the card and a driver's licence is served on the spot": (
        Told("即日受付できます", []),
        Told("Can be accepted today", []),
    ),
    "An agent's first visit needs one document and the postage": (
        Told("2回来庁の1回目として受付できます", ["照会書を郵送し、2回目の来庁で手続きします"]),
        Told(
            "Can be accepted as the first of two visits",
            ["The letter is sent; the PINs are set at the second visit"],
        ),
    ),
    "An agent's second visit with one A and one B is accepted": (
        Told("2回来庁の2回目として受付できます", []),
        Told("Can be accepted as the second of two visits", []),
    ),
    "PINs 3 and 4 without an unavoidable reason are declined while 1 and 2 go on": (
        Told(
            "一部の暗証番号のみ受付できます",
            ["できる 1 署名用、2 利用者証明用  できない 3 住基台帳用、4 券面入力補助用"],
        ),
        Told(
            "Only some of the PINs can be accepted",
            ["Yes 1 Signature, 2 User authentication  No 3 Resident registry, 4 Card input support"],
        ),
    ),
    "A holder who brings only the card lacks one identity document": (
        Told("まだ必要なもの", ["本人の書類 AまたはBを1点"]),
        Told("Still needed", ["Holder's papers 1 A or B"]),
    ),
    "Two B documents are not enough for an agent": (
        Told("まだ必要なもの", ["代理人の書類 Aを1点"]),
        Told("Still needed", ["Agent's papers 1 A"]),
    ),
    "Before anything is shown the identity document is missing and the rest is asked": (
        Told(
            "まだ必要なもの", ["本人の書類 AまたはBを1点", "来庁者(本人)", "本人のカード", "利用者用証明書"]
        ),
        Told(
            "Still needed",
            ["Holder's papers 1 A or B", "Visitor (the holder)", "Holder's card", "User-auth. certificate"],
        ),
    ),
    "An agent without postage has to bring it": (
        Told("まだ必要なもの", ["郵送代434円"]),
        Told("Still needed", ["Postage of 434 yen"]),
    ),
    "What is missing for all hides nothing that is declined for one": (
        Told("まだ必要なもの(番号により異なります)", ["本人のカード"]),
        Told("Still needed (differs by PIN)", ["Holder's card"]),
    ),
    "An unknown age is a question even when all papers are good": (
        Told("確認が残っています", ["来庁者(本人)"]),
        Told("Something is still to be checked", ["Visitor (the holder)"]),
    ),
    "A question and a refusal are still a question": (
        Told("確認が残っています(番号により異なります)", ["利用者用証明書"]),
        Told("Something is still to be checked (differs by PIN)", ["User-auth. certificate"]),
    ),
    "Redirected mail has to be talked over first": (
        Told("責任者の判断が必要です", ["郵便が届くか"]),
        Told("A supervisor has to decide", ["Mail arrives"]),
    ),
    "A supervisor for all is nearer than a proof for one": (
        Told("責任者の判断が必要です(番号により異なります)", ["本人のカード"]),
        Told("A supervisor has to decide (differs by PIN)", ["Holder's card"]),
    ),
    "A child of 14 cannot come alone": (
        Told("来庁者の方からは受付できません", ["来庁者(本人)"]),
        Told("Cannot be accepted from this visitor", ["Visitor (the holder)"]),
    ),
    "Two declined certificates decline both PINs": (
        Told("この暗証番号は受付できません", ["署名用証明書", "利用者用証明書"]),
        Told("These PINs cannot be handled", ["Signature certificate", "User-auth. certificate"]),
    ),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_the_verdict_and_its_details_are_said_exactly(
    name: str, book: Rulebook, ja: Wording, en: Wording
) -> None:
    decision = judged(book, BY_NAME[name])
    for wording, told in zip((ja, en), VERDICTS[name], strict=True):
        assert Told(wording.headline(decision), wording.details(decision)) == told


def test_what_is_absent_is_missing_once_nothing_more_will_be_shown(
    book: Rulebook, ja: Wording, en: Wording
) -> None:
    alone = judged(book, BY_NAME["A holder who brings only the card lacks one identity document"])
    differing = judged(book, BY_NAME["What is missing for all hides nothing that is declined for one"])
    assert ja.headline(alone, final=True) == "足りないものがあります"
    assert en.headline(alone, final=True) == "Something is missing"
    assert ja.headline(differing, final=True) == "足りないものがあります(番号により異なります)"
    for name in set(VERDICTS) - {
        name for name, (told, _) in VERDICTS.items() if "必要なもの" in told.headline
    }:
        decision = judged(book, BY_NAME[name])
        assert ja.headline(decision, final=True) == ja.headline(decision)
    assert [ja.standing(Standing.missing, final) for final in (False, True)] == ["必要", "不足"]
    assert [ja.standing(each, final=True) for each in Standing] == ["可", "確認", "相談", "不足", "不可"]
    assert [en.standing(each) for each in Standing] == ["ok", "ask", "sup.", "need", "no"]


@pytest.mark.parametrize(
    ("name", "japanese", "english"),
    [
        (
            "A parent with nothing to show lacks one A or two B",
            "法定代理人書類 Aを1点、またはBを2点",
            "Legal rep.'s papers 1 A or 2 B",
        ),
        (
            "An agent with nothing at visit 2 needs two A, or an A and a B",
            "代理人の書類 Aを2点、またはAとBを各1点",
            "Agent's papers 2 A or 1 A and B each",
        ),
        (
            "One passport that nobody looked at yet leaves one more to bring",
            "代理人の書類 AまたはBを1点",
            "Agent's papers 1 A or B",
        ),
    ],
)
def test_what_is_to_be_brought_is_counted_by_class(
    name: str, japanese: str, english: str, book: Rulebook, ja: Wording, en: Wording
) -> None:
    decision = judged(book, BY_NAME[name])
    assert japanese in ja.details(decision)
    assert english in en.details(decision)


# What is said


def test_who_is_served_is_told_what_happens_next(book: Rulebook, ja: Wording, en: Wording) -> None:
    served, first, second = (
        judged(book, BY_NAME[name])
        for name in (
            "A holder with the card and a driver's licence is served on the spot",
            "An agent's first visit needs one document and the postage",
            "An agent's second visit with one A and one B is accepted",
        )
    )
    assert ja.tell(served) == ["本日この場で手続きできます。"]
    assert ja.tell(first) == [
        "照会書をご本人の住民票の住所に簡易書留で送ります。届いたら記入して封をし、2回目にお持ちください。"
    ]
    assert ja.tell(second) == ["本日、暗証番号の手続きをします。"]
    assert en.tell(second) == ["The PINs are set today."]
    assert [ja.to_check(decision) for decision in (served, first, second)] == [[], [], []]
    assert (ja.needed_next(served), ja.needed_next(second)) == ([], [])
    assert ja.needed_next(first) == [
        "照会書兼回答書",
        "本人のカード",
        "本人の書類 AまたはBを1点",
        "代理人の書類 Aを1点",
    ]


def test_what_is_missing_is_asked_for_with_its_classes(book: Rulebook, ja: Wording, en: Wording) -> None:
    decision = judged(book, BY_NAME["Several things are to be brought at once"])
    assert ja.tell(decision) == [
        "必要事項を記入し、封筒に入れて封をした照会書兼回答書をお持ちください。",
        "ご本人のマイナンバーカードをお持ちください。",
        "マイナンバーカードのほかに、ご本人の確認書類をお持ちください。(AまたはBを1点)",
        "代理人の方の確認書類をお持ちください。(Aを2点、またはAとBを各1点)",
    ]
    assert (
        en.tell(decision)[2]
        == "Besides the My Number Card, bring an identity paper of the holder. (1 A or B)"
    )


def test_a_refusal_of_one_pin_is_told_after_what_can_be_done(
    book: Rulebook, ja: Wording, en: Wording
) -> None:
    name = "PINs 3 and 4 without an unavoidable reason are declined while 1 and 2 go on"
    decision = judged(book, BY_NAME[name])
    assert ja.tell(decision) == [
        "本日は1 署名用、2 利用者証明用の手続きができます。"
        "3 住基台帳用、4 券面入力補助用は、次の理由でできません。",
        "3と4の暗証番号は、やむを得ない理由がないと代理人の方では手続きできません。ご本人がお越しください。",
    ]
    assert en.tell(decision)[1].startswith("Without an unavoidable reason PINs 3 and 4 cannot be handled")


def test_the_worst_is_told_first(book: Rulebook, ja: Wording) -> None:
    decision = judged(book, BY_NAME["A supervisor for all is nearer than a proof for one"])
    assert ja.tell(decision) == [
        "やむを得ない理由のわかる資料(疎明資料)をお持ちください。",
        "カードの有効期限が切れています。責任者に確認しますので、少々お待ちください。",
    ]


def test_who_is_turned_away_hears_why_and_nothing_else(book: Rulebook, ja: Wording, en: Wording) -> None:
    name = "What a child alone lacks is not told, for bringing it would not help"
    decision = judged(book, BY_NAME[name])
    assert ja.tell(decision) == ["ご本人だけでは受付できません。親権者または後見人の方がお越しください。"]
    assert en.tell(decision) == ["A parent or guardian has to come; the holder alone cannot be served."]


def test_what_is_open_is_told_to_the_clerk_and_not_to_the_visitor(
    book: Rulebook, ja: Wording, en: Wording
) -> None:
    decision = judged(book, BY_NAME["Any of the three ways is asked for while none is known"])
    assert ja.tell(decision) == []
    assert ja.to_check(decision) == [
        "本籍地が市内か、同じ世帯の親子かを確認します。どちらでもなければ戸籍謄本が必要です。"
    ]
    assert en.to_check(decision) == [
        "Check the registered domicile and the household; otherwise the family register is needed."
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
        (
            "drivers_license",
            {"photo": True},
            "原本・期限内・記載を確認",
            "original, in date, entries checked",
        ),
        ("basic_resident_card", {}, "原本・期限内・写真を確認", "original, in date, photo checked"),
        ("bankbook", {}, "原本・期限内・記載を確認", "original, in date, entries checked"),
    ],
)
def test_enter_says_what_it_confirms_of_a_paper(
    kind: str, seen: dict[str, bool], japanese: str, english: str, ja: Wording, en: Wording
) -> None:
    assert (ja.confirmation(kind, seen), en.confirmation(kind, seen)) == (japanese, english)
