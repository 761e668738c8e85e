"""rules/ledger/desk.yaml: what the desk says of a numbered request."""

import msgspec

from mynadesk.ledger.states import State, Step
from mynadesk.rulebook.schema import Entry
from mynadesk.words import Words


class Offers(Entry, frozen=True):
    """Each step as what has happened, for whoever chooses it."""

    send: Words
    return_: Words = msgspec.field(name="return")
    resend: Words
    finish: Words
    withdraw: Words
    lapse: Words
    undo: Words

    def of(self, step: Step) -> Words:
        """The words of a step that can be chosen from a list."""
        words: Words = getattr(self, step.name)
        return words


class NotYet(Entry, frozen=True):
    """Why no second visit can begin, by where the case stands."""

    letter_due: Words
    letter_returned: Words
    done: Words
    withdrawn: Words
    lapsed: Words

    def of(self, state: State) -> Words:
        """Why not in a state in which none can."""
        words: Words = getattr(self, state.name)
        return words


class DeskWords(Entry, frozen=True):
    number: Words
    asks: Words
    asks_hint: Words
    no_such_digit: Words
    too_few: Words
    full: Words
    for_the_post: Words
    looking: Words
    opening: Words
    writing: Words
    busy: Words
    busy_quit: Words
    not_opened: Words
    not_done: Words
    supervisor_first: Words
    opened_before: Words
    done_before: Words
    read_aloud: Words
    stands: Words
    first_visit: Words
    pins: Words
    by_supervisor: Words
    refused: Words
    reason: Words
    reason_named: Words
    reason_not_named: Words
    history: Words
    taken: Words
    undone: Words
    steps: Words
    no_steps: Words
    opened: Words
    recorded: Words
    confirm: Words
    changed: Words
    begin_second: Words
    begin_second_first: Words
    day_book: Words
    back: Words
    find: Words
    choose: Words
    record: Words
    erase: Words
    offers: Offers
    not_yet: NotYet


FILLS: dict[str, tuple[str, ...]] = {
    "no_such_digit": ("key",),
    "for_the_post": ("count",),
    "too_few": ("count",),
    "not_opened": ("why",),
    "not_done": ("why",),
    "opened_before": ("number",),
    "done_before": ("number", "step"),
    "taken": ("day", "time"),
    "not_yet": ("desk",),
    "by_supervisor": ("pin",),
    "recorded": ("step",),
    "confirm": ("step",),
}
"""What fills words in besides figures."""
