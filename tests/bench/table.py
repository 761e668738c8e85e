"""Rows of figures as one Markdown table that also reads well as plain text."""

import math
import statistics
from collections.abc import Sequence
from typing import Any, NamedTuple

_HEADINGS = ("measured", "mynadesk", "beside it", "", "ratio", "at most", "met")
_RIGHT = (False, True, True, False, True, True, False)
_PER_SECOND = {"ms": 1e3, "µs": 1e6}


class Aim(NamedTuple):
    """What is not to be exceeded, in the row's unit or as a ratio."""

    most: float
    is_ratio: bool = False


class Row(NamedTuple):
    """One figure beside the other side's; `unit` is ms or µs for seconds, or what is counted a second."""

    what: str
    ours: float
    theirs: float
    beside: str
    unit: str
    aim: Aim | None = None
    by_turns: float | None = None
    """The ratio as it was seen turn by turn, where each turn measured both sides."""

    @property
    def ratio(self) -> float:
        """How many times as much as the other side."""
        return self.ours / self.theirs if self.by_turns is None else self.by_turns

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        if self.aim is None:
            return None
        return (self.ratio if self.aim.is_ratio else self.ours * self._factor) <= self.aim.most

    def shown(self, figure: float) -> str:
        """A figure of this row in its unit."""
        return f"{_rounded(figure * self._factor)} {self.unit}"

    def as_data(self) -> dict[str, Any]:
        """The row for JSON, with figures in the row's unit."""
        figures = {"mynadesk": self.ours * self._factor, "beside_it": self.theirs * self._factor}
        aim = None if self.aim is None else self.aim._asdict()
        told = {"unit": self.unit, "beside": self.beside, "ratio": self.ratio, "aim": aim, "met": self.met}
        return {"measured": self.what, **figures, **told}

    @property
    def _factor(self) -> float:
        return _PER_SECOND.get(self.unit, 1.0)


def p50(times: Sequence[float]) -> float:
    """The median."""
    return statistics.median(times)


def p99(times: Sequence[float]) -> float:
    """The time that 99 of 100 do not exceed."""
    return sorted(times)[math.ceil(0.99 * len(times)) - 1]


def medians(
    what: str, ours: Sequence[float], theirs: Sequence[float], beside: str, aim: Aim | None = None
) -> Row:
    """A row for times of the same turns.

    Its ratio is the median of each turn's ratio: while other programs come and go, both sides of one turn
    are slowed down alike, but the median of one side may fall into a busy time and that of the other not.
    """
    ratios = [our / their for our, their in zip(ours, theirs, strict=True)]
    return Row(f"{what}, median", p50(ours), p50(theirs), beside, "ms", aim, p50(ratios))


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table with aligned columns."""
    cells = [_HEADINGS, *map(_cells, rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(_HEADINGS))]
    rule = [_rule(width, right) for width, right in zip(widths, _RIGHT, strict=True)]
    head, *body = [
        [cell.rjust(width) if right else cell.ljust(width) for cell, width, right in zip(*each, strict=True)]
        for each in ((line, widths, _RIGHT) for line in cells)
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *body))


def _rule(width: int, right: bool) -> str:
    return "-" * (width - 1) + ":" if right else "-" * width


def _cells(row: Row) -> tuple[str, ...]:
    met = {True: "yes", False: "no", None: ""}[row.met]
    figures = row.shown(row.ours), row.shown(row.theirs)
    return (row.what, *figures, row.beside, f"{row.ratio:.2f}", _aim(row), met)


def _aim(row: Row) -> str:
    if row.aim is None:
        return ""
    return f"ratio {row.aim.most:g}" if row.aim.is_ratio else f"{row.aim.most:g} {row.unit}"


def _rounded(figure: float) -> str:
    """Three digits that matter, and no fraction from a hundred up."""
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"
