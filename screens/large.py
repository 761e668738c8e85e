"""The screen turned to the person at the counter: few words, much room."""

from textual.geometry import Size

from mynadesk.interview.result import Section
from mynadesk.interview.session import Session
from mynadesk.interview.showing import shown_to_the_person
from mynadesk.typeset import pad, width, wrap
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.page import PageScreen
from screens.paging import pages_of
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want

_EDGE = 4
_TITLE_LINES = 5
_OTHER: dict[Language, Language] = {"ja": "en", "en": "ja"}


class LargeScreen(PageScreen[None]):
    """Shows what concerns the person, in one language or the other, until a key goes back."""

    def __init__(self, session: Session, styles: Styles, want: Want) -> None:
        super().__init__(session.wording, styles, "large")
        self._session = session
        self._want = want
        self._page = 0

    def rows(self, size: Size) -> list[Row]:
        """The verdict over the whole width, then what is to be said; at the foot the clerk's keys."""
        shown = shown_to_the_person(self._session.look, self._wording)
        if shown is None:
            return []
        body = size.height - _TITLE_LINES - 1
        rows = section_rows(shown.sections, size.width, roomy=True)
        if len(rows) > body:
            rows = section_rows(shown.sections, size.width, roomy=False)
        pages = pages_of(rows, body)
        page = pages[self._page % len(pages)]
        foot: Row = [(pad(self._foot(len(pages)), size.width), "top")]
        blank: list[Row] = [[]] * (body - len(page))
        return [*_title_rows(shown.title, f"band-{shown.band}", size.width), *page, *blank, foot]

    def _foot(self, pages: int) -> str:
        words = self._wording.words
        more = f"  {self._wording.fill(words.panel.more_down)}" if pages > 1 else ""
        other = words.show.name.in_(_OTHER[self._wording.language])
        return f" {self._wording.fill(words.show.keys)}  . {other}{more}"

    def on_screen_resume(self) -> None:
        """Go back where the case was dropped in the meantime."""
        if shown_to_the_person(self._session.look, self._wording) is None:
            self.dismiss()

    def press(self, name: str) -> None:
        """Change the language, turn a page, or go back to the case."""
        if name == ".":
            self._wording = Wording(self._wording.book, _OTHER[self._wording.language])
            self.draw()
        elif name in ("scroll", "scroll_up"):
            self._page += -1 if name == "scroll_up" else 1
            self.draw()
        elif name == "hide":
            self._want("hide")
        else:
            self.dismiss()


def _title_rows(title: str, role: str, cells: int) -> list[Row]:
    """The title in the middle of a wide band, letter-spaced where that fits."""
    spaced = " ".join(title) if not title.isascii() else title
    text = spaced if width(spaced) <= cells - 2 * _EDGE else title
    blank: Row = [(" " * cells, role)]
    left = max(0, (cells - width(text)) // 2)
    middle: Row = [(pad(" " * left + text, cells), role)]
    return [blank, blank, middle, blank, blank]


def section_rows(sections: list[Section], cells: int, roomy: bool) -> list[Row]:
    """Sentences under their headings; roomy: a blank line after each."""
    rows: list[Row] = [[]]
    edge, room = " " * _EDGE, cells - 2 * _EDGE
    for section in sections:
        if section.heading:
            rows.append([(f"{edge}[{section.heading}]", "key")])
        for text in section.texts:
            rows += [[(edge + line, "strong")] for line in wrap(f"・{text}", room, indent=2)]
            rows += [[]] if roomy else []
        rows += [] if roomy else [[]]
    return rows
