"""A paper as one self-contained HTML page, made for printing."""

import re
from bisect import bisect_left
from html import escape
from typing import Literal, NamedTuple

from mynadesk.handout.paper import Block, Fields, Heading, Paper, Points, Text, Ticks
from mynadesk.handout.readings import READING
from mynadesk.handout.words import Tongue
from mynadesk.typeset import wrap

Size = Literal["A5", "A4"]


class _Sheet(NamedTuple):
    """In millimetres, without margins."""

    wide: float
    high: float
    margin: float
    largest: float
    """Of the letters, in points."""


_SHEETS: dict[Size, _Sheet] = {"A5": _Sheet(132, 193, 8, 12), "A4": _Sheet(178, 264, 16, 14)}
_SMALLEST = 7
_STEP = 0.25
_MM = 25.4 / 72
"""Of a point."""
_LEADING = {"ja": 1.4, "easy": 1.55, "en": 1.33}
"""Height of a line in letters; kana above kanji take more."""
_KANA_ABOVE = 1.05
"""Lines with kana above them come out this much higher."""
_STRONG = '<p class="strong">'
_TICK = {False: "", True: "x"}
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠々ー]+(?:[ 、・]?[ぁ-んァ-ヶ一-龠々ー]+)*")

_STYLE = """
@page {{ size: {size} portrait; margin: {margin}mm; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: #fff; color: #000; line-height: {leading};
  font-family: "BIZ UDPGothic", "Yu Gothic", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP",
    sans-serif; }}
main {{ overflow-wrap: anywhere; line-break: strict; }}
@media screen {{ main {{ max-width: {wide}mm; margin: {margin}mm auto; }} }}
h1 {{ font-size: 1.5em; line-height: 1.25; margin: 0 0 .3em; padding-bottom: .15em;
  border-bottom: .15em solid; }}
h2 {{ font-size: 1.05em; line-height: 1.3; margin: .6em 0 .15em; border-left: .35em solid; padding-left: .4em;
  break-after: avoid; }}
p {{ margin: .15em 0; }}
p.strong {{ font-weight: bold; border: .12em solid; padding: .15em .5em; margin: .3em 0; }}
ul, ol {{ margin: .15em 0; padding-left: 1.5em; }}
li {{ break-inside: avoid; }}
ul.ticks {{ list-style: none; padding-left: 0; }}
ul.ticks > li {{ position: relative; padding-left: 1.6em; margin: .2em 0; font-weight: bold; }}
.box {{ position: absolute; left: 0; top: .25em; width: 1.05em; height: 1.05em; border: .1em solid;
  line-height: .8; text-align: center; }}
.more {{ display: block; font-weight: normal; }}
dl {{ display: flex; flex-wrap: wrap; gap: .2em 1em; margin: .3em 0; }}
dl > div {{ display: flex; align-items: stretch; border: .1em solid; }}
dt {{ padding: .1em .5em; border-right: .1em solid; }}
dd {{ margin: 0; min-width: 11em; padding: .1em .5em; font-weight: bold; }}
rt {{ font-size: .5em; line-height: 1; font-weight: normal; }}
"""


def usual_size(tongue: Tongue) -> Size:
    """Plain Japanese has small kana above its kanji, so it wants the larger paper."""
    return "A4" if tongue == "easy" else "A5"


def as_page(paper: Paper, size: Size) -> str:
    """The page: no script, no other file; letters as large as one sheet allows."""
    sheet = _SHEETS[size]
    style = _STYLE.format(size=size, margin=sheet.margin, wide=sheet.wide, leading=_LEADING[paper.tongue])
    return (
        f'<!DOCTYPE html>\n<html lang="{language_of(paper.tongue)}">\n<head>\n<meta charset="utf-8" />\n'
        f'<meta name="viewport" content="width=device-width" />\n<title>{escape(paper.title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body(paper, size)}\n</body>\n</html>\n"
    )


def body(paper: Paper, size: Size) -> str:
    """What stands on the sheet."""
    parts = [f"<h1>{_marked(paper.title, paper.tongue)}</h1>"]
    parts += [_html(block, paper.tongue) for block in paper.blocks]
    inside = "\n".join(parts)
    return f'<main style="font-size: {letters(paper, size)}pt">\n{inside}\n</main>'


def language_of(tongue: Tongue) -> str:
    """The language tag of a tongue."""
    return "en" if tongue == "en" else "ja"


def letters(paper: Paper, size: Size) -> float:
    """The largest letters, in points, with which the paper takes one sheet by reckoning."""
    sheet = _SHEETS[size]
    steps = range(int((sheet.largest - _SMALLEST) / _STEP))
    too_large = bisect_left(
        steps, True, key=lambda step: _height(paper, sheet, _SMALLEST + (step + 1) * _STEP) > sheet.high
    )
    return _SMALLEST + too_large * _STEP


def _height(paper: Paper, sheet: _Sheet, points: float) -> float:
    """Millimetres that the paper takes; a cell is half as wide as a letter."""
    letter = points * _MM
    cells = int(sheet.wide / letter * 2)
    line = _LEADING[paper.tongue] * (_KANA_ABOVE if paper.tongue == "easy" else 1)
    return letter * (2.7 + sum(_letters_high(block, cells, line) for block in paper.blocks))


def _letters_high(block: Block, cells: int, line: float) -> float:
    """Heights of letters that a block takes; the margins are those of the style."""

    def high(text: str, room: int) -> float:
        return line * len(wrap(READING.sub(_as_wide, text), room))

    if isinstance(block, Heading):
        return 2.2
    if isinstance(block, Text):
        return high(block.text, cells - 3 * block.strong) + (0.9 if block.strong else 0.15)
    if isinstance(block, Points):
        return 0.15 + sum(high(text, cells - 4) for text in block.texts)
    if isinstance(block, Ticks):
        return 0.2 + sum(
            0.2 + sum(high(text, cells - 4) for text in (tick.text, *tick.more)) for tick in block.each
        )
    return line + 0.8


def _as_wide(reading: re.Match[str]) -> str:
    """As many letters as kanji with kana of half their size above take."""
    return "国" * max(len(reading[1]), (len(reading[2]) + 1) // 2)


def _html(block: Block, tongue: Tongue) -> str:
    def marked(text: str) -> str:
        return _marked(text, tongue)

    if isinstance(block, Heading):
        return f"<h2>{marked(block.text)}</h2>"
    if isinstance(block, Text):
        return f"{_STRONG if block.strong else '<p>'}{marked(block.text)}</p>"
    if isinstance(block, Points):
        tag = "ol" if block.numbered else "ul"
        return f"<{tag}>{''.join(f'<li>{marked(text)}</li>' for text in block.texts)}</{tag}>"
    if isinstance(block, Ticks):
        items = (
            f'<li><span class="box">{_TICK[tick.ticked]}</span>{marked(tick.text)}'
            + "".join(f'<span class="more">{marked(text)}</span>' for text in tick.more)
            + "</li>"
            for tick in block.each
        )
        return f'<ul class="ticks">{"".join(items)}</ul>'
    return _fields(block, tongue)


def _fields(block: Fields, tongue: Tongue) -> str:
    fields = (
        f"<div><dt>{_marked(label, tongue)}</dt><dd>{escape(content)}</dd></div>"
        for label, content in block.each
    )
    return f"<dl>{''.join(fields)}</dl>"


def _marked(text: str, tongue: Tongue) -> str:
    """Escaped; kana above kanji in plain Japanese, and Japanese names in English told as Japanese."""
    safe = escape(text)
    if tongue == "easy":
        return READING.sub(r"<ruby>\1<rp>(</rp><rt>\2</rt><rp>)</rp></ruby>", safe)
    return _JAPANESE.sub(r'<span lang="ja">\g<0></span>', safe) if tongue == "en" else safe
