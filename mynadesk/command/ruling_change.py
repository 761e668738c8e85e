"""A change of the office's rulings: tried, shown with what it does, asked about, and kept."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from tempfile import TemporaryDirectory

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import columns, say
from mynadesk.fault import DeskError, Fault
from mynadesk.proof.case_words import case_in_words
from mynadesk.proof.changes import differences
from mynadesk.proof.following import follows_otherwise, follows_sentence
from mynadesk.proof.ruled import effects
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.ruling_file import write_rulings
from mynadesk.typeset import wrap
from mynadesk.wording import Wording
from mynadesk.words import Language, Words

_YES = "yes"
_MADE = Words("記録しました: {file}", "Recorded in {file}")
_NOT_MADE = Words("記録しませんでした。", "Nothing was recorded.")
_UNASKED = Words("端末がないときは --yes を付けてください。", "Without a terminal, add --yes.")
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
_WHOLE = Words(
    "すべての場面の種類 {classes} のうち、{count} で判定が変わります。",
    "Of all {classes} classes of situations, {count} are decided otherwise.",
)


def tried(folder: str, path: str, text: str, told: Callable[[Fault], Fault]) -> Rulebook:
    """The rules with a changed file of rulings, before it is kept.

    Args:
        folder: The folder of rules.
        path: The file.
        text: What is to stand in it.
        told: How a fault in that text is told.

    Raises:
        DeskError: as if it stood in the file.
    """
    with TemporaryDirectory(prefix="mynadesk-") as place:
        copy = os.path.join(place, os.path.basename(path))
        with open(copy, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        try:
            return load_rulebook(folder, place)
        except DeskError as error:
            faults = (
                told(fault._replace(file=path)) if fault.file == copy else fault for fault in error.faults
            )
            raise DeskError(*faults) from None


def changes(before: Rulebook, after: Rulebook, on: date, language: Language) -> Iterator[str]:
    """What is decided otherwise on a day."""
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


def show(lines: Iterable[str]) -> None:
    """Print lines in the width of the terminal."""
    write_out("".join(f"{part}\n" for line in lines for part in _wrapped(line)).encode())


def keep(path: str, text: str, sure: Words, options: argparse.Namespace, terminal: bool) -> int:
    """Ask, unless told not to, and write the file. The exit status.

    Args:
        path: The file of rulings.
        text: What is to stand in it.
        sure: The question.
        options: What was typed.
        terminal: Whether somebody can answer.

    Raises:
        DeskError: it cannot be written.
    """
    if not options.yes and not terminal:
        say(_UNASKED.in_(options.lang))
        return 2
    if not (options.yes or _is_sure(sure.in_(options.lang))):
        say(_NOT_MADE.in_(options.lang))
        return 0
    write_rulings(path, text)
    say(_MADE.in_(options.lang).format(file=path))
    return 0


def _wrapped(line: str) -> list[str]:
    """A line in the width of the terminal, what follows as far in as its beginning."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    return [f"{' ' * indent}{part}" for part in wrap(text, columns() - indent)]


def _is_sure(question: str) -> bool:
    write_out(f"{question}: ".encode())
    return sys.stdin.buffer.readline().decode("utf-8", "replace").strip().lower() == _YES
