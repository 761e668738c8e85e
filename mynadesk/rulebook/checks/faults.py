"""What the checks of a rulebook report, and the faults that several of them share."""

from collections.abc import Iterable
from typing import Any

import msgspec

from mynadesk.fault import Fault
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

_SHOWN_AT_MOST = 8


class Finding(msgspec.Struct, frozen=True):
    """One fault of a rulebook and where it stands."""

    file: str
    """The file's name without ".yaml"."""
    path: Path
    """Keys and list indexes as they are written in the file."""
    fault: Fault


def said(what: tuple[str, str], mend: tuple[str, str]) -> Fault:
    """A fault from pairs of Japanese and English."""
    return Fault(Words(*what), Words(*mend))


def plain(value: Any) -> str:
    """A value as it is written in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def absent(name: str, known: Iterable[str], place: tuple[str, str]) -> Fault:
    """`name` is referred to, but is not among the `known` names of `place` (Japanese, English)."""
    ja, en = place
    before, after = (" " if end.isascii() else "" for end in (ja[0], ja[-1]))
    what = f"「{name}」は{before}{ja}{after}にありません。", f'"{name}" is not in {en}.'
    names = list(known)
    meant = nearest(name, names)
    if len(names) <= _SHOWN_AT_MOST or name in names or _near(name, names):
        return said(what, meant)
    mend = (
        f"{ja}{after}から消したのなら、ここからも消してください。{meant[0]}",
        f"If it was removed from {en}, remove it here too. {meant[1]}",
    )
    return said(what, mend)


def _near(name: str, known: list[str]) -> list[str]:
    from difflib import get_close_matches  # slow to import and wanted only for faults

    return get_close_matches(name, known, 1)


def nearest(name: str, known: list[str]) -> tuple[str, str]:
    """What was probably meant, else what can be meant."""
    near = _near(name, known)
    if near:
        return f"「{near[0]}」ではありませんか。", f'Is it "{near[0]}"?'
    if not known:
        return "この行を消してください。", "Remove this line."
    first, rest = known[:_SHOWN_AT_MOST], known[_SHOWN_AT_MOST:]
    ja, en = "、".join(first), ", ".join(first)
    return (
        f"使えるのは {ja} {'など' if rest else ''}です。",
        f"Known are: {en}{' and others' if rest else ''}.",
    )


def not_exactly_one(given: dict[str, bool]) -> Fault | None:
    """Of several fields that exclude each other, one has to be there: a fault where it is otherwise."""
    if sum(given.values()) == 1:
        return None
    there = [name for name, is_there in given.items() if is_there]
    ja, en = "、".join(there or given), ", ".join(there or given)
    what = (f"{ja} が同時に書かれています。", f"{en} stand here together.")
    if not there:
        what = (f"{ja} のどれもありません。", f"None of {en} is here.")
    return said(what, ("どれか1つだけを書いてください。", "Write exactly one of them."))


def useless(name: str, because: tuple[str, str]) -> Fault:
    """A field that has no meaning here."""
    what = f"「{name}」はここでは使えません。", f'"{name}" cannot be used here.'
    return said(what, because)
