"""The line mode: what is said to each line. tests/screens/test_heard_as_seen.py holds it to the screen."""

from datetime import timedelta
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.dates.sentences import START
from mynadesk.interview.conversation import Conversation
from mynadesk.interview.session import Session
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from mynadesk.words import Language
from tests.interview.anything import often
from tests.interview.as_lines import as_lines, talk
from tests.interview.desk import BOOK, ON, desk, message, state
from tests.interview.ways import EVERY_WAY, WAYS

ASK = BOOK.words.ask
TO_A_PAPER = ["112", "", "", "1"]
TO_A_DATE = [*TO_A_PAPER, "1"]


def said(*lines: str) -> list[str]:
    """What is said to the last of these lines: trouble first."""
    reply = talk(*lines[:-1]).take(lines[-1])
    return [*filter(None, [reply.trouble]), *reply.lines]


def test_a_whole_case_as_it_is_heard() -> None:
    """A holder who has forgotten one PIN; the question about the visitor was said at the start."""
    conversation = talk()
    heard = [conversation.take(line).lines for line in ("1", "1", "2", "", "", "1", "")]
    heard[-1] = heard[-1][:5]
    assert heard == [
        [
            "来庁者 本人(15歳以上)。",
            "どの手続ですか。1 再設定・ロック解除(番号がわからない・ロックした)、2 変更(今の番号がわかる)。",
        ],
        [
            "手続 再設定・ロック解除。",
            "どの暗証番号ですか。番号で選び、Enterで決定。"
            "1 署名用(インターネットで文書を作成・送信するとき)、"
            "2 利用者証明用(各種サービスのログイン、健康保険証としての利用)、"
            "3 住基台帳用(住所などの変更でカードの内容を書き換えるとき)、"
            "4 券面入力補助用(氏名・住所などの自動入力)、. したいことから探す。",
        ],
        ["暗証番号 2 利用者証明用。"],
        [
            "まだ必要なもの。本人の書類 AまたはBを1点、確認前 本人のカード、証明書(利用者)。",
            "確認すること。ご本人のマイナンバーカードを見せていただきます。",
            "本人のマイナンバーカードは。端末で読み取り、電子証明書も確認。失効のときは、あとで「-」で直します。"
            "Enterか1 提示あり(端末で読取済み)、2 なし、3 有効期限切れ、4 まだ(見ていない)。",
        ],
        [
            "本人のカード 提示あり。",
            "証明書(利用者) あり(カード読取)。",
            "確認すること。ご本人の本人確認書類を確かめます。",
            "本人の書類はどれですか。AまたはBを1点。1 運転免許証 A、2 運転経歴証明書 A、3 パスポート A、"
            "4 在留カード A、5 障害者手帳 A、6 療育手帳 A、7 住基カード(写真入り) A、"
            "9 その他の官公署の写真つき A、+ これで全部(ほかにない)、. 次の一覧へ(1/3)。",
        ],
        [
            "確認が残っています。本人の書類。",
            "マイナ免許証はマイナンバーカードそのものなので、別の1点にはなりません。"
            "カード型の運転免許証か確認してください。",
            "運転免許証(本人の書類)。持ち主の顔と氏名を確かめます。Enter 原本・期限内・顔写真を確認、"
            "1 期限の日付を入力、2 期限切れ、3 写し、5 写真がない、6 まだ(見ていない)、"
            "9 この書類を取り消す。",
        ],
        [
            "本人の書類 運転免許証 A。",
            "即日受付できます。",
            "伝えること",
            "本日この場で手続きできます。",
            "新しい暗証番号(2 利用者証明用): 数字4桁",
        ],
    ]
    assert conversation.take("/").lines[0] == "受付を始めます。"


# Lines


@pytest.mark.parametrize("line", ["1 1 2", "112", " 1 12 ", "１　１　２", "1\t1\t2"])
def test_a_line_may_hold_several_keys(line: str) -> None:
    assert talk(line).session.sheet == desk("1 1 2").sheet


def test_an_empty_line_is_enter_and_a_blank_one_says_everything_again() -> None:
    conversation = talk("112", "")
    again, blank = conversation.take(" "), conversation.take("\u3000")
    assert again == blank
    assert again.lines == talk("112").take("").lines
    assert conversation.session.sheet == desk("1 1 2 E").sheet


def test_a_key_that_does_nothing_ends_its_line_and_what_was_before_it_stays() -> None:
    conversation = talk()
    trouble, lines = conversation.take("1 9 1 2")
    assert trouble == message("choose_digit", key="9") + ASK.rest_unused.ja
    assert lines[0] == "来庁者 本人(15歳以上)。"
    assert conversation.session.sheet == desk("1").sheet


def test_what_does_nothing_is_answered_by_the_reason_alone() -> None:
    assert said("9", "1", "9") == [message("choose_digit", key="9")]
    assert said("") == [message("choose_first")]
    assert said("x") == [message("not_here", key="x")]


def test_two_keys_that_want_to_be_pressed_twice_may_stand_on_one_line() -> None:
    assert talk("1", "//").session.fresh
    assert talk("1", "qq").over
    assert talk("1", "/", "/").session.fresh
    assert talk("1", "q", "q").over


def test_what_wants_to_be_pressed_twice_is_not_meant_by_another_key_behind_it() -> None:
    conversation = talk("1")
    assert conversation.take("/1").trouble == message("next_again") + ASK.rest_unused.ja
    assert conversation.session.sheet == desk("1").sheet


@pytest.mark.parametrize("line", ["\x1b[A", "1\x00", "\x7f", "1\x08", "\u202e1", "\ue000"])
def test_a_line_with_a_key_that_is_no_character_is_not_used_at_all(line: str) -> None:
    conversation = talk()
    assert conversation.take(line) == (ASK.no_character.ja + ASK.line_unused.ja, [])
    assert conversation.session.fresh


def test_that_the_input_method_is_on_is_said_once() -> None:
    conversation = talk()
    assert conversation.take("１").lines[0] == message("ime")
    assert message("ime") not in conversation.take("１").lines


@pytest.mark.parametrize(
    ("twin", "key"), [("b", "0"), ("m", "."), ("。", "."), ("・", "/"), ("ー", "-"), ("Ｌ", "l")]
)
def test_twins_do_what_their_keys_do(twin: str, key: str) -> None:
    for lines in (["112"], ["112", "", ""], as_lines(WAYS["holder"])):
        one, other = talk(*lines), talk(*lines)
        assert one.take(twin).trouble == other.take(key).trouble
        assert state(one.session) == state(other.session)


# Dates


def test_while_a_date_is_typed_the_line_is_the_date() -> None:
    conversation = talk(*TO_A_DATE)
    trouble, lines = conversation.take("R8.12.1")
    assert trouble == ""
    assert lines[0] == "令和8年12月1日 (2026-12-01)"
    assert conversation.session.sheet == desk("1 1 2 E E 1 1 R8.12.1 E").sheet


@pytest.mark.parametrize("line", ["1 R8.12.1", "1R8.12.1", "1 r8.12. 1", "１Ｒ８。１２。１"])
def test_a_line_may_open_the_field_of_a_date_and_fill_it(line: str) -> None:
    assert talk(*TO_A_PAPER, line).session.sheet == desk("1 1 2 E E 1 1 R8.12.1 E").sheet


def test_a_digit_alone_opens_the_field_and_says_how_to_leave_it() -> None:
    assert said(*TO_A_DATE) == [
        "運転免許証(本人の書類)。有効期限を入力。"
        "日付を入力してください (例 R8.11.23、8.11.23、20261123)。* でやめる。"
    ]


def test_where_two_eras_are_possible_a_digit_chooses() -> None:
    conversation = talk(*TO_A_DATE)
    assert conversation.take("8.11.23").lines == [
        "どちらの年号ですか。1 令和8年11月23日 (2026-11-23)、2 平成8年11月23日 (1996-11-23)。* でやめる。"
    ]
    assert conversation.take("3").trouble == message("not_here", key="3")
    assert conversation.take("").trouble == message("choose_first")
    assert (
        conversation.take("2").lines[0] == "本人の書類 運転免許証 A 期限切れ H8.11.23(1996-11-23)まで 必要。"
    )


def test_a_new_date_takes_the_place_of_one_that_was_none() -> None:
    conversation = talk(*TO_A_DATE)
    trouble, lines = conversation.take("R8.2.30")
    assert trouble == "令和8年2月に30日はありません。1日から28日までです。"
    assert lines == []
    assert conversation.take("R8.12.1").trouble == ""
    assert talk(*TO_A_DATE, "8.11.23", "R8.12.1").session.field is None


def test_a_date_is_left_by_its_own_key_and_not_by_an_empty_line() -> None:
    assert talk(*TO_A_DATE, "*").session.field is None
    assert talk(*TO_A_DATE, "R8.2.30", "*").session.field is None
    trouble, lines = talk(*TO_A_DATE).take("")
    assert (trouble, lines) == (START.ja, [])


# What is said


def test_another_list_is_said_without_the_question_again() -> None:
    assert said("112", "", "", ".", ".") == [
        "1 資格確認書 B、2 その他の書類 B、+ これで全部(ほかにない)、. 次の一覧へ(3/3)。"
    ]


def test_a_line_that_is_gone_back_to_is_named_with_its_question() -> None:
    assert said("112", "-", "-") == [
        "直す行 手続 再設定・ロック解除。どの手続ですか。"
        "1 再設定・ロック解除(番号がわからない・ロックした)、2 変更(今の番号がわかる)。"
    ]


def test_the_reason_says_how_to_come_back() -> None:
    heading, *_, back = said("112", "", "", "*")
    assert (heading, back) == ("根拠", "Enter 戻る")
    assert said("112", "", "", "*", "")[0].startswith("本人の書類はどれですか。")


def test_who_looked_aside_after_the_end_hears_the_verdict_and_not_all_of_the_result() -> None:
    assert said(*as_lines(WAYS["holder"]), "*", "") == ["即日受付できます。", "/ 次の方"]


def test_a_paper_bears_its_name_though_the_screen_has_it_once_for_all() -> None:
    assert said("212", "", "", "1", "", ".2", "")[0] == "来庁者の書類 介護保険被保険者証 B 必要。"
    assert said("212", "", "", "1", "", ".2", "", ".3", "")[0] == "来庁者の書類 年金証書 B。"


def test_the_keys_are_listed_with_those_that_a_line_can_hold() -> None:
    lines = said("1", "h")
    assert lines[0] == BOOK.words.panel.help.ja
    assert {"0、b 戻る", "+、a これで全部", ".、m ほかの一覧", "q 終了", "空白 もう一度読む"} < {*lines}
    assert lines[-1].startswith("どの手続ですか。")
    assert not any(name in "".join(lines) for name in ("F2", "PgDn", "BS", "up"))


def test_the_day_is_read_anew_for_each_person_and_said_when_it_is_another() -> None:
    days = [ON]
    conversation = Conversation(Session(BOOK, Wording(BOOK, "ja"), lambda: days[-1]))
    assert "令和8年11月23日(月)" in conversation.begin("")[0]
    assert conversation.take("1").lines[0] == "来庁者 本人(15歳以上)。"
    days.append(ON + timedelta(1))
    assert conversation.take("//").lines[:2] == ["令和8年11月24日(火)", "受付を始めます。"]


def test_the_greeting_names_desk_day_and_rules() -> None:
    rules = f"規則 saijo {BOOK.digest[:6]}。"
    assert talk().begin("本庁 市民課")[:2] == [
        f"暗証番号の受付 本庁 市民課。令和8年11月23日(月)。{rules}",
        "hでキーの一覧、qで終了です。",
    ]


# Leaving, and what is left


def test_who_is_in_no_case_leaves_at_once() -> None:
    assert talk("q").over
    assert talk(*as_lines(WAYS["holder"]), "q").over
    assert not talk("1", "q", "1").over
    assert not talk("1", "q", "1", "q").over


@pytest.mark.parametrize(
    ("lines", "complete"),
    [
        ([], False),
        (["1"], False),
        (["67"], False),
        (["7"], True),
        (["7", "/"], True),
        (["7", "/", "1"], False),
        (["1", "//", "7"], False),
        (["7", "/", "0"], True),
        (["1", "0"], False),
    ],
)
def test_all_is_complete_when_there_was_a_case_and_none_was_left_open(
    lines: list[str], complete: bool
) -> None:
    assert talk(*lines).complete == complete


# What may be printed


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_that_is_said_moves_a_cursor_or_is_as_wide_as_the_terminal_likes(language: Language) -> None:
    for keys in EVERY_WAY:
        conversation = talk(language=language)
        check(conversation.begin(""))
        for line in as_lines(keys):
            conversation.take(line)
            for aside in (" ", "h", "*", "-", "*", "."):
                check(conversation.take(aside).lines)
            for back in ("*", "0", "0"):
                if conversation.session.reason or conversation.session.cursor is not None:
                    conversation.take(back)


@often(400)
@given(st.lists(st.text(max_size=12), max_size=5), st.sampled_from([[], TO_A_PAPER, TO_A_DATE]))
def test_nothing_that_is_typed_comes_back_as_anything_but_plain_text(
    lines: list[str], start: list[str]
) -> None:
    conversation = talk(*start)
    for line in lines:
        trouble, said = conversation.take(line)
        check([trouble, *said])


def check(lines: list[str]) -> None:
    """Lines of characters that can be seen and are as wide everywhere."""
    for line in lines:
        assert is_certain(line), line
        assert not [character for character in line if category(character)[0] in "CZ" and character != " "], (
            line
        )
