"""The office's own file of rulings: read, laid over the rules, and written."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

import msgspec

from mynadesk.dates.japanese import shown
from mynadesk.fault import DeskError, Fault, UnusableRulebook, UnusableText
from mynadesk.rulebook.checks.faults import said
from mynadesk.rulebook.files import Page, in_order, placed, read_file
from mynadesk.rulebook.layers import Layers
from mynadesk.rulebook.rulings import day_of_ruling, lay_ruling, wrong_ruling
from mynadesk.rulebook.schema import Ruling
from mynadesk.strict_yaml import Marks, Mismatch, read_yaml
from mynadesk.words import Words

_FIRST_DAY = "applies_from"
"""A field that every ruling has."""
_HEAD = """\
# 窓口の取り決め(責任者の判断を規則にしたもの)。mynadesk rules rule が書き足します。
# 決めた人は役職で書き、お名前は書かないでください。取りやめるときは applies_until に最後の日を書きます。
# What this office has ruled. Who ruled is told by the post; no names belong here.
"""


def lay_rulings(layers: Layers, path: str) -> dict[str, Ruling]:
    """Lay the rulings in a file over the rules, and tell which there are.

    Raises:
        UnusableRulebook: with every fault that was found, each with line and column.
    """
    page, rulings = read_rulings(path)
    wrong = [found for name, each in rulings.items() for found in wrong_ruling(layers.raw, name, each)]
    wrong += _twice(rulings)
    if wrong:
        raise in_order(placed(page, wrong))
    layers.take_in(page)
    for name, ruling in rulings.items():
        note = partial(layers.origins.note_all, page, (name,))
        lay_ruling(layers.raw, name, ruling, title_of(layers.raw, ruling), note)
    return rulings


def read_rulings(path: str) -> tuple[Page, dict[str, Ruling]]:
    """The file and its rulings by name. Raises UnusableRulebook."""
    page = Page(path, read_file(path))
    return page, _typed(page)


def _typed(page: Page) -> dict[str, Ruling]:
    try:
        raw = read_yaml(page.text, page.path) or {}
    except UnusableText as error:
        raise UnusableRulebook(*error.faults) from None
    wanted = dict[str, Ruling]
    try:
        return msgspec.convert(raw, wanted)
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise in_order(placed(page, mismatches(raw, wanted))) from None


def _twice(rulings: Mapping[str, Ruling]) -> list[Mismatch]:
    """Rulings on what another one settles on the same day."""
    known: list[tuple[str, Ruling]] = []
    found: list[Mismatch] = []
    for name, ruling in rulings.items():
        for other, earlier in known:
            if _about(ruling) == _about(earlier) and _meet(ruling, earlier):
                found.append(((name,), _ruled_already(other)))
        known.append((name, ruling))
    return found


def _about(ruling: Ruling) -> tuple[Any, ...]:
    return ruling.subject, ruling.fact, ruling.answer


def _meet(one: Ruling, other: Ruling) -> bool:
    """ISO dates compare as text."""
    return not (
        (one.applies_until is not None and one.applies_until < other.applies_from)
        or (other.applies_until is not None and other.applies_until < one.applies_from)
    )


def _ruled_already(other: str) -> Fault:
    what = f"同じことが「{other}」で決まっています。", f'"{other}" rules on the same.'
    mend = (
        "前の取り決めに applies_until(最後の日)を書いてから、次を始めてください。",
        "Give the earlier one its last day, applies_until, before the next begins.",
    )
    return said(what, mend)


def title_of(raw: dict[str, Any], ruling: Ruling) -> dict[str, str]:
    """What a ruling is called as a source, in both languages."""
    return {language: _title(raw, ruling, language) for language in ("ja", "en")}


def what_of(raw: dict[str, Any], ruling: Ruling, language: str) -> str:
    """What is ruled, in one language."""
    words, papers = raw["office"]["words"], raw["documents"]

    def label(entry: Any) -> str:
        latest = entry[-1] if isinstance(entry, list) else entry
        text: str = latest["label"][language]
        return text

    def standing(name: str | None) -> str:
        return str(raw["words"]["standings"].get(name, {}).get(language, name))

    if ruling.kind is not None:
        kind = label(papers["kinds"][ruling.kind])
        return _filled(words["counts_as"][language], {"kind": kind, "class": str(ruling.counts_as)})
    if ruling.two_of_one_kind is not None:
        return _filled(words["two_of_one_kind"][language], {"standing": standing(ruling.two_of_one_kind)})
    if ruling.figure is not None:
        figure = label(raw["figures"][ruling.figure])
        return _filled(words["figure"][language], {"figure": figure, "value": str(ruling.value)})
    fact = raw["facts"][ruling.fact]
    answers = {
        "requirement": label(raw["requirements"][ruling.requirement]),
        "fact": label(fact),
        "answer": _answer(fact, ruling.answer, language),
        "standing": standing(ruling.stands),
    }
    return _filled(words["answer"][language], answers)


def _answer(fact: dict[str, Any], answer: Any, language: str) -> str:
    if isinstance(answer, bool):
        return _YES_NO[answer].in_("ja" if language == "ja" else "en")
    text: str = fact.get("values", {}).get(answer, {}).get(language, answer)
    return text


_YES_NO = {True: Words("はい", "yes"), False: Words("いいえ", "no")}


def _title(raw: dict[str, Any], ruling: Ruling, language: str) -> str:
    office = raw["office"]
    day = shown(day_of_ruling(ruling.applies_from), "ja" if language == "ja" else "en")
    post = office["posts"][ruling.by][language]
    what = what_of(raw, ruling, language)
    return _filled(office["words"]["title"][language], {"day": day, "post": post, "what": what})


def _filled(text: str, known: Mapping[str, str]) -> str:
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def with_ruling(text: str, name: str, ruling: Ruling) -> str:
    """The text of a file of rulings with one more at its end."""
    fields = msgspec.to_builtins(ruling)
    lines = [f"{field}: {_scalar(value)}" for field, value in fields.items() if value not in (None, "")]
    head = text if text.strip() else _HEAD
    return head.rstrip("\n") + f'\n\n"{name}":\n' + "".join(f"  {line}\n" for line in lines)


def with_day(page: Page, name: str, field: str, day: date) -> str:
    """The text of a file of rulings in which one has another day; all else stays as it is written.

    Raises:
        DeskError: it is written so that no line can be changed alone.
    """
    marks: Marks = {}
    read_yaml(page.text, page.path, marks)
    written = (name, field) in marks
    line, column = marks[name, field if written else _FIRST_DAY]
    lines = page.text.split("\n")
    lines[line - 1 if written else line : line] = [f'{" " * (column - 1)}{field}: "{day}"']
    text, wanted = "\n".join(lines), _typed(page)
    wanted[name] = msgspec.structs.replace(wanted[name], **{field: day.isoformat()})
    try:
        as_wanted = _typed(page._replace(text=text)) == wanted
    except UnusableRulebook:
        as_wanted = False
    if not as_wanted:
        what = Words("この取り決めは1行ずつ書かれていません。", "This ruling is not written line by line.")
        mend = Words(f'"{field}: {day}" と書き加えてください。', f'Write "{field}: {day}" into it.')
        raise DeskError(Fault(what, mend, name, page.path, line, column))
    return text


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return msgspec.json.encode(value).decode() if not value.replace("_", "a").isalnum() else value
    return str(value).lower() if isinstance(value, bool) else str(value)


def next_name(rulings: Mapping[str, Ruling], day: str) -> str:
    """A name that no ruling has yet: its day and a number."""
    number = 1
    while f"{day}-{number}" in rulings:
        number += 1
    return f"{day}-{number}"


def write_rulings(path: str, text: str) -> None:
    """Write the file; nothing is half written. Raises DeskError."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.new", "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(f"{path}.new", path)
    except OSError as error:
        with suppress(OSError):
            os.remove(f"{path}.new")
        what = Words("取り決めを書き込めません。", f"The ruling cannot be written ({error.strerror}).")
        mend = Words(
            "書き込みの権限を確かめるか、--rulings で別のフォルダーを指定してください。",
            "Check that it may be written, or name another folder by --rulings.",
        )
        raise DeskError(Fault(what, mend, "", path)) from None
