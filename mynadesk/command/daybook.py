"""`mynadesk daybook`: what was counted, as text or CSV; letters to be sent; old cases."""

import argparse
import codecs
import os
import sys
from contextlib import closing
from datetime import date, datetime, time
from unicodedata import normalize

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.ledger.daybook.book import day_book
from mynadesk.ledger.daybook.columns import as_csv
from mynadesk.ledger.daybook.keeping import days_kept
from mynadesk.ledger.daybook.letters import letters
from mynadesk.ledger.daybook.names import Names
from mynadesk.ledger.daybook.printed import book_lines, letters_lines
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.place import ledger_place
from mynadesk.ledger.reading import load_day_book_words
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import Settings
from mynadesk.wording import Wording
from mynadesk.words import Words

_YES = "yes"


class DayBookCommand:
    """What was typed, and what it is done with."""

    def __init__(
        self, book: Rulebook, rules: str, options: argparse.Namespace, settings: Settings, today: date
    ) -> None:
        """`rules`: the folder of the rulebook. Raises UnusableRulebook."""
        self._book, self._options, self._settings, self._today = book, options, settings, today
        self.words = load_day_book_words(rules, book)
        self.names = Names(self.words, Wording(book, options.lang))
        self._place = ledger_place(options.ledger, settings, os.environ)

    def run(self, terminal: bool) -> int:
        """Do it without a screen. The exit status: 2 where there is nothing to do it with.

        Args:
            terminal: Whether somebody can type and see.

        Raises:
            DeskError: the ledger cannot be used, or standard output takes nothing.
        """
        if (wrong := self.wrong()) is not None:
            say(wrong)
            return 2
        if self._options.task == "letters":
            return self._letters()
        if self._options.task == "drop":
            return self._drop(terminal)
        return self._show()

    def wrong(self) -> str | None:
        """What is wrong with the options, in a sentence."""
        desk, desks = self.desk, self._book.rulebook.offices
        if desk is not None and desk not in desks:
            return self.names.fill(self.words.wrong_desk, names=", ".join(desks))
        first, last = self.days
        return self.names.fill(self.words.wrong_range) if first > last else None

    @property
    def desk(self) -> str | None:
        """The desk that was named."""
        named: str | None = getattr(self._options, "desk", None)
        return named

    @property
    def days(self) -> tuple[date, date]:
        """From when to when."""
        first = self._options.from_day or self._options.to_day or self._today
        return first, self._options.to_day or max(first, self._today)

    def open(self) -> Ledger:
        """The ledger, open. Raises UnusableLedger, also where one is named that is not there."""
        make = not self._options.ledger
        if self._options.on is None:
            return open_ledger(self._place, self._book, make=make)
        noon = datetime.combine(self._options.on, time(hour=12)).astimezone()
        return open_ledger(self._place, self._book, lambda: noon, make=make)

    def _show(self) -> int:
        with closing(self.open()) as ledger:
            found = day_book(ledger, *self.days, self.desk, self._today)
        if self._options.csv:
            mark = codecs.BOM_UTF8 if self._options.bom else b""
            write_out(mark + as_csv(found).encode())
        else:
            _write(book_lines(found, self.names))
        return 0

    def _letters(self) -> int:
        with closing(self.open()) as ledger:
            waiting = ledger.waiting(self.desk)
        days = self.words.days
        _write(letters_lines(letters(waiting, self._today, days), days, self.names, self.desk))
        return 0

    def _drop(self, terminal: bool) -> int:
        days = self._options.days or days_kept(self.words.days, self._settings)
        words = self.words.drop
        with closing(self.open()) as ledger:
            count = ledger.old(days)
            if not count:
                return self._said(words.none, 0, days, 0)
            if not self._options.yes:
                if not terminal:
                    return self._said(words.unasked, 2, days, count)
                if not self._is_sure(days, count):
                    return self._said(words.kept, 0, days, count)
            return self._said(words.dropped, 0, days, ledger.drop(days))

    def _is_sure(self, days: int, count: int) -> bool:
        question = self.names.fill(self.words.drop.question, days=str(days), count=str(count))
        write_out(f"{question}: ".encode())
        typed = sys.stdin.buffer.readline().decode("utf-8", "replace")
        return normalize("NFKC", typed).strip().lower() == _YES

    def _said(self, words: Words, status: int, days: int, count: int) -> int:
        say(self.names.fill(words, days=str(days), count=str(count)))
        return status


def _write(lines: list[str]) -> None:
    write_out("".join(f"{line}\n" for line in lines).encode())
