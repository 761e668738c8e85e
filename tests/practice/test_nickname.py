"""What a trainee may be called, and the file that stands for it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mynadesk.practice.learning.nickname import UnusableNickname, file_name_of, nickname_in, nickname_of
from mynadesk.typeset import is_certain


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tanuki", "tanuki"),
        ("たぬき", "たぬき"),
        ("狸-2_b", "狸-2_b"),
        (" ﾀﾇｷ ", "タヌキ"),
        ("Ｔａｎｕｋｉ１", "Tanuki1"),
        ("佐々木ー", "佐々木ー"),
        ("か\u3099", "が"),
        ("あ" * 20, "あ" * 20),
    ],
)
def test_a_nickname_is_kept_in_one_form(typed: str, name: str) -> None:
    assert nickname_of(typed) == name


@pytest.mark.parametrize(
    "typed", ["", "  ", "あ" * 21, "a b", "a/b", "..", "a.", "ж", "α", "★", "😀", "a\nb", "é", "㌖" * 20]
)
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UnusableNickname) as refused:
        nickname_of(typed)
    assert "20" in refused.value.text("ja")
    assert is_certain(refused.value.text("ja"))


def test_capitals_make_no_other_trainee() -> None:
    assert file_name_of("Tanuki") == file_name_of("TANUKI") == file_name_of("ｔanuki")
    assert file_name_of("tanuki") != file_name_of("tanuk1")


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "aux", "たぬき", "-", "𠮷" * 20])
def test_a_file_name_suits_every_system(name: str) -> None:
    file_name = file_name_of(name)
    assert re.fullmatch(r"trainee-[a-z0-9_-]+\.json", file_name)
    assert len(file_name) < 200
    assert nickname_in(file_name) == name.casefold()


@pytest.mark.parametrize(
    "name",
    ["lock", "settings.json", "trainee-.json", "trainee-tanuki.json", "trainee-A-.json", "trainee-é.json"],
)
def test_other_files_stand_for_nobody(name: str) -> None:
    assert nickname_in(name) is None


ALPHABET = "abcxyzABCXYZ0189-_ぁあがんァアガヶー々〇一狸鿿𠮷"


@given(st.text(ALPHABET, min_size=1, max_size=20), st.text(ALPHABET, min_size=1, max_size=20))
def test_two_nicknames_never_share_a_file(one: str, other: str) -> None:
    same = nickname_of(one).casefold() == nickname_of(other).casefold()
    assert (file_name_of(one) == file_name_of(other)) == same
    assert nickname_in(file_name_of(one)) == nickname_of(one).casefold()
