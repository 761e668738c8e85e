"""A store that is away, full, read-only or no ledger: a sentence, and never a step that only seems done."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.count import What
from mynadesk.ledger.ledger import Ledger, open_ledger
from mynadesk.ledger.place import ledger_folder
from mynadesk.ledger.states import Step
from mynadesk.ledger.store.engine import FILE
from mynadesk.ledger.trouble import LedgerTrouble, NotWritten, UnusableLedger
from mynadesk.rulebook.book import Rulebook
from tests.ledger.requests import MAIN, a_tally, first_visit, shipped

ROOT = Path(__file__).parents[2]
NOBODY = 65534
DAY = date(2026, 11, 24)


def said_by(what: str, folder: Path) -> list[str]:
    """What a new process says that does one of the things at the end of this file."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.test_trouble", what, str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name != "posix", reason="Only POSIX limits the size of files.")
def test_a_full_disk_is_a_sentence_and_what_was_told_before_is_kept(
    tmp_path: Path, opened: Callable[[str], Ledger]
) -> None:
    """The process may write no file beyond some hundred kilobytes."""
    *written, trouble = said_by("fill", tmp_path)
    assert trouble == "NotWritten: 台帳に書き込めませんでした(ディスクの読み書きに失敗しました)。"
    ledger = opened(str(tmp_path))
    assert len(written) > 3
    for number in written:
        assert ledger.find(number).number == number
    ledger.open_case(MAIN, first_visit())


def test_a_disk_without_any_room_is_a_sentence(tiny_disk: Path, book: Rulebook) -> None:
    """A real one, where we may mount one: then SQLite tells a full disk from a failing one."""
    now = datetime(2026, 11, 24, tzinfo=UTC)
    with closing(open_ledger(str(tiny_disk), book, lambda: now)) as ledger:
        for _ in range(3):
            ledger.move(ledger.open_case(MAIN, first_visit()), Step.withdraw, MAIN)
        written: list[CaseFile] = []
        with pytest.raises(NotWritten, match=r"the disk is full.*Press the same key again"):
            written.extend(ledger.open_case(MAIN, first_visit()) for _ in count())
        assert written
        with pytest.raises(NotWritten, match=r"the disk is full.*Do not count this step as done"):
            _ = [ledger.move(file, Step.send, MAIN) for file in written]
        with pytest.raises(NotWritten, match=r"the disk is full.*missing from the counts"):
            count_day_after_day(ledger)
        now += timedelta(3)
        with pytest.raises(NotWritten, match=r"the disk is full.*Drop them again later"):
            ledger.drop(1)
        assert ledger.old(1) == 3
        assert [ledger.find(file.number).opened for file in written] == [file.opened for file in written]
        assert {each.number for each in ledger.waiting()} == {file.number for file in written}


def count_day_after_day(ledger: Ledger) -> None:
    """Each day has rows of its own."""
    for days in count():
        ledger.count(MAIN, DAY + timedelta(days), a_tally())


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    mount = ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(tmp_path)]
    if not shutil.which("mount") or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode != 0:
        pytest.skip("Nothing may be mounted here.")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.skipif(os.name != "posix", reason="Another user can be played on POSIX alone.")
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    assert said_by("open as somebody else", closed) == [
        "UnusableLedger: 台帳が使えません(書き込みの権限がありません)。"
    ]


@pytest.mark.parametrize("place", ["ledger", "~/ledger", "", "/dev/null/ledger"])
def test_a_place_that_can_be_no_folder_is_a_sentence(place: str, book: Rulebook) -> None:
    with pytest.raises(UnusableLedger, match="cannot be reached"):
        open_ledger(place, book)


def test_a_store_that_may_only_be_read_tells_and_takes_nothing(tmp_path: Path, book: Rulebook) -> None:
    with closing(open_ledger(str(tmp_path), book)) as ledger:
        file = ledger.open_case(MAIN, first_visit())
        with ledger._store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(NotWritten, match="may not be written"):
            ledger.move(file, Step.send, MAIN)
        with pytest.raises(NotWritten, match=r"may not be written.*The desk works on"):
            ledger.count(MAIN, DAY, a_tally())
        assert ledger.find(file.number) == file
        assert all(each.what is What.step for each in ledger.counted(DAY, DAY))


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path, book: Rulebook) -> None:
    path = tmp_path / FILE
    path.write_bytes("これは台帳ではありません。".encode() * 100)
    before = path.read_bytes()
    with pytest.raises(UnusableLedger, match="this is no ledger"):
        open_ledger(str(tmp_path), book)
    assert path.read_bytes() == before


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path, book: Rulebook) -> None:
    path = tmp_path / FILE
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE music (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(UnusableLedger) as told:
        open_ledger(str(tmp_path), book)
    assert "台帳ではありません" in told.value.text("ja")
    assert path.read_bytes() == before


def test_a_damaged_ledger_is_a_sentence(tmp_path: Path, book: Rulebook) -> None:
    with closing(open_ledger(str(tmp_path), book)) as ledger:
        number = ledger.open_case(MAIN, first_visit()).number
    path = tmp_path / FILE
    content = bytearray(path.read_bytes())
    content[200:] = b"\xa5" * (len(content) - 200)
    path.write_bytes(content)
    with pytest.raises(UnusableLedger, match="damaged"):
        open_ledger(str(tmp_path), book).find(number)


@pytest.mark.parametrize("put_another", [False, True])
def test_a_file_that_was_taken_away_is_noticed_before_anything_is_written(
    tmp_path: Path, book: Rulebook, put_another: bool
) -> None:
    """The open file could still be written to, where nobody would find it again."""
    with closing(open_ledger(str(tmp_path), book)) as ledger:
        file = ledger.open_case(MAIN, first_visit())
        (tmp_path / FILE).rename(tmp_path / "elsewhere")
        if put_another:
            (tmp_path / FILE).touch()
        with pytest.raises(UnusableLedger, match="cannot be reached"):
            ledger.move(file, Step.send, MAIN)
        with pytest.raises(UnusableLedger, match="cannot be reached"):
            ledger.find(file.number)
        with pytest.raises(UnusableLedger, match="cannot be reached"):
            ledger.counted(DAY, DAY)
        with pytest.raises(UnusableLedger, match="cannot be reached"):
            ledger.count(MAIN, DAY, a_tally())
        with pytest.raises(UnusableLedger, match="cannot be reached"):
            ledger.open_case(MAIN, first_visit())
        assert (tmp_path / FILE).exists() == put_another


def test_a_server_that_is_away_is_a_sentence_without_the_password(book: Rulebook) -> None:
    with pytest.raises(UnusableLedger, match="cannot be reached") as told:
        open_ledger("postgresql://desk:himitsu@127.0.0.1:9/ledger?password=himitsu", book)
    assert "himitsu" not in told.value.text("ja") + told.value.text("en")
    assert "127.0.0.1:9/ledger" in told.value.text("en")


@pytest.mark.parametrize(
    "url", ["mysql://desk:himitsu@host/ledger", "postgresql://host:himitsu/", "://himitsu"]
)
def test_a_url_of_anything_else_is_a_sentence_without_the_password(url: str, book: Rulebook) -> None:
    with pytest.raises(UnusableLedger, match="no URL of PostgreSQL") as told:
        open_ledger(url, book)
    assert "himitsu" not in told.value.text("ja")


def test_without_the_parts_for_postgresql_it_says_how_to_install_them(
    monkeypatch: pytest.MonkeyPatch, book: Rulebook
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UnusableLedger, match="the parts for PostgreSQL are not installed") as told:
        open_ledger("postgresql://desk@127.0.0.1:9/ledger", book)
    assert "--postgres" in told.value.text("ja")
    assert "mynadesk[postgres]" in told.value.text("en")


def test_a_server_that_goes_away_writes_nothing_and_says_so(
    postgres: Callable[[], str], opened: Callable[[str], Ledger]
) -> None:
    """Whoever asks again finds how far it went; the desk does not have to be started anew."""
    import psycopg

    place = postgres()
    ledger = opened(place)
    file = ledger.open_case(MAIN, first_visit())
    server, _, name = place.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        with pytest.raises(NotWritten, match="Do not count this step as done"):
            ledger.move(file, Step.send, MAIN)
        with pytest.raises(NotWritten, match="missing from the counts"):
            ledger.count(MAIN, DAY, a_tally())
        with pytest.raises(UnusableLedger):
            ledger.waiting()
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert ledger.find(file.number) == file
    ledger.move(file, Step.send, MAIN)


def test_a_server_that_may_only_be_read_takes_nothing(
    postgres: Callable[[], str], opened: Callable[[str], Ledger]
) -> None:
    place = postgres()
    file = opened(place).open_case(MAIN, first_visit())
    reader = opened(f"{place}?options=-c%20default_transaction_read_only=on")
    with pytest.raises(NotWritten, match="may not be written"):
        reader.move(file, Step.send, MAIN)
    assert reader.find(file.number) == file


def test_the_ledger_has_a_folder_of_its_own_in_the_users_data() -> None:
    assert os.path.isabs(ledger_folder())
    assert Path(ledger_folder()).parts[-2:] == ("mynadesk", "ledger")


def fill(folder: str) -> None:
    """Open cases until the disk is full."""
    import resource  # not on every system

    ledger = open_ledger(folder, shipped())
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    while True:
        print(ledger.open_case(MAIN, first_visit()).number, flush=True)


def open_as_somebody_else(folder: str) -> None:
    """Root may write anywhere."""
    book = shipped()
    if os.getuid() == 0:
        import sqlalchemy.dialects.sqlite  # noqa: F401 - nobody else may read it where root installed it

        os.setuid(NOBODY)
    open_ledger(folder, book)


if __name__ == "__main__":
    try:
        {"fill": fill, "open as somebody else": open_as_somebody_else}[sys.argv[1]](sys.argv[2])
    except LedgerTrouble as trouble:
        print(f"{type(trouble).__name__}: {trouble.faults[0].what.ja}")
