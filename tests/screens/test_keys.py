"""One table of keys: what is shown of it anywhere, and what the keys of other habits do."""

import re
import unicodedata

import pytest
from textual._keyboard_protocol import MODIFIER_FUNCTIONAL_KEYS

from mynadesk.interview.keys import TABLE, called, fold, is_full_width, is_modifier
from screens.help import help_rows
from tests.interview.desk import BOOK, JAPANESE, message
from tests.screens.desk_app import desk_app, desk_of, put, rows_of, send, texts, type_keys

USUAL = (80, 24)
SURE = re.compile(
    r"f[2-9]|enter|tab|up|down|left|right|pageup|pagedown|home|end|backspace|space|[0-9a-z.+*/?-]"
)
"""What no terminal and no desktop keeps for itself."""
TAKEN = {"f1", "f10", "f11", "f12", "ctrl+s", "ctrl+z", "ctrl+a", "ctrl+b", "escape"}


def test_no_key_has_two_meanings() -> None:
    twins = [twin for key in TABLE for twin in {*key.twins, key.name}]
    assert len({*twins}) == len(twins)


def test_every_f_key_has_a_digit_or_letter_or_sign_beside_it() -> None:
    for key in TABLE:
        names = {key.name, *key.twins}
        if any(re.fullmatch(r"f[0-9]+", name) for name in names):
            assert any(len(name) == 1 for name in names), key


def test_no_key_hangs_on_one_that_a_terminal_may_take() -> None:
    for key in TABLE:
        if key.name != "digit":
            names = {key.name, *key.twins}
            assert any(SURE.fullmatch(name) for name in names), key
            assert not names & TAKEN, key


def test_the_help_has_the_table_of_the_program() -> None:
    drawn = "\n".join("".join(text for text, _ in row) for row in help_rows(JAPANESE, 80))
    for key in TABLE:
        assert called(key.shown, "ja") in drawn
        assert getattr(BOOK.words.keys, key.words).ja in drawn


@pytest.mark.parametrize("key", ["f3", "f4", "f5", "f6", "f7", "f8", "up", "down", "left", "right"])
async def test_a_key_without_use_in_a_date_is_called_as_it_is_written_on_it(key: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1 R8")
        await pilot.press(key)
        assert desk_of(pilot).session.message == message("not_here", key=called(key.capitalize(), "ja"))
        field = desk_of(pilot).session.field
        assert field is not None
        assert field.text == "R8"


async def test_the_foot_says_quietly_that_an_input_method_is_on_until_it_is_off() -> None:
    said = JAPANESE.fill(BOOK.words.messages.ime)
    async with desk_app().run_test(size=USUAL) as pilot:
        assert said not in texts(pilot.app)["foot"]
        await send(pilot, "１")
        assert said in texts(pilot.app)["foot"]
        assert desk_of(pilot).session.message == ""
        await pilot.press("enter")
        assert said in texts(pilot.app)["foot"]
        await pilot.press("1")
        assert said not in texts(pilot.app)["foot"]


async def test_full_width_characters_fold_in_the_field_of_a_date() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1")
        for character in "Ｒ８。１１ー２３":
            await send(pilot, character)
        field = desk_of(pilot).session.field
        assert field is not None
        assert field.text == "R8.11-23"
        assert JAPANESE.fill(BOOK.words.messages.ime) in texts(pilot.app)["foot"]


async def test_a_japanese_date_is_left_as_it_was_typed() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1 1")
        await type_keys(pilot, "令和８年１１月２３日 E E")
        assert desk_of(pilot).session.look.verdict == "accept"


@pytest.mark.parametrize("key", ["left_shift", "right_control", "caps_lock", "num_lock", "iso_level3_shift"])
async def test_a_key_that_does_nothing_alone_does_nothing_where_a_terminal_tells_of_it(key: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1")
        for opens in ("slash", "f2", "tab"):
            await pilot.press(opens)
            before = rows_of(pilot.app)
            await pilot.press(key)
            assert rows_of(pilot.app) == before
            if opens != "slash":
                await pilot.press("enter")


def test_every_such_key_that_the_library_knows_is_known() -> None:
    assert all(map(is_modifier, MODIFIER_FUNCTIONAL_KEYS))
    assert not any(is_modifier(name) for key in TABLE for name in (key.name, *key.twins))


@pytest.mark.parametrize("character", "いえアンんか")
async def test_kana_are_no_letters(character: str) -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E")
        await send(pilot, character)
        assert desk_of(pilot).session.message == message("not_here", key=character)


def test_folding_leaves_every_character_but_full_width_signs_as_it_is() -> None:
    for code in range(0x20, 0x3000):
        character = chr(code)
        if unicodedata.normalize("NFKC", character) == character:
            assert fold(character) == character
            assert not is_full_width(character)
