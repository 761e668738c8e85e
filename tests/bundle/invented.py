"""Wheels that hold nothing but what the check reads."""

from pathlib import Path
from zipfile import ZipFile

PURE = "py3-none-any"


def invent_wheel(
    folder: Path, name: str, version: str = "1", *requires: str, tag: str = PURE, pythons: str = ""
) -> None:
    """Write a wheel of this name, version and tag that asks for these requirements."""
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {each}" for each in requires]
    lines += [f"Requires-Python: {pythons}"] if pythons else []
    extras = {each.split("extra ==")[1].strip(" \"'") for each in requires if "extra ==" in each}
    lines += [f"Provides-Extra: {extra}" for extra in sorted(extras)]
    with ZipFile(folder / f"{name}-{version}-{tag}.whl", "w") as archive:
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")
