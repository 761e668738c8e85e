"""What a trainee is called here; never a real name, and never asked for one."""

import re
import unicodedata

from mynadesk.fault import DeskError, Fault
from mynadesk.typeset import is_certain
from mynadesk.words import Words

_LONGEST = 20
_ALLOWED = re.compile(
    "[A-Za-z0-9_\\-"
    "\u3041-\u3096\u30a1-\u30fa\u30fc"  # kana and the long vowel
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+"  # kanji, with 々 and 〇
)
_FILE = re.compile(r"trainee-(.+)\.json")


class UnusableNickname(DeskError):
    """A nickname is too long or has characters that are not drawn alike everywhere."""


def nickname_of(typed: str) -> str:
    """The nickname as it is kept: half-width letters, full-width kana. Raises UnusableNickname."""
    name = unicodedata.normalize("NFKC", typed.strip())
    if len(name) <= _LONGEST and _ALLOWED.fullmatch(name) and is_certain(name):
        return name
    what = Words("この呼び名は使えません。", "This nickname cannot be used.")
    mend = Words(
        f"英数字・かな・漢字と「-」「_」で{_LONGEST}文字までにしてください。",
        f"Use up to {_LONGEST} letters, digits, kana, kanji, - and _.",
    )
    raise UnusableNickname(Fault(what, mend))


def key_of(nickname: str) -> str:
    """The same for nicknames that differ in capitals alone: they are one trainee."""
    return nickname_of(nickname).casefold()


def file_name_of(nickname: str) -> str:
    """A file name that every system takes and keeps apart: ASCII in small letters, never a reserved one."""
    return f"trainee-{key_of(nickname).encode('punycode').decode('ascii')}.json"


def nickname_in(file_name: str) -> str | None:
    """The nickname, in small letters, that a file name stands for; None for any other file."""
    found = _FILE.fullmatch(file_name)
    try:
        name = found[1].encode("ascii").decode("punycode") if found else ""
        return name if found and file_name_of(name) == file_name else None
    except (UnicodeError, UnusableNickname):
        return None
