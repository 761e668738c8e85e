"""Decisions in words: the verdict and its details, what is said, and that no word is left half filled."""

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
        Told("2回来庁の1回目として受付できます", ["本日は照会書の発送まで。暗証番号の手続きは2回目です"]),
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
            "一部の暗証番号のみ2回来庁の2回目として受付できます",
            ["可 1 署名用、2 利用者証明用", "不可 3 住基台帳用、4 券面入力補助用"],
        ),
        Told(
            "Only some of the PINs can be accepted as the second of two visits",
            ["ok: 1 Signature, 2 User authentication", "no: 3 Resident registry, 4 Card input support"],
        ),
    ),
    "All four PINs stand in the order in which they were asked for": (
        Told(
            "一部の暗証番号のみ2回来庁の1回目として受付できます",
            ["可 2 利用者証明用、1 署名用", "不可 4 券面入力補助用、3 住基台帳用"],
        ),
        Told(
            "Only some of the PINs can be accepted as the first of two visits",
            ["ok: 2 User authentication, 1 Signature", "no: 4 Card input support, 3 Resident registry"],
        ),
    ),
    "A signature PIN cannot be reset where no signature certificate is on the card": (
        Told("一部の暗証番号のみ即日受付できます", ["可 2 利用者証明用", "不可 1 署名用"]),
        Told("Only some of the PINs can be accepted today", ["ok: 2 User authentication", "no: 1 Signature"]),
    ),
    "A question about one PIN makes the whole partial where another is accepted": (
        Told("一部の暗証番号のみ即日受付できます", ["可 3 住基台帳用", "まだ 1 署名用"]),
        Told(
            "Only some of the PINs can be accepted today",
            ["ok: 3 Resident registry", "ask: 1 Signature"],
        ),
    ),
    "A reason without its proof is not enough on the second visit": (
        Told(
            "一部の暗証番号のみ2回来庁の2回目として受付できます", ["可 2 利用者証明用", "必要 3 住基台帳用"]
        ),
        Told(
            "Only some of the PINs can be accepted as the second of two visits",
            ["ok: 2 User authentication", "need: 3 Resident registry"],
        ),
    ),
    "A supervisor for one PIN and proof for none": (
        Told(
            "一部の暗証番号のみ2回来庁の2回目として受付できます",
            ["可 2 利用者証明用", "相談 4 券面入力補助用"],
        ),
        Told(
            "Only some of the PINs can be accepted as the second of two visits",
            ["ok: 2 User authentication", "sup.: 4 Card input support"],
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
            "まだ必要なもの",
            ["本人の書類 AまたはBを1点", "確認前 来庁者(本人)", "本人のカード", "証明書(利用者)"],
        ),
        Told(
            "Still needed",
            [
                "Holder's papers 1 A or B",
                *("to check: Visitor (the holder)", "Holder's card", "User-auth. certificate"),
            ],
        ),
    ),
    "A proof is wanted while the reason is unknown": (
        Told("まだ必要なもの", ["理由の疎明資料", "確認前 やむを得ない理由"]),
        Told("Still needed", ["Proof of the reason", "to check: Unavoidable reason"]),
    ),
    "A proof is wanted of another reason too": (
        Told("まだ必要なもの", ["理由の疎明資料", "責任者に確認 やむを得ない理由"]),
        Told("Still needed", ["Proof of the reason", "supervisor: Unavoidable reason"]),
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
        Told("確認が残っています(番号により異なります)", ["証明書(利用者)"]),
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
        Told("この暗証番号は受付できません", ["証明書(署名用)", "証明書(利用者)"]),
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
    assert [ja.standing(each, final=True) for each in Standing] == ["可", "まだ", "相談", "不足", "不可"]
    assert [en.standing(each) for each in Standing] == ["ok", "ask", "sup.", "need", "no"]


@pytest.mark.parametrize(
    ("name", "japanese", "english"),
    [
        (
            "A parent with nothing to show lacks one A or two B",
            "来庁者の書類 Aを1点またはBを2点",
            "Legal rep.'s papers 1 A or 2 B",
        ),
        (
            "An agent with nothing at visit 2 needs two A, or an A and a B",
            "代理人の書類 Aを2点またはA・Bを各1点",
            "Agent's papers 2 A or 1 each of A and B",
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

LETTER = (
    "本日は照会書の発送申請までで、暗証番号の手続きは2回目です。"
    "照会書は、ご本人の住民票の住所に簡易書留(転送不要)で送ります。"
    "必要事項を記入して封筒に入れ、封をして2回目にお持ちください。"
)


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
    assert ja.tell(first) == [LETTER]
    assert ja.tell(second) == ["本日、暗証番号の手続きをします。"]
    assert en.tell(second) == ["The PINs are set today."]
    assert [ja.to_check(decision) for decision in (served, first, second)] == [[], [], []]
    assert (ja.needed_next(served), ja.needed_next(second)) == ([], [])
    assert ja.needed_next(first) == [
        "照会書兼回答書",
        "本人のマイナンバーカード",
        "本人の本人確認書類 AまたはBを1点",
        "代理人の本人確認書類 Aを2点またはA・Bを各1点",
    ]
    assert en.needed_next(first) == [
        "Inquiry and reply letter",
        "Holder's My Number Card",
        "Holder's identity paper 1 A or B",
        "Agent's identity papers 2 A or 1 each of A and B",
    ]


def test_what_is_missing_is_asked_for_with_its_classes(book: Rulebook, ja: Wording, en: Wording) -> None:
    decision = judged(book, BY_NAME["Several things are to be brought at once"])
    assert ja.tell(decision) == [
        "必要事項を記入し、封筒に入れて封をした照会書兼回答書をお持ちください。",
        "ご本人のマイナンバーカードをお持ちください。",
        "マイナンバーカードのほかに、ご本人の本人確認書類をお持ちください。"
        "(顔写真つきの書類または顔写真のない書類を1点)",
        "代理人の方の本人確認書類をお持ちください。"
        "(顔写真つきの書類を2点または顔写真つきの書類・顔写真のない書類を各1点)",
    ]
    assert en.tell(decision)[2] == (
        "Besides the My Number Card, bring an identity paper of the holder. "
        "(1 paper(s) with a photo or paper(s) without a photo)"
    )


REFUSED = "3と4の暗証番号は、やむを得ない理由がないと代理人の方では手続きできません。ご本人がお越しください。"


def test_a_refusal_of_one_pin_is_told_after_what_can_be_done(
    book: Rulebook, ja: Wording, en: Wording
) -> None:
    name = "PINs 3 and 4 without an unavoidable reason are declined while 1 and 2 go on"
    decision = judged(book, BY_NAME[name])
    assert ja.tell(decision) == [
        "本日手続きできるのは1 署名用、2 利用者証明用です。3 住基台帳用、4 券面入力補助用は次のとおりです。",
        REFUSED,
    ]
    assert en.tell(decision) == [
        "Today 1 Signature, 2 User authentication can be done. "
        "As for 3 Resident registry, 4 Card input support:",
        "Without an unavoidable reason PINs 3 and 4 cannot be handled by an agent; the holder has to come.",
    ]


def test_at_the_first_visit_the_letter_is_told_before_what_cannot_be_done(
    book: Rulebook, ja: Wording
) -> None:
    decision = judged(book, BY_NAME["All four PINs stand in the order in which they were asked for"])
    assert ja.tell(decision) == [
        LETTER,
        "1回目として受付できるのは2 利用者証明用、1 署名用です。"
        "4 券面入力補助用、3 住基台帳用は次のとおりです。",
        REFUSED,
    ]


def test_what_is_served_on_the_spot_is_told_before_what_is_refused(book: Rulebook, ja: Wording) -> None:
    name = "A signature PIN cannot be reset where no signature certificate is on the card"
    assert ja.tell(judged(book, BY_NAME[name])) == [
        "本日手続きできるのは2 利用者証明用です。1 署名用は次のとおりです。",
        "署名用電子証明書がない、または失効しています。"
        "暗証番号の再設定ではなく、証明書の発行の手続きになります。",
    ]


def test_the_form_of_each_pin_that_is_set_today_is_told(book: Rulebook, ja: Wording, en: Wording) -> None:
    name = "PINs 3 and 4 without an unavoidable reason are declined while 1 and 2 go on"
    partial = judged(book, BY_NAME[name])
    assert ja.new_pins(partial) == [
        "新しい暗証番号(1 署名用): 英数字6～16桁(英字は大文字。英字と数字をどちらも1文字以上)",
        "新しい暗証番号(2 利用者証明用): 数字4桁",
    ]
    assert en.new_pins(partial) == [
        "New PIN (1 Signature): 6 to 16 letters and digits (upper case; at least one of each)",
        "New PIN (2 User authentication): 4 digits",
    ]
    for none_today in (
        "All four PINs stand in the order in which they were asked for",
        "A holder who brings only the card lacks one identity document",
        "Two declined certificates decline both PINs",
    ):
        assert ja.new_pins(judged(book, BY_NAME[none_today])) == []


def test_who_is_declined_is_asked_for_nothing(book: Rulebook, ja: Wording) -> None:
    """Neither what is open nor what the second visit would need helps a case that is declined anyway."""
    agent = {"on": "2026-11-23", "operation": "reset", "visitor": "agent", "visit": 1}
    declined = judged(
        book, {**agent, "pins": ["signature"], "certificates": {"signature": False}, "documents": []}
    )
    standings = {each.standing for each in declined.requirements}
    assert {Standing.ask, Standing.missing, Standing.decline} <= standings
    assert declined.second_visit
    assert (declined.verdict, declined.flow) == ("decline", "first_visit")
    assert ja.tell(declined) == [
        "署名用電子証明書がない、または失効しています。"
        "暗証番号の再設定ではなく、証明書の発行の手続きになります。"
    ]
    assert (ja.to_check(declined), ja.needed_next(declined), ja.new_pins(declined)) == ([], [], [])


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


# What the clerk should know
