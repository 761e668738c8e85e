"""Themes for different eyes: chosen by a key, remembered, readable, never the only bearer of meaning."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.style import Style

from mynadesk.settings import read_settings
from mynadesk.standing import Standing
from screens.roles import THEMES, Depth, Styles, Theme, depth_of, styles
from tests.interview.desk import BOOK, JAPANESE, message
from tests.screens.desk_app import desk_app, desk_of, put, texts
from tests.screens.seen import PALETTES, as_seen_by, contrast, difference

USUAL = (80, 24)
VERDICTS = ("accept", "partial", "ask", "consult", "incomplete", "decline")
READABLE, VERY_READABLE, STILL_READABLE = 4.5, 7.0, 3.0
"""Ratios of contrast: WCAG 2.2, levels AA and AAA for text of usual size, and AA for large or bold text."""
TOLD_APART, SEEN = 20.0, 5.0
"""Differences of colours (CIE76): plain at a glance, and seen when one looks."""
EYES = pytest.mark.parametrize("eyes", ["usual", "protan", "deutan", "tritan", "mono"])
PRACTICE = pytest.mark.parametrize("practice", [False, True])


def pairs(table: Styles) -> Iterator[tuple[str, Style]]:
    """Every way in which text is drawn: each role on the screen's ground, some on that of its edges too."""
    grounds = {"base": table.keys() - {"line"}, "top": {"plain", "dim", "strong", "key", "message"}}
    for ground, roles in grounds.items():
        for role in roles:
            yield f"{role} on {ground}", table[ground] + table[role]


@PRACTICE
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
@pytest.mark.parametrize("theme", THEMES)
def test_all_text_can_be_read_in_every_theme(theme: Theme, system: ColorSystem, practice: bool) -> None:
    table = styles(theme, "full", practice)
    wanted = VERY_READABLE if theme == "contrast" else READABLE
    for name, style in pairs(table):
        assert contrast(style, system) >= wanted, name


@PRACTICE
@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("theme", THEMES)
def test_all_text_can_be_read_in_the_usual_sixteen_colours(
    theme: Theme, palette: str, practice: bool
) -> None:
    for name, style in pairs(styles(theme, "sixteen", practice)):
        assert contrast(style, ColorSystem.STANDARD, PALETTES[palette]) >= STILL_READABLE, name


@PRACTICE
@EYES
def test_yes_not_yet_and_no_are_told_apart_by_all_eyes(eyes: str, practice: bool) -> None:
    table = styles("colour_blind", "full", practice)
    grounds = [as_seen_by(eyes, table[f"band-{word}"], True) for word in ("accept", "incomplete", "decline")]
    assert min(difference(one, other) for one, other in combinations(grounds, 2)) > TOLD_APART
    if eyes != "mono":  # on a dark ground there are not three shades of grey that can be read and told apart
        inks = [as_seen_by(eyes, table[word], False) for word in ("met", "missing", "decline")]
        assert min(difference(one, other) for one, other in combinations(inks, 2)) > TOLD_APART


def test_the_standard_theme_alone_would_not_do_for_all_eyes() -> None:
    table = styles("standard", "full")
    yes, no = (as_seen_by("deutan", table[role], ground=True) for role in ("band-accept", "band-decline"))
    assert difference(yes, no) < TOLD_APART


@pytest.mark.parametrize("theme", THEMES)
@EYES
def test_the_banner_of_practice_is_taken_for_no_verdict(theme: Theme, eyes: str) -> None:
    if theme != "colour_blind" and eyes != "usual":
        return
    table = styles(theme, "full", practice=True)
    banner = as_seen_by(eyes, table["banner"], ground=True)
    for other in (*(f"band-{word}" for word in (*VERDICTS, "open")), "base"):
        least = TOLD_APART if eyes != "mono" else 0  # among greys a word has to do
        assert difference(banner, as_seen_by(eyes, table[other], ground=True)) > least, other


@pytest.mark.parametrize("theme", THEMES)
@EYES
def test_practice_stands_on_a_ground_that_all_eyes_tell_from_the_desk(theme: Theme, eyes: str) -> None:
    desk, practice = styles(theme, "full"), styles(theme, "full", practice=True)
    apart = difference(*(as_seen_by(eyes, table["base"], ground=True) for table in (desk, practice)))
    assert apart > (SEEN if eyes == "mono" else TOLD_APART)


@pytest.mark.parametrize("depth", ["sixteen", "none"])
@pytest.mark.parametrize("theme", THEMES)
def test_with_few_colours_the_edges_of_practice_differ_from_the_desk(theme: Theme, depth: Depth) -> None:
    desk, practice = styles(theme, depth), styles(theme, depth, practice=True)
    assert {role for role in desk if desk[role] != practice[role]} == {"top"}
    assert practice["banner"] not in [practice[f"band-{word}"] for word in (*VERDICTS, "open")]
    grounds = [practice[f"band-{word}"].bgcolor for word in (*VERDICTS, "open")]
    assert depth == "none" or practice["banner"].bgcolor not in grounds


@PRACTICE
@pytest.mark.parametrize("depth", ["full", "sixteen", "none"])
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_every_role(theme: Theme, depth: Depth, practice: bool) -> None:
    table = styles(theme, depth, practice)
    assert table.keys() == styles("standard", "full").keys()
    assert {f"band-{word}" for word in (*VERDICTS, "open")} <= table.keys()
    assert {standing.name for standing in Standing} <= table.keys()


def test_sixteen_colours_are_named_and_none_means_none() -> None:
    for theme in THEMES:
        for style in styles(theme, "sixteen").values():
            assert all(colour is None or colour.number is not None for colour in (style.color, style.bgcolor))
        for style in styles(theme, "none").values():
            assert style.color is None
            assert style.bgcolor is None


@pytest.mark.parametrize(
    ("environment", "found", "depth"),
    [
        ({"TERM": "xterm-256color"}, "256", "full"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor", "full"),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor"}, "truecolor", "sixteen"),
        ({"TERM": "screen.xterm-256color"}, "256", "full"),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "x"}, "truecolor", "full"),
        ({"TERM": "xterm", "COLORTERM": "truecolor", "MLTERM": "3.9.0"}, "truecolor", "sixteen"),
        ({"TERM": "xterm"}, "standard", "sixteen"),
        ({"TERM": "linux"}, "standard", "sixteen"),
        ({}, "windows", "sixteen"),
        ({"TERM": "vt100"}, "standard", "none"),
        ({"TERM": "xterm-mono"}, "standard", "none"),
        ({"TERM": "dumb"}, None, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "256", "none"),
    ],
)
def test_the_terminal_tells_how_many_colours_there_are(
    environment: dict[str, str], found: str | None, depth: Depth
) -> None:
    assert depth_of(environment, found) == depth


def test_each_verdict_and_each_standing_has_a_word_of_its_own() -> None:
    shown = [JAPANESE.standing(standing) for standing in Standing]
    assert len({*shown}) == len(shown)
    verdicts = BOOK.words.verdicts
    bands = [verdicts.accept_same_day, verdicts.incomplete, verdicts.ask, verdicts.consult]
    said = [words.ja for words in (*bands, verdicts.partial_same_day, verdicts.decline_visitor)]
    assert len({*said}) == len(said)


@pytest.mark.parametrize("key", ["left", "t"])
async def test_a_key_changes_the_theme_says_which_and_changes_no_word(key: str, tmp_path: Path) -> None:
    async with desk_app(tmp_path).run_test(size=USUAL) as pilot:
        put(pilot, "1 1 2 E E 1")
        seen = []
        for theme in (*THEMES[1:], THEMES[0]):
            before = texts(pilot.app)["case"]
            await pilot.press(key)
            await pilot.pause()
            name = getattr(BOOK.words.themes, theme).ja
            assert desk_of(pilot).session.message == message("theme_saved", theme=name)
            assert texts(pilot.app)["case"] == before
            assert read_settings(str(tmp_path)).theme == theme
            seen.append(desk_of(pilot).styles_now)
        assert seen == [styles(theme, "full") for theme in (*THEMES[1:], THEMES[0])]


async def test_the_theme_is_found_again_and_the_office_with_it(tmp_path: Path) -> None:
    async with desk_app(tmp_path, office=None).run_test(size=USUAL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("left")
        await pilot.pause()
    async with desk_app(tmp_path, office=None).run_test(size=USUAL) as pilot:
        assert desk_of(pilot).styles_now == styles(THEMES[1], "full")
        assert BOOK.rulebook.offices["western_branch"].label.ja in texts(pilot.app)["top"]


async def test_a_theme_that_cannot_be_remembered_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    folder.write_text("a file stands where the folder should be")
    async with desk_app(folder).run_test(size=USUAL) as pilot:
        await pilot.press("left")
        await pilot.pause()
        name = getattr(BOOK.words.themes, THEMES[1]).ja
        assert desk_of(pilot).session.message == message("theme_unsaved", theme=name)


async def test_a_theme_that_no_version_knows_is_the_standard_one(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"office": "main", "theme": "sepia"}')
    async with desk_app(tmp_path, office=None).run_test(size=USUAL) as pilot:
        assert desk_of(pilot).styles_now == styles("standard", "full")
