"""`mynadesk rules rule --end` and `--renew`: a ruling that was looked at again."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mynadesk.command.ruling_change import changes, keep, show, tried
from mynadesk.fault import DeskError, Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import file_of, load_rulebook
from mynadesk.rulebook.ruling_file import read_rulings, with_day
from mynadesk.rulebook.rulings import ruling_title
from mynadesk.rulebook.schema import Ruling
from mynadesk.wording import Wording
from mynadesk.words import Words

_DAY = timedelta(1)
_END, _RENEW = "applies_until", "review"
_OPTIONS = {_END: "--until", _RENEW: "--review"}
_SUBJECTS = ("kind", "counts_as", "two_of_one_kind", "figure", "value", "requirement", "fact", "answer")
_NOT_AGAIN = (*_SUBJECTS, "stands", "by", "because", "reference", "from_")
_ENDS = Words("この取り決めは{day}までになります。", "This ruling will end with {day}.")
_GOES_ON = Words(
    "判定は変わりません。次の見直しの期限は{day}になります。",
    "No decision changes. It is to be looked at again by {day}.",
)
_SURE_TO_END = Words(
    "終わりの日を記録しますか。記録するときは yes と入れてください", "Record its last day? Type yes"
)
_SURE_TO_RENEW = Words(
    "見直しを記録しますか。記録するときは yes と入れてください",
    "Record that it was looked at again? Type yes",
)


def look_again(options: argparse.Namespace, folder: str, rulings: str, terminal: bool) -> int:
    """End a ruling, or go on with it. Arguments and exit status as of `rule`. Raises DeskError."""
    _refuse_more(options)
    before = load_rulebook(folder, rulings)
    on = options.on or date.today()
    name, field = (options.end, _END) if options.end else (options.renew, _RENEW)
    ruling = _known(before.rulings, name)
    if options.end:
        day = _last_day(ruling, options.until or on)
    else:
        day = _review(before, ruling, options.review, on)
    path = file_of(rulings, before.rulebook.id)
    page, _ = read_rulings(path)
    text = with_day(page, name, field, day)
    after = tried(folder, path, text, lambda fault: fault)
    show([ruling_title(after, name).in_(options.lang), *_told(before, after, day, options)])
    return keep(path, text, _SURE_TO_END if options.end else _SURE_TO_RENEW, options, terminal)


def _refuse_more(options: argparse.Namespace) -> None:
    """Raises DeskError where something was typed that a ruling of that name has already."""
    option, beside = ("--end", "until") if options.end else ("--renew", "review")
    more = [name for name in (*_NOT_AGAIN, "until", "review") if name != beside and getattr(options, name)]
    if more or (options.end and options.renew):
        what = f"{option} と一緒に書けるのは --{beside} だけです。", f"With {option} goes only --{beside}."
        mend = (
            "内容を変えるときは、終えてから新しく記録してください。",
            "To change it, end it and record a new one.",
        )
        raise DeskError(Fault(Words(*what), Words(*mend)))


def _told(before: Rulebook, after: Rulebook, day: date, options: argparse.Namespace) -> Iterator[str]:
    shown = Wording(after, options.lang).day(day)
    if options.renew:
        yield _GOES_ON.in_(options.lang).format(day=shown)
        return
    yield _ENDS.in_(options.lang).format(day=shown)
    yield ""
    yield from changes(before, after, day + _DAY, options.lang)


def _known(rulings: Mapping[str, Ruling], name: str) -> Ruling:
    if name in rulings:
        return rulings[name]
    names = Words("、".join(rulings), ", ".join(rulings))
    mend = Words(f"いまあるのは {names.ja} です。", f"There are: {names.en}.")
    if not rulings:
        mend = Words("取り決めはまだありません。", "There are no rulings yet.")
    raise DeskError(Fault(Words(f"「{name}」はありません。", f'There is no "{name}".'), mend))


def _last_day(ruling: Ruling, last: date) -> date:
    """Raises DeskError where the ruling begins later, or is over by then."""
    if last.isoformat() < ruling.applies_from:
        what = (
            f"この取り決めは{ruling.applies_from}に始まります。",
            f"This ruling begins on {ruling.applies_from}.",
        )
        mend = "その日か、あとの日を --until に書いてください。", "Name that day or a later one by --until."
        raise DeskError(Fault(Words(*what), Words(*mend), _OPTIONS[_END]))
    if ruling.applies_until is not None and ruling.applies_until <= last.isoformat():
        what = (
            f"この取り決めはもう{ruling.applies_until}までと決まっています。",
            f"This ruling ends with {ruling.applies_until} already.",
        )
        mend = (
            "早めるときは、その前の日を --until に書いてください。",
            "To end it sooner, name a day before that.",
        )
        raise DeskError(Fault(Words(*what), Words(*mend), _OPTIONS[_END]))
    return last


def _review(book: Rulebook, ruling: Ruling, review: date | None, on: date) -> date:
    """Raises DeskError where the day is over, or not later than the one that stands there."""
    day = review or on + timedelta(days=book.office.review_after_days)
    if day <= on or day.isoformat() <= ruling.review:
        what = (
            f"見直しの期限 {day} は、いまの期限 {ruling.review} か今日より後ではありません。",
            f"{day} is not later than today and than {ruling.review}, its day until now.",
        )
        mend = "もっと後の日を --review に書いてください。", "Name a later day by --review."
        raise DeskError(Fault(Words(*what), Words(*mend), _OPTIONS[_RENEW]))
    return day
