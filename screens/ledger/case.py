"""The page of one numbered case: where it stands, what happened to it, and what can be done with it."""

from collections.abc import Callable

from mynadesk.interview.keys import called, shown_name
from mynadesk.ledger.case_file import CaseFile
from mynadesk.ledger.desk_words import DeskWords
from mynadesk.ledger.moving import ready_for_second_visit, steps_for
from mynadesk.ledger.number import shown
from mynadesk.ledger.states import Step
from mynadesk.wording import Wording
from screens.ledger.paint import case_rows, history_rows, not_yet_rows, offer_rows
from screens.paged import PagedScreen
from screens.pane import Row
from screens.roles import Styles

_LEAVES = ("0", "backspace", "/", "ledger", "escape", "quit")


class CaseScreen(PagedScreen[None]):
    """A digit chooses a step, Enter records it: nothing is written by one slip."""

    def __init__(
        self,
        wording: Wording,
        words: DeskWords,
        styles: Styles,
        banner: str,
        office: str,
        file: CaseFile,
        on_desk: bool,
        take: Callable[[CaseFile, Step], None],
        begin: Callable[[CaseFile], bool],
        hand_over: Callable[[], None],
    ) -> None:
        """The page of a case.

        Args:
            wording: The rulebook's words.
            words: The words of these pages.
            styles: How it looks.
            banner: What stands in the band on top.
            office: Id of this desk.
            file: The case as it was read.
            on_desk: Whether its request lies on the desk just now.
            take: Has a step written; `show` or `say` is called with what became of it.
            begin: Begins the second visit; False where it has to be asked for once more.
            hand_over: Shows the papers of the request that lies on the desk.
        """
        super().__init__(wording, styles, banner, "case-file")
        self._words, self._office, self.file, self._on_desk = words, office, file, on_desk
        self._take, self._begin, self._hand_over = take, begin, hand_over
        self._chosen: Step | None = None
        self._stepped = False
        """A step was recorded here: Enter goes back then, also where somebody presses it once too often."""
        self.writing = False

    def subject(self) -> str:
        """The number."""
        return f"{self._wording.fill(self._words.number)} {shown(self.file.number)}"

    @property
    def offered(self) -> tuple[Step, ...]:
        """The steps that can be chosen here. A second visit is decided on the desk."""
        return tuple(step for step in steps_for(self.file, self._office) if step is not Step.decide)

    @property
    def can_begin(self) -> bool:
        """Whether Enter begins the second visit."""
        return ready_for_second_visit(self.file) and not self._on_desk and not self._stepped

    def body(self, cells: int) -> list[Row]:
        """The case, what can be done, and last what there may be much of: what was done."""
        wording, words = self._wording, self._words
        return [
            *case_rows(wording, words, self.file, cells),
            *([] if self._on_desk else not_yet_rows(wording, words, self.file, cells)),
            *offer_rows(wording, words, self.offered, self._chosen, self.can_begin),
            *history_rows(wording, words, self.file, cells),
        ]

    def keys(self) -> list[tuple[str, str]]:
        """What Enter does now, the digits, back."""
        words, fill = self._words, self._wording.fill
        enter = words.record if self._chosen else words.begin_second if self.can_begin else words.back
        count = len(self.offered)
        digits = [("1" if count == 1 else f"1-{count}", fill(words.choose))] if count else []
        back = [("0", fill(words.back))] if enter is not words.back else []
        papers = [("End", fill(self._wording.words.keys.papers))] if self._on_desk else []
        return [("Enter", fill(enter)), *digits, *papers, *back]

    def show(self, file: CaseFile, text: str) -> None:
        """The case after a step, and what is said of it."""
        self._stepped = True
        self.renew(file, text)

    def renew(self, file: CaseFile, text: str) -> None:
        """The case as others have moved it, and why nothing was recorded here."""
        self.file, self._chosen, self.writing = file, None, False
        self.say(text)

    def fail(self, text: str) -> None:
        """Say why nothing was recorded."""
        self._chosen, self.writing = None, False
        self.say(text)

    def press(self, name: str) -> None:
        """Choose a step, record it, begin the second visit, turn a page, or go back."""
        if name in ("scroll", "scroll_up"):
            self.scroll(-1 if name == "scroll_up" else 1)
            return
        self.message = ""
        if name == "enter" and not self.writing:
            self._enter()
        elif name in _LEAVES:
            self._back(name)
        elif name == "papers" and self._on_desk:
            self.dismiss()
            self._hand_over()
        elif name.isdecimal() and 0 < int(name) <= len(self.offered) and not self.writing:
            self._choose(self.offered[int(name) - 1])
        else:
            self._refuse(name)

    def _choose(self, step: Step) -> None:
        self._chosen = step
        self.say(
            self._wording.fill(self._words.confirm, step=self._wording.fill(self._words.offers.of(step)))
        )

    def _enter(self) -> None:
        if self._chosen is not None:
            self.writing = True
            self.say(self._wording.fill(self._words.writing))
            self._take(self.file, self._chosen)
        elif not self.can_begin:
            self.dismiss()
        elif not self._begin(self.file):
            self.say(self._wording.fill(self._words.begin_second_first))

    def _back(self, name: str) -> None:
        if self._chosen is not None and not self.writing and name in ("0", "backspace"):
            self._chosen = None
            self.draw()
        else:
            self.dismiss()

    def _refuse(self, name: str) -> None:
        messages = self._wording.words.messages
        said = self._words.writing if self.writing else messages.not_here
        self.say(self._wording.fill(said, key=called(shown_name(name), self._wording.language)))
