"""`mynadesk rules rule`: a ruling, shown with what it changes and kept in the office's own file."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from tempfile import TemporaryDirectory

from mynadesk.command.output import write_out
from mynadesk.command.ruling_list import listed
from mynadesk.command.surroundings import columns, say
from mynadesk.fault import DeskError, Fault
from mynadesk.proof.case_words import case_in_words
from mynadesk.proof.changes import differences
from mynadesk.proof.following import follows_otherwise, follows_sentence
from mynadesk.proof.ruled import effects
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import file_of, load_rulebook
from mynadesk.rulebook.ruling_file import next_name, with_ruling, write_rulings
from mynadesk.rulebook.rulings import leaves_kind, ruling_title
from mynadesk.rulebook.schema import Ruling
from mynadesk.typeset import wrap
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_SUBJECTS = ("kind", "two_of_one_kind", "figure", "requirement")
_YES = "yes"
_MADE = Words("記録しました: {file}", "Recorded in {file}")
_NOT_MADE = Words("記録しませんでした。", "Nothing was recorded.")
_SURE = Words(
    "この取り決めを記録しますか。記録するときは yes と入れてください",
    "Record this ruling? Type yes",
)
_UNASKED = Words("端末がないときは --yes を付けてください。", "Without a terminal, add --yes.")
_NO_SUBJECT = Words(
    "何の取り決めかを、--kind、--two-of-one-kind、--figure、--requirement のどれかで書いてください。",
    "Say what it is about: --kind, --two-of-one-kind, --figure or --requirement.",
)
_CHANGES = Words(
    "{day}の判定がどう変わるか(よくある{tried}の場面で)",
    "What changes on {day} (in {tried} usual situations)",
)
_EFFECT = Words("{count}の場面が「{before}」から「{after}」に", "{count} from {before} to {after}")
_EXAMPLE = Words("例: {case}", "for instance {case}")
_NO_EFFECT = Words(
    "判定の変わる場面はありません(言葉だけが変わるか、何も変わりません)。",
    "No decision changes: only words do, or nothing does.",
)
_VERDICTS = {
    "accept": Words("受付できる", "accept"),
    "partial": Words("一部だけ受付できる", "partial"),
    "ask": Words("確認が残る", "ask"),
    "consult": Words("責任者の判断", "consult"),
    "incomplete": Words("足りない", "incomplete"),
    "decline": Words("受付できない", "decline"),
}
_SETTLED = Words(
    "注意: これは責任者の判断に任されていることではありません。市のページなどで決まっている扱いを変えます。",
    "Note: this is not left to a supervisor. It changes what the page or a notice has settled.",
)
_WHOLE = Words(
    "すべての場面の種類 {classes} のうち、{count} で判定が変わります。",
    "Of all {classes} classes of situations, {count} are decided otherwise.",
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
    after = _tried(folder, path, text, next_name(before.rulings, ruling.applies_from))
    lines = [each for line in _shown(before, after, ruling, options.lang) for each in _wrapped(line)]
    write_out("".join(f"{line}\n" for line in lines).encode())
    if not options.yes and not terminal:
        say(_UNASKED.in_(options.lang))
        return 2
    if not (options.yes or _is_sure(options.lang)):
        say(_NOT_MADE.in_(options.lang))
        return 0
    write_rulings(path, text)
    say(_MADE.in_(options.lang).format(file=path))
    return 0


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


def _tried(folder: str, path: str, text: str, name: str) -> Rulebook:
    """The rules with the ruling, before it is kept. Raises DeskError as if it were in its file."""
    with TemporaryDirectory(prefix="mynadesk-") as place:
        copy = os.path.join(place, os.path.basename(path))
        with open(copy, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        try:
            return load_rulebook(folder, place)
        except DeskError as error:
            raise DeskError(*(_as_in(fault, copy, path, name) for fault in error.faults)) from None


def _as_in(fault: Fault, copy: str, path: str, name: str) -> Fault:
    """What is wrong with the ruling that was typed is told of its option, for it stands in no file yet."""
    if fault.file != copy:
        return fault
    new, _, field = fault.field.partition(".")
    if new != name:
        return fault._replace(file=path)
    return fault._replace(file="" if field else path, line=0, column=0, field=_option(field) if field else "")


def _shown(before: Rulebook, after: Rulebook, ruling: Ruling, language: Language) -> Iterator[str]:
    """The ruling and what it changes on its first day."""
    name = [*after.rulings][-1]
    yield ruling_title(after, name).in_(language)
    on = date.fromisoformat(ruling.applies_from)
    if ruling.kind is not None and not leaves_kind(before, ruling.kind, on):
        yield _SETTLED.in_(language)
    yield ""
    found = effects(before, after, on)
    wording = Wording(after.at(on), language)
    yield _CHANGES.in_(language).format(day=on, tried=found.tried)
    for effect in found.changed:
        told = _EFFECT.in_(language).format(
            count=effect.count,
            before=_VERDICTS[effect.before].in_(language),
            after=_VERDICTS[effect.after].in_(language),
        )
        yield f"  {told}"
        yield f"    {_EXAMPLE.in_(language).format(case=case_in_words(wording, effect.case))}"
    whole = differences(before, after, [(on, on)])
    follows = [follows_sentence(each, wording) for each in follows_otherwise(before, after, on, on)]
    yield from (f"  {each}" for each in follows)
    if whole.turned.count:
        yield _WHOLE.in_(language).format(classes=f"{whole.classes:,}", count=f"{whole.turned.count:,}")
    elif not follows:
        yield f"  {_NO_EFFECT.in_(language)}"
    yield ""


def _wrapped(line: str) -> list[str]:
    """A line in the width of the terminal, what follows as far in as its beginning."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    return [f"{' ' * indent}{part}" for part in wrap(text, columns() - indent)]


def _is_sure(language: Language) -> bool:
    write_out(f"{_SURE.in_(language)}: ".encode())
    return sys.stdin.buffer.readline().decode("utf-8", "replace").strip().lower() == _YES
