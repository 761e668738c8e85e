"""A saved page in whatever encoding it came, as lines of pieces."""

from pathlib import Path

import pytest

from mynadesk.audit.saved import lines_of, read_page
from mynadesk.fault import UnusableText
from tests.audit.made_up import MARKUP, TEXT


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("EUC-JP", "euc_jp"),
        ("utf-8", "cp932"),
        ("nonsense", "utf-8"),
        ("utf-8", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares_or_else_is_in(
    declared: str, encoding: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    text = MARKUP.replace("utf-8", declared).replace("〜", "から")
    page.write_bytes(text.encode(encoding))
    assert read_page(str(page)) == lines_of(text)


def test_text_without_a_declaration_is_read_too(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(TEXT.encode("cp932"))
    assert read_page(str(page)) == lines_of(TEXT)


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>一。二。</p>", [["一。", "二。"]]),
        ("<p>一<br>二</p><p>三", [["一", "二"], ["三"]]),
        ("<div>一<span>二</span><p>三</p>四</div>", [["一二"], ["三"], ["四"]]),
        ("<table><tr><td>一<td>二<tr><td>三</table>", [["一", "二"], ["三"]]),
        ("<ul><li>一<ul><li>二</ul><li>三</ul>", [["一"], ["二"], ["三"]]),
        ("<p>一</p><!-- 二 --><nav><p>三</nav><p>四&amp;&#20116;", [["一"], ["四&五"]]),
        ("<p>一<nav><div><b>二</nav>三", [["一"], ["三"]]),
        ("<p>一<script>if (a < b) '</p><p>'</script>二", [["一"], ["二"]]),
        ("<p>一</div></p></nav>二", [["一"], ["二"]]),
        ("<p>", []),
    ],
)
def test_markup_is_parted_where_lines_and_cells_end(markup: str, lines: list[list[str]]) -> None:
    assert lines_of(markup) == lines


def test_text_is_parted_at_bars_and_behind_sentences() -> None:
    assert lines_of("- 一 | 二。三 |\n---|---|\n\n* 四\n") == [["一", "二。", "三"], ["四"]]


def test_a_file_that_is_no_page_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>\xff\xff\xff\x81</p>")
    with pytest.raises(UnusableText) as caught:
        read_page(str(page))
    assert "ページの文字コードがわかりません。" in caught.value.text("ja")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableText) as caught:
        read_page(str(tmp_path / "nowhere.html"))
    assert "Check the file named by --page." in caught.value.text("en")
