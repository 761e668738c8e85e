"""The machines that the folder is for: what markers, tags and pip call them."""

from typing import NamedTuple

from packaging.tags import Tag, compatible_tags, cpython_tags

from docs.bundle.install import PYTHONS

_OLDEST_GLIBC, _NEWEST_GLIBC = 5, 17  # 2.17 is that of 2012; the installed pip may know no newer names
_LEGACY = {5: "manylinux1_x86_64", 12: "manylinux2010_x86_64", 17: "manylinux2014_x86_64"}
_LAST_PATCH = 99


class System(NamedTuple):
    """An operating system: its name for people, its markers, its platform tags, best first."""

    name: str
    markers: dict[str, str]
    platforms: tuple[str, ...]


def _manylinux() -> tuple[str, ...]:
    tags = []
    for minor in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1):
        tags += [f"manylinux_2_{minor}_x86_64", *([_LEGACY[minor]] if minor in _LEGACY else [])]
    return (*tags, "linux_x86_64")


WINDOWS = System(
    "Windows",
    {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
    ("win_amd64",),
)
LINUX = System(
    "Linux",
    {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "platform_machine": "x86_64"},
    _manylinux(),
)


class Target(NamedTuple):
    """One system with one Python."""

    system: System
    python: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.system.name}, Python {self._dotted}"

    @property
    def _dotted(self) -> str:
        return f"{self.python[0]}.{self.python[1]}"

    def pythons(self) -> tuple[str, str]:
        """The first and the last of its releases: what either asks for has to be there."""
        return f"{self._dotted}.0", f"{self._dotted}.{_LAST_PATCH}"

    def environments(self) -> list[dict[str, str]]:
        """Every marker's value there, for the first and the last release; nothing is taken from here."""
        return [
            {
                **self.system.markers,
                "implementation_name": "cpython",
                "implementation_version": full,
                "platform_python_implementation": "CPython",
                "platform_release": "",
                "platform_version": "",
                "python_full_version": full,
                "python_version": self._dotted,
            }
            for full in self.pythons()
        ]

    def tags(self) -> set[Tag]:
        """The tags of the wheels that can be installed there."""
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        platforms = self.system.platforms
        return {
            *cpython_tags(self.python, [interpreter], platforms),
            *compatible_tags(self.python, interpreter, platforms),
        }

    def for_pip(self) -> list[str]:
        """How `pip download` is told to look for this machine's wheels."""
        platforms = [word for platform in self.system.platforms for word in ("--platform", platform)]
        return [*platforms, "--python-version", self._dotted, "--implementation", "cp"]


TARGETS = [Target(system, python) for system in (WINDOWS, LINUX) for python in PYTHONS]
