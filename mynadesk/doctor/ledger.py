"""The ledger: is it there, can it be read and written, and is there room for it?"""

import os
from collections.abc import Callable

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.doctor.folders import writable
from mynadesk.ledger.place import is_url
from mynadesk.ledger.store.examining import NEWEST, Looked, look
from mynadesk.ledger.trouble import UnusableLedger
from mynadesk.words import Words

LEDGER = Check("ledger", Words("台帳", "ledger"))

_NONE_YET = Words(
    "台帳はまだありません。最初に使うときに作ります。", "There is no ledger yet; the first use makes it."
)
_UPDATED = Words(
    "前の版の形です。次に使うときに新しい形に直します。",
    "It is of an earlier version; the next use brings it to ours.",
)
_WORKS_ON = Words(
    "受付と判定は台帳がなくても続けられます。", "The desk and its decisions work without a ledger."
)


def ledger(place: str, room: Callable[[str], int | None]) -> Finding:
    """What is found of the ledger at a place. `room`: the free bytes at a folder, None where unknown.

    Nothing of a password in the place is told.
    """
    folder = None if is_url(place) or not os.path.isabs(place) else writable(LEDGER, place, room)
    if folder is not None and folder.standing == "fix":
        return folder._replace(found=joined(folder.found, _WORKS_ON))
    try:
        found = look(place)
    except UnusableLedger as trouble:
        return _broken(trouble)
    if found.unwritable is not None:
        return _broken(found.unwritable)
    if folder is None:
        return LEDGER.ok(
            joined(Words(f"場所は {found.name} です。", f"It is at {found.name}."), _state(found))
        )
    return folder._replace(found=joined(_state(found), folder.found))


def _broken(trouble: UnusableLedger) -> Finding:
    fault = trouble.faults[0]
    place = Words(f"{fault.file}: ", f"{fault.file}:") if fault.file else None
    return LEDGER.fix(joined(place, fault.what, _WORKS_ON), fault.mend)


def _state(found: Looked) -> Words:
    if not found.version:
        return _NONE_YET
    counts = Words(
        f"手続き中の2回来庁は{found.open}件、うち送る照会書は{found.to_send}件です。",
        f"Two visits that are open: {found.open}; letters to be sent: {found.to_send}.",
    )
    return joined(counts, _UPDATED if found.version < NEWEST else None)
