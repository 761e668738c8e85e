"""The list of keys."""

from collections.abc import Mapping

from textual.geometry import Size

from mynadesk.interview.keys import described
from mynadesk.typeset import pad, wrap
from mynadesk.wording import Wording
from screens.page import PageScreen
from screens.paging import pages_of
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want

_KEY_CELLS = 8
_TWIN_CELLS = 22
_EDGE = 2


class HelpScreen(PageScreen[None]):
    """Shows the table of keys until any key but those of turning pages and of colours is pressed."""

    def __init__(
        self, wording: Wording, styles: Styles, want: Want, instead: Mapping[str, str] | None = None
    ) -> None:
        """`instead`: by name, what keys do where it is not the desk's own."""
        super().__init__(wording, styles, "help")
        self._want = want
        self._instead = instead
        self._page = 0

    def rows(self, size: Size) -> list[Row]:
        """A page of the list, and at its foot how to go on."""
        pages = pages_of(help_rows(self._wording, size.width, self._instead), size.height - 1)
        page = pages[self._page % len(pages)]
        panel = self._wording.words.panel
        foot = panel.help_more if len(pages) > 1 else panel.help_back
        blank: list[Row] = [[]] * (size.height - 1 - len(page))
        return [*page, *blank, [("  " + self._wording.fill(foot), "key")]]

    def press(self, name: str) -> None:
        """Turn a page, change the colours, or go back."""
        if name in ("scroll", "scroll_up"):
            self._page += -1 if name == "scroll_up" else 1
            self.draw()
        elif name in ("theme", "hide"):
            self._want("theme" if name == "theme" else "hide")
        elif name == "quit":
            self.app.exit()
        else:
            self.dismiss()


def help_rows(wording: Wording, cells: int, instead: Mapping[str, str] | None = None) -> list[Row]:
    """One row a key: what it is called, its twins, what it does; then what the words stand for."""
    words = wording.words
    rows: list[Row] = [[("  " + wording.fill(words.panel.help), "strong")]]
    for shown, twins, does in described(wording, instead):
        keys: Row = [("  " + pad(shown, _KEY_CELLS), "key"), (pad(twins, _TWIN_CELLS), "dim")]
        rows.append([*keys, (does, "plain")])
    texts = [*map(wording.fill, (words.panel.legend, words.panel.legend_more)), *_classes(wording)]
    lines = [line for text in texts for line in wrap(text, cells - 2 * _EDGE, indent=2)]
    return [*rows, [], *([("  " + line, "plain")] for line in lines)]


def _classes(wording: Wording) -> list[str]:
    """What A and B stand for."""
    groups = wording.book.documents.classes.values()
    return [f"{wording.fill(group.label)}: {wording.fill(group.rule)}" for group in groups]
