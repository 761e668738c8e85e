"""What is told of the ledger: there or not, readable, writable, with room; and never a password."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mynadesk.doctor.ledger import ledger
from mynadesk.ledger.ledger import open_ledger
from mynadesk.ledger.states import Step
from mynadesk.ledger.store import engine as engines
from mynadesk.ledger.store.engine import FILE
from mynadesk.ledger.store.examining import NEWEST, look
from mynadesk.ledger.store.migrating import prepare
from mynadesk.ledger.store.versions import VERSIONS
from tests.doctor.test_set_up import AMPLE, MEGABYTE, everything_in, room
from tests.ledger.requests import BRANCH, MAIN, first_visit, shipped
from tests.ledger.test_trouble import NOBODY, ROOT


def fill(place: str) -> None:
    """Three open cases, two of which wait for their letter."""
    with closing(open_ledger(place, shipped())) as opened:
        for desk in (MAIN, BRANCH):
            opened.open_case(desk, first_visit())
        opened.move(opened.open_case(MAIN, first_visit()), Step.send, MAIN)


def test_where_there_is_none_nothing_is_made(place: str, tmp_path: Path) -> None:
    for _ in range(2):
        found = ledger(place, room(AMPLE))
        assert (found.id, found.standing) == ("ledger", "ok")
        assert "台帳はまだありません" in found.found.ja
        assert "There is no ledger yet" in found.found.en
    assert everything_in(tmp_path) == []


def test_what_waits_is_counted_and_nothing_is_changed(place: str) -> None:
    fill(place)
    for _ in range(2):
        found = ledger(place, room(AMPLE))
        assert found.standing == "ok"
        assert "手続き中の2回来庁は3件、うち送る照会書は2件です。" in found.found.ja
        assert "open: 3; letters to be sent: 2" in found.found.en
    with closing(open_ledger(place, shipped())) as opened:
        assert len(opened.waiting()) == 3


def test_an_earlier_version_is_told_and_left_to_the_next_use(tmp_path: Path) -> None:
    engine, _ = engines.file(str(tmp_path))
    prepare(engine, "", VERSIONS[:1])
    engine.dispose()
    before = (tmp_path / FILE).read_bytes()
    found = ledger(str(tmp_path), room(AMPLE))
    assert found.standing == "ok"
    assert "前の版の形です" in found.found.ja
    assert (tmp_path / FILE).read_bytes() == before
    assert look(str(tmp_path)).version == 1


def test_a_newer_version_is_to_be_mended(tmp_path: Path) -> None:
    fill(str(tmp_path))
    with closing(sqlite3.connect(tmp_path / FILE)) as store, store:
        store.execute("INSERT INTO ledger_version VALUES (?)", [NEWEST + 1])
    found = ledger(str(tmp_path), room(AMPLE))
    assert found.standing == "fix"
    assert "より新しい版の台帳です" in found.found.ja
    assert "受付と判定は台帳がなくても続けられます" in found.found.ja


@pytest.mark.parametrize(
    ("free", "standing"), [(MEGABYTE, "fix"), (50 * MEGABYTE, "note"), (AMPLE, "ok"), (None, "ok")]
)
def test_a_disk_that_is_full_or_nearly_so_is_told(tmp_path: Path, free: int | None, standing: str) -> None:
    fill(str(tmp_path))
    found = ledger(str(tmp_path), room(free))
    assert found.standing == standing
    assert (found.mend is not None) == (standing != "ok")


def test_what_is_no_ledger_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes("これは台帳ではありません。".encode() * 100)
    before = (tmp_path / FILE).read_bytes()
    found = ledger(str(tmp_path), room(AMPLE))
    assert found.standing == "fix"
    assert "台帳ではありません" in found.found.ja
    assert str(tmp_path / FILE) in found.found.ja
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("place_", ["ledger", "", "~/ledger"])
def test_a_place_that_depends_on_where_one_stands_is_told(place_: str) -> None:
    assert ledger(place_, room(AMPLE)).standing == "fix"


@pytest.mark.skipif(os.name != "posix", reason="Another user can be played on POSIX alone.")
@pytest.mark.parametrize("kept", [True, False])
def test_a_folder_or_a_file_that_may_only_be_read_is_to_be_mended(tmp_path: Path, kept: bool) -> None:
    folder = tmp_path / "ledger"
    folder.mkdir()
    if kept:
        fill(str(folder))
        (folder / FILE).chmod(0o444)
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.test_examined", str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.startswith("fix"), done.stderr
    assert "書き込めません" in done.stdout


def test_a_server_that_is_away_is_told_without_its_password() -> None:
    found = ledger("postgresql://desk:himitsu@127.0.0.1:9/ledger?password=himitsu", room(AMPLE))
    assert found.standing == "fix"
    assert found.mend is not None
    said = "".join((found.found.ja, found.found.en, found.mend.ja, found.mend.en))
    assert "127.0.0.1:9/ledger" in said
    assert "himitsu" not in said


def test_a_server_that_may_only_be_read_is_to_be_mended(postgres: Callable[[], str]) -> None:
    server = postgres()
    fill(server)
    found = ledger(f"{server}?options=-c%20default_transaction_read_only=on", room(AMPLE))
    assert found.standing == "fix"
    assert "書き込みの権限がありません" in found.found.ja
    well = ledger(server.replace("desk@", "desk:himitsu@"), room(AMPLE))
    assert well.standing == "ok"
    assert "himitsu" not in well.found.ja
    assert server.rpartition("@")[2] in well.found.ja


if __name__ == "__main__":
    import sqlalchemy.dialects.sqlite  # noqa: F401 - nobody else may read it where root installed it

    if os.getuid() == 0:
        os.setuid(NOBODY)
    said = ledger(sys.argv[1], room(AMPLE))
    print(said.standing, said.found.ja)
