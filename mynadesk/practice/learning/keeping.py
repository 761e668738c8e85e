"""Trainees' files: read, saved, exported, wiped; whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msgspec
from msgspec.structs import replace

from mynadesk.fault import DeskError, Fault
from mynadesk.practice.learning.alone import alone
from mynadesk.practice.learning.nickname import file_name_of, key_of, nickname_in
from mynadesk.practice.learning.progress import Progress
from mynadesk.words import Words

_NEW = ".new"


class UnusableProgress(DeskError):
    """A trainee's file cannot be read, or is no such file. It is never overwritten."""


class UnsavedProgress(DeskError):
    """A file or an export of it could not be written or removed; what was there is still there."""


def practice_folder() -> str:
    """The user's folder for progress; it need not exist."""
    from platformdirs import user_data_dir  # wanted by practice only

    return os.path.join(user_data_dir("mynadesk", appauthor=False), "practice")


def nicknames(folder: str) -> tuple[str, ...]:
    """All who practised here, sorted. One whose file is broken is among them: reading it says so."""
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    keys = filter(None, map(nickname_in, names))
    return tuple(sorted(_as_typed(folder, key) for key in keys))


def _as_typed(folder: str, key: str) -> str:
    try:
        progress = read(folder, key)
    except UnusableProgress:
        return key
    return progress.nickname if progress else key


def read(folder: str, nickname: str) -> Progress | None:
    """What is kept of a trainee; None where nothing is. Raises UnusableNickname, UnusableProgress."""
    path = os.path.join(folder, file_name_of(nickname))
    try:
        with open(path, "rb") as file:
            progress = msgspec.json.decode(file.read(), type=Progress)
        if key_of(progress.nickname) != key_of(nickname):
            raise ValueError(progress.nickname)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.MsgspecError, DeskError):
        what = Words("練習の記録として読めません。", "This is no record of practice that can be read.")
        mend = Words(
            "このファイルを別の場所に移すか消してから、もう一度始めてください。",
            "Move this file away or delete it, then start again.",
        )
        raise UnusableProgress(Fault(what, mend, file=path)) from None
    return progress


def write(folder: str, progress: Progress) -> Progress:
    """Save, and return what is kept now; only with that can it be saved again.

    Raises:
        UnsavedProgress: nothing was saved: no room, no right, no home, or somebody else saved meanwhile.
        UnusableProgress: what stands in its place is no trainee's file.
    """
    path = os.path.join(folder, file_name_of(progress.nickname))
    saved = replace(progress, saves=progress.saves + 1)
    with _or_unsaved(path):
        _rooted(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with alone(folder):
            _refuse_what_is_newer(read(folder, progress.nickname), progress, path)
            _put(path, exported(saved))
    return saved


def exported(progress: Progress) -> str:
    """Everything that is kept, as JSON text: the same text for the same progress."""
    data = msgspec.json.encode(progress, order="deterministic")
    return msgspec.json.format(data, indent=2).decode() + "\n"


def export_to(path: str, progress: Progress) -> None:
    """Write the export to a new file, UTF-8. Raises UnsavedProgress, also where there is a file already."""
    if os.path.lexists(path):
        what = Words("同じ名前のファイルがあります。", "There is a file of this name already.")
        mend = Words("別の名前にしてください。", "Choose another name.")
        raise UnsavedProgress(Fault(what, mend, file=path))
    with _or_unsaved(path):
        _put(path, exported(progress))


def wipe(folder: str, nickname: str) -> bool:
    """Remove all that is kept of a trainee, readable or not. True if something was there.

    Raises:
        UnsavedProgress: it could not be removed.
    """
    path = os.path.join(folder, file_name_of(nickname))
    if not any(map(os.path.lexists, (path, path + _NEW))):
        return False
    with _or_unsaved(path), alone(folder):
        for each in (path, path + _NEW):
            with suppress(FileNotFoundError):
                os.remove(each)
    return True


@contextmanager
def _or_unsaved(path: str) -> Iterator[None]:
    try:
        yield
    except OSError:
        what = Words("練習の記録を変えられませんでした。", "The record of practice could not be changed.")
        mend = Words(
            "このフォルダーに書き込めるか、空きがあるかを確かめてください。",
            "See whether this folder can be written to and has room.",
        )
        raise UnsavedProgress(Fault(what, mend, file=path)) from None


def _rooted(path: str) -> None:
    """Where nobody knows the user's home, a folder named ~ would be made wherever we are."""
    if not os.path.isabs(path):
        raise FileNotFoundError(path)


def _refuse_what_is_newer(kept: Progress | None, progress: Progress, path: str) -> None:
    """Only what was read may be overwritten. A record that was wiped meanwhile is not brought back."""
    same = kept is not None and (kept.saves, kept.memory.seed) == (progress.saves, progress.memory.seed)
    if same or (kept is None and progress.saves == 0):
        return
    what = Words(
        "この呼び名の記録は、ほかの画面で先に変えられました。",
        "The record of this nickname was changed elsewhere meanwhile.",
    )
    mend = Words(
        "ほかの画面の練習を閉じ、ここで始め直してください。",
        "Close practice there, and start it again here.",
    )
    raise UnsavedProgress(Fault(what, mend, file=path))


def _put(path: str, text: str) -> None:
    """Write a file so that, whatever stops us, the old one or the new one is there, whole."""
    try:
        with open(path + _NEW, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(path + _NEW, path)
    except OSError:
        with suppress(OSError):
            os.remove(path + _NEW)
        raise
    _settle(os.path.dirname(os.path.abspath(path)))


def _settle(folder: str) -> None:
    """Have the folder's new entry on the disk too, where the system lets us; the file itself is there."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
