"""Texts put together for ears: what ends is heard to end."""

from collections.abc import Iterable

from mynadesk.wording import Wording

_ENDS = ("。", "？", ".", "?")


def sentence(wording: Wording, text: str) -> str:
    """A text with an end."""
    if text.endswith(_ENDS):
        return text
    return text + ("。" if wording.language == "ja" else ".")


def sentences(wording: Wording, *texts: str) -> str:
    """Those of the texts that are not empty as sentences of one line."""
    return ("" if wording.language == "ja" else " ").join(sentence(wording, text) for text in texts if text)


def enumerated(wording: Wording, parts: Iterable[str]) -> str:
    """Answers as one sentence."""
    return sentence(wording, ("、" if wording.language == "ja" else "; ").join(parts))


def headed(wording: Wording, title: str, details: str) -> str:
    """A title, and what stands under it where anything does."""
    if not details:
        return sentence(wording, title)
    return sentence(wording, wording.fill(wording.words.ask.details, title=title, details=details))
