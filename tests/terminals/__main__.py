"""The command: tries everything on every kind of terminal, tells how it goes, and writes the table."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.terminals.kinds import NOT_HERE, kinds
from tests.terminals.table import NOT_TRIED, Row, write
from tests.terminals.trial import Amiss
from tests.terminals.tries import TRIES, Try
from tests.terminals.window import Kind
from tests.terminals.xserver import NEEDED, Display

HEADINGS = [each.heading for each in TRIES]


def main() -> int:
    """Try and write. The exit status: 0 whatever was found out."""
    parser = argparse.ArgumentParser(prog="python -m tests.terminals", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="try these alone; the others are written as not tried"
    )
    only = parser.parse_args().only
    with every_kind() as found:
        rows = [row_of(kind) if not only or kind.name in only else untried(kind.name) for kind in found]
    write(HEADINGS, [*rows, *map(untried, NOT_HERE)])
    return 0


def untried(name: str) -> Row:
    """A terminal that is not here, or was left out."""
    return Row(name, (NOT_TRIED,) * len(TRIES))


@contextmanager
def every_kind() -> Iterator[list[Kind]]:
    """All kinds, with an X server for those with windows where that is possible."""
    if all(map(shutil.which, NEEDED)):
        with Display() as display:
            yield kinds(display)
    else:
        yield kinds(None)


def row_of(kind: Kind) -> Row:
    """Everything tried on one kind of terminal."""
    version = kind.version()
    terminal = f"{kind.name} {version}".rstrip()
    _tell(terminal)
    return Row(terminal, tuple(_word(each, kind) if version else NOT_TRIED for each in TRIES))


def _word(each: Try, kind: Kind) -> str:
    try:
        word = each.run(kind)
    except Amiss as amiss:
        word = amiss.word
        _tell(amiss.details)
    except (OSError, subprocess.SubprocessError) as error:
        word = "could not be tried"
        _tell(str(error))
    _tell(f"  {each.heading}: {word}")
    return word


def _tell(text: str) -> None:
    if text:
        print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
