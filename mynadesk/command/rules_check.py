"""`mynadesk rules check`: every fault of a folder of rules, on standard output."""

import argparse
import json
import os
from datetime import date

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import columns
from mynadesk.inspection.office import look_at_rulings
from mynadesk.inspection.report import as_data, as_text
from mynadesk.inspection.survey import survey
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.office_folder import rulings_folder
from mynadesk.rulebook.rulings import overdue_sentences
from mynadesk.words import Words


def check_rules(options: argparse.Namespace, folder: str) -> int:
    """Write the faults, and the rulings that were to be looked at again. The exit status: 1 for faults.

    Raises:
        UnusableRulebook: there is no such folder.
    """
    on, rulings = options.on or date.today(), rulings_folder(options.rulings, os.environ)
    found = survey(folder, on)
    overdue: list[Words] = []
    if not found.spots:
        look_at_rulings(found, rulings)
    if not found.spots:
        overdue = overdue_sentences(load_rulebook(folder, rulings), on)
    if options.json:
        data = {**as_data(found), "overdue": [{"ja": each.ja, "en": each.en} for each in overdue]}
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(found, options.lang, columns())
        text += "".join(f"{each.in_(options.lang)}\n" for each in overdue)
    write_out(text.encode("utf-8", "backslashreplace"))
    return 1 if found.spots else 0
