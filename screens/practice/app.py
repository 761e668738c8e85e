"""The app of practice."""

import argparse

from mynadesk.command.surroundings import say
from mynadesk.practice.reading import Practice
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording


def open_practice(book: Rulebook, practice: Practice, options: argparse.Namespace) -> int:
    """Open practice and stay until it is left. The exit status."""
    say(Wording(book, options.lang).fill(practice.words.start.title))
    return 0
