"""An overlay stands on a rulebook and names each thing that it adds, replaces or removes."""

import os
from pathlib import Path

import pytest

from mynadesk.fault import UnusableRulebook
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from tests.rulebook.test_good_rulebooks import AGENT, HOLDER, LICENCE, SHIPPED, decided, standing

Files = dict[str, str]

POSTAGE = """
replaces:
  postage:
    value: 460
    unit: yen
    label: {ja: 照会書兼回答書の郵送代, en: Postage of the inquiry letter}
    source: office
"""


def overlay(folder: Path, files: Files, name: str = "city", over: str = "shipped") -> Path:
    """A folder of an overlay."""
    here = folder / name
    here.mkdir(parents=True)
    (here / "overlay.yaml").write_text(f"over: {over}\n", encoding="utf-8")
    for file, text in files.items():
        (here / file).write_text(text.lstrip("\n"), encoding="utf-8")
    return here


def loaded(folder: Path, files: Files) -> Rulebook:
    return load_rulebook(str(overlay(folder, files)))


def refused(rules: Path) -> str:
    """What is said of rules that cannot be used, their folder left out."""
    with pytest.raises(UnusableRulebook) as caught:
        load_rulebook(str(rules))
    return caught.value.text("ja").replace(f"{rules}{os.sep}", "")


def test_an_overlay_that_changes_nothing_decides_like_what_it_stands_on(tmp_path: Path) -> None:
    book = loaded(tmp_path, {})
    assert decided(book, HOLDER).verdict == "accept"
    assert book.figures["postage"].value == SHIPPED.figures["postage"].value
    assert book.digest != SHIPPED.digest


def test_an_entry_is_replaced_as_a_whole(tmp_path: Path) -> None:
    assert loaded(tmp_path, {"figures.yaml": POSTAGE}).figures["postage"].value == 460


def test_a_part_of_an_entry_is_replaced_by_its_name(tmp_path: Path) -> None:
    files = {
        "requirements.yaml": """
representative_identity:
  replaces:
    needs: {papers: {of: visitor, one_of: [[A, A], [A, B]]}}
"""
    }
    case = {
        **HOLDER,
        "visitor": "legal_representative",
        "holder": {"under_15": True, "adult_ward": False},
        "documents": [LICENCE, {**LICENCE, "of": "visitor"}],
    }
    assert standing(decided(SHIPPED, case), "representative_identity") == "met"
    assert standing(decided(loaded(tmp_path, files), case), "representative_identity") == "missing"


def test_entries_are_added_and_removed(tmp_path: Path) -> None:
    files = {
        "reasons.yaml": """
removes: [pregnant]
adds:
  disaster:
    key: .7
    label: {ja: 災害, en: Disaster}
    proof: {ja: り災証明書, en: Disaster certificate}
    source: national-agent-reasons
""",
    }
    book = loaded(tmp_path, files)
    assert "pregnant" not in book.reasons
    assert standing(decided(book, AGENT, unavoidable_reason="disaster"), "unavoidable_reason") == "met"


def test_a_question_is_added_where_it_is_asked(tmp_path: Path) -> None:
    """Questions are asked in the order of the file."""
    files = {
        "desk.yaml": """
questions:
  adds_before:
    mail:
      anything:
        label: {ja: 郵便, en: Mail}
        ask: {ja: 届きますか, en: Does it?}
        choices:
          - {key: 1, label: {ja: 届く, en: "Yes"}, sets: {mail_forwarded: false}}
"""
    }
    questions = [*loaded(tmp_path, files).desk.questions]
    assert questions[questions.index("mail") - 1] == "anything"
    assert questions[-1] == [*SHIPPED.desk.questions][-1]


def test_an_overlay_can_stand_on_an_overlay(tmp_path: Path) -> None:
    overlay(tmp_path, {"figures.yaml": POSTAGE}, "prefecture")
    top = overlay(tmp_path, {"figures.yaml": "postage:\n  replaces: {value: 500}\n"}, "city", "../prefecture")
    assert load_rulebook(str(top)).figures["postage"].value == 500


def test_the_digest_is_over_the_files_of_all_layers(tmp_path: Path) -> None:
    overlay(tmp_path, {}, "prefecture")
    top = overlay(tmp_path, {}, "city", "../prefecture")
    before = load_rulebook(str(top)).digest
    (tmp_path / "prefecture" / "figures.yaml").write_text(POSTAGE, encoding="utf-8")
    assert load_rulebook(str(top)).digest != before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "postage:\n  value: 460\n",
            "figures.yaml 2行 3列 postage.value: 「value」の一部だけを替えることはできません。"
            " replaces: の下に全体を書いてください。",
        ),
        (
            "adds:\n  postage: {value: 460}\n",
            "figures.yaml 2行 3列 adds.postage: 「postage」はもとの規則にもうあります。"
            " 替えるなら replaces: の下に書いてください。",
        ),
        (
            "replaces:\n  postag: {value: 460}\n",
            "figures.yaml 2行 3列 replaces.postag: 「postag」はもとの規則にありません。"
            " 「postage」ではありませんか。新しいものなら adds: の下に書いてください。",
        ),
        (
            "removes: [postag]\n",
            "figures.yaml 1行 11列 removes.0: 「postag」はもとの規則にありません。"
            " 「postage」ではありませんか。",
        ),
        (
            "own_request_ages:\n  value: 18\n",
            "figures.yaml 1行 1列 own_request_ages: 「own_request_ages」はもとの規則にありません。"
            " 「own_request_age」ではありませんか。新しいものなら adds: の下に書いてください。",
        ),
        (
            "- postage\n",
            "figures.yaml 1行 1列: 何をするかが書かれていません。"
            " adds:、replaces:、removes: のどれかを書いてください。",
        ),
        (
            "removes: postage\n",
            "figures.yaml 1行 1列 removes: 一覧ではありません。 [名前, ...] の形で書いてください。",
        ),
        (
            "adds: [postage]\n",
            "figures.yaml 1行 1列 adds: 「名前: 内容」の並びではありません。"
            " 名前ごとに内容を書いてください。",
        ),
    ],
)
def test_what_is_not_named_as_what_it_is_is_refused_in_the_overlay_s_own_file(
    tmp_path: Path, text: str, said: str
) -> None:
    assert refused(overlay(tmp_path, {"figures.yaml": text})) == said


def test_what_does_not_fit_is_shown_where_the_overlay_writes_it(tmp_path: Path) -> None:
    """Types and names are looked at once all is laid together."""
    rules = overlay(tmp_path, {"figures.yaml": POSTAGE.replace("yen", "dollar")})
    assert refused(rules).startswith("figures.yaml 4行 5列 replaces.postage.unit: 「dollar」は使えません。")
    rules = overlay(tmp_path, {"figures.yaml": POSTAGE.replace("source: office", "source: offices")}, "b")
    assert refused(rules).startswith("figures.yaml 6行 5列 replaces.postage.source: 「offices」は")


def test_what_is_missed_below_is_shown_below(tmp_path: Path) -> None:
    """Who removes a figure is told who still names it."""
    text = refused(overlay(tmp_path, {"figures.yaml": "removes: [postage]\n"}))
    assert "requirements.yaml" in text
    assert "{postage} に入るものがありません。" in text


def test_an_overlay_on_nothing_or_on_itself_is_refused(tmp_path: Path) -> None:
    assert "「../nowhere」という規則のフォルダーがありません。" in refused(
        overlay(tmp_path, {}, "a", "../nowhere")
    )
    overlay(tmp_path, {}, "b", "../c")
    assert "めぐりめぐって自分の上に立っています。" in refused(overlay(tmp_path, {}, "c", "../b"))
    assert "この規則は、めぐりめぐって" in refused(overlay(tmp_path, {}, "d", "."))


def test_a_file_that_no_rulebook_has_is_refused(tmp_path: Path) -> None:
    assert "知らないファイルです。" in refused(overlay(tmp_path, {"figure.yaml": POSTAGE}))
