"""What changes, as text for people and as data for machines."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from mynadesk.proof.case_words import case_in_words
from mynadesk.proof.changes import Change, Differences
from mynadesk.proof.following import Follows, follows_otherwise, follows_sentence
from mynadesk.proof.holes import Rule
from mynadesk.proof.report import VERDICTS, one_line
from mynadesk.proof.turned import Turn, Turned
from mynadesk.rulebook.book import Rulebook
from mynadesk.typeset import cut, pad, wrap, wrap_at_blanks
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_MOST_TURNS = 8
_WIDE = 32
_CELLS = 80
_WIDEST = 60
"""Cells of a value; the whole of it stands in the JSON."""


def as_text(found: Differences, old: Rulebook, new: Rulebook, language: Language) -> str:
    """How many situations change, from what to what, and rule by rule with a smallest example."""
    lines = [*_heading(found, old, new, language), *_turns(found.turned, language, "  ")]
    for number, change in enumerate(found.changes, 1):
        lines += [
            "",
            f"{number}. {', '.join(map(place, change.rules))}",
            *_change(change, old, new, language),
        ]
    for told in _follows(found, old, new, language):
        lines += ["", *wrap(told, _CELLS)]
    if found.only_words:
        label = Words("言葉・出典・キーだけの違い", "only words, sources or keys").in_(language)
        lines += [
            "",
            f"{label}: {len(found.only_words)}",
            *(f"   {place(rule)}" for rule in found.only_words),
        ]
    return "\n".join(lines)


def _heading(found: Differences, old: Rulebook, new: Rulebook, language: Language) -> Iterator[str]:
    days = [str(first) if first == second else f"{first} - {second}" for first, second in found.days]
    rows = (
        (Words("規則", "rules"), f"{old.digest} -> {new.digest}"),
        (Words("比べた日", "days compared"), ("、" if language == "ja" else ", ").join(days)),
        (Words("場面の種類", "classes of situations"), f"{found.classes:,}"),
        (Words("判定の変わるもの", "decided otherwise"), f"{found.turned.count:,}"),
    )
    for label, value in rows:
        yield f"{pad(label.in_(language), _WIDE)}{value}"


def _follows(found: Differences, old: Rulebook, new: Rulebook, language: Language) -> Iterator[str]:
    """Dates from which something else follows, on the last day that was compared."""
    day, second = found.days[-1] if found.days else (date.min, date.max)
    if day == second:
        wording = Wording(new.at(day), language)
        for each in follows_otherwise(old, new, day, day):
            yield Words(f"{day}には", f"On {day}, ").in_(language) + follows_sentence(each, wording)


def _turns(turned: Turned, language: Language, indent: str) -> Iterator[str]:
    for turn, count in list(turned.turns.items())[:_MOST_TURNS]:
        yield f"{indent}{pad(turn_text(turn, language), _WIDE - len(indent))}{count:,}"
    rest = list(turned.turns.values())[_MOST_TURNS:]
    if rest:
        more = Words(f"ほか{len(rest)}通り", f"{len(rest)} more").in_(language)
        yield f"{indent}{pad(more, _WIDE - len(indent))}{sum(rest):,}"


def turn_text(turn: Turn, language: Language) -> str:
    """From what to what; where the verdict is the same, the way or single PINs are not."""
    before, after = (VERDICTS[name].in_(language) for name in turn)
    if before == after:
        return Words(f"{before}(内訳が変わる)", f"{before}, in part otherwise").in_(language)
    return f"{before} -> {after}"


def _change(change: Change, old: Rulebook, new: Rulebook, language: Language) -> Iterator[str]:
    for path, before, after in change.fields:
        name = f"{path}: " if path else ""
        yield f"   {name}{cut(_value(before, language), _WIDEST)} -> {cut(_value(after, language), _WIDEST)}"
    turned = change.turned
    yield f"   {pad(Words('判定の変わるもの', 'decided otherwise').in_(language), _WIDE - 3)}{turned.count:,}"
    yield from _turns(turned, language, "     ")
    if change.notices:
        label = Words("お知らせの変わる場面", "notices told otherwise").in_(language)
        yield f"   {pad(label, _WIDE - 3)}{change.notices:,}"
    if turned.papers:
        names = [label_of(name, old, new, language) for name in turned.papers]
        yield from _listed(Words("書類", "papers").in_(language), names)
    if turned.requirements:
        yield from _listed(Words("要件", "requirements").in_(language), turned.requirements)
    if turned.example is not None and turned.shown is not None:
        label = Words("いちばん小さい事例", "smallest case").in_(language)
        yield f"   {label} ({turn_text(turned.shown, language)}):"
        told = case_in_words(
            Wording(new if _is_known(turned.example, new) else old, language), turned.example
        )
        yield from (f"   {line}" for line in wrap(told, _CELLS - 3))
        yield f"   {one_line(turned.example)}"


def _listed(label: str, names: Sequence[str]) -> Iterator[str]:
    for line in wrap_at_blanks(f"{label}: {', '.join(names)}", _CELLS - 3):
        yield f"   {line}"


def _is_known(case: dict[str, Any], book: Rulebook) -> bool:
    return all(paper["kind"] in book.documents.kinds for paper in case.get("documents", ()))


def label_of(kind: str, old: Rulebook, new: Rulebook, language: Language) -> str:
    """A kind of paper by its name for people and its id."""
    book = new if kind in new.documents.kinds else old
    return f"{Wording(book, language).fill(book.documents.kinds[kind].label)} ({kind})"


def place(rule: Rule) -> str:
    """A rule as faults name it: file and field."""
    file, path = rule
    return f"{file}.yaml {'.'.join(map(str, path))}".rstrip()


def _value(value: Any, language: Language) -> str:
    return Words("なし", "none").in_(language) if value is None else one_line(value)


def as_data(found: Differences, old: Rulebook, new: Rulebook) -> dict[str, Any]:
    """All of it, ready for JSON."""
    return {
        "old": old.digest,
        "new": new.digest,
        "days": [[first.isoformat(), second.isoformat()] for first, second in found.days],
        "classes": found.classes,
        **_turned_data(found.turned),
        "changes": [
            {
                "rules": [{"file": f"{file}.yaml", "path": list(path)} for file, path in change.rules],
                "fields": [{"path": at, "old": was, "new": now} for at, was, now in change.fields],
                **_turned_data(change.turned),
                "notices": change.notices,
                "papers": list(change.turned.papers),
                "requirements": list(change.turned.requirements),
                "example": change.turned.example,
                "verdicts": list(change.turned.shown) if change.turned.shown else None,
            }
            for change in found.changes
        ],
        "follows": [each.as_data() for each in _all_follows(found, old, new)],
        "only_words": [{"file": f"{file}.yaml", "path": list(path)} for file, path in found.only_words],
    }


def _all_follows(found: Differences, old: Rulebook, new: Rulebook) -> Iterator[Follows]:
    for first, second in found.days:
        if first == second:
            yield from follows_otherwise(old, new, first, second)


def _turned_data(turned: Turned) -> dict[str, Any]:
    turns = [{"old": turn[0], "new": turn[1], "classes": count} for turn, count in turned.turns.items()]
    return {"changed": turned.count, "turns": turns}
