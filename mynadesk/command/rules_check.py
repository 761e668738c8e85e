"""`mynadesk rules check`: every fault of a folder of rules, on standard output."""

import argparse
import json
from datetime import date

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import columns
from mynadesk.inspection.report import as_data, as_text
from mynadesk.inspection.survey import survey


def check_rules(options: argparse.Namespace, folder: str) -> int:
    """Write the faults. The exit status: 1 where there are some.

    Raises:
        UnusableRulebook: there is no such folder.
    """
    found = survey(folder, options.on or date.today())
    if options.json:
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(found, options.lang, columns())
    write_out(text.encode("utf-8", "backslashreplace"))
    return 1 if found.spots else 0
