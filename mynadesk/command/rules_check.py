"""`mynadesk rules check`: every fault of a folder of rules, on standard output."""

import argparse
import json
import shutil
from datetime import date

from mynadesk.command.output import write_out
from mynadesk.inspection.report import as_data, as_text
from mynadesk.inspection.survey import survey

_CELLS = 80, 120
"""The least and the most on a line."""


def check_rules(options: argparse.Namespace, folder: str) -> int:
    """Write the faults. The exit status: 1 where there are some.

    Raises:
        UnusableRulebook: there is no such folder.
    """
    found = survey(folder, options.on or date.today())
    if options.json:
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(found, options.lang, _cells())
    write_out(text.encode("utf-8", "backslashreplace"))
    return 1 if found.spots else 0


def _cells() -> int:
    least, most = _CELLS
    return max(least, min(shutil.get_terminal_size((least, 0)).columns, most)) - 1
