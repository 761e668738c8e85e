"""Every fault of rules that stand on others, and of the office's rulings: found once all is laid together."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.handout.reading import load_handout
from mynadesk.inspection.places import Places, Spot
from mynadesk.inspection.survey import Survey
from mynadesk.ledger.reading import load_day_book_words, load_desk_words
from mynadesk.practice.reading import load_practice
from mynadesk.rulebook.below import COVER
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.files import read_file
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Words

_BESIDE = Words("案内、台帳の言葉、練習(規則に誤りがあります)", "what stands beside faulty rules")


def is_overlay(folder: str) -> bool:
    """Whether a folder of rules stands on another one."""
    return os.path.isfile(os.path.join(folder, f"{COVER}.yaml"))


def survey_overlay(folder: str, on: date) -> Survey:
    """Look through an overlay, the folders beside it included. Faults below it are told where they stand.

    Raises:
        UnusableRulebook: it cannot be opened.
    """
    files = sorted(_yaml_files(folder))
    places = {file: Places(file, text) for file in files if (text := _text(file)) is not None}
    try:
        book = load_rulebook(folder)
        faults = [*_beside(folder, book.at(on), on)]
        put_off: list[Words] = []
    except UnusableRulebook as error:
        faults, put_off = list(error.faults), [_BESIDE]
    for fault in faults:
        if fault.file not in places and (text := _text(fault.file)) is not None:
            places[fault.file] = Places(fault.file, text)
    return Survey(folder, list(_spots(faults, places)), places, put_off)


def wrong_rulings(folder: str, rulings: str) -> list[Spot]:
    """What keeps the office's rulings from being laid over sound rules."""
    try:
        load_rulebook(folder, rulings)
    except UnusableRulebook as error:
        return [Spot(fault) for fault in error.faults]
    return []


def _beside(folder: str, book: Rulebook, on: date) -> Iterator[Fault]:
    loaders: tuple[Callable[[], Any], ...] = (
        lambda: load_handout(folder, book),
        lambda: load_desk_words(folder, book),
        lambda: load_day_book_words(folder, book),
        lambda: load_practice(folder, book, on),
    )
    for load in loaders:
        try:
            load()
        except UnusableRulebook as error:
            yield from error.faults


def _spots(faults: Iterable[Fault], places: dict[str, Places]) -> Iterator[Spot]:
    for fault in faults:
        found = places.get(fault.file)
        yield found.spot_at(fault) if found else Spot(fault)


def _yaml_files(folder: str) -> Iterator[str]:
    for above, _, names in os.walk(folder):
        yield from (os.path.join(above, name) for name in names if name.endswith(".yaml"))


def _text(file: str) -> str | None:
    try:
        return read_file(file)
    except UnusableRulebook:
        return None
