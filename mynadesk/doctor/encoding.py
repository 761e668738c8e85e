"""Is UTF-8 spoken?"""

import re
from collections.abc import Mapping

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.words import Words

_ENCODING = Check("encoding", Words("文字コード", "encoding"))

_UTF8 = re.compile(r"utf-?8", re.IGNORECASE)
_UTF8_PAGE = 65001
_NO_LANGUAGE = ("", "C", "POSIX")
_SET_LANG = Words(
    "LANG=ja_JP.UTF-8(なければ C.UTF-8)にして、ログインし直してください。",
    "Set LANG=ja_JP.UTF-8 (or C.UTF-8), and log in again.",
)
_REMOVE = Words(
    "PYTHONIOENCODING や PYTHONLEGACYWINDOWSSTDIO の指定があれば外してください。",
    "If PYTHONIOENCODING or PYTHONLEGACYWINDOWSSTDIO is set, remove it.",
)
_NOT_OF_THE_DESK = Words(
    "端末ではないため、受付画面のことは分かりません。",
    "It is no terminal, so this tells nothing of the desk.",
)
_NO_LANG = Words(
    "LANG が決まっていません。mynadesk は UTF-8 で動きますが、ほかのプログラムは日本語を"
    "出せないことがあります。",
    "No LANG is set. mynadesk speaks UTF-8; other programs may not show Japanese.",
)
_NO_PAGE = Words(
    "コンソールがないため、コードページは確かめていません。", "There is no console, so there is no code page."
)
_CHANGE_PAGE = Words(
    "結果をファイルや他のプログラムに渡すときは、先に chcp 65001 と打ってください。",
    "Before output goes to a file or another program, type chcp 65001.",
)


def encoding(around: Surroundings) -> Finding:
    """What the desk writes, and what the system expects."""
    if not _UTF8.search(around.encoding):
        return _other_than_utf8(around)
    return _of_windows(around) if around.windows else _of_unix(around.environment)


def _other_than_utf8(around: Surroundings) -> Finding:
    found = Words(
        f"画面に書く文字コードが {around.encoding} です。",
        f"What is written on the screen is {around.encoding}.",
    )
    if not around.drawn_on_terminal:
        return _ENCODING.not_tried(joined(found, _NOT_OF_THE_DESK))
    return _ENCODING.fix(found, joined(None if around.windows else _SET_LANG, _REMOVE))


def _of_unix(environment: Mapping[str, str]) -> Finding:
    variable, name = _locale(environment)
    if name in _NO_LANGUAGE:
        return _ENCODING.note(_NO_LANG, _SET_LANG)
    if not _UTF8.search(name):
        return _ENCODING.note(
            Words(
                f"{variable}={name} は UTF-8 ではありません。mynadesk は UTF-8 で書いています。",
                f"{variable}={name} is not UTF-8. mynadesk writes UTF-8.",
            ),
            _SET_LANG,
        )
    return _ENCODING.ok(Words(f"UTF-8 です({variable}={name})。", f"UTF-8 ({variable}={name})."))


def _locale(environment: Mapping[str, str]) -> tuple[str, str]:
    """The variable that decides about characters, and what it says."""
    for variable in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environment.get(variable):
            return variable, environment[variable]
    return "LANG", ""


def _of_windows(around: Surroundings) -> Finding:
    page = around.console.code_page() if around.console else 0
    if page == 0:
        return _ENCODING.not_tried(_NO_PAGE)
    if page == _UTF8_PAGE:
        return _ENCODING.ok(Words(f"UTF-8 です(コードページ {page})。", f"UTF-8 (code page {page})."))
    return _ENCODING.note(
        Words(
            f"コードページは {page} です。受付画面には差し支えありません。",
            f"The code page is {page}. The desk does not mind.",
        ),
        _CHANGE_PAGE,
    )
