"""Which version of a program is on this machine."""

import re
import shutil
import subprocess

from tests.terminals.window import environment

_NUMBER = re.compile(r"\d+(?:\.\d+)*(?:p\d+|[a-z](?![a-z]))?")


def told(ask: tuple[str, ...], **more: str) -> str:
    """The first number that a command says; nothing where there is no such command."""
    if shutil.which(ask[0]) is None:
        return ""
    done = subprocess.run(ask, env=environment(**more), capture_output=True, text=True, timeout=30)
    found = _NUMBER.search(done.stdout + done.stderr)
    return found[0] if found else "?"
