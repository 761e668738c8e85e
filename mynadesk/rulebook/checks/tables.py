"""Tables that say how each answer stands."""

from collections.abc import Collection, Iterator

from mynadesk.fault import Fault
from mynadesk.rulebook.checks.facts import LISTED
from mynadesk.rulebook.checks.faults import Finding, absent, said
from mynadesk.rulebook.schema import Standings
from mynadesk.strict_yaml import Path


def wrong_table(
    table: Standings, wanted: Collection[str], listed: Collection[str], file: str, path: Path
) -> Iterator[Finding]:
    """Faults of a table `is:` under `path`, which has to name every answer.

    Args:
        table: How each answer stands.
        wanted: Answers that have to be there, each by its own name.
        listed: Answers that may be there by their own names, or together as `listed`.
        file: Where the table stands.
        path: Where the table's owner stands.
    """
    if listed:
        wanted = (*wanted, LISTED) if LISTED in table else (*wanted, *listed)
    known = {*wanted, *listed, *((LISTED,) if listed else ())}
    for answer, standing in table.items():
        if answer not in known:
            fault = absent(answer, sorted(known), ("この項目の答え", "its answers"))
            yield Finding(file, (*path, "is", answer), fault)
        elif standing == "ask":
            yield Finding(file, (*path, "is", answer), never_ask())
    missing = [answer for answer in wanted if answer not in table]
    if missing:
        yield Finding(file, (*path, "is"), _incomplete(missing))


def _incomplete(missing: list[str]) -> Fault:
    ja, en = "、".join(missing), ", ".join(missing)
    what = f"{ja} のときの判定がありません。", f"It is not said how {en} stands."
    return said(what, ("答えをすべて書いてください。", "Name every answer."))


def never_ask() -> Fault:
    """`ask` means: not known yet. What is known and stood so would be asked for ever."""
    what = "「ask」は、まだわからないことの印です。", '"ask" means: not known yet.'
    return said(
        what,
        ("met、consult、missing、decline から選んでください。", "Take met, consult, missing or decline."),
    )
