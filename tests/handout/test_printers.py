"""How a paper's tree is printed, by example."""

from mynadesk.handout.page import as_page, body
from mynadesk.handout.paper import Block, Fields, Heading, Paper, Points, Text, Tick, Ticks
from mynadesk.handout.text import as_text
from mynadesk.handout.words import Tongue


def paper(*blocks: Block, tongue: Tongue = "ja") -> Paper:
    return Paper("題", tongue, blocks)


def lines(*blocks: Block, tongue: Tongue = "ja") -> list[str]:
    """The lines of a receipt below its title."""
    return as_text(paper(*blocks, tongue=tongue), 40).splitlines()[2:]


def test_a_tick_has_its_lines_below_each_other() -> None:
    assert lines(Ticks((Tick("カード", ("原本",)), Tick("済み", (), True)))) == [
        "[ ] カード",
        "    原本",
        "[x] 済み",
    ]


def test_a_line_never_begins_with_a_closing_mark() -> None:
    text = "あ" * 20 + "。" + "い"
    assert lines(Text(text)) == ["あ" * 19, "あ。い"]


def test_points_are_marked_or_numbered() -> None:
    assert lines(Points(("甲", "乙"))) == ["- 甲", "- 乙"]
    assert lines(Points(("甲", "乙"), numbered=True)) == ["1. 甲", "2. 乙"]


def test_a_box_to_write_in_is_as_wide_with_a_number_in_it() -> None:
    empty, filled = lines(Fields((("番号", ""), ("番号", "A-1"))))
    assert empty == "番号: [                  ]"
    assert filled == "番号: [ A-1              ]"


def test_a_reading_is_told_once_in_text_and_above_the_kanji_on_a_page() -> None:
    texts = Points(("紙(かみ)と 紙(かみ)",))
    assert lines(texts, tongue="easy") == ["- 紙(かみ)と 紙"]
    page = body(paper(texts, tongue="easy"), "A5")
    assert page.count("<ruby>紙<rp>(</rp><rt>かみ</rt><rp>)</rp></ruby>") == 2


def test_a_long_paper_of_80_columns_has_pages_and_a_receipt_none() -> None:
    long = paper(*(block for _ in range(30) for block in (Heading("見出し"), Text("文"))))
    pages = as_text(long, 80).split("\f")
    assert len(pages) == 2
    assert pages[1].lstrip().startswith("【見出し】")
    assert pages[0].endswith("文\n")
    assert "\f" not in as_text(long, 40)


def test_what_would_be_markup_is_only_text() -> None:
    page = as_page(paper(Text("<script>&\"'"), Fields((("<b>", "<i>"),))), "A5")
    assert "&lt;script&gt;&amp;&quot;&#x27;" in page
    assert "<script" not in page
    assert "<b>" not in page
    assert "<i>" not in page


def test_japanese_names_on_an_english_page_are_told_as_japanese() -> None:
    page = body(paper(Text("Main office (本庁 市民課)"), tongue="en"), "A5")
    assert 'Main office (<span lang="ja">本庁 市民課</span>)' in page
