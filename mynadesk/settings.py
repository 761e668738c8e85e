"""What this machine remembers between two starts: its office, its looks, where the ledger is."""

import os
from contextlib import suppress
from typing import Annotated

import msgspec
from msgspec.structs import replace

_NAME = "settings.json"


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    office: str | None = None
    theme: str | None = None
    ledger: str | None = None
    """A folder or a URL of PostgreSQL, with a password perhaps: it is never shown."""
    keep_days: Annotated[int, msgspec.Meta(ge=1, le=9999)] | None = None
    """Days for which ended cases are kept, where not as many as the rules say."""


def settings_folder() -> str:
    """The user's folder for settings; it need not exist."""
    from platformdirs import user_config_dir  # wanted by the desk only

    return user_config_dir("mynadesk", appauthor=False)


def print_folder() -> str:
    """The user's folder for pages while they are printed; it need not exist."""
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("mynadesk", appauthor=False), "print")


def read_settings(folder: str) -> Settings:
    """What is remembered; nothing where there is no file or it cannot be read: then it is asked again.

    Somebody may have written into it: a slip in one of its entries leaves the others as they are.
    """
    try:
        with open(os.path.join(folder, _NAME), "rb") as file:
            content = file.read()
        return msgspec.json.decode(content, type=Settings)
    except msgspec.ValidationError:
        return _what_fits(content)
    except (OSError, msgspec.MsgspecError):
        return Settings()


def _what_fits(content: bytes) -> Settings:
    found = Settings()
    try:
        raw = msgspec.json.decode(content)
    except msgspec.MsgspecError:  # behind the entry with the slip there is more that is wrong
        return found
    for name, value in raw.items() if isinstance(raw, dict) else ():
        with suppress(msgspec.ValidationError):
            one = msgspec.convert({name: value}, Settings)
            found = replace(found, **{name: getattr(one, name)}) if hasattr(one, name) else found
    return found


def write_settings(folder: str, settings: Settings) -> bool:
    """Remember the settings. False where they could not be written; nothing is half written.

    Nor is anything written where the folder begins at no root: then nobody knows the user's home.
    """
    if not os.path.isabs(folder):
        return False
    path = os.path.join(folder, _NAME)
    try:
        os.makedirs(folder, exist_ok=True)
        # The user's alone: the URL of a ledger can hold a password.
        with open(path + ".new", "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(msgspec.json.encode(settings))
        os.replace(path + ".new", path)
    except OSError:
        with suppress(OSError):
            os.remove(path + ".new")
        return False
    return True
