"""A saved page, HTML or text, as lines of pieces: what stands together, and where it can be parted."""

import codecs
import re
from html.parser import HTMLParser

from mynadesk.fault import Fault, UnusableText
from mynadesk.words import Words

Line = list[str]
"""The pieces of one line, of one paragraph or of one row of a table."""

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_LOOKED_AT = 4096
"""Bytes at the beginning of a page in which it tells its encoding."""
_USUAL = ("utf-8", "cp932", "euc_jp")
_WIDER = {"shift_jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "sjis": "cp932", "ms932": "cp932"}
"""What pages call their encoding, and what it is with the characters that Windows adds."""
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|main|div|p|table|ul|h[1-6])\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=。)")
_BARS = re.compile(r"\s*\|[\s|]*")
_LIST_MARK = re.compile(r"\s*[-*]\s+")
_RULE = re.compile(r"[\s|-]*")

_SKIPPED = {"script", "style", "noscript", "template", "svg", "iframe", "select", "button", "nav", "title"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_PARTS = {"br", "td", "th", "dt", "dd"}
"""Elements that part a line without ending it."""
_INLINE = {"a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"}
_INLINE |= {"img", "input", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp"}
_INLINE |= {"small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
"""Elements that stand within a line. Any other ends it."""
_LANDMARKS = {"navigation", "banner", "contentinfo", "search"}


def read_page(path: str) -> list[Line]:
    """The lines of a page in a file.

    Raises:
        UnusableText: there is no such file, or it is no text in an encoding that pages have.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        what = Words(
            f"ページが読めません({error.strerror})。", f"The page cannot be read ({error.strerror})."
        )
        mend = Words("--page のファイルを確かめてください。", "Check the file named by --page.")
        raise UnusableText(Fault(what, mend, "", path)) from None
    return lines_of(_decoded(data, path))


def lines_of(page: str) -> list[Line]:
    """The lines of a page, as markup or as text."""
    if _MARKUP.search(page):
        reader = _Markup()
        reader.feed(page)
        reader.close()
        return reader.finished()
    return [pieces for line in page.splitlines() if (pieces := _pieces(line))]


def _decoded(data: bytes, path: str) -> str:
    declared = _DECLARED.search(data[:_LOOKED_AT])
    named = declared[1].decode().lower() if declared else _USUAL[0]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        named = "utf-16"
    for encoding in (_WIDER.get(named, named), *_USUAL):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    what = Words("ページの文字コードがわかりません。", "The encoding of the page is not known.")
    mend = Words("UTF-8で保存し直してください。", "Save it as UTF-8.")
    raise UnusableText(Fault(what, mend, "", path))


def _pieces(text: str) -> Line:
    """A line parted at bars and behind sentences; nothing where it is empty or only drawn."""
    if _RULE.fullmatch(text):
        return []
    cells = _BARS.split(_LIST_MARK.sub("", text))
    parts = (piece for cell in cells for piece in _SENTENCE_END.split(cell))
    return [" ".join(piece.split()) for piece in parts if piece.strip()]


class _Markup(HTMLParser):
    """Gathers what is read of a page; what only leads elsewhere or is not shown is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[Line] = []
        self._line: Line = []
        self._text = ""
        self._skipping: list[str] = []
        """Elements inside one that is left out, that one first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._break(tag)
        elif self._skipping:
            self._skipping.append(tag)
        elif tag in _SKIPPED or _is_unseen(dict(attrs)):
            self._end_line()
            self._skipping.append(tag)
        else:
            self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._skipping:
            self._break(tag)
        elif tag in self._skipping:  # whatever was left open inside ends with it
            del self._skipping[len(self._skipping) - 1 - self._skipping[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._text += data

    def finished(self) -> list[Line]:
        """All lines."""
        self._end_line()
        return self._lines

    def _break(self, tag: str) -> None:
        if tag in _PARTS:
            self._end_piece()
        elif tag not in _INLINE:
            self._end_line()

    def _end_piece(self) -> None:
        self._line += _pieces(self._text)
        self._text = ""

    def _end_line(self) -> None:
        self._end_piece()
        if self._line:
            self._lines.append(self._line)
            self._line = []


def _is_unseen(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or (attributes.get("role") or "") in _LANDMARKS
