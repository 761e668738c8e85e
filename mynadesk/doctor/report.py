"""Findings as a person reads them, or a script."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, get_args

from mynadesk import __version__
from mynadesk.doctor.finding import Finding, Standing
from mynadesk.typeset import is_certain, wrap
from mynadesk.words import Language, Words

STANDINGS: dict[Standing, Words] = {
    "ok": Words("良好", "ok"),
    "note": Words("注意", "note"),
    "fix": Words("要対応", "fix"),
    "not_tried": Words("未確認", "not tried"),
}
_TITLE = Words(f"mynadesk {__version__} の点検", f"mynadesk {__version__}, examined")
_TO_DO = Words("対処: ", "To do: ")
_MEND = Words("「要対応」を直してください。", 'Mend what says "fix".')
_WELL = Words("直すところはありません。", "Nothing has to be mended.")
IN_ENGLISH = "This terminal cannot show Japanese, so this is in English."


def status(findings: Sequence[Finding]) -> int:
    """For scripts: 1 where something has to be mended, else 0."""
    return int(any(finding.standing == "fix" for finding in findings))


def as_text(findings: Sequence[Finding], language: Language, cells: int) -> str:
    """One block a finding, in lines of at most `cells`; the last line sums up."""
    blocks = [_block(finding, language, cells) for finding in findings]
    lines = [_TITLE.in_(language), "", *(line for block in blocks for line in block), ""]
    return "\n".join([*lines, summary(findings).in_(language)]) + "\n"


def as_data(findings: Sequence[Finding]) -> dict[str, Any]:
    """The same in both languages, ready for JSON."""
    return {
        "version": __version__,
        "status": status(findings),
        "findings": [
            {
                "id": finding.id,
                "standing": finding.standing,
                "title": _both(finding.title),
                "found": _both(finding.found),
                "mend": _both(finding.mend) if finding.mend else None,
            }
            for finding in findings
        ],
        "summary": _both(summary(findings)),
    }


def summary(findings: Sequence[Finding]) -> Words:
    """How often each word was said, and whether something has to be done."""
    count = Counter(finding.standing for finding in findings)
    order: tuple[Standing, ...] = get_args(Standing)
    end = _MEND if status(findings) else _WELL
    return Words(
        "、".join(f"{STANDINGS[each].ja} {count[each]}" for each in order) + "。" + end.ja,
        ", ".join(f"{STANDINGS[each].en} {count[each]}" for each in order) + ". " + end.en,
    )


def _block(finding: Finding, language: Language, cells: int) -> list[str]:
    head = f"[{STANDINGS[finding.standing].in_(language)}] {finding.title.in_(language)}"
    body = wrap(drawable(finding.found.in_(language)), cells - 2)
    if finding.mend:
        body += wrap(drawable(_TO_DO.in_(language) + finding.mend.in_(language)), cells - 2)
    return [head, *("  " + line for line in body)]


def drawable(text: str) -> str:
    """The text, with what a terminal would obey or draw in a width of its own choice as escapes."""
    return "".join(
        each if each == "\n" or (each.isprintable() and is_certain(each)) else ascii(each)[1:-1]
        for each in text
    )


def _both(words: Words) -> dict[str, str]:
    return {"ja": words.ja, "en": words.en}
