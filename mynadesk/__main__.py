"""The console script: the only module that opens the screens.

What takes time to import is imported in functions, when Ctrl+C no longer shows where Python was.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING

from mynadesk.command.surroundings import (
    can_place_text,
    end_quietly,
    forget_tools,
    has_terminal,
    hear_ctrl_c,
    say,
    speak_japanese,
)

if TYPE_CHECKING:
    import argparse

    from mynadesk.rulebook.book import Rulebook

_NO_TERMINAL = {
    "ja": "受付画面には端末が必要です。端末がないところでは mynadesk ask か mynadesk check が使えます"
    "(mynadesk --help)。",
    "en": "The desk needs a terminal. Without one, mynadesk ask and mynadesk check work"
    " (see mynadesk --help).",
}
_CANNOT_PLACE = {
    "ja": "この端末(TERM=dumb)では文字の位置を決められないため、受付画面は出せません。"
    "1行ずつ進む mynadesk ask か、mynadesk check が使えます。",
    "en": "This terminal (TERM=dumb) cannot place text, which the desk needs. "
    "Use mynadesk ask, which goes line by line, or mynadesk check.",
}
_FAULT = {
    "ja": "不具合のため続けられなくなりました。もう一度お試しください。",
    "en": "A fault of the program stopped it. Please try again.",
}
_NO_OFFICE = {"ja": "--office に書けるのは {} です。", "en": "--office takes one of: {}."}


def main(arguments: list[str] | None = None) -> int:
    """Run what was typed. The exit status: 0 well, 2 where something has to be mended first.

    `doctor` tells by 1 that it found something to mend.
    """
    gc.disable()  # nothing made while starting is garbage, and looking for some takes as long as the rules
    end_quietly()
    given = sys.argv[1:] if arguments is None else arguments
    if "doctor" not in given:  # which wants to see the streams as they are
        speak_japanese()
    from mynadesk.command.arguments import parse

    options = parse(given)
    try:
        return _start(options)
    except BrokenPipeError:
        # Whoever read our answers has gone; nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from mynadesk.crash import crash_report

        say(_FAULT[options.lang] + crash_report(error))
        return 1
    finally:
        gc.freeze()  # so that the interpreter's end does not walk through everything once more
        gc.enable()


def _start(options: "argparse.Namespace") -> int:
    from mynadesk.fault import DeskError
    from mynadesk.rulebook.loading import load_rulebook
    from mynadesk.rulebook.office_folder import rulings_folder
    from mynadesk.rulebook.shipped import shipped_rules

    if options.command == "rules" and options.task is None and has_terminal() and can_place_text():
        options.task = "show"
    if _opens_screen(options) and not (has_terminal() and can_place_text()):
        say((_CANNOT_PLACE if has_terminal() else _NO_TERMINAL)[options.lang])
        return 2
    rules = options.rules or shipped_rules()
    rulings = rulings_folder(options.rulings, os.environ)
    try:
        if options.command == "doctor":  # lives with a broken rulebook
            from mynadesk.command.doctor import doctor
            from mynadesk.ledger.place import ledger_place
            from mynadesk.settings import read_settings, settings_folder

            place = ledger_place(options.ledger, read_settings(settings_folder()), os.environ)
            return doctor(rules, place, options.lang, options.json, rulings=rulings)
        if options.command == "rules":  # each task reads what it is about
            if _opens_screen(options):
                return _show_rules(options, rules, rulings)
            from mynadesk.command.rules import rules as run_rules

            return run_rules(options, rules)
        return _run(options, load_rulebook(rules, rulings), rules)
    except DeskError as error:
        say(error.text(options.lang))
        return 2


def _opens_screen(options: "argparse.Namespace") -> bool:
    return (
        options.command is None
        or (options.command == "practice" and options.task is None)
        or (options.command == "rules" and options.task == "show")
    )


def _run(options: "argparse.Namespace", book: "Rulebook", rules: str) -> int:
    from datetime import date

    if options.command == "check":
        from mynadesk.command.check import check, check_lines

        if options.jsonl:
            gc.enable()
        run = check_lines if options.jsonl else check
        return run(book, options.file, options.lang, options.on or date.today())
    if options.command == "handout":
        from mynadesk.command.handout import handout

        return handout(book, rules, options, options.on or date.today())
    book = book.at(options.on or date.today())
    if options.command == "daybook":
        return _tell_counts(options, book, rules)
    if options.office is not None and options.office not in book.rulebook.offices:
        names = ", ".join(book.rulebook.offices)
        say(_NO_OFFICE[options.lang].format(names))
        return 2
    if options.command == "ask":
        from mynadesk.command.ask import ask

        hear_ctrl_c()
        gc.freeze()
        gc.enable()  # this may stay open all day
        return ask(
            book, options.lang, options.office, lambda: options.on or date.today(), has_terminal(), rules
        )
    if options.command == "practice":
        return _practise(options, book, rules)
    if options.open is not None:
        return _open_case(options, book, rules)
    forget_tools(os.environ)
    from screens.opening import open_desk

    return open_desk(book, options, rules)


def _open_case(options: "argparse.Namespace", book: "Rulebook", rules: str) -> int:
    from datetime import date

    from mynadesk.command.check import read_one

    file = options.open if options.open != "-" else "./-"  # the terminal is wanted for keys
    case = read_one(book, file, options.lang, options.on or date.today())
    forget_tools(os.environ)
    from screens.opened import open_case

    return open_case(book, case, options, rules)


def _show_rules(options: "argparse.Namespace", rules: str, rulings: str) -> int:
    from datetime import date

    from mynadesk.rulebook.loading import load_rulebook

    folder = getattr(options, "folder", None) or rules
    book = load_rulebook(folder, rulings).at(options.on or date.today())
    forget_tools(os.environ)
    from screens.rules.app import open_rules

    return open_rules(book, options, (folder, rulings))


def _tell_counts(options: "argparse.Namespace", book: "Rulebook", rules: str) -> int:
    from datetime import date

    from mynadesk.command.daybook import DayBookCommand
    from mynadesk.settings import read_settings, settings_folder

    def today() -> date:
        day: date = options.on or date.today()
        return day

    command = DayBookCommand(book, rules, options, read_settings(settings_folder()), today())
    as_text = options.task is not None or options.csv or options.text
    if as_text or not (has_terminal() and can_place_text()):
        return command.run(has_terminal())
    if (wrong := command.wrong()) is not None:
        say(wrong)
        return 2
    forget_tools(os.environ)
    from screens.ledger.daybook_app import open_day_book

    return open_day_book(book, command.words, options, command.open, today)


def _practise(options: "argparse.Namespace", book: "Rulebook", rules: str) -> int:
    from datetime import date

    from mynadesk.practice.reading import load_practice

    on = options.on or date.today()
    practice = load_practice(rules, book, on)
    if options.task is not None:
        from mynadesk.command.practice import run_task

        return run_task(book, practice, options, on, has_terminal())
    forget_tools(os.environ)
    from screens.practice.app import open_practice

    return open_practice(book, practice, options)


if __name__ == "__main__":
    sys.exit(main())
