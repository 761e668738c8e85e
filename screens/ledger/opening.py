"""The ledger comes to the desk: its words are read, and who keeps it is engaged."""

from collections.abc import Callable

from textual.app import App

from mynadesk.fault import DeskError
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.reading import load_desk_words
from mynadesk.rulebook.book import Rulebook
from screens.desk import DeskScreen
from screens.ledger.keeper import Keeper
from screens.ledger.keeping import Keeping
from screens.ledger.visits import Visits


def visits(app: App[None], desk: DeskScreen, office: str, keeping: Keeping, tell: bool) -> Visits | None:
    """The desk's way to the ledger; None where its words cannot be used. Opens nothing yet.

    `tell`: say why there is none.
    """
    book = desk.session.book
    try:
        words = load_desk_words(keeping.rules, book)
    except DeskError as error:
        if tell:
            desk.tell(error.text(desk.session.wording.language))
        return None
    keeper = Keeper(opener(keeping.place, book))
    return Visits(app, desk, office, words, keeper, keeping.rules)


def opener(place: str, book: Rulebook) -> Callable[[], Ledger]:
    """Opens the ledger, and makes one only as long as there has been none: one that is away comes back."""
    been = False

    def opened() -> Ledger:
        nonlocal been
        ledger = open_ledger(place, book, make=not been)
        been = True
        return ledger

    return opened
