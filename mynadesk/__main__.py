"""The console script: the only module that opens the screens."""

import argparse
import gc
import os
import sys
from datetime import date

from mynadesk.command.arguments import parse
from mynadesk.fault import DeskError
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules

_NO_TERMINAL = {
    "ja": "受付画面には端末が必要です。端末がないところでは mynadesk check が使えます(mynadesk --help)。",
    "en": "The desk needs a terminal. Without one, mynadesk check works (see mynadesk --help).",
}
_NO_OFFICE = {"ja": "--office に書けるのは {} です。", "en": "--office takes one of: {}."}


def main(arguments: list[str] | None = None) -> int:
    """Run what was typed. The exit status: 0 well, 2 where something has to be mended first.

    `doctor` tells by 1 that it found something to mend.
    """
    gc.disable()  # nothing made while starting is garbage, and looking for some takes as long as the rules
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if options.command is None and not _has_terminal():
        sys.stderr.write(_NO_TERMINAL[options.lang] + "\n")
        return 2
    rules = options.rules or shipped_rules()
    try:
        if options.command == "doctor":  # lives with a broken rulebook
            from mynadesk.command.doctor import doctor

            return doctor(rules, options.lang, options.json)
        return _run(options, load_rulebook(rules))
    except DeskError as error:
        sys.stderr.write(error.text(options.lang) + "\n")
        return 2
    except BrokenPipeError:
        # Whoever read our answers has gone; nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()  # so that the interpreter's end does not walk through everything once more
        gc.enable()


def _has_terminal() -> bool:
    """Whether somebody can type and see. A stream is None where whoever started us closed it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _run(options: argparse.Namespace, book: Rulebook) -> int:
    if options.command == "check":
        from mynadesk.command.check import check, check_lines

        if options.jsonl:
            gc.enable()
        run = check_lines if options.jsonl else check
        return run(book, options.file, options.lang, options.on or date.today())
    if options.office is not None and options.office not in book.rulebook.offices:
        names = ", ".join(book.rulebook.offices)
        sys.stderr.write(_NO_OFFICE[options.lang].format(names) + "\n")
        return 2
    if options.command == "ask":
        from mynadesk.command.ask import ask

        gc.freeze()
        gc.enable()  # this may stay open all day
        return ask(book, options.lang, options.office, lambda: options.on or date.today(), _has_terminal())
    from screens.app import open_desk

    return open_desk(book, options)


if __name__ == "__main__":
    sys.exit(main())
