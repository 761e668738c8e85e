"""`mynadesk rules rule`: a ruling, shown with what it changes and kept in the office's own file."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from mynadesk.command.output import write_out
from mynadesk.command.ruling_change import changes, keep, show, tried
from mynadesk.command.ruling_list import listed
from mynadesk.command.surroundings import columns, say
from mynadesk.fault import DeskError, Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import file_of, load_rulebook
from mynadesk.rulebook.ruling_file import next_name, with_ruling
from mynadesk.rulebook.rulings import leaves_kind, ruling_title
from mynadesk.rulebook.schema import Ruling
from mynadesk.words import Language, Words

_SUBJECTS = ("kind", "two_of_one_kind", "figure", "requirement")
_SURE = Words(
    "この取り決めを記録しますか。記録するときは yes と入れてください",
    "Record this ruling? Type yes",
)
_NO_SUBJECT = Words(
    "何の取り決めかを、--kind、--two-of-one-kind、--figure、--requirement のどれかで書いてください。",
    "Say what it is about: --kind, --two-of-one-kind, --figure or --requirement.",
)
_SETTLED = Words(
    "注意: これは責任者の判断に任されていることではありません。市のページなどで決まっている扱いを変えます。",
    "Note: this is not left to a supervisor. It changes what the page or a notice has settled.",
)
_OPTIONS = {"counts_as": "--as", "applies_from": "--from", "applies_until": "--until"}
_WANTED = {"kind": ("counts_as",), "figure": ("value",), "requirement": ("fact", "answer", "stands")}


def rule(options: argparse.Namespace, folder: str, rulings: str, terminal: bool) -> int:
    """Record a ruling, or list what there is to rule. The exit status: 2 where nothing could be recorded.

    Args:
        options: What was typed.
        folder: The folder of rules.
        rulings: The folder of the office's rulings.
        terminal: Whether somebody can type and see.

    Raises:
        DeskError: the rules or the ruling cannot be used, or it cannot be written.
    """
    before = load_rulebook(folder, rulings)
    on = options.on or date.today()
    if all(getattr(options, subject) is None for subject in _SUBJECTS):
        if not _names_nothing(options):
            say(_NO_SUBJECT.in_(options.lang))
            return 2
        write_out("".join(f"{line}\n" for line in listed(before, on, options.lang, columns())).encode())
        return 0
    _complete(before, options)
    ruling = _ruling(before, options, on)
    path = file_of(rulings, before.rulebook.id)
    text = with_ruling(_text_of(path), next_name(before.rulings, ruling.applies_from), ruling)
    after = tried(folder, path, text, partial(_as_in, name=next_name(before.rulings, ruling.applies_from)))
    show(_shown(before, after, ruling, options.lang))
    return keep(path, text, _SURE, options, terminal)


def _ruling(book: Rulebook, options: argparse.Namespace, on: date) -> Ruling:
    first = options.from_ or on
    review = options.review or first + timedelta(days=book.office.review_after_days)
    figure = book.figures.get(options.figure or "")
    is_number = figure is not None and figure.unit != "date" and (options.value or "").isdecimal()
    answers = {"true": True, "false": False}
    return Ruling(
        by=options.by or "",
        because=options.because or "",
        applies_from=first.isoformat(),
        applies_until=options.until and options.until.isoformat(),
        review=review.isoformat(),
        reference=options.reference or "",
        kind=options.kind,
        counts_as=options.counts_as,
        two_of_one_kind=options.two_of_one_kind,
        figure=options.figure,
        value=int(options.value) if is_number else options.value,
        requirement=options.requirement,
        fact=options.fact,
        answer=answers.get(options.answer, options.answer),
        stands=options.stands,
    )


def _text_of(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _names_nothing(options: argparse.Namespace) -> bool:
    """Whether nothing of a ruling was typed."""
    typed = ("counts_as", "value", "fact", "answer", "stands", "by", "because", "reference", "from_", "until")
    return not any(getattr(options, name) for name in typed)


def _complete(book: Rulebook, options: argparse.Namespace) -> None:
    """Raises DeskError where an option is wanted beside those that were typed."""
    wanted = [
        field for subject in _SUBJECTS if getattr(options, subject) for field in _WANTED.get(subject, ())
    ]
    missing = [_missing(field) for field in wanted if getattr(options, field) is None]
    for field, known in (("by", book.office.posts), ("because", book.office.grounds)):
        if not getattr(options, field):
            missing.append(_missing(field, known))
    if missing:
        raise DeskError(*missing)


def _missing(field: str, known: Mapping[str, Words] | None = None) -> Fault:
    option = _option(field)
    ja = "、".join(f"{name}({label.ja})" for name, label in (known or {}).items())
    en = ", ".join(f"{name} ({label.en})" for name, label in (known or {}).items())
    mend = Words(f"書けるのは {ja} です。", f"It can be {en}.")
    if known is None:
        mend = Words(
            "mynadesk rules rule だけを打つと、書き方の一覧が出ます。", "mynadesk rules rule alone lists how."
        )
    return Fault(Words(f"{option} がありません。", f"{option} is missing."), mend)


def _option(field: str) -> str:
    return _OPTIONS.get(field, f"--{field.replace('_', '-')}")


def _as_in(fault: Fault, name: str) -> Fault:
    """What is wrong with the ruling that was typed is told of its option, for it stands in no file yet."""
    new, _, field = fault.field.partition(".")
    if new != name:
        return fault
    file = "" if field else fault.file
    return fault._replace(file=file, line=0, column=0, field=_option(field) if field else "")


def _shown(before: Rulebook, after: Rulebook, ruling: Ruling, language: Language) -> Iterator[str]:
    """The ruling and what it changes on its first day."""
    name = [*after.rulings][-1]
    yield ruling_title(after, name).in_(language)
    on = date.fromisoformat(ruling.applies_from)
    if ruling.kind is not None and not leaves_kind(before, ruling.kind, on):
        yield _SETTLED.in_(language)
    yield ""
    yield from changes(before, after, on, language)
