"""The keys of the day book: few of them are the desk's."""

from collections.abc import Sequence

from textual.geometry import Size

from mynadesk.interview.keys import called
from mynadesk.typeset import pad
from mynadesk.wording import Wording
from screens.help import HelpScreen
from screens.paging import pages_of
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want

_KEY_CELLS = 10


class DayBookHelp(HelpScreen):
    """Turned and left as the list of the desk's keys."""

    def __init__(self, wording: Wording, styles: Styles, want: Want, keys: Sequence[tuple[str, str]]) -> None:
        """`keys`: those of the page, and what they do."""
        super().__init__(wording, styles, want)
        words = wording.words.keys
        others = (
            ("PgDn", words.scroll),
            ("PgUp", words.scroll_up),
            ("Left", words.theme),
            ("F9", words.quit),
        )
        self._keys = [*keys, *((key, wording.fill(does)) for key, does in others)]

    def rows(self, size: Size) -> list[Row]:
        """A page of the list, and at its foot how to go on."""
        panel, fill = self._wording.words.panel, self._wording.fill
        head: list[Row] = [[(f"  {fill(panel.help)}", "strong")], []]
        listed: list[Row] = [
            [(pad(f"  {called(key, self._wording.language)}", _KEY_CELLS), "key"), (does, "plain")]
            for key, does in self._keys
        ]
        pages = pages_of([*head, *listed], size.height - 1)
        page = pages[self._page % len(pages)]
        foot = panel.help_more if len(pages) > 1 else panel.help_back
        blank: list[Row] = [[]] * (size.height - 1 - len(page))
        return [*page, *blank, [(f"  {fill(foot)}", "key")]]
