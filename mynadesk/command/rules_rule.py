"""`mynadesk rules rule`: a ruling, shown with what it changes and kept in the office's own file."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from tempfile import TemporaryDirectory

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.fault import DeskError, Fault
from mynadesk.proof.ruled import effects
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import file_of, load_rulebook
from mynadesk.rulebook.ruling_file import next_name, with_ruling, write_rulings
from mynadesk.rulebook.rulings import overdue_sentences, ruling_title
from mynadesk.rulebook.schema import Needs, Ruling
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
_CHANGES = Words(
    "{day}の判定がどう変わるか({tried}の場面を調べました)",
    "What changes on {day} ({tried} situations were looked at)",
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
_RULED = Words("いまの取り決め", "Rulings")
_NONE = Words("まだありません。", "There are none yet.")
_LEFT = Words("責任者の判断に任されていること", "What is left to a supervisor")
_POSTS = Words("--by に書ける役職", "Posts for --by")
_GROUNDS = Words("--because に書ける理由", "Grounds for --because")


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
        write_out("".join(f"{line}\n" for line in _listed(before, on, options.lang)).encode())
        return 0
    ruling = _ruling(before, options, on)
    path = file_of(rulings, before.rulebook.id)
    text = with_ruling(_text_of(path), next_name(before.rulings, ruling.applies_from), ruling)
    after = _tried(folder, path, text)
    write_out("".join(f"{line}\n" for line in _shown(before, after, ruling, options.lang)).encode())
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


def _tried(folder: str, path: str, text: str) -> Rulebook:
    """The rules with the ruling, before it is kept. Raises DeskError as if it were in its file."""
    with TemporaryDirectory(prefix="mynadesk-") as place:
        copy = os.path.join(place, os.path.basename(path))
        with open(copy, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        try:
            return load_rulebook(folder, place)
        except DeskError as error:
            raise DeskError(*(_as_in(fault, copy, path) for fault in error.faults)) from None


def _as_in(fault: Fault, copy: str, path: str) -> Fault:
    return fault._replace(file=path) if fault.file == copy else fault


def _shown(before: Rulebook, after: Rulebook, ruling: Ruling, language: Language) -> Iterator[str]:
    """The ruling and what it changes on its first day."""
    name = [*after.rulings][-1]
    yield ruling_title(after, name).in_(language)
    yield ""
    on = date.fromisoformat(ruling.applies_from)
    found = effects(before, after, on)
    yield _CHANGES.in_(language).format(day=on, tried=found.tried)
    for effect in found.changed:
        told = _EFFECT.in_(language).format(
            count=effect.count,
            before=_VERDICTS[effect.before].in_(language),
            after=_VERDICTS[effect.after].in_(language),
        )
        yield f"  {told}"
        case = json.dumps(effect.case, ensure_ascii=False)
        yield f"    {_EXAMPLE.in_(language).format(case=case)}"
    if not found.changed:
        yield f"  {_NO_EFFECT.in_(language)}"
    yield ""


def _is_sure(language: Language) -> bool:
    write_out(f"{_SURE.in_(language)}: ".encode())
    return sys.stdin.buffer.readline().decode("utf-8", "replace").strip().lower() == _YES


def _listed(book: Rulebook, on: date, language: Language) -> Iterator[str]:
    wording = Wording(book.at(on), language)
    yield _RULED.in_(language)
    for name in book.rulings:
        yield f"  {ruling_title(book, name).in_(language)}"
    if not book.rulings:
        yield f"  {_NONE.in_(language)}"
    yield from (f"  ! {each.in_(language)}" for each in overdue_sentences(book, on))
    yield _LEFT.in_(language)
    yield from (f"  {line}" for line in _left(wording))
    for title, entries in ((_POSTS, book.office.posts), (_GROUNDS, book.office.grounds)):
        yield title.in_(language)
        yield from (f"  {name}  {wording.fill(label)}" for name, label in entries.items())


def _left(wording: Wording) -> Iterator[str]:
    """Whatever stands at consult, as it would be typed."""
    book = wording.book
    at_consult = {
        name for name, check in book.documents.checks.items() if "consult" in (check.always, check.then)
    }
    for name, kind in book.documents.kinds.items():
        if at_consult.intersection(kind.checks):
            yield f"--kind {name} --as {kind.class_}  {wording.fill(kind.label)}"
    if book.documents.two_of_one_kind.standing == "consult":
        yield "--two-of-one-kind met | missing"
    for name, entry in book.requirements.items():
        for fact, answer in _answers_at_consult(entry.needs):
            asked = f"--requirement {name} --fact {fact} --answer {answer} --stands met | missing | decline"
            yield f"{asked}  {wording.fill(entry.label)}"
    for name, figure in book.figures.items():
        if figure.unit != "date":
            yield f"--figure {name} --value N  {wording.fill(figure.label)} ({figure.value})"


def _answers_at_consult(needs: Needs) -> Iterator[tuple[str, str]]:
    for part in needs.all or needs.any or []:
        yield from _answers_at_consult(part)
    for answer, standing in (needs.is_ or {}).items():
        if needs.fact is not None and standing == "consult":
            yield needs.fact, answer
