"""Who catches a mutant: the loader, the example cases, or the proof."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from mynadesk.fault import DeskError
from mynadesk.proof.proving import prove
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.decision.examples import EXAMPLES, Example, as_told, differences, expected, judged, reduced
from tests.decision.tables import unlike_tables
from tests.mutants.making import Mutant, Raw

Catcher = str
CATCHERS: tuple[Catcher, ...] = ("loader", "cases", "proof")


class Trap:
    """A copy of the shipped rules in which one file after the other is replaced by a mutant's."""

    def __init__(self, folder: Path, raw: Raw) -> None:
        self._raw, self._rules = raw, folder / "rules"
        shutil.copytree(shipped_rules(), self._rules)

    def caught_by(self, mutant: Mutant) -> Catcher | None:
        """Who catches it first; None where nobody does."""
        book = self._loaded(mutant)
        if book is None:
            return "loader"
        if next(unlike(book), None) is not None:
            return "cases"
        return "proof" if prove(book).holes else None

    def proof_catches(self, mutant: Mutant) -> bool:
        """Whether the proof would have caught it without any case."""
        book = self._loaded(mutant)
        return book is not None and bool(prove(book).holes)

    def _loaded(self, mutant: Mutant) -> Rulebook | None:
        """The mutant as a rulebook; None where the loader refuses it."""
        path = self._rules / f"{mutant.file}.yaml"
        kept = path.read_text(encoding="utf-8")
        text = yaml.dump(
            mutant.of(self._raw), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000
        )
        path.write_text(text, encoding="utf-8")
        try:
            return load_rulebook(str(self._rules))
        except DeskError:
            return None
        finally:
            path.write_text(kept, encoding="utf-8")


def unlike(book: Rulebook) -> Iterator[str]:
    """The names of examples that this rulebook decides otherwise, or says otherwise."""
    yield from (example["name"] for example in EXAMPLES if _is_unlike(book, example))
    yield from unlike_tables(book)


def _is_unlike(book: Rulebook, example: Example) -> bool:
    wanted = example["expect"]
    try:
        decision = judged(book, example["case"])
    except DeskError:
        return True
    then = wanted["second_visit"]
    found = (decision.flow, decision.verdict, list(decision.pins.items()), list(decision.advice))
    if found != (wanted["flow"], wanted["verdict"], list(wanted["pins"].items()), wanted["advice"]):
        return True
    if "notes" in wanted and [name for name, _ in decision.notes] != wanted["notes"]:
        return True
    if differences(reduced(as_told(decision.requirements)), expected(wanted)):
        return True
    if then is None or decision.second_visit is None:
        return (decision.second_visit is None) != (then is None)
    return bool(differences(reduced(as_told(decision.second_visit)), expected(then)))
