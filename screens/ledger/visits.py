"""What the key of numbers does at the desk: give one, record a second visit, or find a case by its number."""

from collections.abc import Callable
from datetime import date
from typing import Any

from textual.app import App

from mynadesk.decision.case import Case
from mynadesk.decision.decision import Decision
from mynadesk.fault import DeskError
from mynadesk.interview.course import Look
from mynadesk.interview.visits import first_visit_taken, second_visit_decided, second_visit_sheet
from mynadesk.ledger.case_file import CaseFile, Judged
from mynadesk.ledger.daybook.keeping import drop_old
from mynadesk.ledger.desk_words import DeskWords
from mynadesk.ledger.labels import STEPS
from mynadesk.ledger.ledger import Ledger
from mynadesk.ledger.moving import ready_for_second_visit
from mynadesk.ledger.number import shown
from mynadesk.ledger.reading import load_day_book_words
from mynadesk.ledger.record import judged
from mynadesk.ledger.states import State, Step
from mynadesk.ledger.trouble import MovedMeanwhile
from mynadesk.ledger.waiting import OPEN, Waiting
from mynadesk.settings import Settings
from mynadesk.words import Words
from screens.desk import DeskScreen
from screens.ledger.case import CaseScreen
from screens.ledger.counting import Counting
from screens.ledger.keeper import Keeper
from screens.ledger.number import NumberScreen

_CONSULT = "consult"
_FOR_THE_POST = (State.letter_due, State.letter_returned)
_AT_THE_END = 5
"""Seconds that a clerk who leaves waits for the ledger."""


class Visits:
    """Between the desk and the ledger. What was not written is never shown as written."""

    def __init__(
        self,
        app: App[None],
        desk: DeskScreen,
        office: str,
        words: DeskWords,
        keeper: Keeper,
        rules: str,
    ) -> None:
        """`office`: id of this desk; `rules`: the folder of rules."""
        self._app, self._desk, self._office, self._words, self._keeper = app, desk, office, words, keeper
        self._rules = rules
        self._asked: object = None
        """Whose request waits for the ledger."""
        self._agreed: object = None
        """Whose request the supervisor is being asked about."""
        self._counting = Counting(keeper, office)

    def press(self) -> None:
        """The key of numbers was pressed at the desk."""
        session = self._desk.session
        look, person = session.look, session.person
        agreed, self._agreed = self._agreed is person, None
        if self._asked is person:
            self._desk.say(self._words.busy)
        elif session.number:
            self._of_a_number()
        elif not first_visit_taken(look):
            self._ask_number()
        elif look.decision and _CONSULT in look.decision.pins.values() and not agreed:
            self._agreed = person
            self._desk.say(self._words.supervisor_first)
        else:
            self._open()

    def count(self, look: Look) -> None:
        """Count a decision, once nothing of it can change any more; of the case itself nothing is kept."""
        self._counting.count(look)

    def finish(self) -> int:
        """Let the ledger end what it has begun, as far as that takes no time. How much was not counted."""
        self._keeper.finish(_AT_THE_END)
        return self._counting.left

    # The first visit

    def _open(self) -> None:
        person, what = self._desk.session.person, self._judged()

        def opened(answer: CaseFile | DeskError) -> None:
            if isinstance(answer, DeskError):
                self._desk.say(self._words.not_opened, why=self._why(answer))
            elif self._desk.session.attach(shown(answer.number), person):
                self._desk.draw()
                self._show(answer, self._fill(self._words.opened))
            else:
                self._desk.say(self._words.opened_before, number=shown(answer.number))

        self._wait(self._words.opening, lambda ledger: ledger.open_case(self._office, what), opened)

    def _judged(self) -> Judged:
        look = self._desk.session.look
        case, decision = look.case, look.decision
        assert isinstance(case, Case)
        assert isinstance(decision, Decision)
        return judged(case, decision)

    # A number that is known

    def _of_a_number(self) -> None:
        look, number = self._desk.session.look, self._desk.session.number
        decided = self._judged() if second_visit_decided(look) else None

        def work(ledger: Ledger) -> tuple[CaseFile, bool]:
            file = ledger.find(number)
            if decided is None or not _wants_decision(file, decided):
                return file, False
            return ledger.move(file, Step.decide, self._office, decided), True

        def done(answer: tuple[CaseFile, bool] | DeskError) -> None:
            if isinstance(answer, DeskError):
                self._desk.say(self._words.not_done, why=self._why(answer))
                return
            file, recorded = answer
            text = self._recorded(Step.decide) if recorded else self._changed(file)
            if self._desk.session.number == shown(file.number):
                self._desk.session.noted = decided is not None and file.judged == decided
                self._show(file, text)
            elif recorded:
                self._desk.say(
                    self._words.done_before, number=shown(file.number), step=self._named(Step.decide)
                )

        self._wait(self._words.writing if decided else self._words.looking, work, done)

    def _changed(self, file: CaseFile) -> str:
        """What has to be said where the first visit's answers were changed after it was recorded."""
        decision = self._desk.session.look.decision
        first = decision is not None and decision.flow == "first_visit" and file.state in OPEN
        return self._fill(self._words.changed) if first and file.opened.judged != self._judged() else ""

    # A number on a form

    def _ask_number(self) -> None:
        desk = self._desk

        def find(number: str) -> None:
            self._keeper.ask(lambda ledger: ledger.find(number), found)

        def found(answer: CaseFile | DeskError) -> None:
            if self._app.screen is not page:
                return
            if isinstance(answer, DeskError):
                page.say(self._why(answer))
            else:
                page.dismiss()
                self._show(answer)

        def listed(answer: tuple[Waiting, ...] | DeskError) -> None:
            if isinstance(answer, DeskError):
                page.say(self._why(answer))
            else:
                page.show_waiting([each for each in answer if each.state in _FOR_THE_POST])

        banner = desk.view.office
        page = NumberScreen(
            desk.session.wording, self._words, desk.styles_now, banner, find, lambda: self._show_counts(page)
        )
        self._app.push_screen(page)
        self._keeper.ask(lambda ledger: ledger.waiting(self._office), listed)

    def _show_counts(self, page: NumberScreen) -> None:
        from screens.ledger.daybook import DayBookScreen  # wanted once a day

        desk, wording = self._desk, self._desk.session.wording
        try:
            words = load_day_book_words(self._rules, wording.book)
        except DeskError as error:
            page.say(error.text(wording.language))
            return
        city = wording.fill(wording.book.rulebook.city)
        self._app.push_screen(
            DayBookScreen(
                wording, words, desk.styles_now, city, self._office, self._keeper.ask, desk.want, date.today
            )
        )

    def drop_old(self, settings: Settings) -> None:
        """Drop what has been kept for long enough. Where that fails, another day will do."""
        book = self._desk.session.book
        self._keeper.ask(lambda ledger: drop_old(ledger, self._rules, book, settings), lambda _: None)

    # The page of a case

    def _show(self, file: CaseFile, text: str = "") -> None:
        """The page of a case."""
        session, begun = self._desk.session, False

        def take(file: CaseFile, step: Step) -> None:
            def work(ledger: Ledger) -> tuple[CaseFile, DeskError | None]:
                try:
                    return ledger.move(file, step, self._office), None
                except MovedMeanwhile as moved:
                    return ledger.find(file.number), moved

            def done(answer: tuple[CaseFile, DeskError | None] | DeskError) -> None:
                self._stepped(page, file, step, answer)

            self._keeper.ask(work, done)

        def begin(file: CaseFile) -> bool:
            nonlocal begun
            if not self._desk.session.fresh and not begun:
                begun = True
                return False
            self._begin(file)
            return True

        page = CaseScreen(
            session.wording,
            self._words,
            self._desk.styles_now,
            self._desk.view.office,
            self._office,
            file,
            session.number == shown(file.number),
            take,
            begin,
            lambda: self._desk.want("papers"),
        )
        page.message = text
        self._app.push_screen(page)

    def _stepped(
        self,
        page: CaseScreen,
        file: CaseFile,
        step: Step,
        answer: tuple[CaseFile, DeskError | None] | DeskError,
    ) -> None:
        """Tell what became of a step: on its page, or at the desk where that was left."""
        here = self._app.screen is page
        now, trouble = (None, answer) if isinstance(answer, DeskError) else answer
        if trouble is not None:
            self._not_done(page if here else None, file, now, self._why(trouble))
        elif here and now is not None:
            page.show(now, self._recorded(step))
        else:
            self._desk.say(self._words.done_before, number=shown(file.number), step=self._named(step))

    def _not_done(self, page: CaseScreen | None, file: CaseFile, now: CaseFile | None, why: str) -> None:
        """`now`: the case as another desk has moved it meanwhile."""
        if page is None:
            self._desk.say(self._words.not_done, why=f"{shown(file.number)}: {why}")
        elif now is not None:
            page.renew(now, self._fill(self._words.not_done, why=why))
        else:
            page.fail(self._fill(self._words.not_done, why=why))

    def _begin(self, file: CaseFile) -> None:
        """The second visit, with what is known of the first."""
        session = self._desk.session
        first = file.opened.judged
        assert first is not None
        sheet = second_visit_sheet(session.book, first.granted, dict(first.requirements), session.on)
        session.begin_with(sheet, shown(file.number))
        self._app.pop_screen()
        self._desk.view = self._desk.view._replace(page=0, source_page=0)
        self._desk.draw()

    # Waiting, and words

    def _wait(self, words: Words, work: Callable[[Ledger], Any], then: Callable[[Any], None]) -> None:
        """Have something done beside the desk, and say so until it is."""
        person = self._desk.session.person

        def answered(answer: Any) -> None:
            self._asked = None if self._asked is person else self._asked
            if self._desk.session.person is person:
                self._desk.session.message = ""
                self._desk.draw()
            then(answer)

        self._asked = person
        self._desk.say(words)
        self._keeper.ask(work, answered)

    def _fill(self, words: Words, **more: str) -> str:
        return self._desk.session.wording.fill(words, **more)

    def _recorded(self, step: Step) -> str:
        return self._fill(self._words.recorded, step=self._named(step))

    def _named(self, step: Step) -> str:
        return STEPS[step].in_(self._desk.session.wording.language)

    def _why(self, error: DeskError) -> str:
        """What is wrong and what to do, without the place, which is no clerk's business."""
        language = self._desk.session.wording.language
        return " ".join(f"{each.what.in_(language)}{each.mend.in_(language)}" for each in error.faults)


def _wants_decision(file: CaseFile, decided: Judged) -> bool:
    """Whether the decision is news: it is recorded once, and again when it has changed."""
    return ready_for_second_visit(file) and (file.state is not State.decided or file.judged != decided)
