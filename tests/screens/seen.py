"""Colours as eyes see them: contrast after WCAG 2.2, colour blindness after Machado et al. (2009), CIE76."""

from rich.color import Color, ColorSystem
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme

Linear = tuple[float, float, float]

_EYES: dict[str, tuple[Linear, Linear, Linear]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "mono": ((0.2126, 0.7152, 0.0722),) * 3,
}


def _palette(*colours: str) -> TerminalTheme:
    parts = [tuple(bytes.fromhex(colour)) for colour in colours]
    triples = [(red, green, blue) for red, green, blue in parts]
    return TerminalTheme((0, 0, 0), triples[7], triples[:8], triples[8:])


PALETTES = {
    "Windows Terminal": _palette(
        *("0c0c0c", "c50f1f", "13a10e", "c19c00", "0037da", "881798", "3a96dd", "cccccc"),
        *("767676", "e74856", "16c60c", "f9f1a5", "3b78ff", "b4009e", "61d6d6", "f2f2f2"),
    ),
    "xterm": _palette(
        *("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"),
        *("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
    ),
    "VGA": _palette(
        *("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa"),
        *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
    ),
}
"""The sixteen colours of some terminals as they come."""
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)


def contrast(style: Style, system: ColorSystem, palette: TerminalTheme = DEFAULT_TERMINAL_THEME) -> float:
    """How much a style's ink stands out from its ground on a terminal with so many colours: 1 to 21.

    `palette`: which sixteen colours the terminal has.
    """
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = (
        _luminance(_linear(colour.downgrade(system), palette)) for colour in (style.color, style.bgcolor)
    )
    return (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)


def as_seen_by(eyes: str, style: Style, ground: bool) -> Linear:
    """The style's ground, or its ink, in the light that these eyes make of it."""
    colour = style.bgcolor if ground else style.color
    assert colour is not None
    red, green, blue = (max(0.0, min(1.0, value)) for value in _times(_EYES[eyes], _linear(colour)))
    return red, green, blue


def difference(one: Linear, other: Linear) -> float:
    """How different two colours look: 2 is just seen, 100 is black and white."""
    squares = ((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True))
    return float(sum(squares) ** 0.5)


def _linear(colour: Color, palette: TerminalTheme = DEFAULT_TERMINAL_THEME) -> Linear:
    red, green, blue = (_bare(part / 255) for part in colour.get_truecolor(palette))
    return red, green, blue


def _bare(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _luminance(colour: Linear) -> float:
    return _times(_XYZ, colour)[1]


def _times(matrix: tuple[Linear, Linear, Linear], colour: Linear) -> Linear:
    x, y, z = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return x, y, z


def _lab(colour: Linear) -> Linear:
    x, y, z = (_root(value / white) for value, white in zip(_times(_XYZ, colour), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
