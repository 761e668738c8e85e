"""Before the first scene: who practises, and how."""

from textual import events

from mynadesk.fault import DeskError
from mynadesk.interview.keys import is_modifier, name_of
from mynadesk.practice.exercises.course import Course
from mynadesk.practice.learning.progress import Level
from mynadesk.typeset import is_certain
from screens.paint import wrapped
from screens.paint_question import keyed
from screens.pane import Row
from screens.practice.page import PracticePage
from screens.practice.ways import Ways
from screens.roles import Styles

_LONGEST = 20


class NicknameScreen(PracticePage[None]):
    """Takes a nickname, typed or by its number."""

    def __init__(
        self, course: Course, ways: Ways, known: tuple[str, ...], styles: Styles, banner: str
    ) -> None:
        super().__init__(course.wording, styles, banner, "nickname")
        self._course = course
        self._ways = ways
        self._known = known
        self._typed = ""

    def subject(self) -> str:
        """What this is."""
        return self._wording.fill(self._course.practice.words.start.title)

    def body(self, cells: int) -> list[Row]:
        """The question, the field, and who practised here before."""
        words, fill = self._course.practice.words.start, self._wording.fill
        rows: list[Row] = [
            [],
            [(fill(words.nickname), "strong")],
            *wrapped(fill(words.no_real_name), cells, "dim"),
            [],
            *keyed(">", f"{self._typed}_", cells, "strong"),
            [],
        ]
        if self._known:
            rows += wrapped(fill(words.known), cells, "dim")
        for number, name in enumerate(self._known, 1):
            rows += keyed(f"{number}", name, cells)
        return rows

    def keys(self) -> list[tuple[str, str]]:
        """Few: everything else is typed."""
        keys = self._wording.words.keys
        return [("Enter", self._wording.fill(keys.enter)), ("F9", self._wording.fill(keys.quit))]

    def on_key(self, event: events.Key) -> None:
        """Letters are letters here, whatever they do elsewhere."""
        event.stop()
        event.prevent_default()
        if is_modifier(event.key):
            return
        self.message = ""
        if event.is_printable and event.character:
            self._type(event.character)
        else:
            self.press(name_of(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """A nickname can be pasted."""
        event.stop()
        for character in filter(str.isprintable, event.text.strip().partition("\n")[0][:_LONGEST]):
            self._type(character)

    def _type(self, character: str) -> None:
        if is_certain(character) and len(self._typed) < _LONGEST:
            self._typed += character
        self.draw()

    def press(self, name: str) -> None:
        """Take the nickname, take a letter back, turn a page or leave."""
        if name == "enter":
            self._enter()
        elif name == "backspace":
            self._typed = self._typed[:-1]
            self.draw()
        elif name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self._ways.stop()

    def _enter(self) -> None:
        number = int(self._typed) if self._typed.isdecimal() else 0
        chosen = self._known[number - 1] if 0 < number <= len(self._known) else self._typed
        try:
            self._course.enter(chosen)
        except DeskError as error:
            self.say(error.text(self._wording.language))
            return
        self._ways.entered()


class StartScreen(PracticePage[None]):
    """The ways into a round. What is chosen, the app does."""

    def __init__(self, course: Course, ways: Ways, styles: Styles, banner: str, clock: bool) -> None:
        super().__init__(course.wording, styles, banner, "start")
        self._course = course
        self._ways = ways
        self.clock = clock
        self._again = ""
        """A key that ends the round which was left, if it is pressed once more."""

    def subject(self) -> str:
        """Whose practice it is."""
        progress, words = self._course.progress, self._course.practice.words.start
        return self._wording.fill(words.trainee, name=progress.nickname) if progress else ""

    def body(self, cells: int) -> list[Row]:
        """Each way with its digit."""
        words, fill = self._course.practice.words.start, self._wording.fill
        rows: list[Row] = [[], [(fill(words.level), "strong")], []]
        for key, label, more in self._offers():
            rows += keyed(key, label, cells, "strong")
            rows += [[("  ", "dim"), *row] for row in wrapped(more, cells - 2, "dim")] if more else []
        return [*rows, [], *wrapped(fill(words.no_real_name), cells, "dim")]

    def _offers(self) -> list[tuple[str, str, str]]:
        words, fill = self._course.practice.words.start, self._wording.fill
        state = fill(words.clock_on if self.clock else words.clock_off)
        ways = [
            ("1", fill(words.guided), fill(words.guided_more)),
            ("2", fill(words.test), fill(words.test_more)),
            ("3", fill(words.clock_is, state=state), ""),
            ("4", fill(words.progress), ""),
        ]
        if self._course.unfinished:
            ways.append(("5", fill(words.go_on), self._left()))
        return [*ways, ("0", fill(words.other_name), "")]

    def _left(self) -> str:
        unfinished = self._course.progress.unfinished if self._course.progress else None
        words, limits = self._course.practice.words, self._course.practice.words.limits
        done = len(unfinished.done) if unfinished else 0
        return self._wording.fill(words.round.scene, number=str(done + 1), of=str(limits.scenes))

    def keys(self) -> list[tuple[str, str]]:
        """Enter does what is most likely wanted."""
        words, fill = self._course.practice.words.start, self._wording.fill
        first = words.go_on if self._course.unfinished else words.guided
        return [("Enter", fill(first)), ("F9", fill(words.leave))]

    def on_screen_resume(self) -> None:
        """Show what has become of the trainee's progress meanwhile."""
        self.message = self._course.trouble
        if self.is_mounted:
            self.draw()

    def press(self, name: str) -> None:
        """Begin, go on, look at progress, be somebody else, or leave."""
        if name == "enter":
            name = "5" if self._course.unfinished else "1"
        levels: dict[str, Level] = {"1": "guided", "2": "test"}
        again, self._again = self._again, ""
        self.message = ""
        if name in levels and self._course.answered and again != name:
            self._again = name
            self.say(self._wording.fill(self._course.practice.words.start.begin_again))
        elif name in levels:
            self._ways.begin(levels[name], self.clock)
        elif name == "3":
            self.clock = not self.clock
            self.draw()
        elif name == "4":
            self._ways.show_progress()
        elif name == "5" and self._course.unfinished:
            self._ways.go_on()
        elif name in ("0", "backspace"):
            self._ways.ask_who()
        elif name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
        elif name == "quit":
            self._ways.stop()
