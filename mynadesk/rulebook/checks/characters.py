"""Characters that are shown: each has one width on every terminal, and can be seen."""

import re
from collections.abc import Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.checks.faults import said

_SEPARATOR = "\0"
_QUOTE = '"'
_BLANKS = " \u3000"
_BLANK_ENDS = tuple(end for blank in _BLANKS for end in (_SEPARATOR + blank, blank + _SEPARATOR))
_FIRST_BYTES = re.compile(rb"[^ -~\x80-\xbf\xe3-\xe9\xef]")
"""In UTF-8 the first byte of anything but ASCII, kana, kanji and full-width forms; these have one width.

In bytes, because a class of characters takes longer to compile than all checks of a rulebook to run.
"""
_EXCEPT = "\u3248\u3249\u324a\u324b\u324c\u324d\u324e\u324f\ufffd" + "".join(map(chr, range(0xFE00, 0xFE10)))
"""Numbers in circles and variation selectors: they begin like kana and full-width forms."""
_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def looks_clean(texts: list[str], blanks_meant: bool = False) -> bool:
    """Whether nothing is wrong with these texts at first sight; where it is False, look at each of them."""
    together = _SEPARATOR.join(("", *texts, ""))
    return (
        together.count(_SEPARATOR) == len(texts) + 1
        and _SEPARATOR * 2 not in together
        and (blanks_meant or not any(end in together for end in _BLANK_ENDS))
        and _QUOTE + _SEPARATOR not in together
        and _SEPARATOR + _QUOTE not in together
        and _is_usual("".join(texts).replace(_BLANKS[1], ""))
    )


def _is_usual(text: str) -> bool:
    if text.isascii() or not text.isprintable():
        return text.isprintable()
    return not _FIRST_BYTES.search(text.encode()) and not any(each in text for each in _EXCEPT)


def wrong_text(text: str, blanks_meant: bool) -> Iterator[Fault]:
    """What is wrong with the characters of one text."""
    if not text.strip(_BLANKS) and not (text and blanks_meant):
        yield said(
            ("言葉がありません。", "The words are missing."),
            ("画面に出す言葉を書いてください。", "Write what is shown."),
        )
    elif text.strip(_BLANKS) != text and not blanks_meant:
        what = "初めか終わりに空白があります。", "There is a blank at one end."
        yield said(what, ("空白を取り除いてください。", "Remove it."))
    if text.count(_QUOTE) % 2 and _QUOTE in (text[:1], text[-1:]):
        what = "引用符が片方だけあります。", "There is only one of two quotes."
        yield said(what, ("両端に付けるか、取り除いてください。", "Put one at each end, or remove it."))
    for character in dict.fromkeys(text):
        fault = _wrong_character(character)
        if fault:
            yield fault


def _wrong_character(character: str) -> Fault | None:
    from unicodedata import (
        category,
        east_asian_width,
    )  # slow to import and wanted only for unusual characters

    code = f"U+{ord(character):04X}"
    if character == "\n":
        return said(
            ("改行があります。", "There is a line break."), ("1行で書いてください。", "Write one line.")
        )
    if category(character) in _INVISIBLE:
        what = f"目に見えない文字({code})があります。", f"There is an invisible character ({code})."
        return said(what, ("取り除いてください。", "Remove it."))
    if east_asian_width(character) == "A":
        what = (
            f"「{character}」({code})は端末によって幅が変わり、表示がずれます。",
            f'"{character}" ({code}) is wider on some terminals and shifts the line.',
        )
        return said(what, ("ほかの文字に替えてください。", "Use another character."))
    return None
