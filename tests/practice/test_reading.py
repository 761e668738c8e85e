"""The folder `practice`: whoever changes a word or a number there is told what is wrong, and where."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from mynadesk.practice.filling import FILLS
from mynadesk.practice.reading import load_practice
from mynadesk.practice.words import PracticeWords
from mynadesk.rulebook.checks.words import shown
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import is_certain
from tests.interview.desk import BOOK, ON
from tests.practice.broken import change, copied, load, refused

SHIPPED = load_practice(shipped_rules(), BOOK, ON)
JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
QUOTED = re.compile(r'"[^"]*"')


class Slip(NamedTuple):
    """A change to a file of the folder, and what its author is told."""

    file: str
    old: str
    new: str
    field: str
    said: str
    line: int = 0
    """Counted from where the change begins."""


BROKEN: dict[str, Slip] = {
    "an unknown key": Slip(
        "telling.yaml", "\nadult: 18", "\nadult: 18\nadults: 18",
        "adults",
        "「adults」という項目はここにはありません。"
        " 「adult」ではありませんか。",
        line=2,
    ),
    "a key that is missing": Slip(
        "telling.yaml", "visitors: {from: 22, to: 79}", "",
        "",
        "「visitors」がありません。"
        " 「visitors:」の行を加えてください。",
        line=-2,
    ),
    "a word for a number": Slip(
        "telling.yaml", "\nadult: 18", "\nadult: eighteen",
        "adult",
        "「eighteen」は使えません。"
        " ここに書けるのは 整数 です。",
        line=1,
    ),
    "words in one language": Slip(
        "telling.yaml", "{ja: 本人は成年被後見人, en: The holder is an adult ward}", "本人は成年被後見人",
        "facts.holder.adult_ward.told.true",
        "「本人は成年被後見人」は使えません。"
        " ここに書けるのは {ja: 日本語, en: 英語} の2つ です。",
    ),
    "a fact that is not there": Slip(
        "telling.yaml", "  postage:\n", "  postages:\n",
        "facts.postages",
        "「postages」は facts.yaml にありません。"
        " 「postage」ではありませんか。",
    ),
    "a value that a fact has not": Slip(
        "telling.yaml", "      unsealed: {", "      opened: {",
        "facts.reply_letter.told.opened",
        "「opened」は「reply_letter」の答えにありません。"
        " 使えるのは sealed、incomplete、unsealed、absent です。",
    ),
    "a quiet value that a fact has not": Slip(
        "telling.yaml", "quiet: [true, false]", "quiet: [true, maybe]",
        "facts.holder.under_15.quiet.1",
        "「maybe」は「holder.under_15」の答えにありません。"
        " 使えるのは true、false です。",
    ),
    "a kind that is not there": Slip(
        "telling.yaml", "  passport: {", "  pasport: {",
        "kinds.pasport",
        "「pasport」は documents.yaml の kinds にありません。"
        " 「passport」ではありませんか。",
    ),
    "a kind beside which a kind never is": Slip(
        "telling.yaml", "never_with: [drivers_license]", "never_with: [drivers_licence]",
        "kinds.driving_history_certificate.never_with.0",
        "「drivers_licence」は documents.yaml の kinds にありません。"
        " 「drivers_license」ではありませんか。",
    ),
    "a day that does not exist": Slip(
        "telling.yaml", "last_expiry: 2025-12-31", "last_expiry: 2025-12-32",
        "kinds.basic_resident_card.last_expiry",
        "「2025-12-32」は、実在する日付ではありません。"
        " 「2026-11-23」の形で、実在する日付を書いてください。",
    ),
    "ages the wrong way round": Slip(
        "telling.yaml", "visitors: {from: 22, to: 79}", "visitors: {from: 79, to: 22}",
        "visitors",
        "from の79が to の22より大きくなっています。"
        " from は to 以下にしてください。",
    ),
    "an age by a figure that is not there": Slip(
        "telling.yaml", "{ages: {from: reason_age}", "{ages: {from: reason_ages}",
        "reasons.aged_75_or_over.ages.from",
        "「reason_ages」は figures.yaml の年数(unit: years) にありません。"
        " 「reason_age」ではありませんか。",
    ),
    "a reason that is not there": Slip(
        "telling.yaml", "  studying_abroad: {", "  study_abroad: {",
        "reasons.study_abroad",
        "「study_abroad」は reasons.yaml と facts.yaml の理由にありません。"
        " 「studying_abroad」ではありませんか。",
    ),
    "a school year that is not there": Slip(
        "telling.yaml", "{school: {from: 10, to: 12}", "{school: {from: 10, to: 13}",
        "reasons.high_school_student.school.to",
        "「13」という学年はありません。"
        " 1から12までにしてください。",
    ),
    "a wish for a PIN that is not there": Slip(
        "telling.yaml", "  - pin: card_input_support", "  - pin: card_input",
        "wishes.8.pin",
        "「card_input」は pins.yaml にありません。"
        " 「card_input_support」ではありませんか。",
    ),
    "a purpose of another PIN": Slip(
        "telling.yaml", "    purpose: 7\n", "    purpose: 2\n",
        "wishes.8.purpose",
        "「2」は「card_input_support」の purposes にありません。"
        " 使えるのは 7 です。",
    ),
    "an operation that is not there": Slip(
        "telling.yaml", "    purpose: 7\n    operation: reset", "    purpose: 7\n    operation: unlock",
        "wishes.8.operation",
        "「unlock」は operations.yaml にありません。"
        " 使えるのは reset、change です。",
        line=1,
    ),
    "a fact in never that is not there": Slip(
        "telling.yaml", "{holder.adult_ward: true, certificates.signature: true}", "{holder.ward: true}",
        "never.1.facts.holder.ward",
        "「holder.ward」は facts.yaml にありません。"
        " 「holder.adult_ward」ではありませんか。",
    ),
    "a property that is not there": Slip(
        "telling.yaml", "      original: {ja: コピー", "      copy: {ja: コピー",
        "telling.papers.not_so.copy",
        "「copy」は documents.yaml の properties にありません。"
        " 使えるのは original、expiry、",
    ),
    "braces that nothing fills": Slip(
        "telling.yaml", '{ja: "本人は{years}歳"', '{ja: "本人は{xxxx}歳"',
        "telling.aged.ja",
        "{xxxx} に入るものがありません。"
        " 使えるのは years、",
    ),
    "a figure that is not there": Slip(
        "telling.yaml", '"郵送代{postage}円を持っている"', '"郵送代{post}円を持っている"',
        "facts.postage.told.true.ja",
        "{post} に入るものがありません。"
        " 「postage」ではありませんか。",
    ),
    "a character of uncertain width": Slip(
        "words.yaml", "ja: 誤って断る", "ja: 誤って断る※",
        "result.wrong_refusal.ja",
        "「※」(U+203B)は端末によって幅が変わり、表示がずれます。"
        " ほかの文字に替えてください。",
    ),
    "no word": Slip(
        "words.yaml", "en: Wrongly refused", 'en: ""',
        "result.wrong_refusal.en",
        "言葉がありません。"
        " 画面に出す言葉を書いてください。",
    ),
    "a word said in one language only": Slip(
        "telling.yaml", "{ja: 本人は妊娠中,", '{ja: "",',
        "reasons.pregnant.told.0.words.ja",
        "言葉がありません。"
        " 画面に出す言葉を書いてください。",
    ),
    "a word that is missing": Slip(
        "words.yaml", "  short: {ja: 練習中, en: Practice}\n", "",
        "banner",
        "「short」がありません。"
        " 「short:」の行を加えてください。",
        line=-2,
    ),
    "points over a hundred": Slip(
        "words.yaml", "  other: 30", "  other: 300",
        "grading.other",
        "「300」は使えません。"
        " ここに書けるのは 1から100までの整数 です。",
    ),
    "a round of nothing": Slip(
        "words.yaml", "{scenes: 10,", "{scenes: 0,",
        "limits.scenes",
        "「0」は使えません。"
        " ここに書けるのは 1以上の整数 です。",
    ),
    "weights whose order is lost": Slip(
        "words.yaml", "  wrong_refusal: 45", "  wrong_refusal: 75",
        "grading",
        "ここの値は互いに合いません。"
        " 条件: wrong_acceptance > wrong_refusal > other",
        line=-2,
    ),
    "a tab": Slip(
        "words.yaml", "  short: {ja: 練習中, en: Practice}\n", "	short: {ja: 練習中, en: Practice}\n",
        "",
        "タブで字下げされています。"
        " タブを半角の空白に替えてください。",
    ),
}  # fmt: skip


def test_the_shipped_folder_is_in_order() -> None:
    assert SHIPPED.words.limits.scenes == 10
    assert len(SHIPPED.own) == 3
    assert re.fullmatch("[0-9a-f]{12}", SHIPPED.digest)


@pytest.mark.parametrize("slip", BROKEN.values(), ids=list(BROKEN))
def test_a_slip_is_told_with_its_place_and_what_to_do(slip: Slip, tmp_path: Path) -> None:
    practice = copied(tmp_path)
    line = change(practice / slip.file, slip.old, slip.new)
    (fault,) = refused(practice)
    assert f"{fault.what.ja} {fault.mend.ja}".startswith(slip.said)
    assert (fault.file, fault.field, fault.line) == (slip.file, slip.field, line + slip.line)
    assert fault.column > 0
    english = QUOTED.sub("", f"{fault.what.en} {fault.mend.en}")
    assert fault.what.en
    assert fault.mend.en
    assert not JAPANESE.search(english), english


def test_all_slips_of_both_files_are_told_at_once_in_the_order_of_their_places(tmp_path: Path) -> None:
    practice = copied(tmp_path)
    for name in ("a fact that is not there", "a kind that is not there", "no word"):
        slip = BROKEN[name]
        change(practice / slip.file, slip.old, slip.new)
    assert [fault.field for fault in refused(practice)] == [
        "facts.postages", "kinds.pasport", "result.wrong_refusal.en",
    ]  # fmt: skip


def test_without_the_folder_it_is_said_how_to_get_it_back(tmp_path: Path) -> None:
    practice = copied(tmp_path)
    shutil.rmtree(practice)
    assert [fault.text("ja") for fault in refused(practice)] == [
        f"{practice}: 練習のフォルダーが開けません。"
        " 配布された規則の practice フォルダーをここに戻してください。"
    ]


@pytest.mark.parametrize("name", ["telling.yaml", "words.yaml"])
def test_a_file_that_is_missing_is_named(name: str, tmp_path: Path) -> None:
    practice = copied(tmp_path)
    (practice / name).unlink()
    assert [fault.text("ja") for fault in refused(practice)] == [
        f"{name}: このファイルがありません。 配布された規則から戻してください。"
    ]


def test_another_digest_tells_that_something_was_changed(tmp_path: Path) -> None:
    practice = copied(tmp_path)
    same = load(practice).digest
    change(practice / "telling.yaml", "{from: 22, to: 79}", "{from: 23, to: 79}")
    assert same == SHIPPED.digest != load(practice).digest


def test_the_word_of_every_place_that_is_filled_in_is_there() -> None:
    """A place that was renamed would leave its braces unfilled, or known for nothing."""
    places = {
        file: {".".join(map(str, path[:-1])) for path, _ in shown(part)}
        for file, part in (("telling", SHIPPED.lore), ("words", SHIPPED.words))
    }
    for file, fills in FILLS.items():
        for place in fills:
            assert any(each == place or each.startswith(f"{place}.") for each in places[file]), place


def test_all_words_of_practice_have_a_certain_width() -> None:
    assert isinstance(SHIPPED.words, PracticeWords)
    texts = [text for part in (SHIPPED.lore, SHIPPED.words) for _, text in shown(part)]
    assert len(texts) > 300
    assert all(map(is_certain, texts))
