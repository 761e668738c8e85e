"""All checks, in the order in which they are told."""

import sys
from datetime import date
from platform import python_version

from mynadesk.doctor.colours import colours
from mynadesk.doctor.encoding import encoding
from mynadesk.doctor.finding import Finding
from mynadesk.doctor.folders import DATA, SETTINGS, data_folder, room_at, writable
from mynadesk.doctor.fonts import fonts
from mynadesk.doctor.ledger import ledger
from mynadesk.doctor.rules import rulebook
from mynadesk.doctor.samples import Silence, Widths
from mynadesk.doctor.size import size
from mynadesk.doctor.start import sources, start
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.doctor.terminal import terminal
from mynadesk.doctor.versions import installed, versions, wanted
from mynadesk.doctor.width import width
from mynadesk.settings import settings_folder


def examine(
    around: Surroundings,
    measured: Widths | Silence,
    patience: float,
    rules: str,
    place: str,
    rulings: str | None = None,
) -> list[Finding]:
    """Every finding.

    Args:
        around: What the program stands in.
        measured: How wide the terminal draws.
        patience: Seconds that it had to answer.
        rules: The folder of the rulebook.
        place: The folder or the URL of the ledger.
        rulings: The folder of the office's rulings.
    """
    return [
        terminal(around),
        size(around),
        width(around, measured, patience),
        encoding(around),
        colours(around),
        fonts(around, measured),
        writable(SETTINGS, settings_folder(), room_at),
        writable(DATA, data_folder(), room_at),
        rulebook(rules, rulings, date.today()),
        ledger(place, room_at),
        versions(wanted(), python_version(), installed),
        start(sources(), sys.dont_write_bytecode),
    ]
