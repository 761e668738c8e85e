"""Every fault of a folder of rules at once: the rulebook, and what stands beside it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, cast

import msgspec

from mynadesk.fault import DeskError, Fault, UnusableRulebook
from mynadesk.inspection.beside import BESIDE, PRACTICE, Beside
from mynadesk.inspection.doubts import Doubts, Watched
from mynadesk.inspection.folder import Folder, Other, read_folder
from mynadesk.inspection.places import Places, Spot
from mynadesk.inspection.repeated import repeated
from mynadesk.practice.scenes.studio import Studio
from mynadesk.practice.skills.own import Reading
from mynadesk.rulebook.below import COVER, folders_below, folders_with
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking import Found, looks, told
from mynadesk.rulebook.files import read_file
from mynadesk.rulebook.loading import TYPES, cannot_open, unknown_files
from mynadesk.rulebook.timeline import NotInForce, Timeline
from mynadesk.rulebook.written import Written
from mynadesk.strict_yaml import Mismatch
from mynadesk.words import Words

_LORE, _LORE_FILE = "telling", "telling.yaml"
_ANYTHING = Other(Any, lambda _: ())
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


def readable_rulebooks(folder: str) -> list[Rulebook]:
    """What can be read of the rules, for their names, in the order of days; none where a file tells nothing.

    Raises:
        UnusableRulebook: the folder cannot be opened.
    """
    timeline = _timeline(_opened(folder))
    return [stretch.book for stretch in timeline.stretches if stretch.book] if timeline else []


def _opened(folder: str) -> Folder:
    """The files of a folder of rules, and of those that it stands on."""
    try:
        return _with_unknown(read_folder(folders_below(folder), TYPES, cover=COVER), folder)
    except UnusableRulebook as error:  # so what is below is not known, and little can be said of the rest
        rules = read_folder([folder], {}, _ANYTHING, COVER)
        rules.spots += [_spot_of_cover(rules, fault) for fault in error.faults]
        return rules
    except OSError:
        raise cannot_open(folder) from None


def _spot_of_cover(rules: Folder, fault: Fault) -> Spot:
    try:
        rules.files[fault.file] = places = Places(fault.file, read_file(fault.file))
    except UnusableRulebook:
        return Spot(fault)
    return places.spot_at(fault)


def _with_unknown(rules: Folder, folder: str) -> Folder:
    for path in folders_below(folder):
        names = {*os.listdir(path)} - {f"{COVER}.yaml"}
        rules.spots += map(Spot, unknown_files(path, sorted(names)))
    return rules


def _timeline(rules: Folder) -> Timeline | None:
    """The rules of all days as far as they can be told; None where nothing can be made of a file."""
    if not TYPES.keys() <= rules.values.keys():
        return None
    return Timeline(Written(**rules.values), _UNTRIED, _unplaced)


class _Surveying:
    def __init__(self, folder: str, on: date) -> None:
        self._on = on
        self._rules = _opened(folder)
        self._put_off: list[Words] = []

    def survey(self) -> Survey:
        folders = [self._rules]
        timeline = _timeline(self._rules)
        book = self._book_of_the_day(timeline)
        if timeline is not None:
            self._cross_check(timeline)
        if book is not None and not self._rules.spots:
            for finding in repeated(book):
                self._rules.add(finding.file, [(finding.path, finding.fault)])
        for beside in BESIDE:
            folders += self._beside(beside, book)
        spots = [spot for folder in folders for spot in sorted(folder.spots, key=_order)]
        places = {file: found for folder in folders for file, found in folder.files.items()}
        return Survey(self._rules.path, spots, places, self._put_off)

    def _book_of_the_day(self, timeline: Timeline | None) -> Rulebook | None:
        """That with which papers and practice are compared."""
        if timeline is not None:
            with suppress(NotInForce):
                return timeline.at(self._on)
        self._put_off.append(_NAMES if timeline is None else _OF_THE_DAY)
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

    def _beside(self, beside: Beside, book: Rulebook | None) -> Iterator[Folder]:
        try:
            folders = folders_with(self._rules.path, beside.name)
            folder = read_folder(folders, beside.types, beside.other)
        except UnusableRulebook:
            return
        except OSError:
            ja, en = f"{beside.name} (フォルダーがありません)", f"{beside.name} (there is no such folder)"
            self._put_off.append(Words(ja, en))
            return
        if book and beside.types.keys() <= folder.values.keys():
            self._keep(folder, beside, book)
            if beside is PRACTICE:
                self._own_scenes(folder, book)
        yield folder

    def _keep(self, folder: Folder, beside: Beside, book: Rulebook) -> None:
        """What is found in a folder, unless it may follow from other faults."""
        here, rules, watched = Doubts(folder.holes), Doubts(self._rules.holes), Watched(book)
        for finding in beside.look(cast(Rulebook, watched), folder.values):
            if not (here.at(finding) or here.behind(finding, ()) or rules.behind(finding, watched.seen)):
                folder.add(finding.file, [(finding.path, finding.fault)])

    def _own_scenes(self, folder: Folder, book: Rulebook) -> None:
        """They are decided by the rules, so only by sound ones."""
        if self._rules.spots or any(os.path.basename(spot.fault.file) == _LORE_FILE for spot in folder.spots):
            self._put_off.append(_OWN_SCENES)
            return
        reading = Reading(Studio(book, folder.values[_LORE]), self._on)
        for name, entries in folder.values.items():
            if name not in PRACTICE.types:
                reading.read(name, entries)
        for finding in reading.faults:
            folder.add(finding.file, [(finding.path, finding.fault)])


def _unplaced(found: Mapping[str, Iterable[Mismatch]]) -> DeskError:
    """Why a day has no rules, where nobody asks for the place."""
    return DeskError(*(fault for wrong in found.values() for _, fault in wrong))


def _order(spot: Spot) -> tuple[str, int, int]:
    return spot.fault.file, spot.fault.line, spot.fault.column
