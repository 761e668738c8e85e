"""Entries by what was typed: kana or kanji as an input method commits them, English, or ids."""

import unicodedata

from mynadesk.browsing.entries import Entries, Entry, name_of, texts_of
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
"""Each katakana to its hiragana."""


def folded(text: str) -> str:
    """A text as it is compared: widths, capitals and the two kinds of kana do not count."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)


class Finding:
    """What can be found of each entry: its id, and its name and text in both languages."""

    def __init__(self, entries: Entries) -> None:
        self._texts = {
            entry.rule: folded("\n".join(_said(entries.book, entry))) for entry in entries.all.values()
        }

    def matches(self, entry: Entry, typed: str) -> bool:
        """Whether it holds each of the words that were typed."""
        text = self._texts[entry.rule]
        return all(word in text for word in folded(typed).split())


def _said(book: Rulebook, entry: Entry) -> list[str]:
    found = [entry.id, entry.rule[0]]
    for wording in (Wording(book, "ja"), Wording(book, "en")):
        for version in entry.versions:
            found += [
                name_of(wording, entry.group, version.entry),
                *texts_of(wording, entry.group, version.entry),
            ]
    return found
