"""On which rulebook an overlay stands: its cover, overlay.yaml."""

import os

import msgspec

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.rulebook.checks.faults import said
from mynadesk.rulebook.files import Texts, parse, read_file, unusable
from mynadesk.rulebook.schema import Entry
from mynadesk.rulebook.shipped import shipped_rules

COVER = "overlay"


class Overlay(Entry, frozen=True):
    """overlay.yaml: `over` is a folder, seen from this one, or `shipped`."""

    over: str


def folder_below(folder: str, text: str) -> str:
    """The folder on which an overlay stands, as its cover says. Raises UnusableRulebook."""
    texts = {COVER: text}
    raw = parse(folder, texts)[COVER]
    try:
        over = msgspec.convert(raw, Overlay).over
    except msgspec.ValidationError:
        from mynadesk.rulebook.typed import mismatches  # slow to import and wanted only here

        raise unusable(folder, texts, {COVER: mismatches(raw, Overlay)}) from None
    below = shipped_rules() if over == SHIPPED else os.path.normpath(os.path.join(folder, over))
    if not os.path.isdir(below):
        raise wrong_below(folder, texts, _nowhere(over))
    return below


SHIPPED = "shipped"
"""Stands for the rules that came with the program, wherever these are."""


def wrong_below(folder: str, texts: Texts, fault: Fault) -> UnusableRulebook:
    """A fault of what the cover says."""
    return unusable(folder, texts, {COVER: [(("over",), fault)]})


def in_a_circle() -> Fault:
    """An overlay stands on itself."""
    what = "この規則は、めぐりめぐって自分の上に立っています。", "In the end this overlay stands on itself."
    return said(what, ("over: をほかの規則にしてください。", "Let it stand on another rulebook."))


def _nowhere(over: str) -> Fault:
    what = f"「{over}」という規則のフォルダーがありません。", f'There is no folder of rules "{over}".'
    mend = (
        "このフォルダーから見た場所か、配布された規則なら shipped と書いてください。",
        "Write a folder as seen from here, or shipped for the rules as shipped.",
    )
    return said(what, mend)


def folder_with(rules: str, name: str) -> str:
    """The folder `name` of a folder of rules: its own, else that of what it stands on. It need not exist.

    Raises:
        UnusableRulebook: a cover on the way cannot be used.
    """
    here = rules
    for _ in range(_DEEPEST):
        found, cover = os.path.join(here, name), os.path.join(here, f"{COVER}.yaml")
        if os.path.isdir(found) or not os.path.isfile(cover):
            return found
        here = folder_below(here, read_file(cover))
    return os.path.join(rules, name)


_DEEPEST = 20
"""More layers than anybody wants."""
