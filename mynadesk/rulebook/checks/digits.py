"""One digit, one meaning: hands learn digits, so no two things on one screen share one."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, said
from mynadesk.rulebook.schema import Key
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

_BACK = "0"
_DIGITS = "123456789"
_ONE_LIST, _THREE_LISTS = ("",), ("", ".", "..")
"""What is pressed before a digit: nothing, or dots for the lists behind the first."""


_Holder = tuple[Key, Words, Path]
"""Something that has a digit: the digit, its label and its path."""


class _Screen(msgspec.Struct, frozen=True):
    """Things among which one is chosen."""

    file: str
    holders: list[_Holder]
    lists: tuple[str, ...]
    taken: tuple[_Holder, ...] = ()
    """Holders of another file that stand here as well."""


def digits(book: Rulebook) -> Iterator[Finding]:
    """Digits that are taken twice, or that cannot be pressed."""
    for screen in _screens(book):
        first = {key: label for key, label, _ in screen.taken}
        for key, label, path in screen.holders:
            other = first.setdefault(key, label)
            if other is not label:
                yield Finding(screen.file, path, _taken(key, other, label, screen))
            elif not _can_be_pressed(key, screen):
                yield Finding(screen.file, path, _no_key(key, screen))


def _screens(book: Rulebook) -> Iterator[_Screen]:
    paper = book.desk.paper
    yield _Screen("rulebook", _entries(book.rulebook.offices, "offices"), _ONE_LIST)
    yield _Screen("documents", _entries(book.documents.kinds, "kinds"), _THREE_LISTS)
    yield _Screen("pins", _pins(book), _ONE_LIST)
    yield _Screen("pins", _purposes(book), _ONE_LIST)
    yield _Screen("reasons", _entries(book.reasons), _THREE_LISTS)
    yield _Screen("operations", _entries(book.operations), _THREE_LISTS)
    yield _Screen("desk", _numbered(paper.exceptions, "paper", "exceptions"), _ONE_LIST)
    yield _Screen("desk", _numbered(paper.limits, "paper", "limits"), _ONE_LIST)
    for name, question in book.desk.questions.items():
        if question.choices:
            choices = _numbered(question.choices, "questions", name, "choices")
            beside = _entries(book.listed(question.listed)) if question.listed else ()
            yield _Screen("desk", choices, _THREE_LISTS, tuple(beside))


def _entries(entries: Mapping[str, Any], *path: str) -> list[_Holder]:
    return [(entry.key, entry.label, (*path, name, "key")) for name, entry in entries.items()]


def _numbered(entries: list[Any], *path: str) -> list[_Holder]:
    return [(entry.key, entry.label, (*path, number, "key")) for number, entry in enumerate(entries)]


def _pins(book: Rulebook) -> list[_Holder]:
    return [(pin.number, pin.label, (name, "number")) for name, pin in book.pins.items()]


def _purposes(book: Rulebook) -> list[_Holder]:
    return [holder for name, pin in book.pins.items() for holder in _numbered(pin.purposes, name, "purposes")]


def _can_be_pressed(key: Key, screen: _Screen) -> bool:
    text = str(key)
    return text[-1] != _BACK and text[:-1] in screen.lists


def _free(screen: _Screen) -> str:
    """The first key that nothing holds yet."""
    taken = {str(key) for key, _, _ in (*screen.taken, *screen.holders)}
    keys = (dots + digit for dots in screen.lists for digit in _DIGITS)
    return next((key for key in keys if key not in taken), "")


def _mend(screen: _Screen) -> tuple[str, str]:
    free = _free(screen)
    if not free:
        return "空いている番号がありません。どれかを消してください。", "No digit is free: remove something."
    return f"空いている番号(例 {free})にしてください。", f"Take a free one, such as {free}."


def _taken(key: Key, first: Words, other: Words, screen: _Screen) -> Fault:
    what = (
        f"番号「{key}」は「{first.ja}」と「{other.ja}」の両方に使われています。",
        f'"{key}" is both "{first.en}" and "{other.en}".',
    )
    return said(what, _mend(screen))


def _no_key(key: Key, screen: _Screen) -> Fault:
    if str(key).endswith(_BACK):
        what = "0は「戻る」の番号なので使えません。", "0 is the key that goes back."
    else:
        what = f"ここでは点の付いた「{key}」を押せません。", f'Here "{key}" with a dot cannot be pressed.'
    return said(what, _mend(screen))
