"""Can the desk keep what it has to keep? Tried for real, and nothing is left behind."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.words import Words

SETTINGS = Check("settings_folder", Words("設定の保存先", "settings folder"))
DATA = Check("data_folder", Words("データの保存先", "data folder"))

_MEGABYTE = 1000 * 1000
_TOO_LITTLE, _LITTLE = 10 * _MEGABYTE, 100 * _MEGABYTE
"""Bytes that have to be free, and that should be."""
_FILE_IN_THE_WAY = Words("途中に同じ名前のファイルがあります", "a file is in the way")
_NOT_ALLOWED = Words("権限がありません", "permission denied")
_REASONS: dict[int, Words] = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: Words("書き込み禁止の場所です", "it is read-only"),
    errno.ENOSPC: Words("ディスクに空きがありません", "the disk is full"),
    errno.EDQUOT: Words("割り当てられた容量を使い切っています", "the quota is used up"),
    errno.ENOENT: Words("リンクの先がありません", "a link leads nowhere"),
    errno.ENOTDIR: _FILE_IN_THE_WAY,
    errno.EEXIST: _FILE_IN_THE_WAY,
}
_LET_WRITE = Words(
    "利用者がここに書き込めるように、フォルダーの権限とディスクの空きを直してください。",
    "Let the user write there: mend the folder's permissions, or the room on the disk.",
)
_MAKE_ROOM = Words("要らないファイルを消して空きを作ってください。", "Remove files that nobody needs.")


def data_folder() -> str:
    """The user's folder for data, where a ledger is to stand; it need not exist."""
    from platformdirs import user_data_dir

    return user_data_dir("mynadesk", appauthor=False)


def writable(check: Check, folder: str, room: Callable[[str], int | None]) -> Finding:
    """Whether files can be kept in `folder`. `room`: the free bytes at a place, None where unknown."""
    trouble = try_writing(folder)
    if trouble is not None:
        why = _REASONS.get(trouble.errno or 0, Words(str(trouble.strerror), str(trouble.strerror)))
        return check.fix(
            Words(f"{folder} に書き込めません({why.ja})。", f"{folder} cannot be written to ({why.en})."),
            _LET_WRITE,
        )
    free = room(_nearest(folder))
    said = joined(Words(f"{folder} に書き込めます。", f"{folder} can be written to."), _free(free))
    if free is not None and free < _TOO_LITTLE:
        return check.fix(said, _MAKE_ROOM)
    if free is not None and free < _LITTLE:
        return check.note(said, _MAKE_ROOM)
    return check.ok(said)


def room_at(folder: str) -> int | None:
    """Free bytes on the disk of an existing folder; None where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def try_writing(folder: str) -> OSError | None:
    """Write a file, replace it and remove it, as the desk does. What went wrong, if anything."""
    path = os.path.join(folder, f"mynadesk-doctor-{os.getpid()}")
    made: list[str] = []
    try:
        for missing in _missing(folder):
            os.mkdir(missing)
            made.append(missing)
        for name in (path, path + ".new"):
            with open(name, "xb") as file:
                file.write(b"mynadesk doctor\n")
        os.replace(path + ".new", path)
        os.remove(path)
    except OSError as error:
        return error
    finally:
        for name in (path, path + ".new"):
            with suppress(OSError):
                os.remove(name)
        for name in reversed(made):
            with suppress(OSError):
                os.rmdir(name)
    return None


def _missing(folder: str) -> list[str]:
    """The folders that are not there yet, the outermost first."""
    missing = []
    while folder and not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing[::-1]


def _nearest(folder: str) -> str:
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder or os.curdir


def _free(free: int | None) -> Words | None:
    if free is None:
        return None
    amount = f"{free / _MEGABYTE / 1000:.1f} GB" if free >= 1000 * _MEGABYTE else f"{free // _MEGABYTE} MB"
    return Words(f"空きは {amount} です。", f"{amount} are free.")
