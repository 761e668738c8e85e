"""Fetches the wheels of every target until the check finds nothing missing."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from packaging.requirements import Requirement

from docs.bundle.install import Trouble
from tests.bundle.checking import Lack, Pins, lacks, read_wheels
from tests.bundle.targets import Target


class NotFetched(Trouble):
    """pip could not fetch a wheel: there is none, or there is no network."""


def fetch(folder: Path, constraints: Path, missing: Sequence[Lack]) -> None:
    """Download what one target misses, and no more: what that needs in turn only our own check can tell."""
    asked = sorted({f"{lack.requirement.name}{lack.requirement.specifier}" for lack in missing})
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "-qq")
    target = missing[0].target
    done = subprocess.run(
        [
            *(*pip, "--no-deps", "--only-binary", ":all:", *target.for_pip()),
            *("--constraint", str(constraints), "--dest", str(folder), *asked),
        ],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise NotFetched(
            f"{done.stderr.strip()}\n{target}用のwheelを取得できませんでした: {', '.join(asked)}",
            f"The wheels for {target} could not be fetched, as the lines above say.",
        )


def gather(
    folder: Path,
    root: Requirement,
    constraints: Path,
    pins: Pins,
    targets: Sequence[Target],
    fetch: Callable[[Path, Path, Sequence[Lack]], None] = fetch,
) -> None:
    """Add to the folder whatever `root` needs on the targets. Raises Trouble where that cannot be had."""
    for target in targets:
        before: list[Lack] = []
        while missing := list(lacks(read_wheels(folder), root, pins, target)):
            if missing == before:
                raise Trouble(
                    "\n".join(
                        [*map(str, missing), "必要なwheelがそろわないので、フォルダーは作りませんでした。"]
                    ),
                    "Wheels are missing, as the lines above say, so no folder was made.",
                )
            fetch(folder, constraints, missing)
            before = missing
