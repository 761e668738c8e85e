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


def folders_below(rules: str) -> list[str]:
    """The folders of rules that stand on each other, the lowest first and this one last.

    Raises:
        UnusableRulebook: a cover on the way cannot be used.
    """
    chain = [rules]
    while os.path.isfile(cover := os.path.join(chain[0], f"{COVER}.yaml")):
        text = read_file(cover)
        below = folder_below(chain[0], text)
        if os.path.realpath(below) in map(os.path.realpath, chain):
            raise wrong_below(chain[0], {COVER: text}, in_a_circle())
        chain.insert(0, below)
    return chain


def folders_with(rules: str, name: str) -> list[str]:
    """The folders `name` of a folder of rules: that of the lowest layer, then those of what stands on it.

    Raises:
        UnusableRulebook: a cover on the way cannot be used.
    """
    lowest, *above = (os.path.join(each, name) for each in folders_below(rules))
    return [lowest, *filter(os.path.isdir, above)]
