"""What a proof finds wanting, and which rules it has seen to matter."""

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from mynadesk.proof.situation import Situation, as_written
from mynadesk.rulebook.book import Rulebook
from mynadesk.strict_yaml import Path
from mynadesk.words import Words

Kind = Literal["no_answer", "idle", "superfluous", "no_cure", "hurts", "no_source", "one_sided"]
Rule = tuple[str, Path]
"""A rule's file, without ".yaml", and its path there."""

TITLES: dict[Kind, Words] = {
    "no_answer": Words("答えが1つに決まらない", "no single answer"),
    "idle": Words("何も変えない決まり", "a rule that never matters"),
    "superfluous": Words("ほかの要件で足りている要件", "a requirement that another makes superfluous"),
    "no_cure": Words("断ったあとの道がない", "a refusal that nothing cures"),
    "hurts": Words("持って来ると不利になる", "bringing more makes it worse"),
    "no_source": Words("出典のない答え", "an answer without its source"),
    "one_sided": Words("前後で変わらない期日", "a limit without two sides"),
}


class Hole(msgspec.Struct, frozen=True):
    """One thing that does not hold, with a case that shows it."""

    kind: Kind
    rule: Rule
    what: Words
    case: dict[str, Any]
    """In the form of the contract."""

    @property
    def place(self) -> str:
        """The rule as a fault names it: file and field."""
        file, path = self.rule
        return f"{file}.yaml {'.'.join(map(str, path))}"


class Findings:
    """Collects what does not hold, each thing once; and of each rule that has to matter whether it did."""

    def __init__(self) -> None:
        self._holes: dict[tuple[Kind, Rule], Hole] = {}
        self._idle: dict[Rule, Hole] = {}
        self._mattered: set[Rule] = set()
        self.refusals: dict[str, int] = {}
        """How many situations of a part refuse something, by what cures it."""

    def hole(self, kind: Kind, rule: Rule, what: Words, book: Rulebook, situation: Situation) -> None:
        """Note it, unless the same is known of this rule."""
        key = kind, rule
        if key not in self._holes:
            self._holes[key] = Hole(kind, rule, what, as_written(book, situation))

    def matters(self, rule: Rule) -> None:
        """The rule was seen to change something."""
        self._mattered.add(rule)

    def has_mattered(self, rule: Rule) -> bool:
        """Whether it need not be tried again."""
        return rule in self._mattered

    def expect(
        self, rule: Rule, book: Rulebook, situation: Situation, kind: Kind = "idle", what: Words | None = None
    ) -> None:
        """The rule was tried here and changed nothing; a hole unless it matters elsewhere."""
        if rule not in self._idle:
            words = what or Words(
                "この決まりは、どの場面でも何も変えません。", "It changes nothing in any situation."
            )
            self._idle[rule] = Hole(kind, rule, words, as_written(book, situation))

    def cured(self, how: str, count: int) -> None:
        """So many refusals are cured like this."""
        self.refusals[how] = self.refusals.get(how, 0) + count

    @property
    def mattered(self) -> int:
        """How many rules were seen to matter."""
        return len(self._mattered)

    def holes(self) -> tuple[Hole, ...]:
        """Everything that does not hold, in the order of kinds and files."""
        unseen = {rule: hole for rule, hole in self._idle.items() if rule not in self._mattered}
        idle = [hole for rule, hole in unseen.items() if not _stands_in_another(rule, unseen)]
        order = list(TITLES)
        return tuple(
            sorted([*self._holes.values(), *idle], key=lambda hole: (order.index(hole.kind), hole.place))
        )


def _stands_in_another(rule: Rule, others: Iterable[Rule]) -> bool:
    """Whether it is but a part of another rule among these."""
    file, path = rule
    return any(
        file == other and len(whole) < len(path) and path[: len(whole)] == whole for other, whole in others
    )
