"""A paper as a small tree: what stands on it, not how it looks."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from mynadesk.handout.words import Tongue


class Heading(msgspec.Struct, frozen=True):
    text: str


class Text(msgspec.Struct, frozen=True):
    """A paragraph; a strong one is what must not be overlooked."""

    text: str
    strong: bool = False


class Points(msgspec.Struct, frozen=True):
    """A list; numbered where its order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


class Tick(msgspec.Struct, frozen=True):
    """A box to tick, what it stands for, and smaller lines under it."""

    text: str
    more: tuple[str, ...] = ()
    ticked: bool = False


class Ticks(msgspec.Struct, frozen=True):
    each: tuple[Tick, ...]


class Fields(msgspec.Struct, frozen=True):
    """Boxes to write in, side by side where there is room: labels, each with what already stands in it."""

    each: tuple[tuple[str, str], ...]


Block: TypeAlias = Heading | Text | Points | Ticks | Fields


class Paper(msgspec.Struct, frozen=True):
    title: str
    tongue: Tongue
    blocks: tuple[Block, ...]


def changed(paper: Paper, change: Callable[[str], str]) -> Paper:
    """The paper with every text changed, from top to bottom."""
    return Paper(change(paper.title), paper.tongue, tuple(_changed(block, change) for block in paper.blocks))


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Heading):
        return Heading(change(block.text))
    if isinstance(block, Text):
        return Text(change(block.text), block.strong)
    if isinstance(block, Points):
        return Points(tuple(map(change, block.texts)), block.numbered)
    if isinstance(block, Ticks):
        return Ticks(
            tuple(Tick(change(tick.text), tuple(map(change, tick.more)), tick.ticked) for tick in block.each)
        )
    return Fields(tuple((change(label), content) for label, content in block.each))


def texts_of(paper: Paper) -> list[str]:
    """Everything that stands on it, in order."""
    found = [paper.title]
    for block in paper.blocks:
        if isinstance(block, Heading | Text):
            found.append(block.text)
        elif isinstance(block, Points):
            found += block.texts
        elif isinstance(block, Ticks):
            found += [text for tick in block.each for text in (tick.text, *tick.more)]
        else:
            found += [text for field in block.each for text in field if text]
    return found
