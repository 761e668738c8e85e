"""Piles of papers of one owner, each once: papers by their effects, kinds only as the same or another."""

from collections.abc import Iterable, Iterator

import msgspec

from mynadesk.decision.case import Document
from mynadesk.decision.papers import Paper
from mynadesk.proof.papers import Alike, Effect, Papers

Block = tuple[int, tuple[int, ...]]
"""The papers of one kind: which group of kinds that are alike, and which of its effects, ascending."""
Shape = tuple[Block, ...]


class Pile(msgspec.Struct, frozen=True):
    """One pile, with kinds that stand for all that are alike."""

    shape: Shape
    papers: tuple[Paper, ...]
    documents: tuple[Document, ...]


EMPTY = Pile((), (), ())


class Piles:
    """All piles of at most so many papers, the smaller first."""

    def __init__(self, papers: Papers, most: int) -> None:
        self.papers, self.most = papers, most
        self.all: tuple[Pile, ...] = tuple(map(self.pile, shapes(papers.alike, most)))

    def pile(self, shape: Shape) -> Pile:
        """The pile of that shape."""
        chosen = list(self._chosen(shape))
        papers = tuple(self.papers.paper(kind, effect, place) for place, (kind, effect) in enumerate(chosen))
        return Pile(shape, papers, tuple(self.papers.example(kind, effect) for kind, effect in chosen))

    def _chosen(self, shape: Shape) -> Iterator[tuple[str, Effect]]:
        used: dict[int, int] = {}
        for group, effects in shape:
            kind = self.papers.alike[group].kinds[used.get(group, 0)]
            used[group] = used.get(group, 0) + 1
            yield from ((kind, self.papers.alike[group].effects[effect]) for effect in effects)

    def larger(self, pile: Pile) -> Iterator[Shape]:
        """The shapes with one paper more."""
        return grown(self.papers.alike, pile.shape)


def shapes(groups: tuple[Alike, ...], most: int) -> Iterator[Shape]:
    """Every shape of at most so many papers, the smaller first."""
    level: Iterable[Shape] = [()]
    yield ()
    for _ in range(most):
        level = dict.fromkeys(larger for shape in level for larger in grown(groups, shape))
        yield from level


def grown(groups: tuple[Alike, ...], shape: Shape) -> Iterator[Shape]:
    """Every shape with one paper more: of a kind that is there, or of another."""
    for number, group in enumerate(groups):
        there = {place: block for place, block in enumerate(shape) if block[0] == number}
        for effect in range(len(group.effects)):
            for place, (_, effects) in there.items():
                block = number, tuple(sorted((*effects, effect)))
                yield tuple(sorted((*shape[:place], block, *shape[place + 1 :])))
            if len(there) < len(group.kinds):
                yield tuple(sorted((*shape, (number, (effect,)))))
