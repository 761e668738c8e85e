"""How long ended cases are kept, and the dropping of those that are older."""

from mynadesk.ledger.daybook.words import Days
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.reading import load_day_book_words
from mynadesk.rulebook.book import Rulebook
from mynadesk.settings import Settings


def days_kept(days: Days, settings: Settings) -> int:
    """For how many days ended cases are kept: as this machine's settings say, else as the rules do."""
    return settings.keep_days or days.keep


def drop_old(ledger: Ledger, rules: str, book: Rulebook, settings: Settings) -> int:
    """Drop what has been kept for long enough; how many cases there were.

    For the desk, once when it starts and once a day, away from the screen: it reads files and asks the store.

    Args:
        ledger: An open ledger.
        rules: The folder of rules.
        book: The rulebook in it.
        settings: Of this machine.

    Raises:
        DeskError: the words of the day book or the ledger cannot be used; nothing is half dropped.
    """
    return ledger.drop(days_kept(load_day_book_words(rules, book).days, settings))
