"""The list of keys, under the banner."""

from collections.abc import Mapping

from textual.geometry import Size

from mynadesk.typeset import pad
from mynadesk.wording import Wording
from screens.help import HelpScreen
from screens.pane import Row
from screens.roles import Styles
from screens.wanted import Want


class PracticeHelp(HelpScreen):
    """As at the desk; on no page of practice is the banner away."""

    def __init__(
        self, wording: Wording, styles: Styles, want: Want, instead: Mapping[str, str], banner: str
    ) -> None:
        super().__init__(wording, styles, want, instead)
        self._banner = banner

    def rows(self, size: Size) -> list[Row]:
        """The banner, and a page of the list in what room is left."""
        banner: Row = [(pad(f" {self._banner}", size.width), "banner")]
        return [banner, *super().rows(Size(size.width, size.height - 1))]
