"""Runs in the terminal, around the desk: tells what it finds, before and after.

python -m tests.terminals.inside FOLDER COMMAND...        writes FOLDER/before.json and FOLDER/after.json
"""

import json
import signal
import subprocess
import sys
import termios
from pathlib import Path

from mynadesk.doctor.measuring import measure
from mynadesk.doctor.surroundings import look_around

BEFORE, LEFT = "before", "left"
"""What stands on the terminal before the desk was opened, and after it was left."""
_PATIENCE = 3.0


def main() -> int:
    """Run the command, and stay until the terminal is closed. The exit status."""
    folder, command = Path(sys.argv[1]), sys.argv[2:]
    print(BEFORE)
    widths = measure(look_around(), _PATIENCE)
    found = termios.tcgetattr(0)
    with subprocess.Popen(command) as desk:
        _tell(folder / "before.json", {"widths": widths, "pid": desk.pid})
    kept = termios.tcgetattr(0) == found
    _tell(folder / "after.json", {"status": desk.returncode, "kept": kept})
    print(LEFT, flush=True)
    signal.pause()
    return 0


def _tell(target: Path, told: dict[str, object]) -> None:
    """Write it so that it is seen whole or not at all."""
    new = target.with_suffix(".new")
    new.write_text(json.dumps(told), "utf-8")
    new.replace(target)


if __name__ == "__main__":
    sys.exit(main())
