"""`mynadesk practice sheet | progress | export | wipe`: what practice does without a screen."""

import argparse
import shlex
import sys
from datetime import date, datetime
from random import randrange
from unicodedata import normalize

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.practice.learning.keeping import (
    export_to,
    exported,
    nicknames,
    practice_folder,
    read,
    wipe,
)
from mynadesk.practice.learning.nickname import key_of
from mynadesk.practice.learning.progress import Progress
from mynadesk.practice.printed.sheet import Sheet, sheet_text
from mynadesk.practice.printed.table import progress_lines
from mynadesk.practice.reading import Practice
from mynadesk.practice.skills.drawing import Deck
from mynadesk.practice.words import KeepingWords
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Words

_STDOUT = "-"
_SEEDS = 10_000
"""Of those that are drawn: short enough to be read out."""
_YES = "yes"


def run_task(
    book: Rulebook, practice: Practice, options: argparse.Namespace, on: date, terminal: bool
) -> int:
    """Do what was typed. The exit status: 2 where there is nothing to do it with.

    Args:
        book: The rulebook.
        practice: What practice is made of besides.
        options: `task`, and the options of it; `lang`.
        on: The day of practice.
        terminal: Whether somebody can type and see.

    Raises:
        DeskError: a record cannot be read or changed, or standard output takes nothing.
    """
    wording = Wording(book, options.lang)
    deck = Deck(book, practice.lore, on, practice.own)
    if options.task == "sheet":
        return _sheet(Sheet(deck, practice, _seed(options), options.count), wording)
    trainee = _Trainee(options.name, wording, practice.words.keeping)
    if options.task == "progress":
        return trainee.progress(practice, deck)
    if options.task == "export":
        return trainee.export(options.file)
    return trainee.wipe(options.yes, terminal)


def _seed(options: argparse.Namespace) -> int:
    seed: int | None = options.seed
    return randrange(_SEEDS) if seed is None else seed


def _sheet(sheet: Sheet, wording: Wording) -> int:
    command = f"mynadesk practice sheet --seed {sheet.seed} --count {sheet.count} --on {sheet.deck.on}"
    if wording.language != "ja":
        command += f" --lang {wording.language}"
    write_out(sheet_text(sheet, wording, command).encode())
    return 0


class _Trainee:
    """Somebody's record on this machine."""

    def __init__(self, name: str | None, wording: Wording, words: KeepingWords) -> None:
        self._name = name
        self._wording = wording
        self._words = words
        self._folder = practice_folder()

    def progress(self, practice: Practice, deck: Deck) -> int:
        """Show how far they are."""
        kept = self._read()
        if kept is None:
            return 2
        now = datetime.now().astimezone()
        lines = progress_lines(kept, deck.cards, practice.words, self._wording, now)
        write_out("".join(f"{line}\n" for line in lines).encode())
        return 0

    def export(self, file: str) -> int:
        """Write everything that is kept to a new file, or to standard output."""
        kept = self._read()
        if kept is None:
            return 2
        if file == _STDOUT:
            write_out(exported(kept).encode())
        else:
            export_to(file, kept)
            say(self._fill(self._words.exported, name=kept.nickname, file=shlex.quote(file)))
        return 0

    def wipe(self, sure: bool, terminal: bool) -> int:
        """Remove everything that is kept, once somebody is sure."""
        name = self._name
        if name is None or key_of(name) not in map(key_of, nicknames(self._folder)):
            return self._nobody()
        if not sure and not terminal:
            say(self._fill(self._words.wipe_unasked))
            return 2
        if not sure and not self._is_sure(name):
            say(self._fill(self._words.not_wiped))
            return 0
        wipe(self._folder, name)
        say(self._fill(self._words.wiped, name=name))
        return 0

    def _is_sure(self, name: str) -> bool:
        write_out(f"{self._fill(self._words.wipe_question, name=name)}: ".encode())
        typed = sys.stdin.buffer.readline().decode("utf-8", "replace")
        return normalize("NFKC", typed).strip().lower() == _YES

    def _read(self) -> Progress | None:
        """What is kept; None where nothing is, which is said."""
        kept = read(self._folder, self._name) if self._name is not None else None
        if kept is None:
            self._nobody()
        return kept

    def _nobody(self) -> int:
        """Say that nobody was named, or nobody of that name has practised here, and who has."""
        say(self._fill(self._words.whose) if self._name is None else self._unknown(self._name))
        if known := nicknames(self._folder):
            say(self._fill(self._words.known, names=self._wording.listed(known)))
        return 2

    def _unknown(self, name: str) -> str:
        return self._fill(self._words.nobody, name=name)

    def _fill(self, words: Words, **more: str) -> str:
        return self._wording.fill(words, **more)
