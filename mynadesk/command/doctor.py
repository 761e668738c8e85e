"""`mynadesk doctor`: the findings, on standard output."""

import json
import sys

from mynadesk.command.output import write_out
from mynadesk.doctor.examining import examine
from mynadesk.doctor.measuring import measure
from mynadesk.doctor.report import IN_ENGLISH, STANDINGS, as_data, as_text, status
from mynadesk.doctor.samples import shows_japanese
from mynadesk.doctor.surroundings import Surroundings, look_around
from mynadesk.words import Language

PATIENCE = 0.5
"""Seconds for the terminal to answer: many times what a slow line in one city needs."""
_LINE_CELLS = 78
_LEAST_CELLS = 40


def doctor(
    rules: str,
    place: str,
    language: Language,
    as_json: bool,
    patience: float = PATIENCE,
    rulings: str | None = None,
) -> int:
    """Look at everything and tell. The exit status: 1 where something is to be mended.

    Args:
        rules: Their folder.
        place: The folder or the URL of the ledger, which is never told whole.
        language: In which it is told, if the terminal can show it.
        as_json: For scripts.
        patience: Seconds for the terminal to answer.
        rulings: The folder of the office's rulings.

    Raises:
        DeskError: standard output takes nothing.
    """
    around = look_around()
    measured = measure(around, patience)  # before anything is written
    findings = examine(around, measured, patience, rules, place, rulings)
    if as_json:
        text = json.dumps(as_data(findings), ensure_ascii=False, indent=2) + "\n"
        write_out(text.encode("utf-8", "backslashreplace"))
        return status(findings)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    first = ""
    if language == "ja" and not (shows_japanese(measured) and _can_write_japanese(encoding)):
        language, first = "en", IN_ENGLISH + "\n\n"
    text = first + as_text(findings, language, _cells(around))
    write_out(text.encode(encoding, "backslashreplace"))
    return status(findings)


def _cells(around: Surroundings) -> int:
    columns = around.size.columns if around.size else 0
    return max(_LEAST_CELLS, min(columns - 1, _LINE_CELLS)) if columns else _LINE_CELLS


def _can_write_japanese(encoding: str) -> bool:
    try:
        "".join(word.ja for word in STANDINGS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
