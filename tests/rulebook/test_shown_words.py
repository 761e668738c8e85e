"""Words that are shown: the quick look at all of them lets nothing pass that a close look refuses."""

from unicodedata import category, east_asian_width

import pytest

from mynadesk.rulebook.checks.characters import looks_clean, wrong_text
from mynadesk.rulebook.checks.placeholders import ALLOWED, can_all_be_filled, wrong_placeholders
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules

BOOK = load_rulebook(shipped_rules())

PLANES = (range(0x10000), range(0x1F000, 0x20000), range(0xE0000, 0xE0200), range(0xF0000, 0xF0010))
"""All common characters, pictures and symbols, and samples of what is invisible or private beyond them."""


def is_fine(character: str) -> bool:
    """Whether a character can be seen and is as wide on every terminal."""
    return (
        east_asian_width(character) != "A"
        and category(character)[0] != "C"
        and category(character)
        not in (
            "Zl",
            "Zp",
        )
    )


def test_the_quick_look_lets_no_unsure_or_invisible_character_pass() -> None:
    """It looks at bytes, not at Unicode's tables, so it is compared with these."""
    passed = [
        code
        for plane in PLANES
        for code in plane
        if not is_fine(chr(code)) and looks_clean([f"あ{chr(code)}あ", "a"])
    ]
    assert [f"U+{code:04X}" for code in passed] == []


def test_the_close_look_agrees_with_unicode_on_every_character() -> None:
    """What the quick look stops is judged by the tables alone."""
    for code in range(0x3000):
        assert (not list(wrong_text(f"あ{chr(code)}あ", False))) == is_fine(chr(code)), f"U+{code:04X}"


def test_kana_kanji_and_full_width_forms_pass_the_quick_look() -> None:
    """Otherwise every start would take the slow way."""
    assert looks_clean(["暗証番号の「受付」、(市民課)・ＡＢＣ～ー", "Reset or unlock (PIN 1)"])


@pytest.mark.parametrize("text", ["", " ", " あ", "あ ", "\u3000あ", "あ\u3000", "あ\nあ", "あ\0あ", "\0"])
def test_blanks_at_the_ends_breaks_and_nothing_at_all_are_refused(text: str) -> None:
    """Both looks have to see it."""
    assert not looks_clean(["一", text, "二"])
    assert list(wrong_text(text, False))


@pytest.mark.parametrize("text", [" and ", " ", ", "])
def test_pieces_that_are_put_side_by_side_may_begin_and_end_with_blanks(text: str) -> None:
    """The English words of the desk bring their own blanks."""
    assert looks_clean([text], blanks_meant=True)
    assert not list(wrong_text(text, True))


@pytest.mark.parametrize("text", ["{", "}", "{a", "a}", "{{a}}", "{}", "}a{", "{b}"])
def test_a_brace_that_is_no_known_placeholder_is_refused(text: str) -> None:
    """It would be shown as it is."""
    assert not can_all_be_filled(["一", text], ["a"])
    assert list(wrong_placeholders(text, ["a"]))


@pytest.mark.parametrize("text", ["", "a", "{a}", "{a}と{a}"])
def test_a_known_placeholder_is_no_fault(text: str) -> None:
    """A figure may be said as often as wanted."""
    assert can_all_be_filled([text], ["a"])
    assert not list(wrong_placeholders(text, ["a"]))


def test_what_fills_words_in_is_allowed_only_where_the_words_use_it() -> None:
    """An entry that was removed, or that lost its placeholder, must not stay in the list."""
    for place, names in ALLOWED.items():
        group, entry = place.split(".")
        words = getattr(getattr(BOOK.words, group), entry)
        unused = [name for name in names if f"{{{name}}}" not in words.ja + words.en]
        assert unused == [], place
