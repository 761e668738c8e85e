"""What can go wrong with the ledger, each as a sentence.

DeskError
+-- LedgerTrouble
    +-- UnusableLedger   it is away, cannot be opened, is of a newer version, or is none
    +-- NotWritten       the step was not written, or nobody knows: it must not be shown as done
    +-- MovedMeanwhile   another desk took a step first
    +-- NotAllowed       no such step from here, or not by this desk
    +-- NotForTheLedger  what was handed over is nothing that is kept
    +-- UnknownNumber    there is no such case; `nearest` are those one slip away
"""

from mynadesk.fault import DeskError, Fault
from mynadesk.ledger.number import shown
from mynadesk.words import Words


class LedgerTrouble(DeskError):
    """Something is wrong with the ledger or with what was asked of it."""

    def __init__(self, what: Words, mend: Words, place: str = "") -> None:
        super().__init__(Fault(what, mend, file=place))


class UnusableLedger(LedgerTrouble):
    """It is away, cannot be opened, is of a newer version, or is no ledger."""


class NotWritten(LedgerTrouble):
    """Nothing was written, or nobody knows. It must not be shown as done."""

    def __init__(self, why: Words, mend: Words, place: str = "") -> None:
        what = Words(f"台帳に書き込めませんでした({why.ja})。", f"The ledger was not written ({why.en}).")
        super().__init__(what, mend, place)


class MovedMeanwhile(LedgerTrouble):
    """Another desk took a step first; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "この受付は、ほかの窓口が先に進めました。何も書き込んでいません。",
                "Another desk has moved this case meanwhile. Nothing was written.",
            ),
            Words("いまの状態を確かめてください。", "Look where it stands now."),
        )


class NotAllowed(LedgerTrouble):
    """No such step from here, or not by this desk; nothing was written."""


class NotForTheLedger(LedgerTrouble):
    """What was handed over is nothing that is kept. It is not repeated in the sentence: it may be a name."""

    def __init__(self, kind: Words) -> None:
        super().__init__(
            Words(
                f"台帳には書けない内容です({kind.ja})。何も書き込んでいません。",
                f"This is nothing that the ledger keeps ({kind.en}). Nothing was written.",
            ),
            Words(
                "規則にある名前だけが使えます。お名前や番号は書けません。",
                "Only what the rules name can be kept, no person's name and no number of theirs.",
            ),
        )


class UnknownNumber(LedgerTrouble):
    """There is no such case. What was typed is not repeated: it may be a number that nobody should see."""

    def __init__(self, good: bool, nearest: tuple[str, ...]) -> None:
        self.nearest = nearest
        """Cases that exist, one slip away, the likeliest first; to be confirmed on the form, never taken."""
        what = (
            Words("この番号の受付は、この台帳にありません。", "This ledger has no case of this number.")
            if good
            else Words("受付番号が違います。", "This is no case number.")
        )
        super().__init__(what, _propose(nearest))


def _propose(nearest: tuple[str, ...]) -> Words:
    if not nearest:
        return Words(
            "用紙の番号をもう一度見てください。2から9までの8けたです。",
            "Look at the form again: eight digits from 2 to 9.",
        )
    ja = "、".join(map(shown, nearest))
    en = ", ".join(map(shown, nearest))
    return Words(
        f"近い番号は {ja} です。用紙の番号と見比べてください。",
        f"The nearest one is {en}. Compare it with the form.",
    )
