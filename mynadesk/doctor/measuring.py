"""Measures how wide this terminal draws characters, where it can be asked."""

from mynadesk.doctor.asking import Line, cells_of
from mynadesk.doctor.samples import SAMPLES, Silence, Widths, widths_of
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.sizes import WHOLE

_ASKED_NOTHING = ("dumb", "unknown")
"""What TERM says where escape sequences would only be shown."""


def measure(around: Surroundings, patience: float) -> Widths | Silence:
    """The widths, or why they could not be had. `patience`: seconds for the terminal to answer."""
    if around.input is None or around.output is None:
        return "no_terminal"
    if around.environment.get("TERM") in _ASKED_NOTHING:
        return "dumb"
    cells = _cells(around, Line(around.input, around.output), patience)
    return cells if isinstance(cells, str) else widths_of(cells)


def _cells(around: Surroundings, line: Line, patience: float) -> list[int] | Silence:
    texts = [sample.text for sample in SAMPLES]
    if around.windows:
        found = around.console.widths(texts) if around.console else None
        return "no_answer" if found is None else found
    columns = around.size.columns if around.size and around.size.columns else WHOLE.columns
    return cells_of(texts, line, columns, patience)
