"""Make dist/mynadesk-VERSION-bundle from the wheel in dist/, check it for every target, try it here."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from docs.bundle.install import PYTHONS, Trouble, say
from mynadesk import __version__
from tests.building import ROOT
from tests.bundle.checking import read_pins
from tests.bundle.gathering import gather
from tests.bundle.packing import pack_texts, sum_up
from tests.bundle.targets import TARGETS, Target
from tests.bundle.trying import pythons_here, try_with

_WHEEL = f"mynadesk-{__version__}-py3-none-any.whl"


def make(wheel: Path, bundle: Path, targets: Sequence[Target]) -> str:
    """Make the folder `bundle`, complete for the targets, and return the sum of its sums. Raises Trouble."""
    constraints = ROOT / "constraints.txt"
    root = Requirement(f"mynadesk[postgres]=={__version__}")
    pins = {**read_pins(constraints), canonicalize_name(root.name): Version(__version__)}
    bundle.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=bundle.parent) as name:
        # A folder that is not whole never bears the name of one that is.
        unfinished = Path(name, bundle.name)
        pack_texts(unfinished, __version__)
        wheels = unfinished / "wheels"
        wheels.mkdir()
        shutil.copy(wheel, wheels)
        gather(wheels, root, constraints, pins, targets)
        sum_of_sums = sum_up(unfinished)
        shutil.rmtree(bundle, ignore_errors=True)
        unfinished.rename(bundle)
    return sum_of_sums


def main() -> int:
    """Make it and say what is known of it. The exit status."""
    dist = ROOT / "dist"
    bundle = dist / f"mynadesk-{__version__}-bundle"
    try:
        sum_of_sums = make(dist / _WHEEL, bundle, TARGETS)
        names = "; ".join(str(target) for target in TARGETS)
        say(f"必要なwheelがそろっています: {names}", f"No wheel is missing for {names}.")
        _try_all(bundle)
    except Trouble as error:
        say(error.ja, error.en)
        return 1
    megabytes = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) / 1e6
    say(
        f"できました: {bundle.relative_to(ROOT)} ({megabytes:.1f} MB)。丸ごと運んでください。",
        f"Made {bundle.relative_to(ROOT)} ({megabytes:.1f} MB). Carry the whole folder.",
    )
    say(f"控えておく値 (SHA256SUMSのSHA-256): {sum_of_sums}", "To be noted: the SHA-256 of SHA256SUMS.")
    return 0


def _try_all(bundle: Path) -> None:
    """Try it with every Python here. What does not work is not left to be carried away."""
    here = pythons_here()
    try:
        for python in PYTHONS:
            _try(bundle, python, here.get(python))
    except Trouble:
        shutil.rmtree(bundle)
        raise


def _try(bundle: Path, python: tuple[int, int], command: str | None) -> None:
    name = f"Python {python[0]}.{python[1]}"
    if sys.platform != "linux" or command is None:
        say(f"{name}: ここにないので試していません。", "Not here, so not tried.")
        return
    try_with(bundle, command)
    say(
        f"{name}: ネットワークなしで入り、受付画面が開きました (Linux)。",
        "Installs without a network and opens the desk (Linux).",
    )


if __name__ == "__main__":
    sys.exit(main())
