"""A survey as it is told: to people, and as data."""

import os
from collections.abc import Iterator
from typing import Any

from mynadesk.inspection.excerpt import excerpt
from mynadesk.inspection.places import Spot
from mynadesk.inspection.survey import Survey
from mynadesk.typeset import certain, wrap
from mynadesk.words import Language, Words

_WELL = Words(
    "規則に誤りはありません。{files}個のファイルを調べました。",
    "The rules are well: {files} files were looked at.",
)
_FOUND = Words(
    "{faults}か所に誤りがあります。{files}個のファイルを調べました。",
    "Faults found: {faults}, in {files} files that were looked at.",
)
_PUT_OFF = Words("まだ調べられないもの: {what}", "Not looked at yet: {what}")
_LEAST = 20


def as_text(found: Survey, language: Language, cells: int) -> str:
    """Fault by fault: place, what is wrong, the line with the piece underlined, what would be right."""
    parts = ["\n".join(_told(found, spot, language, cells)) for spot in found.spots]
    ending = (_FOUND if found.spots else _WELL).in_(language)
    closing = [ending.format(faults=len(found.spots), files=len(found.places))]
    if found.put_off:
        what = ("、" if language == "ja" else ", ").join(each.in_(language) for each in found.put_off)
        closing.append(_PUT_OFF.in_(language).format(what=what))
    return "\n\n".join([*parts, "\n".join(line for each in closing for line in wrap(each, cells))]) + "\n"


def _told(found: Survey, spot: Spot, language: Language, cells: int) -> Iterator[str]:
    fault = spot.fault
    place = f"{file_of(found, spot)}:{fault.line}:{fault.column}" if fault.line else file_of(found, spot)
    yield certain(f"{place} {fault.field}").rstrip()
    yield from wrap(certain(fault.what.in_(language)), cells)
    if spot.span and (places := found.places.get(fault.file)):
        number, line, marks = excerpt(places, spot.span, max(_LEAST, cells - len(f" {fault.line} | ")))
        yield f" {number} | {line}".rstrip()
        yield f" {' ' * len(str(number))} | {marks}"
    yield from wrap(certain(fault.mend.in_(language)), cells)


def file_of(found: Survey, spot: Spot) -> str:
    """A file as it is named from the folder of rules; one that lies elsewhere by its whole path."""
    return _relative(found, spot.fault.file)


def _relative(found: Survey, file: str) -> str:
    inside = os.path.relpath(file, found.folder).replace(os.sep, "/")
    return file if inside.startswith("../") else inside


def as_data(found: Survey) -> dict[str, Any]:
    """All of it, ready for JSON."""
    return {
        "folder": found.folder,
        "files": [_relative(found, file) for file in sorted(found.places)],
        "faults": [_data(found, spot) for spot in found.spots],
        "put_off": [{"ja": each.ja, "en": each.en} for each in found.put_off],
    }


def _data(found: Survey, spot: Spot) -> dict[str, Any]:
    """Lines and columns count from 1; `end_column` is that of the first character behind the piece."""
    fault, places = spot.fault, found.places.get(spot.fault.file)
    text, end = "", (fault.line, fault.column)
    if spot.span and places:
        text, end = places.text[spot.span.start : spot.span.end], places.line_and_column(spot.span.end)
    return {
        "file": file_of(found, spot),
        "line": fault.line,
        "column": fault.column,
        "end_line": end[0],
        "end_column": end[1],
        "field": fault.field,
        "text": text,
        "what": {"ja": fault.what.ja, "en": fault.what.en},
        "mend": {"ja": fault.mend.ja, "en": fault.mend.en},
    }
