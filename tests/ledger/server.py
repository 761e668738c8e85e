"""A PostgreSQL server of our own: on loopback, in a temporary folder, gone afterwards."""

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from glob import glob
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import psycopg
import pytest
from psycopg.sql import SQL, Identifier


def programs() -> Path | None:
    """The folder of `initdb`, which Debian keeps off the PATH. None where there is none."""
    places = [*sorted(glob("/usr/lib/postgresql/*/bin/initdb"), reverse=True), shutil.which("initdb")]
    return next((Path(place).parent for place in places if place), None)


def user() -> str | None:
    """As whom it can run: the server refuses root. None where we can be nobody else."""
    if os.name != "posix":
        return None
    import pwd

    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid()).pw_name
    return next((each.pw_name for each in pwd.getpwall() if each.pw_name in ("postgres", "nobody")), None)


def do_without(needed: str) -> NoReturn:
    """Skip what wants a server; or fail, where `needed` lists postgresql among what has to be here."""
    refuse = pytest.fail if "postgresql" in needed.split() else pytest.skip
    refuse("There is no PostgreSQL server here, or nobody who may run one.")


@contextmanager
def running() -> Iterator[str]:
    """A server in a new folder; its URL, which ends with the slash before a database's name."""
    found, name = programs(), user()
    assert found
    assert name
    # Not in pytest's folder: another user could not get through it.
    with TemporaryDirectory(prefix="mynadesk-postgres-") as temporary:
        folder, port = Path(temporary), _free_port()
        if os.getuid() == 0:
            shutil.chown(folder, name)
        data, log = folder / "data", folder / "log"
        _run(name, folder, found / "initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8")
        control = (found / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", log)
        listen = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories="
        _run(name, folder, *control, "-o", listen, "start")
        try:
            yield f"postgresql://desk@127.0.0.1:{port}/"
        finally:
            _run(name, folder, *control, "-m", "immediate", "stop")


def databases(url: str) -> Callable[[], str]:
    """Makes a new, empty database on the server each time; its URL."""
    numbers = count()

    def make() -> str:
        name = f"ledger{next(numbers)}"
        with psycopg.connect(f"{url}postgres", autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        return url + name

    return make


def _run(name: str, folder: Path, *command: object) -> None:
    """As that user, who may not be able to read the folder that we stand in."""
    import pwd

    account, change = pwd.getpwnam(name), os.getuid() == 0
    # Into a file: the server keeps what it inherits, and a pipe of ours would never end.
    with open(folder / "said", "w+", encoding="utf-8") as said:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            user=account.pw_uid if change else None,
            group=account.pw_gid if change else None,
            extra_groups=[] if change else None,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        said.seek(0)
        assert done.returncode == 0, said.read()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
