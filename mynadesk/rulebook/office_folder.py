"""Where the office keeps its rulings: a folder of the user's, unless somebody says otherwise."""

import os
import sys
from collections.abc import Mapping

from mynadesk.settings import settings_folder

VARIABLE = "MYNADESK_RULINGS"
_FOLDER = "rulings"


def rulings_folder(named: str | None, environment: Mapping[str, str]) -> str:
    """The folder with a file for each rulebook; it need not exist.

    What was typed (`named`) comes first, then MYNADESK_RULINGS, then `rulings` beside the user's settings.
    """
    place = named or environment.get(VARIABLE)
    return (
        os.path.abspath(os.path.expanduser(place)) if place else os.path.join(_beside(environment), _FOLDER)
    )


def _beside(environment: Mapping[str, str]) -> str:
    """The folder for settings. Every command asks for it, and where a line can tell it, the library that
    knows it for all systems takes longer to import than a case to be decided."""
    if sys.platform in ("win32", "darwin"):
        return settings_folder()
    return os.path.join(
        environment.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config"), "mynadesk"
    )
