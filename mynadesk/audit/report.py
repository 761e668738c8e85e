"""An audit as it is told: to people, and as data."""

from collections.abc import Iterable, Iterator
from typing import Any

from mynadesk.audit.audit import Audit
from mynadesk.audit.citing import Rule
from mynadesk.typeset import certain, wrap
from mynadesk.words import Language, Words

_SOURCE = Words("出典: {title} ({source})", "Source: {title} ({source})")
_COUNTS = Words(
    "文の数: 変わらない {unchanged}、場所が違う {moved}、変わった {changed}、なくなった {gone}、新しい {new}",
    "Sentences: unchanged {unchanged}, only moved {moved}, changed {changed}, gone {gone}, new {new}",
)
_CHANGED = Words("変わった文", "Changed")
_GONE = Words("なくなった文", "Gone")
_NEW = Words("新しい文(規則が引いていません)", "New, cited by no rule")
_HEADINGS = Words("見つからない見出し", "Headings that are not there")
_NOW = Words("今のページ: {text}", "Now: {text}")
_TOUCHES = Words("関わる規則: {rules}", "Rules that cite it: {rules}")
_UNCITED = Words("関わる規則はありません。", "No rule cites it.")
_AFTER = Words("「{place}」の次: {text}", 'After "{place}": {text}')
_AROUND = Words("記事の前後({count}行。比べていません)", "Around the article ({count} lines, not compared)")
_SHOWN_AROUND = 12
"""So many lines, the last ones: whatever was added at the end of the article is among them."""
_SAME = Words("ページは、規則を作ったときのままです。", "The page is as it was when the rules were written.")


def as_text(audit: Audit, language: Language, cells: int) -> str:
    """What has changed, place by place, with the rules that cite it."""
    lines = [line for each in _told(audit, language) for line in wrap(certain(each), cells, _indent(each))]
    return "\n".join(lines) + "\n"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip()) + 2


def _told(audit: Audit, language: Language) -> Iterator[str]:
    found, title = audit.match, audit.entry.title.in_(language)
    counts = {name: len(getattr(found, name)) for name in ("unchanged", "moved", "changed", "gone", "new")}
    yield _SOURCE.in_(language).format(title=title, source=audit.source)
    yield _COUNTS.in_(language).format(**counts)
    if audit.is_as_it_was:
        yield _SAME.in_(language)
    yield from _group(
        _CHANGED,
        language,
        (
            line
            for each in found.changed
            for line in (
                each.place,
                "  " + _NOW.in_(language).format(text=each.text),
                "  " + _concerned(audit.rules[each.place], language),
            )
        ),
    )
    yield from _group(
        _GONE,
        language,
        (line for place in found.gone for line in (place, "  " + _concerned(audit.rules[place], language))),
    )
    yield from _group(
        _NEW, language, (_AFTER.in_(language).format(place=each.after, text=each.text) for each in found.new)
    )
    yield from _group(_HEADINGS, language, found.headings_gone)
    around = Words(*(each.format(count=len(found.around)) for each in (_AROUND.ja, _AROUND.en)))
    yield from _group(around, language, found.around[-_SHOWN_AROUND:])


def _group(title: Words, language: Language, lines: Iterable[str]) -> Iterator[str]:
    told = [f"  {line}" for line in lines]
    if told:
        yield from ("", title.in_(language), *told)


def _concerned(rules: list[Rule], language: Language) -> str:
    if not rules:
        return _UNCITED.in_(language)
    and_, then = ("、", "。") if language == "ja" else (", ", "; ")
    by_file: dict[str, list[str]] = {}
    for rule in rules:
        by_file.setdefault(rule.file, []).append(_named(rule, language))
    named = then.join(f"{file}.yaml {and_.join(fields)}" for file, fields in by_file.items())
    return _TOUCHES.in_(language).format(rules=named)


def _named(rule: Rule, language: Language) -> str:
    """Where it stands, and what it is called where that is told without figures."""
    label = rule.label.in_(language) if rule.label else ""
    return f"{rule.field} ({label})".lstrip() if label and "{" not in label else rule.field


def as_data(audit: Audit) -> dict[str, Any]:
    """All of it, ready for JSON."""
    found = audit.match
    return {
        "source": audit.source,
        "as_it_was": audit.is_as_it_was,
        "unchanged": found.unchanged,
        "moved": found.moved,
        "changed": [
            {"place": each.place, "text": each.text, "rules": _rules(audit, each.place)}
            for each in found.changed
        ],
        "gone": [{"place": place, "rules": _rules(audit, place)} for place in found.gone],
        "new": [each._asdict() for each in found.new],
        "headings_gone": found.headings_gone,
        "around": found.around,
    }


def _rules(audit: Audit, place: str) -> list[dict[str, str]]:
    return [{"file": f"{rule.file}.yaml", "field": rule.field} for rule in audit.rules[place]]
