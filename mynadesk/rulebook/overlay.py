"""An overlay's files laid over those of another rulebook: every change is named as what it is.

In a file of an overlay, `adds`, `replaces` and `removes` stand where entries stand in the file below it, or
below the name of an entry or a group in which only a part is to be another.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mynadesk.fault import Fault
from mynadesk.rulebook.checks.faults import absent, said
from mynadesk.strict_yaml import Mismatch, Path

_BELOW = "もとの規則", "the rulebook below"
Note = Callable[[Path, Path], None]
"""Told of each place below what now stands there, and of its place in the overlay's file."""


def lay_over(below: Any, content: Any, note: Note) -> Iterator[Mismatch]:
    """Change what a file holds as an overlay's file says.

    Args:
        below: What the file below holds; it is changed.
        content: What the overlay's file holds.
        note: Told what comes from the overlay.

    Yields:
        What cannot be done, by its place in the overlay's file.
    """
    yield from _change(below, {} if content is None else content, (), (), note)


def _change(below: Any, content: Any, path: Path, at: Path, note: Note) -> Iterator[Mismatch]:
    if not isinstance(below, dict):
        yield at, _no_parts(str(at[-1]) if at else "")
        return
    if not isinstance(content, dict):
        yield at, _no_change()
        return
    for key, value in content.items():
        do = _VERBS.get(key)
        if do is not None:
            yield from do(below, value, path, (*at, key), note)
        elif key not in below:
            yield (*at, key), _not_below(key, below)
        else:
            yield from _change(below[key], value, (*path, key), (*at, key), note)


def _adds(below: dict[str, Any], entries: Any, path: Path, at: Path, note: Note) -> Iterator[Mismatch]:
    if not isinstance(entries, dict):
        yield at, _no_entries()
        return
    for name, entry in entries.items():
        if name in below:
            yield (*at, name), _is_below(name)
        else:
            below[name] = entry
            note((*path, name), (*at, name))


def _adds_before(below: dict[str, Any], groups: Any, path: Path, at: Path, note: Note) -> Iterator[Mismatch]:
    """Entries that stand before another: in desk.yaml the order is that of the questions."""
    if not isinstance(groups, dict):
        yield at, _no_entries()
        return
    for name, entries in groups.items():
        if name not in below:
            yield (*at, name), absent(name, below, _BELOW)
            continue
        behind = list(below)[list(below).index(name) :]
        yield from _adds(below, entries, path, (*at, name), note)
        for each in behind:
            below[each] = below.pop(each)


def _replaces(below: dict[str, Any], entries: Any, path: Path, at: Path, note: Note) -> Iterator[Mismatch]:
    if not isinstance(entries, dict):
        yield at, _no_entries()
        return
    for name, entry in entries.items():
        if name not in below:
            yield (*at, name), _not_below(name, below)
        else:
            below[name] = entry
            note((*path, name), (*at, name))


def _removes(below: dict[str, Any], names: Any, _path: Path, at: Path, _note: Note) -> Iterator[Mismatch]:
    if not isinstance(names, list):
        what = "一覧ではありません。", "This is no list."
        yield at, said(what, ("[名前, ...] の形で書いてください。", "Write it as [name, ...]."))
        return
    for number, name in enumerate(names):
        if str(name) not in below:
            yield (*at, number), absent(str(name), below, _BELOW)
        else:
            del below[str(name)]


_VERBS = {"removes": _removes, "replaces": _replaces, "adds_before": _adds_before, "adds": _adds}


def _no_change() -> Fault:
    what = "何をするかが書かれていません。", "It is not said what is done."
    mend = "adds:、replaces:、removes: のどれかを書いてください。", "Write adds:, replaces: or removes:."
    return said(what, mend)


def _no_parts(name: str) -> Fault:
    what = f"「{name}」の一部だけを替えることはできません。", f'"{name}" has no parts to change.'
    return said(what, ("replaces: の下に全体を書いてください。", "Write the whole of it under replaces:."))


def _no_entries() -> Fault:
    what = "「名前: 内容」の並びではありません。", "These are no entries with their names."
    return said(what, ("名前ごとに内容を書いてください。", "Write each with its name."))


def _not_below(name: str, below: Iterable[str]) -> Fault:
    fault = absent(name, [*below, *_VERBS], _BELOW)
    more = "新しいものなら adds: の下に書いてください。", "What is new stands under adds:."
    return said((fault.what.ja, fault.what.en), (fault.mend.ja + more[0], f"{fault.mend.en} {more[1]}"))


def _is_below(name: str) -> Fault:
    what = f"「{name}」はもとの規則にもうあります。", f'"{name}" is in the rulebook below already.'
    mend = "替えるなら replaces: の下に書いてください。", "What takes its place stands under replaces:."
    return said(what, mend)
