"""What stands on the papers, by example."""

from typing import Any

import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.handout.making import make, unfit, usual_paper
from mynadesk.handout.paper import texts_of
from mynadesk.handout.speech import Speech
from mynadesk.handout.words import HandoutWords, Tongue
from mynadesk.rulebook.book import Rulebook
from tests.command.running import a_case
from tests.handout.desk import NAMES, NO_DAY, TONGUES, hand_over, said, ticks


def paper(kind: str, of: str = "visitor", **seen: Any) -> dict[str, Any]:
    return {"kind": kind, "of": of, "original": True, "expiry": "in_date", "identifies": True, **seen}


def agent(*papers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An agent's first visit with postage and a reason."""
    first = {"visitor": "agent", "visit": 1, "postage": True, "mail_forwarded": False}
    case = a_case(**first, documents=list(papers), **changes)
    del case["card"]
    return case


def parent(*papers: dict[str, Any], **changes: Any) -> dict[str, Any]:
    child = {"under_15": True, "adult_ward": False}
    own = paper("maternal_child_handbook", "holder")
    known = {"registered_domicile_in_city": True, **changes}
    return a_case(visitor="legal_representative", holder=child, documents=[own, *papers], **known)


def test_an_agent_with_b_papers_only_is_told_at_the_first_visit_that_an_a_paper_will_be_needed(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, agent(paper("student_id")), "visits")
    assert "本日の書類のほかに、2回目は顔写真つきの書類1点が必要です(代理人の方)。" in text
    assert "運転免許証、パスポート" in text


def test_an_agent_with_one_a_paper_is_told_of_either_way(book: Rulebook, words: HandoutWords) -> None:
    text = said(book, words, agent(paper("passport")), "visits", "en")
    assert "it also needs 1 x photo ID, or 1 x ID without a photo (agent)." in text


def test_an_agent_with_enough_papers_is_not_told_of_more(book: Rulebook, words: HandoutWords) -> None:
    text = said(book, words, agent(paper("passport"), paper("student_id")), "visits")
    assert "本日の書類のほかに" not in text


def test_two_licences_are_enough_today_but_not_at_the_second_visit(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, agent(paper("drivers_license"), paper("drivers_license")), "visits")
    assert "運転免許証(代理人の方): 同じ種類の2点です。別の種類をもう1点お持ちください。" in text


def test_the_two_visits_tell_the_letter_the_postage_and_the_desks(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, agent(paper("passport")), "visits")
    for part in (
        "簡易書留",
        "転送はされません",
        "郵送代は434円",
        "現金または切手",
        "封をしたまま、開けずに",
        "照会書兼回答書をお持ちください",
        "本庁 市民課、西部支所 市民福祉課",
        "顔写真つきの書類2点、または顔写真つきの書類と顔写真のない書類各1点",
    ):
        assert part in text


def test_a_paper_that_runs_out_before_the_second_visit_is_named_with_its_day(
    book: Rulebook, words: HandoutWords
) -> None:
    soon = said(book, words, agent(paper("passport", expiry="2026-12-05")), "visits")
    assert "パスポート(代理人の方)の有効期限は令和8年12月5日です。" in soon
    assert "2026年12月5日まで" in said(
        book, words, agent(paper("passport", expiry="2026-12-05")), "visits", "easy"
    )
    assert "の有効期限は" not in said(book, words, agent(paper("passport", expiry="2027-12-05")), "visits")


def test_the_day_on_which_a_paper_runs_out_counts_to_the_day(book: Rulebook, words: HandoutWords) -> None:
    """The visit is on 23 November; 30 days later is 23 December, when a paper of that day is still good."""
    assert book.desk.next_visit.within_days == 30
    assert "の有効期限は" in said(book, words, agent(paper("passport", expiry="2026-12-22")), "visits")
    assert "の有効期限は" not in said(book, words, agent(paper("passport", expiry="2026-12-23")), "visits")


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("visit", [1, 2])
def test_no_paper_tells_which_reason_there_is(
    visit: int, tongue: Tongue, book: Rulebook, words: HandoutWords
) -> None:
    """A number stands on them: they are the same with any reason of the list."""
    papers: dict[str, set[str]] = {}
    for reason in book.reasons:
        own = {"visit": visit, "pins": ["resident_registry"], "unavoidable_reason": reason}
        case = {**agent(paper("passport")), **own, "postage": False, "card": "absent"}
        for name in NAMES:
            if handed := hand_over(book, words, case, name, tongue):
                papers.setdefault(name, set()).add("\n".join(texts_of(handed.paper)))
    assert len(papers) == (3 if visit == 1 else 2)
    assert all(len(texts) == 1 for texts in papers.values())


def test_the_proof_of_a_reason_is_asked_for_with_its_pin(book: Rulebook, words: HandoutWords) -> None:
    case = agent(paper("passport"), pins=["resident_registry"], unavoidable_reason="hospitalised")
    text = said(book, words, case, "visits")
    assert (
        "やむを得ない理由のわかる資料(疎明資料)をお持ちください。\n3 住基台帳用の手続きに必要です。" in text
    )


def test_a_pin_that_is_declined_asks_for_nothing(book: Rulebook, words: HandoutWords) -> None:
    pins = ["user_authentication", "resident_registry"]
    case = agent(paper("passport"), pins=pins, unavoidable_reason="none")
    text = said(book, words, case, "visits")
    assert "疎明資料" not in text
    assert "1回目として受付できるのは 2 利用者証明用 です。3 住基台帳用 は受付できていません。" in text


def test_a_parent_with_one_b_paper_brings_an_a_or_a_b_paper_of_another_kind(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, parent(paper("pension_certificate")), "bring")
    assert "法定代理人の方の本人確認書類をお持ちください。" in text
    assert "顔写真つきの書類1点、または顔写真のない書類1点" in text
    assert "本日の年金証書とは別の種類のものをお持ちください。" in text
    assert "本日お見せいただいたものも、もう一度お持ちください。" in text


def test_a_paper_that_counts_but_is_not_enough_is_brought_again(book: Rulebook, words: HandoutWords) -> None:
    second = a_case(visitor="agent", visit=2, documents=[paper("student_id")], reply_letter="absent")
    assert "もう一度お持ちください" in said(book, words, {**second, "card": "absent"}, "bring")
    nothing = {**second, "card": "absent", "documents": []}
    assert "もう一度お持ちください" not in said(book, words, nothing, "bring")


def test_the_family_register_tells_when_it_is_not_needed_while_that_is_not_known(
    book: Rulebook, words: HandoutWords
) -> None:
    case = parent(paper("passport"), registered_domicile_in_city=None)
    assert "同一世帯で親子のときは不要です" in said(book, words, case, "bring")
    assert "いりません" in said(book, words, case, "bring", "easy")


def test_an_expired_copy_is_told_with_both_reasons(book: Rulebook, words: HandoutWords) -> None:
    licence = paper("drivers_license", "holder", original=False, expiry="2026-11-22")
    text = said(book, words, a_case(documents=[licence]), "bring")
    assert "運転免許証(ご本人): 写し、期限切れ" in text
    assert "期限の当日までは有効" in text


def test_a_licence_on_its_last_day_is_no_reason(book: Rulebook, words: HandoutWords) -> None:
    licence = paper("drivers_license", "holder", expiry="2026-11-23")
    case = a_case(documents=[licence], card="absent")
    text = said(book, words, case, "bring")
    assert "期限切れ" not in text
    assert "の有効期限は令和8年11月23日です" in text


def test_an_accepted_holder_has_nothing_to_bring(book: Rulebook, words: HandoutWords) -> None:
    assert hand_over(book, words, a_case(), "bring") is None
    case = read_case(book, a_case(), NO_DAY)
    why = unfit(Speech(book, words, "ja"), case, decide(book, case), "bring")
    assert "持って来てもらうものがありません" in str(why)


def test_who_is_turned_away_is_asked_for_nothing(book: Rulebook, words: HandoutWords) -> None:
    child = a_case(holder={"under_15": True, "adult_ward": False}, card="absent")
    assert hand_over(book, words, child, "bring") is None


def test_two_visits_are_an_agents(book: Rulebook, words: HandoutWords) -> None:
    assert hand_over(book, words, a_case(card="absent"), "visits") is None


def test_who_has_two_papers_of_one_kind_is_told_to_bring_another_kind(
    book: Rulebook, words: HandoutWords
) -> None:
    """A supervisor decides today; if the answer is no, this is what they need."""
    second = a_case(visitor="agent", visit=2, reply_letter="sealed")
    own = paper("passport", "holder")
    licences = [own, paper("drivers_license"), paper("drivers_license")]
    text = said(book, words, {**second, "documents": licences}, "bring")
    assert "代理人の方の本人確認書類をお持ちください。" in text
    assert "顔写真つきの書類1点、または顔写真のない書類1点" in text
    assert "本日の運転免許証とは別の種類のものをお持ちください。" in text


def test_who_has_a_paper_that_a_supervisor_decides_on_is_told_what_needs_none(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, a_case(documents=[paper("eligibility_certificate", "holder")]), "bring")
    assert "ご本人の本人確認書類をお持ちください。" in text
    assert "資格確認書(ご本人): 使えるかどうかは、市の責任者が判断します" in text


def test_where_a_supervisor_decides_on_no_paper_nothing_has_to_be_brought(
    book: Rulebook, words: HandoutWords
) -> None:
    assert hand_over(book, words, a_case(card="expired"), "bring") is None


def test_the_check_sheet_has_the_clerks_notices_and_what_lies_ahead(
    book: Rulebook, words: HandoutWords
) -> None:
    text = said(book, words, agent(paper("student_id", expiry="2026-12-05")), "check")
    assert "郵便料金は令和6年10月1日から460円に変わっています" in text
    assert "学生証(代理人の方)の有効期限は令和8年12月5日です" in text
    alone = said(book, words, agent(paper("student_id")), "check")
    assert "本日の書類のほかに、2回目は顔写真つきの書類1点が必要です" in alone


def test_a_supervisors_consent_shows_in_the_number_and_gives_the_agent_the_paper(
    book: Rulebook, words: HandoutWords
) -> None:
    speech, name = Speech(book, words, "ja"), "2345-6786"
    case = read_case(book, agent(paper("health_insurance_card")), NO_DAY)
    decision = decide(book, case)
    assert decision.verdict == "consult"
    assert unfit(speech, case, decision, "visits") is not None
    assert usual_paper(decision) == "bring"
    assert unfit(speech, case, decision, "visits", name) is None
    assert usual_paper(decision, name) == "visits"
    assert name in "\n".join(texts_of(make(speech, case, decision, "visits", name)))


def test_without_a_name_the_accepted_first_visit_has_its_own_paper(book: Rulebook) -> None:
    def usual(case: dict[str, Any]) -> str:
        read = read_case(book, case, NO_DAY)
        return usual_paper(decide(book, read))

    assert usual(agent(paper("passport"))) == "visits"
    assert usual(agent()) == "bring"
    assert usual(a_case(card="absent")) == "bring"


def test_the_check_sheet_ticks_what_is_met(book: Rulebook, words: HandoutWords) -> None:
    handed = hand_over(book, words, a_case(card="absent"), "check")
    assert handed is not None
    assert ticks(handed.paper) == [
        "可 来庁者(本人)",
        "必要 本人のカード",
        "可 本人の本人確認書類",
        "可 利用者証明用電子証明書",
    ]
    assert "まだ必要なもの" in said(book, words, a_case(card="absent"), "check")
