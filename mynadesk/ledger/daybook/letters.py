"""Which letters are to be sent, and which cases wait too long. Pure: days are counted from a given one."""

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo

import msgspec

from mynadesk.ledger.daybook.names import Names
from mynadesk.ledger.daybook.words import Days
from mynadesk.ledger.number import shown
from mynadesk.ledger.states import State
from mynadesk.ledger.waiting import Waiting


class Due(msgspec.Struct, frozen=True):
    """A case with which somebody has something to do."""

    number: str
    state: State
    desk: str
    day: date
    """Since when it stands there; of a case that is open for too long, when it was opened."""
    days: int
    """How long that is ago."""
    overdue: bool


class Letters(msgspec.Struct, frozen=True):
    """The cases in groups, each with the one first that waits longest. None is in two groups."""

    to_send: tuple[Due, ...]
    returned: tuple[Due, ...]
    no_visit: tuple[Due, ...]
    past: tuple[Due, ...]


def letters(waiting: Iterable[Waiting], today: date, days: Days, zone: tzinfo | None = None) -> Letters:
    """The cases with which somebody has something to do. `zone`: else the system's."""
    groups: dict[str, list[Due]] = {name: [] for name in Letters.__struct_fields__}
    for each in waiting:
        group, due = _due(each, today, days, zone)
        if group:
            groups[group].append(due)
    return Letters(**{name: _longest_first(group) for name, group in groups.items()})


def letter_lines(found: Letters, days: Days, names: Names) -> Iterator[str]:
    """The groups as text, a blank line after each; only the letters to be sent are told of in any case."""
    words, limits = names.words.letters, {name: str(getattr(days, name)) for name in days.__struct_fields__}
    for name in Letters.__struct_fields__:
        group: tuple[Due, ...] = getattr(found, name)
        if not group and name != "to_send":
            continue
        heading = names.fill(getattr(words, name), **limits)
        yield f"[{names.fill(names.words.heading, name=heading, count=str(len(group)))}]"
        yield from (f"  {_line(each, names)}" for each in group)
        if not group:
            yield f"  {names.fill(names.words.nothing)}"
        yield ""


def _due(each: Waiting, today: date, days: Days, zone: tzinfo | None) -> tuple[str, Due]:
    """A case and the group that it belongs to, which is empty where nothing is to be done yet."""
    opened, since = (moment.astimezone(zone).date() for moment in (each.opened, each.since))
    stands = (today - since).days
    if each.state is State.letter_due:
        group, day, overdue = "to_send", since, stands > days.send
    elif (today - opened).days > days.open:
        group, day, overdue = "past", opened, True
    elif each.state is State.letter_returned:
        group, day, overdue = "returned", since, stands > days.send
    else:
        late = each.state is State.letter_sent and stands > days.visit
        group, day, overdue = "no_visit" if late else "", since, late
    return group, Due(each.number, each.state, each.desk, day, max(0, (today - day).days), overdue)


def _longest_first(group: list[Due]) -> tuple[Due, ...]:
    return tuple(sorted(group, key=lambda each: (not each.overdue, each.day, each.number)))


def _line(each: Due, names: Names) -> str:
    words = names.words.letters
    text = names.fill(
        words.case if each.days else words.case_today,
        number=shown(each.number),
        state=names.of("waiting", each.state),
        days=str(each.days),
        day=names.day(each.day),
        desk=names.desk(each.desk),
    )
    return f"{text} {names.fill(words.overdue)}" if each.overdue else text
