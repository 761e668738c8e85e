"""The list of keys."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from mynadesk.interview.keys import TABLE, name_of
from mynadesk.typeset import pad, wrap
from mynadesk.wording import Wording
from screens.pane import Pane, Row
from screens.roles import ROLES

_KEY_CELLS = 10
_TWIN_CELLS = 26
_TEXT_CELLS = 76
_NAMES = {"backspace": "BackSpace", "pagedown": "PageDown", "ctrl+h": "Ctrl+H", "ctrl+q": "Ctrl+Q"}


class HelpScreen(Screen[None]):
    """Shows the table of keys until any key of going back is pressed."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._pane = Pane(ROLES, "help")

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_mount(self) -> None:
        self._pane.show(help_rows(self._wording))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if name_of(event.key, event.character) == "quit":
            self.app.exit()
        else:
            self.dismiss()


def help_rows(wording: Wording) -> list[Row]:
    """One row a key: what it is called, its twins, what it does."""
    words = wording.words
    rows: list[Row] = [[("  " + wording.fill(words.panel.help), "strong")], []]
    for key in TABLE:
        twins = " ".join(_shown(twin) for twin in key.twins if _shown(twin) != key.shown)
        does = wording.fill(getattr(words.keys, key.words))
        rows.append(
            [("  " + pad(key.shown, _KEY_CELLS), "key"), (pad(twins, _TWIN_CELLS), "dim"), (does, "plain")]
        )
    texts = [*map(wording.fill, (words.panel.legend, words.panel.legend_more)), *_classes(wording)]
    rows += [[], *([("  " + line, "plain")] for text in texts for line in wrap(text, _TEXT_CELLS, indent=2))]
    return [*rows, [], [("  " + wording.fill(words.panel.help_back), "dim")]]


def _classes(wording: Wording) -> list[str]:
    """What A and B stand for."""
    groups = wording.book.documents.classes.values()
    return [f"{wording.fill(group.label)}: {wording.fill(group.rule)}" for group in groups]


def _shown(twin: str) -> str:
    return _NAMES.get(twin, twin if len(twin) == 1 else twin.capitalize())
