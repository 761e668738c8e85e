"""A trainer's own scenes: a story and a case, checked when read; the answer is what the rules say."""

from datetime import date
from pathlib import Path

import pytest

from mynadesk.decision.decide import decide
from mynadesk.practice.reading import Practice, load_practice
from mynadesk.practice.scenes.telling import tell
from mynadesk.practice.skills.drawing import Deck
from mynadesk.practice.skills.own import OwnScene
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.wording import Wording
from mynadesk.words import Words
from tests.interview.desk import BOOK, ON
from tests.practice.broken import change, copied, load, refused

GOOD = """\
lost-pin:
  story: {ja: 番号を忘れました(本人は40代), en: I forgot the PIN (in their forties)}
  case:
    operation: reset
    pins: [user_authentication]
    visitor: holder
    holder: {under_15: false, adult_ward: false}
    certificates: {user_authentication: true}
    card: presented
    documents:
      - {kind: passport, of: holder, original: true, expiry: in_date}
"""

BROKEN = {
    "an answer": (
        "  case:", "  answer: accept\n  case:",
        "own.yaml 3行 3列 lost-pin.answer: 「answer」は書けません。"
        " 答えは規則が出します。story と case だけを書いてください。",
    ),
    "no case": (
        GOOD.partition("  case:")[2], " {}\n",
        "own.yaml 3行 3列 lost-pin.case.operation: この項目は必ず書きます。 「operation」を加えてください。",
    ),
    "no story": (
        "  story: {ja: 番号を忘れました(本人は40代), en: I forgot the PIN (in their forties)}\n", "",
        "own.yaml 1行 1列 lost-pin: 「story」がありません。 「story:」の行を加えてください。",
    ),
    "an empty story": (
        "ja: 番号を忘れました(本人は40代)", 'ja: ""',
        "own.yaml 2行 11列 lost-pin.story.ja: 言葉がありません。 画面に出す言葉を書いてください。",
    ),
    "a story that cannot be drawn": (
        "番号を忘れました(本人は40代)", "番号を忘れました…",
        "own.yaml 2行 11列 lost-pin.story.ja: 「…」(U+2026)は端末によって幅が変わり、表示がずれます。"
        " ほかの文字に替えてください。",
    ),
    "a story with braces": (
        "番号を忘れました(本人は40代)", '"{name}の番号を忘れました"',
        "own.yaml 2行 11列 lost-pin.story.ja: {name} に入るものがありません。",
    ),
    "a name with a blank": (
        "lost-pin:", "lost pin:",
        "own.yaml 1行 1列 lost pin: 「lost pin」は場面の名前に使えません。"
        " 半角の英数字と「-」「_」だけにしてください。",
    ),
    "a PIN that is not there": (
        "pins: [user_authentication]", "pins: [user]",
        "own.yaml 5行 12列 lost-pin.case.pins.0: 「user」は使えません。",
    ),
    "a key of the case that is not there": (
        "    card: presented", "    cards: presented",
        "own.yaml 9行 5列 lost-pin.case.cards: この項目はありません。 使えるのは card です。",
    ),
    "a fact that is not told": (
        "    card: presented\n", "",
        "own.yaml 3行 3列 lost-pin.case.card: 「card」(本人のマイナンバーカード)がまだわかりません。"
        " case に「card」を書き足してください。",
    ),
    "a paper that is half looked at": (
        ", original: true, expiry: in_date", ", expiry: in_date",
        "own.yaml 11行 9列 lost-pin.case.documents.0.original: 「documents[0].original」(原本)が"
        "まだわかりません。"
        " case に「documents[0].original」を書き足してください。",
    ),
    "an expiry that nobody would see": (
        "expiry: in_date", "expiry: expired",
        "own.yaml 11行 54列 lost-pin.case.documents.0.expiry: 「expired」では、場面に期限が出ません。"
        " 期限の日付を書いてください(例 2026-10-31)。",
    ),
    "a list for scenes": (
        GOOD, "- lost-pin\n",
        "own.yaml 1行 1列: この一覧は使えません。",
    ),
}  # fmt: skip


def practice_with(folder: Path, text: str, name: str = "own.yaml") -> Path:
    """A copy of the shipped folder in which these are the only own scenes."""
    practice = copied(folder)
    (practice / "own-scenes.yaml").unlink()
    (practice / name).write_text(text, encoding="utf-8", newline="\n")
    return practice


def only(practice: Practice) -> OwnScene:
    (one,) = practice.own
    return one


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_a_slip_in_an_own_scene_is_told_with_its_place(broken: tuple[str, str, str], tmp_path: Path) -> None:
    old, new, expected = broken
    first, *_ = refused(practice_with(tmp_path, GOOD.replace(old, new)))
    assert first.text("ja").startswith(expected)


def test_everything_that_is_not_told_yet_is_named_at_once(tmp_path: Path) -> None:
    practice = practice_with(tmp_path, GOOD)
    change(practice / "own.yaml", "    certificates: {user_authentication: true}\n    card: presented\n", "")
    assert [fault.field for fault in refused(practice)] == [
        "lost-pin.case.card", "lost-pin.case.certificates.user_authentication",
    ]  # fmt: skip


def test_a_name_that_another_file_has_is_refused(tmp_path: Path) -> None:
    practice = practice_with(tmp_path, GOOD)
    (practice / "second.yaml").write_text(GOOD, encoding="utf-8")
    assert [fault.text("ja") for fault in refused(practice)] == [
        "second.yaml 1行 1列 lost-pin: 「lost-pin」という場面は own.yaml にもあります。"
        " 別の名前にしてください。"
    ]


def test_whoever_is_refused_needs_no_more_told(tmp_path: Path) -> None:
    """The desk asks nothing more either."""
    text = GOOD.replace("{under_15: false, adult_ward: false}", "{under_15: true}")
    text = text.partition("    card: presented")[0]
    own = only(load(practice_with(tmp_path, text)))
    assert decide(BOOK, own.scene.case).verdict == "decline"
    assert own.card.cited


def test_a_file_of_comments_alone_holds_no_scene(tmp_path: Path) -> None:
    assert load(practice_with(tmp_path, "# later\n")).own == ()


def test_a_scene_without_a_day_is_on_the_day_of_practice(tmp_path: Path) -> None:
    practice = practice_with(tmp_path, GOOD)
    assert only(load(practice, ON)).scene.case.on == ON
    change(practice / "own.yaml", "    visitor: holder", "    visitor: holder\n    on: 2026-12-01")
    assert only(load(practice, ON)).scene.case.on == date(2026, 12, 1)


def test_an_own_scene_is_drawn_twice_the_same_and_told_by_its_story(tmp_path: Path) -> None:
    practice = load(practice_with(tmp_path, GOOD))
    deck = Deck(BOOK, practice.lore, ON, practice.own)
    first, second = deck.pair("own/lost-pin", 7).scenes
    assert first == second == only(practice).scene
    assert deck.cards["own/lost-pin"].label == Words("自作の場面: lost-pin", "Own scene: lost-pin")
    told = tell(first, practice.lore, Wording(BOOK, "ja"))
    assert told.said == "番号を忘れました(本人は40代)"
    assert told.lines == [
        "来たのは本人", "利用者証明用電子証明書は有効(端末で確認)", "本人のマイナンバーカードあり",
        "本人のパスポート",
    ]  # fmt: skip


def test_a_birth_date_is_told(tmp_path: Path) -> None:
    text = GOOD.replace("under_15: false", "birth_date: 1980-04-05")
    practice = load(practice_with(tmp_path, text))
    lines = tell(only(practice).scene, practice.lore, Wording(BOOK, "ja")).lines
    assert lines[1] == "本人は昭和55年4月5日生まれ"


def test_why_somebody_does_not_come_is_left_to_the_story() -> None:
    """「該当なし」 would be the answer, and the rulebook's usual sentences are not about this person."""
    shipped = load_practice(str(Path(__file__).parents[2] / "rules"), BOOK, ON)
    busy = next(each for each in shipped.own if each.card.id == "own/agent-for-somebody-busy")
    lines = tell(busy.scene, shipped.lore, Wording(BOOK, "ja")).lines
    assert lines == [
        "来たのは代理人。この件で来るのは初めて", "郵送代434円を持っている",
        "郵便は本人の住民票の住所に届く", "代理人のマイナンバーカード",
    ]  # fmt: skip


def test_the_card_comes_back_when_the_rules_answer_otherwise_and_only_then(tmp_path: Path) -> None:
    practice = practice_with(tmp_path, GOOD)
    text = only(load(practice)).card.mark
    assert only(load(practice, date(2026, 12, 24))).card.mark == text
    change(practice / "own.yaml", "番号を忘れました", "番号がわかりません")
    story = only(load(practice)).card.mark
    assert story != text
    rules = practice.parent
    change(rules / "requirements.yaml", "is: {presented: met,", "is: {presented: consult,")
    changed = load_practice(str(rules), load_rulebook(str(rules)), ON)
    assert only(changed).card.mark != story
    assert only(changed).card.rule.ja


def test_the_shipped_examples_show_three_answers() -> None:
    shipped = load_practice(str(Path(__file__).parents[2] / "rules"), BOOK, ON)
    verdicts = {each.card.id: decide(BOOK, each.scene.case).verdict for each in shipped.own}
    assert verdicts == {
        "own/only-an-employee-id": "accept",
        "own/parent-with-insurance-card": "consult",
        "own/agent-for-somebody-busy": "decline",
    }
