"""Every fault of a folder of rules at once: the desk's files, the papers', those of practice."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, cast

import msgspec

from mynadesk.fault import DeskError
from mynadesk.handout import filling
from mynadesk.handout.words import HandoutWords
from mynadesk.inspection.doubts import Doubts, Watched
from mynadesk.inspection.folder import Folder, Other, read_folder
from mynadesk.inspection.places import Places, Spot
from mynadesk.ledger import reading as ledger
from mynadesk.practice import reading as practice
from mynadesk.practice.checks import wrong_lore
from mynadesk.practice.filling import wrong_words
from mynadesk.practice.scenes.lore import Lore
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.skills.own import Reading, wrong_entries
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import Found, looks, told
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.loading import TYPES, cannot_open, unknown_files
from mynadesk.rulebook.timeline import NotInForce, Timeline
from mynadesk.rulebook.written import Written
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_HANDOUT, _LEDGER, _PRACTICE = "handout", "ledger", "practice"
_TYPES_OF_PRACTICE = practice.TYPES
_OWN = Other(practice.OWN, wrong_entries)
_NAMES = Words("規則に出てくる名前", "whether the names in the rules exist")
_OWN_SCENES = Words("自作の場面の答え", "the answers of own scenes")
_OF_THE_DAY = Words(
    "案内と練習(この日に適用される規則がありません)", "papers and practice (no rules of this day)"
)
_UNTRIED = "-"
"""Stands for the digest of a rulebook that is not used."""


class Survey(msgspec.Struct):
    """What was found."""

    folder: str
    spots: list[Spot]
    """In the order of files, lines and columns."""
    places: dict[str, Places]
    """Of the files that could be read, by their paths."""
    put_off: list[Words]
    """What could not be looked at, and why."""


def survey(folder: str, on: date) -> Survey:
    """Look through a folder of rules.

    Args:
        folder: The folder.
        on: The day of own scenes that name none.

    Raises:
        UnusableRulebook: it cannot be opened.
    """
    return _Surveying(folder, on).survey()


class _Surveying:
    def __init__(self, folder: str, on: date) -> None:
        self._on = on
        try:
            self._rules = read_folder(folder, TYPES)
        except OSError:
            raise cannot_open(folder) from None
        self._rules.spots += map(Spot, unknown_files(folder, sorted(os.listdir(folder))))
        self._put_off: list[Words] = []

    def survey(self) -> Survey:
        folders = [self._rules]
        timeline = self._timeline()
        book = self._book_of_the_day(timeline) if timeline else None
        if timeline is not None:
            self._cross_check(timeline)
        looks = ((_HANDOUT, self._handout), (_LEDGER, self._ledger), (_PRACTICE, self._practice))
        for name, look in looks:
            folders += look(os.path.join(self._rules.path, name), book)
        spots = [spot for folder in folders for spot in sorted(folder.spots, key=_order)]
        places = {folder.file(name): found for folder in folders for name, found in folder.files.items()}
        return Survey(self._rules.path, spots, places, self._put_off)

    def _timeline(self) -> Timeline | None:
        """The rules of all days as far as they can be told; None where nothing can be made of a file."""
        if TYPES.keys() <= self._rules.values.keys():
            return Timeline(Written(**self._rules.values), _UNTRIED, _unplaced)
        self._put_off.append(_NAMES)
        return None

    def _book_of_the_day(self, timeline: Timeline) -> Rulebook | None:
        """That with which papers and practice are compared."""
        with suppress(NotInForce):
            return timeline.at(self._on)
        self._put_off.append(_OF_THE_DAY)
        return None

    def _cross_check(self, timeline: Timeline) -> None:
        doubts = Doubts(self._rules.holes)
        found: Found = {}
        for look in looks(timeline):
            watched = Watched(look.subject)
            look.into(
                found,
                (
                    finding
                    for finding in look.check(watched)
                    if not doubts.at(finding) and not doubts.behind(finding, watched.seen, look.name)
                ),
            )
        for file, wrong in told(timeline, found).items():
            self._rules.add(file, wrong)

    def _handout(self, path: str, book: Rulebook | None) -> Iterator[Folder]:
        folder = self._opened(path, {"words": HandoutWords})
        if folder and book and (words := folder.values.get("words")):
            self._keep(folder, book, lambda watched: filling.wrong_words(watched, words))
        if folder:
            yield folder

    def _ledger(self, path: str, book: Rulebook | None) -> Iterator[Folder]:
        folder = self._opened(path, ledger.TYPES)
        if folder and book:
            for name, words in folder.values.items():
                self._keep(folder, book, partial(_of_ledger, name, words))
        if folder:
            yield folder

    def _practice(self, path: str, book: Rulebook | None) -> Iterator[Folder]:
        folder = self._opened(path, _TYPES_OF_PRACTICE, _OWN)
        if folder and book and _TYPES_OF_PRACTICE.keys() <= folder.values.keys():
            lore, words = folder.values["telling"], folder.values["words"]
            self._keep(folder, book, lambda watched: wrong_lore(watched, lore))
            self._keep(folder, book, lambda watched: wrong_words(watched, "words", words))
            self._own_scenes(folder, book, lore)
        if folder:
            yield folder

    def _own_scenes(self, folder: Folder, book: Rulebook, lore: Lore) -> None:
        """They are decided by the rules, so only by sound ones."""
        if self._rules.spots or any(spot.fault.file == folder.file("telling") for spot in folder.spots):
            self._put_off.append(_OWN_SCENES)
            return
        reading = Reading(Studio(book, lore), self._on)
        for name, entries in folder.values.items():
            if name not in _TYPES_OF_PRACTICE:
                reading.read(name, entries)
        for finding in reading.faults:
            folder.add(finding.file, [(finding.path, finding.fault)])

    def _opened(self, path: str, types: Mapping[str, Any], other: Other | None = None) -> Folder | None:
        try:
            return read_folder(path, types, other)
        except OSError:
            name = os.path.basename(path)
            self._put_off.append(
                Words(f"{name} (フォルダーがありません)", f"{name} (there is no such folder)")
            )
            return None

    def _keep(self, folder: Folder, book: Rulebook, look: Callable[[Rulebook], Iterable[Finding]]) -> None:
        """What is found in a folder beside the rulebook, unless it may follow from other faults."""
        here, rules, watched = Doubts(folder.holes), Doubts(self._rules.holes), Watched(book)
        for finding in look(cast(Rulebook, watched)):
            if not (here.at(finding) or here.behind(finding, ()) or rules.behind(finding, watched.seen)):
                folder.add(finding.file, [(finding.path, finding.fault)])


def _of_ledger(name: str, words: Any, book: Rulebook) -> Iterator[Finding]:
    for path, fault in ledger.wrong_words(msgspec.to_builtins(words), book, ledger.FILLS[name]):
        yield Finding(name, path, fault)


def _unplaced(found: Mapping[str, Iterable[Mismatch]]) -> DeskError:
    """Why a day has no rules, where nobody asks for the place."""
    return DeskError(*(fault for wrong in found.values() for _, fault in wrong))


def _order(spot: Spot) -> tuple[str, int, int]:
    return spot.fault.file, spot.fault.line, spot.fault.column
