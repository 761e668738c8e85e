"""`mynadesk` without a command: the desk, with what this office and this machine say of it."""

import argparse
import os
from datetime import date

from mynadesk.command.surroundings import say
from mynadesk.ledger.place import ledger_place
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.office_folder import rulings_folder
from mynadesk.settings import print_folder, read_settings, settings_folder
from screens.app import DeskApp
from screens.ledger.keeping import Keeping
from screens.survival import leave_no_dump


def open_desk(book: Rulebook, options: argparse.Namespace, rules: str) -> int:
    """Open the desk and stay until it is left. The exit status. `rules`: the folder of the rulebook."""

    def today() -> date:
        day: date = options.on or date.today()
        return day

    leave_no_dump()
    times = (options.hide_after, options.drop_after)
    folder = settings_folder()
    keeping = Keeping(rules, ledger_place(options.ledger, read_settings(folder), os.environ))
    papers = (rules, print_folder())
    sources = (rules, rulings_folder(options.rulings, os.environ))
    app = DeskApp(
        book,
        options.lang,
        options.office,
        today,
        folder,
        times,
        keeping=keeping,
        papers=papers,
        sources=sources,
    )
    try:
        app.run()
    finally:
        app.forget_papers()
    app.finish()
    if app.last_words:
        say(app.last_words)
    return app.return_code or 0
