"""The ledger comes to the desk: its words are read, and who keeps it is engaged."""

from textual.app import App

from mynadesk.fault import DeskError
from mynadesk.ledger.ledger import open_ledger
from mynadesk.ledger.reading import load_desk_words
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
    keeper = Keeper(lambda: open_ledger(keeping.place, book))
    return Visits(app, desk, office, words, keeper, keeping.rules)
