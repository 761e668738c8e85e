"""`mynadesk rules check --all DIR`: every rulebook in a folder loaded, checked and proved, on all cores."""

import argparse
import json
import os
from contextlib import closing
from datetime import date
from time import perf_counter

from mynadesk.command.bar import Bar
from mynadesk.command.output import write_out
from mynadesk.command.surroundings import hear_ctrl_c, say
from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.inspection.many import Looked, folders_of_rules, look_at_all
from mynadesk.inspection.many_report import as_data, as_text
from mynadesk.rulebook.loading import cannot_open
from mynadesk.words import Words

_STOPPED = 130
_NONE = Words("規則のフォルダーが1つもありません。", "There is no folder of rules in it.")
_LOOK = Words(
    "overlay.yaml か rulebook.yaml のあるフォルダーを、この中に置いてください。",
    "Put folders with an overlay.yaml or a rulebook.yaml into it.",
)
_STOPPED_AT = Words(
    "途中で止めました。{all:,}のうち{done:,}まで調べました。", "Stopped. {done:,} of {all:,} were looked at."
)


def check_all(options: argparse.Namespace, folder: str) -> int:
    """Look at all of them and tell. The exit status: 1 where one has faults or holes, 130 after Ctrl+C.

    Raises:
        UnusableRulebook: there is no such folder, or no rulebook in it.
    """
    folders = _folders(folder)
    jobs = min(options.jobs or os.cpu_count() or 1, len(folders))
    began = perf_counter()
    done = sorted(_look(folders, options, jobs), key=lambda each: each.folder)
    seconds = perf_counter() - began
    if options.json:
        text = json.dumps(as_data(done, len(folders), seconds, jobs), ensure_ascii=False) + "\n"
    else:
        text = as_text(done, options.lang, seconds, jobs)
    write_out(text.encode("utf-8", "backslashreplace"))
    if len(done) < len(folders):
        return _STOPPED
    return 1 if any(each.faults or each.holes for each in done) else 0


def _folders(folder: str) -> list[str]:
    try:
        folders = folders_of_rules(folder)
    except OSError:
        raise cannot_open(folder) from None
    if not folders:
        raise UnusableRulebook(Fault(_NONE, _LOOK, "", folder))
    return folders


def _look(folders: list[str], options: argparse.Namespace, jobs: int) -> list[Looked]:
    """What is done when all are, or when Ctrl+C is pressed, which is then told."""
    hear_ctrl_c()
    done: list[Looked] = []
    bar = Bar(len(folders), options.lang)
    try:
        with closing(look_at_all(folders, options.on or date.today(), jobs)) as looking:
            for each in looking:
                done.append(each)
                bar.show(len(done))
    except KeyboardInterrupt:
        bar.end()
        say(_STOPPED_AT.in_(options.lang).format(done=len(done), all=len(folders)))
    bar.end()
    return done
