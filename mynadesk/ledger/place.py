"""Where the ledger is kept."""

import os


def ledger_folder() -> str:
    """The user's folder for the ledger; it need not exist."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("mynadesk", appauthor=False), "ledger")
