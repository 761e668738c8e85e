"""Plain data into typed entries, with every mismatch found, not only the first."""

import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

from mynadesk.fault import Fault
from mynadesk.rulebook.checks.faults import nearest
from mynadesk.strict_yaml import Mismatch, Path
from mynadesk.words import Words

_SHOWN_AT_MOST = 40


def mismatches(raw: Any, wanted: Any, path: Path = ()) -> Iterator[Mismatch]:
    """Every place of `raw` that does not fit `wanted`, with what would."""
    if _fits(raw, wanted):
        return
    inside = list(_inside(raw, wanted, path))
    if inside:
        yield from inside
    elif isinstance(raw, dict) and (struct := struct_of(wanted)):
        wrong = list(_wrong_fields(raw, struct, path))
        yield from wrong or [(path, _unfitting(raw, struct))]
    else:
        yield path, Fault(_shown(raw), _wanted(wanted))


def _fits(raw: Any, wanted: Any) -> bool:
    try:
        msgspec.convert(raw, wanted)
    except msgspec.ValidationError:
        return False
    return True


def _inside(raw: Any, wanted: Any, path: Path) -> Iterator[Mismatch]:
    """Mismatches of the parts of a container."""
    for arm in arms(wanted):
        origin, arguments = typing.get_origin(arm), typing.get_args(arm)
        if origin is list and isinstance(raw, list):
            for number, part in enumerate(raw):
                yield from mismatches(part, arguments[0], (*path, number))
        elif origin is dict and isinstance(raw, dict):
            for key, part in raw.items():
                if not _fits(key, arguments[0]):
                    yield (*path, key), Fault(_shown(key), _wanted(arguments[0]))
                yield from mismatches(part, arguments[1], (*path, key))
        elif isinstance(raw, dict) and (struct := struct_of(arm)):
            for field in msgspec.structs.fields(struct):
                if field.encode_name in raw:
                    yield from mismatches(raw[field.encode_name], field.type, (*path, field.encode_name))
            if not _wholly_known(raw, struct):
                yield from _wrong_fields(raw, struct, path)


def _wholly_known(raw: dict[str, Any], struct: type[msgspec.Struct]) -> bool:
    fields = msgspec.structs.fields(struct)
    return raw.keys() <= {f.encode_name for f in fields} and all(
        f.encode_name in raw for f in fields if f.required
    )


def _wrong_fields(raw: dict[str, Any], struct: type[msgspec.Struct], path: Path) -> Iterator[Mismatch]:
    fields = {field.encode_name: field.required for field in msgspec.structs.fields(struct)}
    for name, required in fields.items():
        if required and name not in raw:
            what = Words(f"「{name}」がありません。", f'"{name}" is missing.')
            yield path, Fault(what, Words(f"「{name}:」の行を加えてください。", f'Add a line "{name}:".'))
    for name in raw:
        if name not in fields:
            what = Words(f"「{name}」という項目はここにはありません。", f'"{name}" is not known here.')
            yield (*path, name), Fault(what, Words(*nearest(name, list(fields))))


def _unfitting(raw: dict[str, Any], struct: type[msgspec.Struct]) -> Fault:
    """Each field fits, but the entry refuses them together and says why."""
    why = ""
    try:
        msgspec.convert(raw, struct)
    except msgspec.ValidationError as error:
        why = str(error.__cause__ or error).removeprefix("it should be: ")
    what = Words("ここの値は互いに合いません。", "These values do not go together.")
    return Fault(what, Words(f"条件: {why}", f"Wanted: {why}"))


def arms(wanted: Any) -> list[Any]:
    """The arms of a union without None; annotations are taken off."""
    return [_bare(arm) for arm in _limited_arms(wanted)]


def _limited_arms(wanted: Any) -> list[Any]:
    """The arms of a union without None, each with its annotations."""
    if typing.get_origin(wanted) in (typing.Union, types.UnionType):
        return [arm for arm in typing.get_args(wanted) if arm is not type(None)]
    return [wanted]


def _bare(wanted: Any) -> Any:
    return typing.get_args(wanted)[0] if typing.get_origin(wanted) is typing.Annotated else wanted


def struct_of(wanted: Any) -> type[msgspec.Struct] | None:
    """The first struct among the arms of a union."""
    for arm in arms(wanted):
        if isinstance(arm, type) and issubclass(arm, msgspec.Struct):
            return arm
    return None


def _shown(raw: Any) -> Words:
    if raw is None:
        return Words("何も書かれていません。", "Nothing is written here.")
    if isinstance(raw, list):
        return Words("この一覧は使えません。", "This list does not fit here.")
    if isinstance(raw, dict):
        return Words("この「項目: 値」の並びは使えません。", "This mapping does not fit here.")
    text = (str(raw).lower() if isinstance(raw, bool) else str(raw))[:_SHOWN_AT_MOST]
    return Words(f"「{text}」は使えません。", f'"{text}" does not fit here.')


_PLAIN = {
    bool: Words("true か false", "true or false"),
    int: Words("整数", "a whole number"),
    str: Words("文字", "text"),
    list: Words("一覧([ ] または - の行)", "a list"),
    dict: Words("「項目: 値」の並び", "a mapping"),
}


_PATTERNS = {
    r"^\.{1,2}[0-9]$": Words("「.1」のような点と数字", 'dots and a digit such as ".1"'),
    r"^sha256:[0-9a-f]{16}$": Words(
        "「sha256:」と16桁の0から9、aからf", '"sha256:" and 16 digits from 0 to f'
    ),
}
"""What a pattern of the schema asks for, for people."""


def _wanted(wanted: Any) -> Words:
    parts = [_limited(arm) or _wanted_arm(_bare(arm)) for arm in _limited_arms(wanted)]
    ja, en = "、".join(p.ja for p in parts), _or(p.en for p in parts)
    return Words(f"ここに書けるのは {ja} です。", f"It should be {en}.")


def _or(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} or {last}" if first else last


def _limited(arm: Any) -> Words | None:
    """What fits where not everything of a type does."""
    limits = next((each for each in getattr(arm, "__metadata__", ()) if isinstance(each, msgspec.Meta)), None)
    if limits is None:
        return None
    if limits.pattern is not None:
        return _PATTERNS.get(limits.pattern)
    if limits.ge is not None and limits.le is None:
        return Words(f"{limits.ge}以上の整数", f"a whole number from {limits.ge} up")
    if limits.ge is not None:
        return Words(
            f"{limits.ge}から{limits.le}までの整数", f"a whole number from {limits.ge} to {limits.le}"
        )
    ja, en = f"{limits.min_length}つ以上", f"at least {limits.min_length}"
    if limits.max_length is not None:
        ja, en = f"{ja}{limits.max_length}つ以下", f"{en} and at most {limits.max_length}"
    return Words(f"{ja}の一覧", f"a list of {en}")


def _wanted_arm(arm: Any) -> Words:
    if typing.get_origin(arm) is Literal:
        names = [
            str(value).lower() if isinstance(value, bool) else str(value) for value in typing.get_args(arm)
        ]
        return Words("、".join(names), _or(names))
    if isinstance(arm, type) and issubclass(arm, Words):
        return Words("{ja: 日本語, en: 英語} の2つ", "{ja: ..., en: ...}")
    if struct_of(arm):
        return _PLAIN[dict]
    return _PLAIN.get(typing.get_origin(arm) or arm, _PLAIN[str])
