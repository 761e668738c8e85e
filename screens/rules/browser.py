"""The pages of the rulebook, by keys alone. The filter of a list is the one place where text is typed."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from textual import events

from mynadesk.browsing import words as w
from mynadesk.browsing.browser import VIEWS, Browser
from mynadesk.browsing.line import ToCase
from mynadesk.browsing.showing import Shown
from mynadesk.decision.case import Case
from mynadesk.interview.keys import fold, is_full_width, shown_name
from mynadesk.proof.holes import Rule
from mynadesk.typeset import is_certain
from mynadesk.wording import Wording
from mynadesk.words import Words
from screens.paged import PagedScreen
from screens.paint import ruler
from screens.pane import Row
from screens.roles import Styles
from screens.rules.drawing import drawn

_LEAVES = ("/", "quit", "rule")
_PROOF = "proof"
_ALL_VIEWS = (*VIEWS, _PROOF)


class Ways(NamedTuple):
    """What the page needs of its app."""

    look_for: Callable[[Browser, Rule, Callable[[list[Shown]], None]], None]
    """Has looked for what turns on an entry, beside the screen, and hands it over."""
    open_case: Callable[[Case], None]
    """Lays a case on a desk."""
    show_proof: Callable[[], None]


class BrowserScreen(PagedScreen[None]):
    """Shows what a browser reads."""

    def __init__(
        self,
        browser: Browser,
        wording: Wording,
        styles: Styles,
        banner: str,
        ways: Ways,
        back: Words,
    ) -> None:
        """`back`: what it is called to leave the page."""
        super().__init__(wording, styles, banner, "rules")
        self.browser = browser
        self._ways, self._back_words = ways, back
        self._starts: list[int] = []
        """The first row of each line."""
        self._follow = True
        """The chosen line has to be in sight."""

    def take(self, wording: Wording, on: date) -> None:
        """Read other rules from now on."""
        self._wording = wording
        self.browser.take(wording, on)
        self._look()
        self.draw()

    def on_mount(self) -> None:
        self._look()

    def _look(self) -> None:
        rule = self.browser.looked_for
        if rule is not None:
            self._ways.look_for(self.browser, rule, lambda found: self._found(rule, found))

    def _found(self, rule: Rule, found: list[Shown]) -> None:
        self.browser.give(rule, found)
        if self.is_attached:
            self.draw()

    # What stands there

    def subject(self) -> str:
        """The day, and which rules these are."""
        book = self._wording.book
        rules = self._wording.fill(
            self._wording.words.panel.rules, id=book.rulebook.id, digest=book.digest[:6]
        )
        return f"{self._wording.day(self.browser.on)}  {rules}"

    def head(self, cells: int) -> list[Row]:
        """The lists by their digits, and the filter."""
        views: list[tuple[str, str]] = []
        for digit, view in enumerate(_ALL_VIEWS, 1):
            role = "cursor" if view == self.browser.view else "strong"
            views += [(" ", "plain"), (f" {digit} {self._wording.fill(w.VIEWS[view])} ", role)]
        return [views, self._filter_row(), ruler(cells)]

    def _filter_row(self) -> Row:
        """The field on a list; elsewhere what kind of page this is."""
        browser, fill = self.browser, self._wording.fill
        if not browser.on_list:
            return [(f"  {browser.about}", "key")]
        hint = "" if browser.typed else f"  {fill(w.FILTER_HINT)}"
        return [(f"  {fill(w.FILTER)} ", "key"), (f"{browser.typed}_", "strong"), (hint, "dim")]

    def body(self, cells: int) -> list[Row]:
        """The lines, with a mark at the one that is chosen."""
        rows: list[Row] = []
        self._starts = []
        for number, line in enumerate(self.browser.lines):
            self._starts.append(len(rows))
            rows += drawn(line, cells, number == self.browser.at)
        return rows

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here."""
        fill, browser = self._wording.fill, self.browser
        if browser.typed and browser.on_list:
            back = ("BS", fill(w.KEYS["erase"]))
        else:
            back = ("0", fill(w.KEYS["back"]))
        keys = self._wording.words.keys
        ways = [("Enter", fill(w.KEYS["open"])), ("Down", fill(w.KEYS["move"])), back]
        return [*ways, ("/", fill(self._back_words)), ("F2", fill(keys.help))]

    def draw(self) -> None:
        """The page, and on it the line that is chosen."""
        super().draw()
        at = self.browser.at
        if self._follow and at is not None and self._count > 1:
            self._follow = False
            self.turn_to(self._starts[at] - 1 if self._starts[at] else None)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """On a list letters, kana and kanji are text; once there is text, so is every other character."""
        character = event.character if event.is_printable else None
        browser = self.browser
        if character and browser.on_list and (browser.typed or fold(character).isalpha()):
            event.stop()
            event.prevent_default()
            self._ime = is_full_width(character)
            self._type(character)
        else:
            super().on_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Text for the filter."""
        event.stop()
        if self.browser.on_list:
            self._type("".join(filter(str.isprintable, event.text.strip().partition("\n")[0])))
        else:
            self.say(self._wording.fill(self._wording.words.messages.pasted))

    def _type(self, text: str) -> None:
        self.message = ""
        if is_certain(text):
            self.browser.type(text)
        else:
            self.message = self._wording.fill(self._wording.words.messages.unreadable)
        self._show_again()

    def press(self, name: str) -> None:
        """Choose, open, go back, show another list."""
        self.message = ""
        if name in ("down", "-"):
            self.browser.move(1 if name == "down" else -1)
        elif name == "enter":
            self._open()
            return
        elif name in ("0", "backspace"):
            if not self._back(name):
                return
        elif name in _LEAVES:
            self.dismiss()
            return
        elif name in ("scroll", "scroll_up"):
            self._turn(-1 if name == "scroll_up" else 1)
            return
        elif name.isdigit() and 0 < int(name) <= len(_ALL_VIEWS):
            self._view(_ALL_VIEWS[int(name) - 1])
        else:
            messages = self._wording.words.messages
            words = messages.not_here if is_certain(name) else messages.unreadable
            self.message = self._wording.fill(words, key=shown_name(name))
        self._show_again()

    def _show_again(self) -> None:
        self._page, self._follow = 0, True
        self._look()
        self.draw()

    def _open(self) -> None:
        found = self.browser.open()
        if isinstance(found, ToCase):
            self._ways.open_case(found.case)
        else:
            self._show_again()

    def _back(self, name: str) -> bool:
        """Whether there was something to go back to, or a character to take back."""
        if name == "backspace" and self.browser.typed and self.browser.on_list:
            self.browser.erase()
        elif not self.browser.back():
            self.dismiss()
            return False
        return True

    def _view(self, view: str) -> None:
        if view == _PROOF:
            self._ways.show_proof()
        else:
            self.browser.look_at(view)

    def _turn(self, by: int) -> None:
        """Another page; what is chosen goes along."""
        self._page = (self._page + by) % self._count
        first = self._ends[self._page - 1] if self._page else 0
        line = next((n for n, row in enumerate(self._starts) if row >= first), 0)
        self.browser.choose(line)
        at = self.browser.at
        if at is not None and not first <= self._starts[at] < self._ends[self._page]:
            self.browser.cursor = -1 % max(1, len(self.browser.places))
        self.draw()
