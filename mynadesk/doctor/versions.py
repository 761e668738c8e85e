"""Do Python and the libraries fit, by what this package itself asks for?"""

import re
from collections.abc import Callable, Iterable
from importlib.metadata import PackageNotFoundError, metadata, requires, version

from mynadesk.doctor.finding import Check, Finding
from mynadesk.words import Words

_VERSIONS = Check("versions", Words("Pythonと部品", "Python and libraries"))

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LIMIT = re.compile(r"(>=|<=|==|<|>)\s*([0-9][0-9.]*)")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_KEEPS: dict[str, Callable[[list[int], list[int]], bool]] = {
    ">=": lambda has, limit: has >= limit,
    "<=": lambda has, limit: has <= limit,
    "==": lambda has, limit: has == limit,
    "<": lambda has, limit: has < limit,
    ">": lambda has, limit: has > limit,
}
_INSTALL_AGAIN = Words(
    "配布された手順のとおりに入れ直してください。", "Install mynadesk again, as its README says."
)


def wanted() -> list[str]:
    """What the installed package asks for, Python first; nothing where it is not installed as a package."""
    try:
        python = metadata("mynadesk")["Requires-Python"] or ""
        return ["Python" + python, *(each for each in requires("mynadesk") or () if ";" not in each)]
    except PackageNotFoundError:
        return []


def installed(name: str) -> str | None:
    """The version of a library; None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def versions(asked: Iterable[str], python: str, found: Callable[[str], str | None]) -> Finding:
    """Whether each of `asked` ("textual>=8.2,<8.3") is met, by this `python` and what `found` tells."""
    fit, unfit = [], []
    for each in asked:
        match = _NAME.match(each)
        name = match[0] if match else each
        has = python if name == "Python" else found(name)
        if has is not None and keeps(has, each):
            fit.append(f"{name} {has}")
        else:
            unfit.append((name, has, each[len(name) :]))
    if unfit:
        return _VERSIONS.fix(
            Words("".join(_unfit_ja(*each) for each in unfit), " ".join(_unfit_en(*each) for each in unfit)),
            _INSTALL_AGAIN,
        )
    if not fit:
        return _VERSIONS.note(
            Words(
                f"Python {python}。mynadesk が部品として入っていないため、ほかの版は比べられません。",
                f"Python {python}. mynadesk is not installed, so no other version can be compared.",
            ),
            _INSTALL_AGAIN,
        )
    return _VERSIONS.ok(Words("、".join(fit) + "。", ", ".join(fit) + "."))


def keeps(has: str, asked: str) -> bool:
    """Whether a version keeps every limit, as ">=8.2,<8.3" has them. What follows the numbers is left out."""
    numbers = _numbers(has)
    return all(_KEEPS[sign](numbers, _numbers(limit)) for sign, limit in _LIMIT.findall(asked))


def _numbers(text: str) -> list[int]:
    """8.2.0 and 8.2 are the same."""
    match = _NUMBERS.match(text)
    found = [int(part) for part in match[0].split(".")] if match else []
    while found and found[-1] == 0:
        found.pop()
    return found


def _unfit_ja(name: str, has: str | None, limits: str) -> str:
    needed = f"{limits} が必要です。" if limits else "必要です。"
    return f"{name} がありません。{needed}" if has is None else f"{name} {has} は合いません。{needed}"


def _unfit_en(name: str, has: str | None, limits: str) -> str:
    needed = f"needed is {limits}." if limits else "it is needed."
    return f"{name} is missing; {needed}" if has is None else f"{name} {has} does not fit; {needed}"
