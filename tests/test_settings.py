"""What a machine remembers between two starts."""

import os
from pathlib import Path

import pytest

from mynadesk.settings import Settings, read_settings, settings_folder, write_settings


def test_what_was_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    assert write_settings(str(folder), Settings("main"))
    assert read_settings(str(folder)) == Settings("main")
    assert [file.name for file in folder.iterdir()] == ["settings.json"]


def test_nothing_is_written_where_nobody_knows_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be a folder named ~ wherever the desk was opened."""
    monkeypatch.chdir(tmp_path)
    assert not write_settings("~/.config/mynadesk", Settings("main"))
    assert read_settings("~/.config/mynadesk") == Settings()
    assert [*tmp_path.iterdir()] == []


def test_a_folder_in_the_place_of_the_file_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert not write_settings(str(tmp_path), Settings("main"))
    assert read_settings(str(tmp_path)) == Settings()
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{"office": "main", "keep_days": 0, "ledger": "/a"}', Settings(office="main", ledger="/a")),
        ('{"office": 7, "keep_days": 30, "ledger": ["/a"]}', Settings(keep_days=30)),
        ('{"keep_days": "90", "of": {}, "theme": "contrast"}', Settings(theme="contrast")),
        ('["main"]', Settings()),
        ('{"office": "main"', Settings()),
        ('{"office": 1, "theme', Settings()),
    ],
)
def test_a_slip_in_one_entry_leaves_the_others(tmp_path: Path, written: str, read: Settings) -> None:
    (tmp_path / "settings.json").write_text(written)
    assert read_settings(str(tmp_path)) == read


@pytest.mark.skipif(os.name != "posix", reason="Only POSIX says whose a file is in three digits.")
def test_a_place_with_a_password_is_the_users_alone(tmp_path: Path) -> None:
    write_settings(str(tmp_path), Settings(ledger="postgresql://desk:himitsu@host/ledger"))
    assert (tmp_path / "settings.json").stat().st_mode & 0o077 == 0


def test_the_folder_is_the_programs_own() -> None:
    assert Path(settings_folder()).name == "mynadesk"
