"""The desk in a pty with nothing around it, and over ssh to this machine."""

import os
import shlex
import shutil
import socket
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp

from mynadesk.sizes import Size
from tests.terminals.emulated import Pty
from tests.terminals.trial import wait
from tests.terminals.version import told


class Emulation:
    """pyte, as in the tests."""

    name = "emulation in a pty, pyte"
    keypad = False
    commits = True
    shared = False
    term = "xterm"

    def version(self) -> str:
        return version("pyte")

    def open(self, command: Sequence[str], size: Size) -> Pty:
        return Pty(command, size)


class OverSsh(Pty):
    """With a server of its own, that takes one key of its own."""

    def __init__(self, command: Sequence[str], size: Size) -> None:
        self._folder = Path(mkdtemp())
        key, port = self._folder / "key", _free_port()
        _make_key(key)
        self._server = _serve(self._folder, key, port)
        wait(lambda: _listens(port))
        options = ("-F", "/dev/null", "-i", str(key), "-p", str(port), "-e", "none", "-tt", "-q")
        trusting = ("-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null")
        super().__init__(("ssh", *options, *trusting, "127.0.0.1", shlex.join(command)), size)

    def close(self) -> None:
        super().close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder)


class Ssh:
    """OpenSSH, from this machine to itself; the language is not passed on."""

    name = "ssh to the same machine, OpenSSH"
    keypad = False
    commits = True
    shared = False
    term = "xterm"

    def version(self) -> str:
        there = _sshd() and (os.geteuid() or Path("/run/sshd").is_dir())
        return told(("ssh", "-V")) if there else ""

    def open(self, command: Sequence[str], size: Size) -> OverSsh:
        return OverSsh(command, size)


def _sshd() -> str | None:
    return shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _make_key(target: Path) -> None:
    subprocess.run(("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(target)), check=True)
    shutil.copy(target.with_suffix(".pub"), target.with_name("authorized"))


def _serve(folder: Path, key: Path, port: int) -> "subprocess.Popen[bytes]":
    options = {
        "ListenAddress": f"127.0.0.1:{port}",
        "HostKey": key,
        "AuthorizedKeysFile": folder / "authorized",
        "PidFile": "none",
        "PermitRootLogin": "prohibit-password",
        "StrictModes": "no",
        "UsePAM": "no",
    }
    written = folder / "config"
    written.write_text("".join(f"{name} {value}\n" for name, value in options.items()), "utf-8")
    return subprocess.Popen((str(_sshd()), "-D", "-e", "-f", str(written)), stderr=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
