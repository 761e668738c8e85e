"""What changes from one rulebook to another: in which situations, from what to what, and by which rule.

The rule that did it is found by changing one entry at a time. What cannot be changed alone, such as routes
that are parted otherwise, is changed together.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from mynadesk.decision.decide import decide
from mynadesk.proof.days import day_of, turning_days
from mynadesk.proof.entries import TOLD, Field, decisive, entries, fields, is_inert, with_entries
from mynadesk.proof.holes import Rule
from mynadesk.proof.notices_matter import NoticeSituations
from mynadesk.proof.pair_papers import Side
from mynadesk.proof.pairs import Pair
from mynadesk.proof.turned import Turned, Turning
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Notice
from mynadesk.rulebook.timeline import NotInForce

Rules = tuple[Rule, ...]


class Change(msgspec.Struct, frozen=True):
    """Entries that were changed, added or taken away, and what comes of it."""

    rules: Rules
    """More than one where they could only be changed together."""
    fields: tuple[Field, ...]
    turned: Turned
    notices: int
    """Situations in which a notice is told that was not, or the other way round."""


class Differences(msgspec.Struct, frozen=True):
    """All that changes."""

    days: tuple[tuple[date, date], ...]
    """Visits that were compared: the day by the old rules, the day by the new ones."""
    classes: int
    """Situations that either tells apart, of all days."""
    turned: Turned
    changes: tuple[Change, ...]
    """By what was changed, the most situations first."""
    only_words: Rules
    """Entries of which nothing changes but words, sources or keys; of other files the file."""


class _Found:
    """What one change comes to, day by day."""

    def __init__(self, turning: Turning) -> None:
        self.turning, self.notices = turning, 0
        self.fields: list[Field] = []


def differences(old: Rulebook, new: Rulebook, days: Iterable[tuple[date, date]] | None = None) -> Differences:
    """What changes from `old` to `new`.

    Args:
        old: The rules before.
        new: The rules after; the same rulebook where two days of it are compared.
        days: Visits to compare, each as the day by the old rules and by the new. Without it, one day of every
            stretch between which neither changes and for which both have rules.

    Raises:
        NotInForce: there are no rules for a day that was named.
    """
    visits = tuple(days) if days is not None else tuple((day, day) for day in _days_of_both(old, new))
    of_one_day = all(first == second for first, second in visits)
    whole, found, classes = Turning(of_one_day, old, new), dict[Rules, _Found](), 0
    words: dict[Rule, None] = {}
    for first, second in visits:
        before, after = Side(old.at(first), first), Side(new.at(second), second)
        steps = list(_one_by_one(before, after))
        # Where there is but one, it makes all the difference.
        classes += whole.add(steps[0][1] if len(steps) == 1 else Pair(before, after))
        words |= dict.fromkeys(_only_words(before.book, after.book))
        for rules, pair in steps:
            each = found.setdefault(rules, _Found(Turning(of_one_day, old, new)))
            each.turning.add(pair)
            each.notices += _told_otherwise(*pair.sides, rules)
            each.fields += [field for field in _fields(before, after, rules) if field not in each.fields]
    changes = [
        Change(rules, tuple(each.fields), each.turning.turned(), each.notices)
        for rules, each in found.items()
    ]
    changes.sort(key=lambda change: (-change.turned.count, -change.notices, change.rules))
    return Differences(visits, classes, whole.turned(), tuple(changes), tuple(words))


def _days_of_both(old: Rulebook, new: Rulebook) -> Iterator[date]:
    """One day of each stretch, that before the first turning day too."""
    days = sorted({*turning_days(old), *turning_days(new)})
    first = [date.fromordinal(days[0].toordinal() - 1)] if days and days[0] > date.min else []
    for day in (*first, *days):
        try:
            old.at(day), new.at(day)
        except NotInForce:
            continue
        yield day


def _only_words(old: Rulebook, new: Rulebook) -> Iterator[Rule]:
    there = entries(new)
    for rule, entry in entries(old).items():
        after = there.get(rule)
        if after is not None and after != entry and decisive(after) == decisive(entry):
            yield rule
    yield from ((file, ()) for file in TOLD if getattr(old, file) != getattr(new, file))


def _one_by_one(before: Side, after: Side) -> Iterator[tuple[Rules, Pair]]:
    """Each entry that decides otherwise, with the rules before and after it alone is changed."""
    old, new = entries(before.book), entries(after.book)
    changed = {
        rule: new.get(rule)
        for rule in dict.fromkeys([*old, *new])
        if decisive(old.get(rule)) != decisive(new.get(rule))
    }
    added = {rule: new[rule] for rule in changed if rule not in old and is_inert(rule)}
    gone = [rule for rule in changed if rule not in new and is_inert(rule)]
    base = Side(with_entries(before.book, added), before.on)
    rest = [rule for rule in changed if rule not in added and rule not in gone]
    together: list[Rule] = []
    for rules in _steps(rest, before.book, after.book):
        pair = _pair(base, Side(with_entries(base.book, {rule: changed[rule] for rule in rules}), before.on))
        if pair is not None:
            yield rules, pair
        else:
            together += rules
    if together:
        side = Side(with_entries(base.book, {rule: changed[rule] for rule in together}), before.on)
        yield tuple(together), _pair(base, side) or Pair(before, Side(after.book, before.on))
    if before.on != after.on:
        limits = tuple(_limits_between(after.book, before.on, after.on))
        if limits:
            yield limits, Pair(Side(after.book, before.on), after)


def _steps(rest: list[Rule], old: Rulebook, new: Rulebook) -> Iterator[Rules]:
    """Entry by entry; routes together where visitors are parted among them otherwise."""
    whos = [
        {name: (route.who, route.only_if, route.unless) for name, route in book.routes.items()}
        for book in (old, new)
    ]
    routes = tuple(rule for rule in rest if rule[0] == "routes")
    if routes and whos[0] != whos[1]:
        yield routes
    else:
        yield from ((rule,) for rule in routes)
    yield from ((rule,) for rule in rest if rule[0] != "routes")


def _pair(base: Side, changed: Side) -> Pair | None:
    """The two side by side; None where an entry that is named is not there, for rules that were put together
    are not checked."""
    try:
        return Pair(base, changed)
    except (KeyError, StopIteration, ValueError):
        return None


def _limits_between(book: Rulebook, first: date, second: date) -> Iterator[Rule]:
    """Checks and notices that look at the day of the visit and stand otherwise on the second."""
    early, late = sorted((first, second))
    for name, check in book.documents.checks.items():
        if check.after is not None and early <= day_of(book, check.after) < late:
            yield "documents", ("checks", name)
    for file, notices in (("notices", book.notices), ("alternatives", book.alternatives)):
        for name, notice in notices.items():
            for when in filter(None, (notice.when, notice.unless)):
                starts = [day_of(book, when.from_)] if when.from_ else []
                ends = [day_of(book, when.after)] if when.after else []
                if any(early < day <= late for day in starts) or any(early <= day < late for day in ends):
                    yield file, (name,)


def _fields(before: Side, after: Side, rules: Rules) -> Iterator[Field]:
    old, new = entries(before.book), entries(after.book)
    for rule in rules:
        name = ".".join(map(str, (rule[0], *rule[1]))) if len(rules) > 1 else ""
        yield from fields(decisive(old.get(rule)), decisive(new.get(rule)), name)


def _told_otherwise(before: Side, after: Side, rules: Rules) -> int:
    """In how many situations that notices tell apart one is told on one side only."""
    count = 0
    for file, name, notices in _notices_touched(before.book, after.book, rules):
        for situation in NoticeSituations(World(before.book, before.on), file, name, *notices).situations():
            told = [
                name in _names_told(side, file, msgspec.structs.replace(situation, on=side.on).case())
                for side in (before, after)
            ]
            count += told[0] != told[1]
    return count


def _names_told(side: Side, file: str, case: object) -> set[str]:
    decision = decide(side.book, case)  # type: ignore[arg-type]
    return {name for name, _ in decision.notes} if file == "notices" else set(decision.advice)


def _notices_touched(
    old: Rulebook, new: Rulebook, rules: Rules
) -> Iterator[tuple[str, str, tuple[Notice, ...]]]:
    """Notices that were changed, or that look at what was changed."""
    figures = {rule[1][0] for rule in rules if rule[0] == "figures"}
    for file in ("notices", "alternatives"):
        there, then = getattr(old, file), getattr(new, file)
        for name in dict.fromkeys([*there, *then]):
            notices = tuple(book[name] for book in (there, then) if name in book)
            whens = [when for each in notices for when in (each.when, each.unless) if when]
            looks = any(when.standing or when.next_visit_needs for when in whens)
            dated = any(figures & {when.from_, when.after} for when in whens)
            if (file, (name,)) in rules or dated or (looks and not _of_notices(rules)):
                yield file, name, notices


def _of_notices(rules: Rules) -> bool:
    return all(rule[0] in ("notices", "alternatives") for rule in rules)
