"""What was found in many rulebooks, as it is told: to people, and as data."""

from collections.abc import Iterator
from typing import Any

from mynadesk.fault import Fault
from mynadesk.inspection.many import Looked
from mynadesk.proof.holes import TITLES, Hole
from mynadesk.typeset import certain, spent
from mynadesk.words import Language, Words

_SUMMARY = Words(
    "{done:,}の規則を調べて証明しました。誤りのある規則 {faulty:,}、穴のある規則 {holed:,}。"
    "場面の種類 {classes:,}。{time}、{jobs}つ同時。",
    "{done:,} rulebooks checked and proved: with faults {faulty:,}, with holes {holed:,}; "
    "{classes:,} classes of situations. {time}, {jobs} at a time.",
)


def as_text(done: list[Looked], language: Language, seconds: float, jobs: int) -> str:
    """One line for each fault and each hole, then how many there are."""
    lines = [certain(line) for each in done for line in _told(each, language)]
    summary = _SUMMARY.in_(language).format(
        done=len(done),
        faulty=sum(bool(each.faults) for each in done),
        holed=sum(bool(each.holes) for each in done),
        classes=sum(each.classes for each in done),
        time=spent(seconds, language),
        jobs=jobs,
    )
    return "\n".join([*lines, summary]) + "\n"


def _told(each: Looked, language: Language) -> Iterator[str]:
    for fault in each.faults:
        place = f"{fault.file}:{fault.line}:{fault.column}" if fault.line else fault.file
        yield f"{place} {fault.what.in_(language)} {fault.mend.in_(language)}"
    for hole in each.holes:
        kind, what = TITLES[hole.kind].in_(language), hole.what.in_(language)
        yield f"{each.folder} {hole.place} {kind}: {what}"


def as_data(done: list[Looked], wanted: int, seconds: float, jobs: int) -> dict[str, Any]:
    """All of it, ready for JSON. `wanted`: how many there were to be looked at."""
    return {
        "wanted": wanted,
        "done": len(done),
        "jobs": jobs,
        "seconds": round(seconds, 3),
        "rulebooks": [
            {
                "folder": each.folder,
                "classes": each.classes,
                "faults": [_fault(fault) for fault in each.faults],
                "holes": [_hole(hole) for hole in each.holes],
            }
            for each in done
        ],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "field": fault.field,
        "what": {"ja": fault.what.ja, "en": fault.what.en},
        "mend": {"ja": fault.mend.ja, "en": fault.mend.en},
    }


def _hole(hole: Hole) -> dict[str, Any]:
    what = {"ja": hole.what.ja, "en": hole.what.en}
    return {"kind": hole.kind, "place": hole.place, "what": what, "case": hole.case}
