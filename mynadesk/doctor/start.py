"""Does the desk start as fast as it can? Without compiled files (.pyc) it takes three times as long."""

import os
import sys
from collections.abc import Sequence
from importlib.util import cache_from_source, find_spec

from mynadesk.doctor.finding import Check, Finding
from mynadesk.words import Words

_START = Check("start", Words("起動の速さ", "start-up"))

_LOOKED_AT = ("textual", "mynadesk.wording")
"""Modules that every desk imports; looking for them imports none of them."""
_COMPILED = Words("コンパイル済みのファイル(.pyc)があります。", "Compiled files (.pyc) are there.")
_COMPILED_SOON = Words(
    ".pyc はまだありません。次に受付画面を開くときに作られ、その次から速くなります。",
    "There are no .pyc files yet. The next start of the desk writes them; those after it are fast.",
)
_FORBIDDEN = Words(
    "PYTHONDONTWRITEBYTECODE があるため .pyc が作られず、起動に3倍の時間がかかります。",
    "PYTHONDONTWRITEBYTECODE keeps .pyc files from being written: the start takes three times as long.",
)
_ALLOW = Words("PYTHONDONTWRITEBYTECODE を外してください。", "Remove PYTHONDONTWRITEBYTECODE.")
_NOWHERE = Words(
    ".pyc がなく、置き場所に書き込めません。起動に毎回3倍の時間がかかります。",
    "There are no .pyc files and none can be written: every start takes three times as long.",
)


def sources() -> list[str]:
    """The files of some modules of the desk, as far as they are there."""
    specs = (find_spec(name) for name in _LOOKED_AT)
    return [spec.origin for spec in specs if spec is not None and spec.origin is not None]


def start(files: Sequence[str], forbidden: bool) -> Finding:
    """Whether these Python files are compiled. `forbidden`: PYTHONDONTWRITEBYTECODE or -B is in force."""
    bare = [file for file in files if not os.path.exists(cache_from_source(file))]
    if not bare:
        return _START.ok(_COMPILED)
    if forbidden:
        return _START.note(_FORBIDDEN, _ALLOW)
    if all(os.access(os.path.dirname(file), os.W_OK) for file in bare):
        return _START.ok(_COMPILED_SOON)
    command = _command(bare)
    return _START.note(
        _NOWHERE,
        Words(f"管理の方が一度だけ打ってください: {command}", f"Let an administrator type once: {command}"),
    )


def _command(files: Sequence[str]) -> str:
    folders = " ".join(f'"{folder}"' for folder in sorted({os.path.dirname(file) for file in files}))
    return f'"{sys.executable}" -m compileall -q {folders}'
