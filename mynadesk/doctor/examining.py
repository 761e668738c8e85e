"""All checks, in the order in which they are told."""

import sys
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


def examine(around: Surroundings, measured: Widths | Silence, patience: float, rules: str) -> list[Finding]:
    """Every finding. `measured`: within `patience` seconds; `rules`: the folder of the rulebook."""
    data = data_folder()
    place = writable(DATA, data, room_at)
    return [
        terminal(around),
        size(around),
        width(around, measured, patience),
        encoding(around),
        colours(around),
        fonts(around, measured),
        writable(SETTINGS, settings_folder(), room_at),
        place,
        rulebook(rules),
        ledger(data, place),
        versions(wanted(), python_version(), installed),
        start(sources(), sys.dont_write_bytecode),
    ]
