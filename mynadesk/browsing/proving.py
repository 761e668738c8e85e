"""The proof in a program of its own, so that no key waits for it.

`python -m mynadesk.browsing.proving FOLDER RULINGS` writes a line of JSON for each day that is done, and at
last one with the proof, or with the sentences of what is wrong with the rules.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress

import msgspec

from mynadesk.fault import DeskError
from mynadesk.proof.proving import Proof, prove
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Words

_MODULE = "mynadesk.browsing.proving"
_NICER = 5
_FAILED = Words("証明のプログラムが途中で止まりました。", "The program that proves has stopped.")


class Sources(msgspec.Struct, frozen=True):
    """From where a rulebook is read."""

    rules: str
    """Its folder."""
    rulings: str
    """The folder of the office's own rulings; it need not be there."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """So many of so many days."""

    done: int
    all: int


class Proved(msgspec.Struct, frozen=True, tag="proved"):
    """The proof has been made."""

    proof: Proof


class Faulty(msgspec.Struct, frozen=True, tag="faulty"):
    """The rules cannot be used; or nothing can be told of them."""

    why: Words
    """Fault by fault, one a line."""


Answer = Progress | Proved | Faulty


def faulty(error: DeskError) -> Faulty:
    """What an error says."""
    return Faulty(Words(error.text("ja"), error.text("en")))


def prove_apart(sources: Sources, told: Callable[[Progress], None]) -> Proved | Faulty:
    """Have the rules proved by another program. Waits for it.

    Args:
        sources: The rules.
        told: Hears after each day how far it has come.
    """
    command = (sys.executable, "-m", _MODULE, sources.rules, sources.rulings)
    try:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            assert program.stdout is not None
            for line in program.stdout:
                answer: Answer = msgspec.json.decode(line, type=Answer)
                if not isinstance(answer, Progress):
                    return answer
                told(answer)
    except (OSError, msgspec.DecodeError):
        pass
    return Faulty(_FAILED)


def main(rules: str, rulings: str) -> None:
    """Prove, and write how far it has come and what came of it."""
    with suppress(AttributeError, OSError):  # where there is such a thing, the desk's keys go first
        os.nice(_NICER)

    def write(answer: Answer) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()

    try:
        proof = prove(load_rulebook(rules, rulings), progress=lambda done, all_: write(Progress(done, all_)))
        write(Proved(proof))
    except DeskError as error:
        write(faulty(error))


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # nobody wants to know any more
        main(*sys.argv[1:])
