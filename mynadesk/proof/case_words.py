"""A case as a person reads it: who comes for what, and what is known of papers and facts."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from mynadesk.wording import Wording
from mynadesk.words import Words

_YES_NO = {True: Words("はい", "yes"), False: Words("いいえ", "no")}
_EXPIRY = {"in_date": Words("期限内", "in date"), "expired": Words("期限切れ", "expired")}
_OF = {"holder": Words("本人", "holder"), "visitor": Words("来庁者", "visitor")}
_ALL_PINS = Words("暗証番号すべて", "all PINs")
_NO_CERTIFICATE = Words("証明書なし", "no certificate")
_COPY = Words("写し", "copy")
_TOLD = ("on", "operation", "pins", "visitor", "visit", "documents", "certificates")


def case_in_words(wording: Wording, case: dict[str, Any]) -> str:
    """A case as `mynadesk check` reads it, in one line. What is in order is said briefly or not at all."""
    separator = "、" if wording.language == "ja" else ", "
    return separator.join(each for each in (*_request(wording, case), *_known(wording, case)) if each)


def _request(wording: Wording, case: dict[str, Any]) -> Iterator[str]:
    book = wording.book
    yield next((wording.fill(route.label) for route in book.routes.values() if _fits(route.who, case)), "")
    if (operation := case.get("operation")) in book.operations:
        yield wording.fill(book.operations[operation].label)
    pins = [name for name in case.get("pins", ()) if name in book.pins]
    if len(pins) == len(book.pins):
        yield _ALL_PINS.in_(wording.language)
    else:
        yield ("・" if wording.language == "ja" else " + ").join(
            wording.fill(book.pins[name].short) for name in pins
        )


def _fits(who: dict[str, Any], case: dict[str, Any]) -> bool:
    return all(case.get(name) == value for name, value in who.items())


def _known(wording: Wording, case: dict[str, Any]) -> Iterator[str]:
    for name, value in _flat(case):
        if name.partition(".")[0] not in _TOLD and name in wording.book.facts:
            yield f"{wording.fill(wording.book.facts[name].label)}: {_value(wording, name, value)}"
    for name, value in case.get("certificates", {}).items():
        if not value and name in wording.book.pins:
            yield f"{wording.fill(wording.book.pins[name].short)}: {_NO_CERTIFICATE.in_(wording.language)}"
    for paper in case.get("documents", ()):
        yield _paper(wording, paper)


def _flat(case: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in case.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _value(wording: Wording, name: str, value: Any) -> str:
    fact = wording.book.facts[name]
    if isinstance(value, bool):
        return _YES_NO[value].in_(wording.language)
    if fact.listed_in is not None and value in wording.book.reasons:
        return wording.fill(wording.book.reasons[value].label)
    return wording.fill(fact.values[value]) if value in fact.values else str(value)


def _paper(wording: Wording, paper: dict[str, Any]) -> str:
    kind = wording.book.documents.kinds.get(paper["kind"])
    label = wording.fill(kind.label) if kind else paper["kind"]
    seen = [text for name, value in paper.items() if (text := _seen(wording, name, value))]
    closing = f"({'、'.join(seen) if wording.language == 'ja' else ', '.join(seen)})" if seen else ""
    owner = _OF[paper["of"]].in_(wording.language)
    return f"{owner}の{label}{closing}" if wording.language == "ja" else f"{owner}: {label}{closing}"


def _seen(wording: Wording, name: str, value: Any) -> str:
    """What is remarkable about a paper: an original that is one is not."""
    if name == "original":
        return "" if value is True else _COPY.in_(wording.language)
    entry = wording.book.documents.properties.get(name)
    if entry is None or value == "in_date":
        return ""
    if value in _EXPIRY:
        return _EXPIRY[value].in_(wording.language)
    return f"{wording.fill(entry.label)}: {_answer(wording, value)}"


def _answer(wording: Wording, value: Any) -> str:
    if isinstance(value, bool):
        return _YES_NO[value].in_(wording.language)
    try:
        return wording.day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
