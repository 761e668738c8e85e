"""Text in terminal cells: how wide it is, how it is cut and filled, and where its lines end."""

from unicodedata import combining

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mynadesk.typeset import cut, pad, width, wrap, wrap_at_blanks

CLOSING = "、。，．・：；？！ー」』】）］〉》,.:;?!)]}%"
OPENING = "「『【（［〈《([{"

many = settings(deadline=None, max_examples=300)

TEXT = st.text(st.sampled_from("あ漢ア、。・）」（「ーabcXY019,.()  \u3000ｱｶﾞ\u3099é"), max_size=60)
ONE_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("暗証番号", 8),
        ("R8.11.23、8.11.23", 17),
        ("ｶﾞ", 2),
        ("が", 2),
        ("か\u3099", 2),
        ("e\u0301", 1),
        ("「」・～", 8),
        ("(A)", 3),
        ("（Ａ）", 6),
        ("\u3000", 2),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "kept"),
    [
        ("暗証番号", 8, "暗証番号"),
        ("暗証番号", 7, "暗証.."),
        ("暗証番号", 6, "暗証.."),
        ("暗証番号", 5, "暗.."),
        ("暗証番号", 3, ".."),
        ("暗証番号", 2, ".."),
        ("暗証番号", 1, "."),
        ("暗証番号", 0, ""),
        ("passport", 8, "passport"),
        ("passport", 7, "passp.."),
        ("", 0, ""),
    ],
)
def test_what_does_not_fit_is_cut_and_shows_it(text: str, cells: int, kept: str) -> None:
    assert cut(text, cells) == kept


@pytest.mark.parametrize(
    ("text", "cells", "padded"),
    [
        ("可", 4, "可  "),
        ("可", 2, "可"),
        ("可", 1, "."),
        ("相談", 3, ".. "),
        ("", 3, "   "),
        ("ok", 4, "ok  "),
        ("暗証番号", 7, "暗証.. "),
    ],
)
def test_padding_fills_up_to_the_very_cell(text: str, cells: int, padded: str) -> None:
    assert pad(text, cells) == padded


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("即日受付できます", 16, ["即日受付できます"]),
        ("即日受付できます", 14, ["即日受付できま", "す"]),
        ("一行目\n二行目", 20, ["一行目", "二行目"]),
        ("一行目\n\n三行目", 20, ["一行目", "", "三行目"]),
        # a closing mark takes the character before it along
        ("受付できます。次", 12, ["受付できま", "す。次"]),
        ("「印鑑」、「通帳」", 8, ["「印", "鑑」、", "「通帳」"]),
        ("原本です。）次", 8, ["原本で", "す。）次"]),
        # an opening mark goes along with what it opens
        ("原本は（写し）", 8, ["原本は", "（写し）"]),
        ("本人は「戸籍」", 8, ["本人は", "「戸籍」"]),
        # Latin words and numbers stay whole
        ("期限はR8.11.23まで", 10, ["期限は", "R8.11.23ま", "で"]),
        ("Ask for the card", 8, ["Ask for", "the card"]),
        ("Bring it (two)", 9, ["Bring it", "(two)"]),
        ("It is here, see", 10, ["It is", "here, see"]),
        # what is longer than a line is parted, still without a mark at its start
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("abcdefgh。", 8, ["abcdefg", "h。"]),
        ("、、、、、", 4, ["、、", "、、", "、"]),
        # blanks at the ends of lines are dropped, others kept
        ("できる 1  できない 3", 10, ["できる 1", "できない 3"]),
        ("a  b", 4, ["a  b"]),
        ("  two blanks", 20, ["  two blanks"]),
    ],
)
def test_lines_end_where_japanese_is_parted(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


def test_lines_after_the_first_are_indented() -> None:
    text = "・マイナンバーカードのほかに、ご本人の確認書類をお持ちください。"
    assert wrap(text, 20, indent=2) == [
        "・マイナンバーカード",
        "  のほかに、ご本人の",
        "  確認書類をお持ちく",
        "  ださい。",
    ]


def test_a_line_is_never_narrower_than_two_characters() -> None:
    assert wrap("暗証番号", 1) == wrap("暗証番号", 4) == ["暗証", "番号"]


@many
@given(ONE_LINE, st.integers(0, 30))
def test_cut_text_fits_and_is_the_text_or_its_beginning(text: str, cells: int) -> None:
    kept = cut(text, cells)
    assert width(kept) <= cells
    if width(text) <= cells:
        assert kept == text
    else:
        assert kept == ".."[:cells] or text.startswith(kept.removesuffix(".."))
        assert kept.endswith(".."[:cells])


@many
@given(ONE_LINE, st.integers(0, 30))
def test_padded_text_is_exactly_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == cells
    assert pad(text, cells).startswith(cut(text, cells))


@many
@given(ONE_LINE, ONE_LINE)
def test_width_adds_up(one: str, other: str) -> None:
    assert width(one + other) == width(one) + width(other)


@many
@given(TEXT | ONE_LINE, st.integers(4, 30), st.integers(0, 2))
@example("漢" * 20, 5, 2)
def test_no_line_is_wider_than_asked(text: str, cells: int, indent: int) -> None:
    assert [line for line in wrap(text, cells, indent) if width(line) > cells] == []


@many
@given(TEXT | ONE_LINE, st.integers(4, 30), st.integers(0, 2))
def test_nothing_is_lost_but_blanks_at_line_ends(text: str, cells: int, indent: int) -> None:
    place = 0
    for line in wrap(text, cells, indent):
        start = text.index(line.strip(), place)
        assert text[place:start].strip() == ""
        place = start + len(line.strip())
    assert text[place:].strip() == ""


@many
@given(TEXT, st.integers(4, 30))
def test_lines_after_the_first_begin_just_after_the_indent(text: str, cells: int) -> None:
    for line in wrap(text, cells, 2)[1:]:
        assert line.startswith("  ")
        assert not line[2:3].isspace()
    assert all(line == line.rstrip() for line in wrap(text, cells, 2))


def some(chars: str, most: int) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(chars), max_size=most)


BLANKS = some(" \u3000", 1)
FEW_MARKS = st.lists(
    st.tuples(
        some("あ漢アabc019ｱ", 14), st.just("漢"), BLANKS, some(CLOSING + OPENING + "\u3099", 2), BLANKS
    ).map("".join),
    max_size=6,
).map("".join)
"""Never more than two marks in a row: what is longer than a line has to be parted somewhere."""


@many
@given(FEW_MARKS, st.integers(16, 40), st.integers(0, 2))
@example("あ" * 5 + "、" * 3, 12, 0)
@example("ああああああ 、い", 12, 0)
@example("ああああ（ いうえ", 12, 0)
@example("x" * 12 + "。", 12, 0)
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, cells: int, indent: int
) -> None:
    lines = wrap(text, cells, indent)
    assert [line for line in lines[1:] if line.lstrip()[:1] in tuple(CLOSING)] == []
    assert [line for line in lines[:-1] if line[-1:] in tuple(OPENING)] == []
    assert [line for line in lines[1:] if combining(line.lstrip()[:1] or "a")] == []


@many
@given(st.lists(st.text("abcXYZ0189", min_size=1, max_size=8), max_size=12), st.integers(8, 40))
def test_words_that_fit_a_line_stay_whole(words: list[str], cells: int) -> None:
    assert [word for line in wrap(" ".join(words), cells) for word in line.split()] == words


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("運転免許証 A", ["運転免許証 A"]),
        ("運転経歴証明書 A 交付日が古い", ["運転経歴証明書 A", "交付日が古い"]),
        ("年金証書 B 期限切れ R8.11.2(2026-11-02)まで", ["年金証書 B 期限切れ", "R8.11.2(2026-11-02)まで"]),
        ("とても長くて一行には入らないことば A", ["とても長くて一行には入ら", "ないことば A"]),
        ("", [""]),
    ],
)
def test_a_paper_is_parted_at_its_blanks(text: str, lines: list[str]) -> None:
    assert wrap_at_blanks(text, 24) == lines


@many
@given(TEXT.map(lambda text: " ".join(text.split())), st.integers(8, 30))
def test_lines_parted_at_blanks_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap_at_blanks(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
