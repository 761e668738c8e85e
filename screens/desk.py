"""The desk: one screen on which a whole case is taken."""

from collections.abc import Callable
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from mynadesk.interview.keys import as_read, is_modifier, name_of
from mynadesk.interview.session import Session
from mynadesk.rulebook.book import Rulebook
from mynadesk.wording import Wording
from mynadesk.words import Words
from screens.frame import View, frame, question_pages, rule_beside, shape_of, shows_result, source_pages
from screens.pane import Pane
from screens.roles import Styles
from screens.scene import Told, at_end
from screens.wanted import Want, What

_PANES = ("top", "verdict", "case", "question", "source", "tell", "foot")
_LONGEST_PASTE = 24
_ELSEWHERE: dict[str, What] = {"help": "help", "hide": "hide", "theme": "theme", "ledger": "ledger"}
"""Keys whose work is not the desk's: the app does it."""
_NOT_IN_A_FIELD = ("theme", "large", "papers", "rule")
"""Keys that somebody presses who wants to move in a text."""


class DeskScreen(Screen[None]):
    """Takes keys, hands them to the session, and shows what became of it. Nothing is composed anew."""

    def __init__(
        self,
        book: Rulebook,
        wording: Wording,
        office: str,
        today: Callable[[], date],
        styles: Styles,
        want: Want,
        done: Callable[[], None] | None = None,
    ) -> None:
        """`done`: called where a scene ends; without one, nothing follows."""
        super().__init__()
        self.want = want
        self._done = done
        self.session = Session(book, wording, today)
        self.view = View(office)
        self.styles_now = styles
        self._panes = {name: Pane(styles, name) for name in _PANES}
        self._shape = shape_of(0, 0)
        self._quit_armed = False
        self._draws = False
        self.emptied: Callable[[], None] | None = None
        """Called, maybe often, while no case is on the desk: nothing may be left of one."""

    def compose(self) -> ComposeResult:
        panes = self._panes
        yield panes["top"]
        yield panes["verdict"]
        with Horizontal(id="body"):
            yield panes["case"]
            yield panes["question"]
            yield panes["source"]
        yield panes["tell"]
        yield panes["foot"]

    def on_mount(self) -> None:
        self._arrange(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        if event.size != (
            self._shape.columns,
            self._shape.lines,
        ):  # a start tells the same size several times
            self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        """Divide the terminal and draw: before the first layout, so that the first paint is whole."""
        self._shape = shape = shape_of(*size, silent=self.session.silent)
        for name, cells in (("case", shape.case), ("question", shape.question), ("source", shape.source)):
            self._panes[name].styles.width = cells
            self._panes[name].display = cells > 0
        self._panes["tell"].styles.height = shape.tell
        self._panes["tell"].display = shape.tell > 0
        self.view = self.view._replace(page=0, source_page=0)
        self.draw()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if is_modifier(event.key):
            return
        if event.is_printable and event.character:
            self.view = self.view._replace(ime=not event.character.isascii())
        self._press(self._named(event))
        self._draw_soon()

    def _named(self, event: events.Key) -> str:
        """A key's name. While a date is typed, no other key stands for a sign, and arrows move nothing."""
        if self.session.field is None:
            return name_of(event.key, event.character)
        if event.is_printable and event.character:
            return event.character
        name = name_of(event.key, event.character)
        return as_read(event.key) if len(name) == 1 or name in _NOT_IN_A_FIELD else name

    def on_paste(self, event: events.Paste) -> None:
        """Only a date can be pasted: into its field."""
        event.stop()
        if self.session.field is None:
            self._say(self.session.wording.words.messages.pasted)
        for character in filter(str.isprintable, event.text.strip().partition("\n")[0][:_LONGEST_PASTE]):
            if self.session.field is not None:
                self.session.press(character)
        self._draw_soon()

    def _press(self, name: str) -> None:
        quit_armed, self._quit_armed = self._quit_armed, False
        if name == "quit":
            self._quit(quit_armed)
        elif self._shape.too_small:
            return  # what a key does could not be seen
        elif name in _ELSEWHERE:
            self.want(_ELSEWHERE[name])
        elif name == "large":
            self._show_the_person()
        elif name == "rule" and self.session.field is None:
            self.want("rule")
        elif name == "papers" or (name == "+" and self._hands_over()):
            self._show_papers()
        elif self._ends(name):
            self.at_end()
        elif name in ("scroll", "scroll_up") or (name == "enter" and self._has_more()):
            self._scroll(-1 if name == "scroll_up" else 1)
        elif name == "*" and self._shape.source and self.session.field is None and not self.session.silent:
            self._turn_source()
        else:
            self.view = self.view._replace(page=0, source_page=0)
            self.session.press(name)
            self._finished_as_the_scene_says()

    def _quit(self, armed: bool) -> None:
        if armed or self.session.fresh:
            self.leave()
            return
        self._quit_armed = True
        self._say(self.session.wording.words.messages.quit_again)

    def leave(self) -> None:
        """Leave the desk: the program ends."""
        self.session.leave()
        self.app.exit()

    def at_end(self) -> None:
        """Go on from a scene: Enter was pressed once nothing was left to ask, or / at any time."""
        if self._done is not None:
            self._done()

    def show_scene(self, session: Session, scene: Told | None) -> None:
        """Put another case on the desk, and the scene it is about. Nothing is composed anew."""
        self.session = session
        self.view = self.view._replace(scene=scene, page=0, source_page=0)
        self._quit_armed = False
        if self.is_mounted:
            self._arrange(self.app.size)

    def retell(self, scene: Told) -> None:
        """Tell the scene in other words, such as with the time that it has taken."""
        self.view = self.view._replace(scene=scene)
        self.draw()

    @property
    def shows_scene(self) -> bool:
        """Whether the scene stands beside the question: one pane alone has no room for it."""
        return bool(self._shape.case)

    def _ends(self, name: str) -> bool:
        if self.view.scene is None or self.session.field is not None:
            return False
        return name == "/" or (name == "enter" and at_end(self.session))

    def _finished_as_the_scene_says(self) -> None:
        """The desk's own words for that nothing is left to ask name keys that do something else here."""
        messages = self.session.wording.words.messages
        if self.view.scene and self.session.message == self.session.wording.fill(messages.finished):
            self.session.message = self.view.scene.done

    def _show_the_person(self) -> None:
        if self.view.scene is None and self.session.look.decision is None:
            self._say(self.session.wording.words.messages.nothing_to_show)
        else:
            self.want("large")

    def _hands_over(self) -> bool:
        """Whether `+` hands papers over: nothing is left to ask, and what was decided is about a request."""
        at_end = self.session.look.final and self.session.cursor is None
        return at_end and self.session.look.whole and self.view.scene is None

    def _show_papers(self) -> None:
        if self.view.scene is None and not self.session.look.whole:
            self._say(self.session.wording.words.papers.none_yet)
        else:
            self.want("papers")

    def _has_more(self) -> bool:
        """Whether Enter turns a page; on the last page of a reason it closes it."""
        if not shows_result(self.session, self._shape):
            return False
        last = self.view.page == self._count_pages() - 1
        return not (self.session.reason and last)

    def _scroll(self, by: int) -> None:
        """Another page of the question's pane, around in a circle. A message in the way goes first."""
        if self.session.message:
            self.session.message = ""
            return
        pages = self._count_pages()
        self.view = self.view._replace(page=(self.view.page + by) % pages)
        if pages < 2:
            self._say(self.session.wording.words.messages.no_more)

    def _count_pages(self) -> int:
        return len(question_pages(self.session, self._shape, self.view.scene))

    def _turn_source(self) -> None:
        """The next page of the reason, which stands beside the question anyhow."""
        pages = len(source_pages(self.session, self._shape))
        self.view = self.view._replace(source_page=(self.view.source_page + 1) % pages)
        if pages < 2:
            words = self.session.wording.words
            beside = rule_beside(self.session)
            self._say(words.messages.reason_beside if beside else words.panel.no_rule)

    def _say(self, words: Words) -> None:
        self.session.message = self.session.wording.fill(words)

    def say(self, words: Words, **more: str) -> None:
        """Leave a message beside the question."""
        self.tell(self.session.wording.fill(words, **more))

    def tell(self, text: str) -> None:
        """Leave a message that is filled in already."""
        self.session.message = text
        self.draw()

    @property
    def empty(self) -> bool:
        """There is no case on the desk, nor one that could be brought back."""
        return self.session.fresh and not self.session.restorable

    def new_day(self) -> None:
        """Show the day that it has become, while no case is open."""
        before = self.session.on
        self.session.new_day()
        if self.session.on != before:
            self.draw()

    def drop(self) -> None:
        """Forget this case and the one before."""
        self.session.drop()
        self.view = self.view._replace(page=0, source_page=0)
        self.draw()

    def notice(self, text: str) -> None:
        """Put a notice into the top line, or take it away."""
        if text != self.view.notice:
            self.view = self.view._replace(notice=text)
            self.draw()

    def stand(self, text: str) -> None:
        """Have this on the top line while there is no notice; nothing is said any more where it is empty."""
        if text != self.view.standing:
            self.view = self.view._replace(standing=text)
            self.draw()

    def restyle(self, styles: Styles) -> None:
        """Look differently from now on."""
        self.styles_now = styles
        for pane in self._panes.values():
            pane.restyle(styles)

    def _draw_soon(self) -> None:
        """Draw once for all keys that have arrived: held down or typed ahead they come in crowds."""
        if not self._draws:
            self._draws = True
            self.app.call_later(self.draw)  # whose queue the keys are in

    def _forget(self) -> None:
        """Nothing is left of a case that is no longer on the desk."""
        if self.emptied is not None:
            self.emptied()

    def draw(self) -> None:
        """Show the session in every pane."""
        self._draws = False
        if self.session.fresh:
            self._forget()
        rows = frame(self.session, self.view, self._shape)
        for name, pane in self._panes.items():
            pane.show(rows.get(name, []), "top" if name in ("top", "foot") else "base")
