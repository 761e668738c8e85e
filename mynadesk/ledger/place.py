"""Where the ledger is: a folder of the user's, unless somebody says otherwise."""

import os
from collections.abc import Mapping

from mynadesk.settings import Settings

VARIABLE = "MYNADESK_LEDGER"


def ledger_folder() -> str:
    """The user's folder for the ledger; it need not exist."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("mynadesk", appauthor=False), "ledger")


def is_url(place: str) -> bool:
    """Whether a place is a URL; else it is a folder."""
    return "://" in place


def ledger_place(named: str | None, settings: Settings, environment: Mapping[str, str]) -> str:
    """The folder or the URL of the ledger.

    What was typed (`named`) comes first, then MYNADESK_LEDGER, then the settings, then the user's folder.
    It may hold a password: it is to be opened and never to be shown. A typed folder is one below where the
    command was typed; elsewhere nobody would know what it is below.
    """
    if named:
        return named if is_url(named) else os.path.abspath(os.path.expanduser(named))
    place = environment.get(VARIABLE) or settings.ledger or ledger_folder()
    return place if is_url(place) else os.path.expanduser(place)
