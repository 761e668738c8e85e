"""Words that are shown: what fills them in is known, and nothing in them breaks a line of the screen."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import astuple

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.characters import looks_clean, wrong_text
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.checks.placeholders import can_all_be_filled, fillable, wrong_placeholders
from mynadesk.rulebook.schema import Documents
from mynadesk.rulebook.word_schema import DeskWords
from mynadesk.rulebook.written import Written
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

_Texts = tuple[list[str], list[str]]
"""All words of a file, Japanese and English."""
_LEAVES = (str, type(None), int, bool)
_FILES = Written.__struct_fields__
_PIECED_TOGETHER = ("words", "desk")
"""Files whose English parts are put side by side with others, so that blanks at their ends are meant."""


def characters(written: Written) -> Iterator[Finding]:
    """Faults in the characters of all words. They are looked at one by one only where something is wrong
    with all together."""
    if not _clean({file: _gathered(getattr(written, file)) for file in _FILES}):
        for file in _FILES:
            yield from _wrong_texts(file, getattr(written, file))


def words(book: Rulebook, before: Rulebook | None = None) -> Iterator[Finding]:
    """Words that nothing fills in on the day. `before`: an earlier day, on which there were none."""
    known = before if before is not None and before.figures.keys() <= book.figures.keys() else None
    for file in _FILES:
        part = getattr(book, file) if known is None else _new(getattr(book, file), getattr(known, file))
        if file != "words" and part:
            ja, en = _gathered(part)
            if not can_all_be_filled([*ja, *en], fillable(book, file)):
                yield from _wrong_placeholders(book, file, part)
    if known is None:
        yield from _wrong_entries(book)


def _new(part: Any, before: Any) -> Any:
    """What of a file was not so on an earlier day, under the same names."""
    if part is before:
        return {}
    if isinstance(part, Documents):
        groups = {
            name: _new(getattr(part, name), getattr(before, name)) for name in Documents.__struct_fields__
        }
        return {name: group for name, group in groups.items() if group}
    if isinstance(part, dict):
        return {name: entry for name, entry in part.items() if before.get(name) is not entry}
    return part


def _clean(texts: dict[str, _Texts]) -> bool:
    japanese = [text for ja, _ in texts.values() for text in ja]
    english = [text for file, (_, en) in texts.items() if file not in _PIECED_TOGETHER for text in en]
    pieces = [text for file in _PIECED_TOGETHER for text in texts[file][1]]
    return looks_clean(japanese) and looks_clean(english) and looks_clean(pieces, blanks_meant=True)


def _gathered(part: Any) -> _Texts:
    ja: list[str] = []
    en: list[str] = []
    _gather(part, ja, en)
    return ja, en


def _gather(part: Any, ja: list[str], en: list[str]) -> None:
    """Every text below `part`."""
    kind = type(part)
    for value in part.values() if kind is dict else part if kind is list else astuple(part):
        kind = type(value)
        if kind is Words:
            ja.append(value.ja)
            en.append(value.en)
        elif kind not in _LEAVES:
            _gather(value, ja, en)


def shown(part: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text below `part` with its path, keys as they are written in the file."""
    if isinstance(part, Words):
        yield (*path, "ja"), part.ja
        yield (*path, "en"), part.en
    elif isinstance(part, msgspec.Struct):
        for name, field in zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True):
            yield from shown(getattr(part, field), (*path, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from shown(value, (*path, key))
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from shown(value, (*path, number))


def _wrong_texts(file: str, part: Any) -> Iterator[Finding]:
    for path, text in shown(part):
        blanks_meant = path[-1] == "en" and file in _PIECED_TOGETHER
        for fault in wrong_text(text, blanks_meant):
            yield Finding(file, path, fault)


def _wrong_placeholders(book: Rulebook, file: str, part: Any, path: Path = ()) -> Iterator[Finding]:
    for at, text in shown(part, path):
        for fault in wrong_placeholders(text, fillable(book, file, at[:-1])):
            yield Finding(file, at, fault)


def _wrong_entries(book: Rulebook) -> Iterator[Finding]:
    """In words.yaml it depends on the entry what fills it in."""
    for group, entries in zip(DeskWords.__struct_fields__, astuple(book.words), strict=True):
        for name, entry in zip(entries.__struct_fields__, astuple(entries), strict=True):
            if "{" in entry.ja or "{" in entry.en or "}" in entry.ja or "}" in entry.en:
                yield from _wrong_placeholders(book, "words", entry, (group, name))
