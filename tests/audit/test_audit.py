"""A page held against the digests: what is as it was, exactly what is not, and the rules that cite it."""

import pytest

from mynadesk.audit.audit import Audit, audit
from mynadesk.audit.matching import Changed, New
from mynadesk.audit.report import as_text
from mynadesk.audit.saved import lines_of
from mynadesk.typeset import is_certain
from tests.audit.made_up import HEADINGS, MARKUP, SENTENCES, TEXT, made_up_rules

RULES = made_up_rules()
PLACES = [each.place for each in SENTENCES]
PAGES = {"text": TEXT, "markup": MARKUP}


def audited(page: str) -> Audit:
    return audit(RULES, lines_of(page))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_sentence_is_found_whatever_its_width_its_blanks_and_its_markup(page: str) -> None:
    found = audited(page)
    assert found.match.unchanged == PLACES
    assert found.is_as_it_was


def test_what_leads_elsewhere_or_is_not_shown_is_no_sentence() -> None:
    assert audited(MARKUP).match.around == ["トップ > くらし", "市民課 電話 000-0000"]


@pytest.mark.parametrize("number", range(len(SENTENCES)), ids=PLACES)
def test_one_changed_word_is_found_exactly_there(number: int) -> None:
    """Also where the same sentence stands elsewhere, as the seal does."""
    lines = lines_of(TEXT)
    sentences = [line for line in lines if "".join(line).lstrip("※") not in HEADINGS]
    sentences[number][-1] += "など"
    found = audit(RULES, lines).match
    assert found.changed == [Changed(PLACES[number], " ".join(sentences[number]))]
    assert found.unchanged == [place for place in PLACES if place != PLACES[number]]
    assert (found.gone, found.new, found.moved, found.headings_gone) == ([], [], [], [])


def test_in_markup_one_changed_word_is_found_exactly_there() -> None:
    found = audited(MARKUP.replace("３００円", "４００円"))
    assert [each.place for each in found.match.changed] == ["手数料 / 2"]
    assert len(found.match.unchanged) == len(PLACES) - 1


def test_the_rules_that_cite_a_changed_sentence_are_named() -> None:
    found = audited(TEXT.replace("300円", "400円"))
    told = as_text(found, "ja", 79)
    assert "今のページ: おとな 400円(現金) 要" in told
    assert "関わる規則: figures.yaml postage (照会書兼回答書の郵送代)" in told
    assert "関わる規則はありません。" not in told


def test_a_sentence_that_has_gone_is_told() -> None:
    found = audited(TEXT.replace("- 本人を確かめる書類 1点 ※注\n", "")).match
    assert (found.gone, found.changed, found.new) == (["持ち物 / 2"], [], [])


def test_a_sentence_that_is_new_is_told_with_its_place() -> None:
    found = audited(TEXT.replace("手数料\n", "- 筆記用具\n手数料\n")).match
    assert found.new == [New("持ち物 / 3", "筆記用具")]
    assert found.unchanged == PLACES


def test_a_sentence_that_stands_elsewhere_now_has_only_moved() -> None:
    found = audited(
        TEXT.replace("- 古いカード 1点\n", "").replace("書類は、原本", "- 古いカード 1点\n書類は、原本")
    )
    assert found.match.moved == ["持ち物 / 1"]
    assert found.is_as_it_was


def test_a_heading_in_other_words_moves_nothing() -> None:
    found = audited(TEXT.replace("手数料\n", "料金\n")).match
    assert found.headings_gone == ["手数料"]
    assert found.new == [New("持ち物 / 3", "料金")]
    assert found.unchanged == PLACES


def test_of_several_new_sentences_the_likest_to_the_rule_stands_in_the_stead_of_the_old() -> None:
    row = "おとな | 300円(現金) | 要 |"
    found = audited(TEXT.replace(row, "値上げしました。\n照会書兼回答書の郵送代は400円です。")).match
    assert found.changed == [Changed("手数料 / 2", "照会書兼回答書の郵送代は400円です。")]
    assert found.new == [New("手数料 / 1", "値上げしました。")]


def test_the_last_sentence_is_changed_and_what_follows_it_is_not_compared() -> None:
    found = audited(TEXT.replace("- 印鑑\n手数料", "手数料")).match
    assert found.gone == ["持ち物 / 3"]
    found = audited(TEXT + "お問い合わせ先\n市民課\n").match
    assert (found.unchanged, found.around) == (PLACES, ["お問い合わせ先", "市民課"])


def test_another_page_is_known_as_one() -> None:
    assert audited("<html><body><p>ごみの出し方</p></body></html>").is_another_page


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_told_has_one_width_on_every_terminal(language: str) -> None:
    found = audited(TEXT.replace("※こども", "※☆こども").replace("印鑑", "印\u200b章"))
    assert is_certain(as_text(found, "ja" if language == "ja" else "en", 79))
