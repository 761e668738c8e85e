"""`mynadesk rules diff`: which situations are decided otherwise by other rules, or on another day."""

import argparse
import json
import os
from datetime import date

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.proof.changes import differences
from mynadesk.proof.changes_report import as_data, as_text
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.office_folder import rulings_folder

_WHAT = {
    "ja": "比べるものを書いてください: フォルダー2つ(旧 新)、または --between に日付2つ。",
    "en": "Say what to compare: two folders (old, new), or two dates with --between.",
}


def diff_rules(options: argparse.Namespace, folder: str) -> int:
    """Write what changes. The exit status: 0 where no situation does, 1 where some do, 2 for a slip.

    Raises:
        DeskError: rules cannot be used, or there are none for a day.
    """
    days = options.between or getattr(options, "days", [])
    folders = options.folders
    if max(len(folders), len(days)) != 2:
        say(_WHAT[options.lang])
        return 2
    rulings = rulings_folder(options.rulings, os.environ)
    old, new = (load_rulebook(each, rulings) for each in _both(folders or [folder]))
    found = differences(old, new, _visits(days))
    if options.json:
        text = json.dumps(as_data(found, old, new), ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(found, old, new, options.lang) + "\n"
    write_out(text.encode("utf-8", "backslashreplace"))
    return 1 if found.changes else 0


def _both(folders: list[str]) -> tuple[str, str]:
    return folders[0], folders[-1]


def _visits(days: list[date]) -> list[tuple[date, date]] | None:
    """The visits to compare; None for one of every stretch of days."""
    return [(days[0], days[-1])] if days else None
