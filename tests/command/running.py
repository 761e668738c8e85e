"""The command, run as a person runs it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
COMMAND = (sys.executable, "-m", "mynadesk")
SPEAKS_NO_JAPANESE = {"PYTHONUTF8": "0", **({"LC_ALL": "C"} if str(ROOT).isascii() else {})}
"""A machine's environment. In the C locale Python 3.13 imports no extension module from a folder with a
Japanese name, so there only the streams are told to speak something else."""


class Done(NamedTuple):
    """How it ended and what it wrote."""

    status: int
    out: str
    err: str

    def answer(self) -> dict[str, Any]:
        """The one answer that was written."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer

    def answers(self) -> list[dict[str, Any]]:
        """The answers that were written, one a line."""
        return [json.loads(line) for line in self.out.split("\n") if line]


def run(*arguments: str, given: bytes = b"", **environment: str) -> Done:
    """Run with these arguments and this standard input to the end."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=300,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def a_case(**changes: Any) -> dict[str, Any]:
    """A holder with everything in order, on 23 November 2026."""
    return {
        "operation": "reset",
        "pins": ["user_authentication"],
        "visitor": "holder",
        "on": "2026-11-23",
        "holder": {"under_15": False, "adult_ward": False},
        "certificates": {"user_authentication": True},
        "card": "presented",
        "documents": [{"kind": "passport", "of": "holder", "original": True, "expiry": "in_date"}],
        **changes,
    }


def as_json(*cases: dict[str, Any]) -> bytes:
    """The cases, one a line."""
    return "".join(f"{json.dumps(case, ensure_ascii=False)}\n" for case in cases).encode("utf-8")


AS_YAML = """\
# A comment, as clerks write them
operation: reset
pins: [user_authentication]
visitor: holder
on: 2026-11-23
holder:
  under_15: false
  adult_ward: false
certificates: {user_authentication: true}
card: presented
documents:
- kind: passport
  of: holder
  original: true
  expiry: in_date
"""
"""The case of `a_case`."""


def hear() -> None:
    """In the program's process: hear Ctrl+C, also where the tests were started in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
