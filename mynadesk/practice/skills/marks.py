"""By what it is told that a rule was changed: a digest of everything in the rulebook that makes it."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from mynadesk.practice.scenes.studio import Studio
from mynadesk.rulebook.schema import Check, Fact

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NOT_THE_RULE = frozenset({"source", "key"})
"""Where it is published and which digit stands for it: a change there is no other rule."""
_LENGTH = 16


def mark_of(studio: Studio, *entries: Any) -> str:
    """The mark of a rule made of these entries, and of every figure that they name."""
    plain = [_without(msgspec.to_builtins(entry)) for entry in entries]
    text = msgspec.json.encode(plain, order="deterministic").decode()
    named = {name for name in _PLACEHOLDER.findall(text) if name in studio.book.figures}
    for entry in entries:
        named |= {name for name, _ in named_figures(studio, entry)}
    figures = [(name, studio.book.figures[name].value) for name in sorted(named)]
    whole = text.encode() + msgspec.json.encode(figures)
    return hashlib.sha256(whole).hexdigest()[:_LENGTH]


def named_figures(studio: Studio, entry: Any) -> Iterator[tuple[str, int | str]]:
    """The figures that an entry names outside of its words."""
    names = []
    if isinstance(entry, Check):
        names = [entry.not_before, entry.after]
    elif isinstance(entry, Fact) and entry.younger_than:
        names = [entry.younger_than.years]
    elif isinstance(entry, Fact) and entry.issued_within:
        names = [entry.issued_within.months]
    for name in names:
        if name:
            yield name, studio.book.figures[name].value


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner) for key, inner in value.items() if key not in _NOT_THE_RULE}
    return [_without(inner) for inner in value] if isinstance(value, list) else value
