"""Where the ledger is, and that nobody reads a password there."""

import os
from pathlib import Path

import pytest

from mynadesk.ledger.place import VARIABLE, ledger_folder, ledger_place
from mynadesk.settings import Settings, read_settings, write_settings

URL = "postgresql://desk:himitsu@host/ledger"


@pytest.mark.parametrize(
    ("named", "variable", "setting", "place"),
    [
        (URL, "/b", "/c", URL),
        ("/a", "/b", "/c", os.path.abspath("/a")),
        (None, "/b", "/c", "/b"),
        (None, URL, None, URL),
        (None, "", "/c", "/c"),
        (None, None, URL, URL),
        (None, None, None, ledger_folder()),
        ("below", None, None, os.path.abspath("below")),
        (None, "~/ledger", None, os.path.expanduser("~/ledger")),
        (None, "below", None, "below"),
    ],
)
def test_what_was_typed_comes_before_the_variable_and_that_before_the_settings(
    named: str | None, variable: str | None, setting: str | None, place: str
) -> None:
    environment = {} if variable is None else {VARIABLE: variable}
    assert ledger_place(named, Settings(ledger=setting), environment) == place


def test_the_settings_keep_the_place_when_the_desk_writes_them(tmp_path: Path) -> None:
    settings = Settings(office="main", ledger=URL, keep_days=30)
    assert write_settings(str(tmp_path), settings)
    assert read_settings(str(tmp_path)) == settings
