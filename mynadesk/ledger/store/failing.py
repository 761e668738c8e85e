"""What a database says when something fails, as a sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mynadesk.ledger.trouble import NotWritten, UnusableLedger
from mynadesk.words import Words

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

_FULL = Words("ディスクに空きがありません", "the disk is full")
_READ_ONLY = Words("書き込みの権限がありません", "it may not be written to")
_AWAY = Words("台帳の置き場所につながりません", "its place cannot be reached")
_BUSY = Words("ほかの窓口が使っていて、待っても空きませんでした", "other desks were using it for too long")
_NO_LEDGER = Words("台帳ではありません", "this is no ledger")
_DAMAGED = Words("台帳のファイルがこわれています", "the ledger's file is damaged")
_NO_ENTRY = Words("利用者名かパスワードで断られました", "user or password was refused")
_DISK = Words("ディスクの読み書きに失敗しました", "the disk failed, or has no room")
_OTHER = Words("台帳が受け付けませんでした", "the ledger refused it")

_SQLITE = {
    "FULL": _FULL,
    "READONLY": _READ_ONLY,
    "PERM": _READ_ONLY,
    "CANTOPEN": _AWAY,
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "NOTADB": _NO_LEDGER,
    "CORRUPT": _DAMAGED,
    "IOERR": _DISK,
}
"""By the first word of SQLite's name for the error."""
_POSTGRES = {
    "53100": _FULL,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "3D000": _NO_LEDGER,
    "28": _NO_ENTRY,
    "55P03": _BUSY,
    "57014": _BUSY,
    "08": _AWAY,
    "57P": _AWAY,
}
"""By the state that PostgreSQL sends, or how it begins."""
_UNIQUE = ("23505", "SQLITE_CONSTRAINT_PRIMARYKEY")
_MEND = Words(
    "台帳の置き場所の接続、権限、ディスクの空きを担当の方が確かめてください。",
    "Have the connection, the permissions and the room of the ledger's place looked at.",
)

CASE = Words(
    "直ってから、もう一度同じキーを押してください。",
    "Press the same key again once this is mended.",
)
STEP = Words(
    "この手順は済んだことにしないで、番号で探し直して、どこまで進んだか確かめてください。",
    "Do not count this step as done. Find the case again by its number and see how far it went.",
)
COUNT = Words(
    "この方は件数に入らないかもしれません。受付はそのまま続けられます。",
    "This person may be missing from the counts. The desk works on.",
)
DROP = Words(
    "古い受付は残っているかもしれません。あとでもう一度消してください。",
    "Old cases may still be there. Drop them again later.",
)
"""What to do where each of these was not written."""


class Occupied(Exception):
    """A row of this key is there already: somebody else was first."""


@contextmanager
def or_not_written(place: str, mend: Words) -> Iterator[None]:
    """Around whatever writes. Raises NotWritten, and Occupied where a row is there already."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        if _name(error) in _UNIQUE:
            raise Occupied from None
        raise NotWritten(_why(error), mend, place) from None


@contextmanager
def or_unusable(place: str) -> Iterator[None]:
    """Around whatever opens and reads. Raises UnusableLedger."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        raise unusable(_why(error), place) from None


def unusable(why: Words, place: str, mend: Words = _MEND) -> UnusableLedger:
    """The ledger cannot be used, for this reason."""
    what = Words(f"台帳が使えません({why.ja})。", f"The ledger cannot be used ({why.en}).")
    return UnusableLedger(what, mend, place)


def no_ledger(place: str) -> UnusableLedger:
    """Something else stands in its place."""
    return unusable(_NO_LEDGER, place)


def away(place: str) -> UnusableLedger:
    """Nothing stands in its place any more."""
    return unusable(_AWAY, place)


def refused_by_system(place: str, error: OSError) -> UnusableLedger:
    """Its folder or file cannot be made."""
    import errno

    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None))
    return unusable(_FULL if full else _READ_ONLY if isinstance(error, PermissionError) else _AWAY, place)


def _name(error: "DBAPIError") -> str:
    """SQLite's name or PostgreSQL's state; nothing where the server was not reached."""
    original = error.orig
    return str(getattr(original, "sqlite_errorname", None) or getattr(original, "sqlstate", None) or "")


def _why(error: "DBAPIError") -> Words:
    name = _name(error)
    if name.startswith("SQLITE_"):
        return _SQLITE.get(name.split("_")[1], _OTHER)
    if not name:
        return _AWAY
    return next((words for begin, words in _POSTGRES.items() if name.startswith(begin)), _OTHER)
