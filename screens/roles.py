"""How things look: a style for each role, in each theme, on terminals of each depth of colour.

Colour only repeats what a word says: without it nothing is lost.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from rich.style import Style

from mynadesk.standing import Standing

Theme = Literal["standard", "contrast", "colour_blind"]
THEMES: tuple[Theme, ...] = get_args(Theme)
Depth = Literal["full", "sixteen", "none"]
"""Colours the terminal has: at least 256, the 16 named ones, or none."""
Styles = dict[str, Style]
"""A style by the name of each role."""

_STANDARD = {
    "base": "#e6e6e6 on #16191d",
    "plain": "",
    "dim": "#a3abb5",
    "strong": "bold #ffffff",
    "key": "bold #8fd3ff",
    "line": "#5c6670",
    "cursor": "bold #16191d on #8fd3ff",
    "message": "bold #16191d on #ffd866",
    "top": "#e6e6e6 on #2b3138",
    "banner": "bold #000000 on #ff8fd0",
    "met": "bold #7fdc8a",
    "ask": "bold #8fd3ff",
    "consult": "bold #d9a6ff",
    "missing": "bold #ffd866",
    "decline": "bold #ff9a8d",
    "band-open": "bold #ffffff on #3a4650",
    "band-accept": "bold #ffffff on #1d6b30",
    "band-partial": "bold #ffffff on #2f5d50",
    "band-ask": "bold #ffffff on #1c4f86",
    "band-consult": "bold #ffffff on #5e2f8a",
    "band-incomplete": "bold #ffffff on #7a5600",
    "band-decline": "bold #ffffff on #9b1c1c",
}
_CONTRAST = {
    "base": "#ffffff on #000000",
    "plain": "",
    "dim": "#ffffff",
    "strong": "bold #ffffff",
    "key": "bold #ffff00",
    "line": "#ffffff",
    "cursor": "bold #000000 on #ffff00",
    "message": "bold #000000 on #ffff00",
    "top": "#ffffff on #2a2a2a",
    "banner": "bold #000000 on #ff9a3c",
    "met": "bold #66ff66",
    "ask": "bold #66e0ff",
    "consult": "bold #ffb3ff",
    "missing": "bold #ffff00",
    "decline": "bold #ff9999",
    "band-open": "bold #000000 on #ffffff",
    "band-accept": "bold #000000 on #66ff66",
    "band-partial": "bold #000000 on #99ffdd",
    "band-ask": "bold #000000 on #66e0ff",
    "band-consult": "bold #000000 on #ffb3ff",
    "band-incomplete": "bold #000000 on #ffff00",
    "band-decline": "bold #ffffff on #8b0000",
}
# Blue for yes, yellow for not yet, vermilion for no: told apart in every common kind of colour blindness, and
# by lightness too. After the set of eight colours of Okabe and Ito.
_COLOUR_BLIND = {
    **_STANDARD,
    "key": "bold #f0e442",
    "cursor": "bold #000000 on #f0e442",
    "message": "bold #000000 on #f0e442",
    "met": "bold #56b4e9",
    "ask": "bold #ffffff",
    "consult": "bold #e8a5c8",
    "missing": "bold #f0e442",
    "decline": "bold #ff8c3f",
    "banner": "bold #ffffff on #9000f0",
    "band-open": "bold #ffffff on #3a3f45",
    "band-accept": "bold #ffffff on #004c80",
    "band-partial": "bold #000000 on #7cc4ef",
    "band-ask": "bold #000000 on #d0d0d0",
    "band-consult": "bold #000000 on #cc79a7",
    "band-incomplete": "bold #000000 on #f0e442",
    "band-decline": "bold #000000 on #e8701a",
}
# Which sixteen colours these are, the terminal's user has chosen; these pairs can be read in the usual sets.
_SIXTEEN = {
    "base": "white on black",
    "plain": "",
    "dim": "white",
    "strong": "bold bright_white",
    "key": "bold bright_cyan",
    "line": "white",
    "cursor": "bold black on cyan",
    "message": "bold black on yellow",
    "top": "bright_white on black",
    "banner": "bold bright_white on blue",
    "met": "bold bright_green",
    "ask": "bold bright_cyan",
    "consult": "bold bright_magenta",
    "missing": "bold bright_yellow",
    "decline": "bold bright_red",
    "band-open": "black on white",
    "band-accept": "black on green",
    "band-partial": "black on cyan",
    "band-ask": "black on white",
    "band-consult": "bold bright_white on magenta",
    "band-incomplete": "black on yellow",
    "band-decline": "bold bright_white on red",
}
_SIXTEEN_CONTRAST = {
    **_SIXTEEN,
    "base": "bright_white on black",
    "dim": "bright_white",
    "line": "bright_white",
    "key": "bold bright_yellow",
    "cursor": "bold black on bright_yellow",
    "message": "bold black on bright_yellow",
    "band-open": "black on bright_white",
    "band-accept": "black on bright_green",
    "band-partial": "black on bright_cyan",
    "band-consult": "black on bright_magenta",
    "band-incomplete": "black on bright_yellow",
}
_SIXTEEN_COLOUR_BLIND = {
    **_SIXTEEN,
    "key": "bold bright_yellow",
    "met": "bold bright_cyan",
    "ask": "bold bright_white",
    "banner": "black on green",
    "band-accept": "bold bright_white on blue",
    "band-ask": "black on white",
    "band-decline": "bold bright_white on red",
}
_NONE = {
    role: style
    for names, style in (
        (("base", "plain", "dim", "line"), ""),
        (("strong", "key", "top", "met", "ask", "consult", "missing", "decline"), "bold"),
        (("cursor", "message"), "reverse"),
    )
    for role, style in ((name, style) for name in names)
} | {role: "bold reverse" for role in _STANDARD if role.startswith("band-")}
_NONE["banner"] = "bold reverse underline"  # beside the verdict, which is reversed too

# The desk on which nothing is real stands on another ground. Among sixteen colours no other can be read with
# all the inks, so there it is the edges that differ.
_OTHER_GROUND = {"base": "#e6e6e6 on #2a2a72", "top": "#e6e6e6 on #14143c", "line": "#8086c8"}
_OTHER_EDGES = {"top": "bright_white on blue"}
_PRACTICE: Mapping[tuple[Depth, Theme], Mapping[str, str]] = {
    ("full", "standard"): _OTHER_GROUND,
    ("full", "contrast"): {"base": "#ffffff on #1e1e5a", "top": "#ffffff on #302a8a"},
    ("full", "colour_blind"): _OTHER_GROUND,
    ("sixteen", "standard"): _OTHER_EDGES,
    ("sixteen", "contrast"): _OTHER_EDGES,
    ("sixteen", "colour_blind"): _OTHER_EDGES,
}
_PRACTICE_WITHOUT_COLOURS = {"top": "reverse"}

_TABLES: Mapping[tuple[Depth, Theme], Mapping[str, str]] = {
    ("full", "standard"): _STANDARD,
    ("full", "contrast"): _CONTRAST,
    ("full", "colour_blind"): _COLOUR_BLIND,
    ("sixteen", "standard"): _SIXTEEN,
    ("sixteen", "contrast"): _SIXTEEN_CONTRAST,
    ("sixteen", "colour_blind"): _SIXTEEN_COLOUR_BLIND,
}


@cache
def styles(theme: Theme, depth: Depth, practice: bool = False) -> Styles:
    """The styles of a theme. Without colours the themes look alike. `practice`: on a ground of its own."""
    table = _TABLES.get((depth, theme), _NONE)
    other = _PRACTICE.get((depth, theme), _PRACTICE_WITHOUT_COLOURS) if practice else {}
    return {role: Style.parse(text) for role, text in {**table, **other}.items()}


def depth_of(environment: Mapping[str, str], colour_system: str | None) -> Depth:
    """What a terminal can show, after NO_COLOR, TERM and what Rich found of it."""
    term = environment.get("TERM", "")
    if "NO_COLOR" in environment or term.startswith("vt") or term.endswith(("-m", "-mono")):
        return "none"
    few = colour_system in ("standard", "windows") or (
        colour_system == "truecolor" and _misreads(environment)
    )
    return "sixteen" if few else "full" if colour_system else "none"


def _misreads(environment: Mapping[str, str]) -> bool:
    """Whether 24-bit colours come out wrong, though COLORTERM, left from around the terminal, says them fit.

    GNU screen 4 takes their parts for other orders; mlterm drops all that follows ten numbers.
    """
    in_screen = environment.get("TERM", "").startswith("screen") and "TMUX" not in environment
    return in_screen or "MLTERM" in environment


def role_of(standing: Standing | None) -> str:
    """The role in which a standing's word is drawn."""
    return standing.name if standing is not None else "dim"
