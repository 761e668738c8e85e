"""What is kept of the requests: nothing in this version. Is its place free, and fit?"""

import os

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.words import Words

_LEDGER = Check("ledger", Words("台帳", "ledger"))

_NOTHING = Words("この版は受付の記録を残しません。", "This version keeps no record of requests.")


def ledger(folder: str, place: Finding) -> Finding:
    """What lies in the data folder. `place`: what was found when it was written to."""
    try:
        kept = len(os.listdir(folder))
    except FileNotFoundError:
        kept = 0
    except OSError:
        return _LEDGER.note(_and("置き場所は開けません。", "Its place cannot be opened."))
    if kept:
        return _LEDGER.note(
            _and(
                f"置き場所には、ほかの版などのファイルが{kept}個あります。触れません。",
                f"In its place there are {kept} files of something else; left alone.",
            )
        )
    if place.standing == "fix":
        return _LEDGER.note(_and("置き場所はまだ使えません。", "Its place is not fit yet."))
    return _LEDGER.ok(_and("置き場所は空で、使えます。", "Its place is empty and fit."))


def _and(ja: str, en: str) -> Words:
    return joined(_NOTHING, Words(ja, en))
