"""Where in a file stands what a fault is about: from the first character that is wrong to the last."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from mynadesk.fault import Fault
from mynadesk.inspection.recovering import Part
from mynadesk.strict_yaml import Path, type_of_loader

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Whatever ends a line for YAML."""
_QUOTED = re.compile(r"「([^「」]+)」|(\{[^{}]*\})|U\+([0-9A-F]{4,6})")
_WORD = re.compile(r"[^\s,\[\]{}:：#'\"]+|\S")


class Span(NamedTuple):
    """A piece of a text, from an index up to another."""

    start: int
    end: int


class Spot(NamedTuple):
    """A fault and the piece of its file that it is about; none where there is no such piece.

    Line and column of the fault are those where the piece begins.
    """

    fault: Fault
    span: Span | None = None


class _Node(NamedTuple):
    """What stands at a path: its key, where it has one, and its value."""

    key: Span | None
    value: Span
    is_scalar: bool
    is_flow: bool
    """Whether it is written in brackets or braces."""


class Places:
    """The places of one file."""

    def __init__(self, file: str, text: str, parts: Iterable[Part] = ()) -> None:
        """`parts`: the ranges that can be read."""
        self.text = text
        self._file = file
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self._parts = parts
        self._found: dict[Path, _Node] | None = None

    def spot(self, path: Path, fault: Fault) -> Spot:
        """A fault of what stands at `path`."""
        nearest = path
        while nearest and nearest not in self._nodes:
            nearest = nearest[:-1]
        span = self._piece(nearest, fault) if nearest in self._nodes else Span(0, 0)
        line, column = self.line_and_column(span.start)
        field = ".".join(map(str, path))
        return Spot(fault._replace(field=field, file=self._file, line=line, column=column), span)

    def spot_at(self, fault: Fault) -> Spot:
        """A fault that knows its line and column."""
        if not fault.line:
            return Spot(fault)
        end = len(self.text.rstrip())
        start = end
        if fault.line <= len(self._starts):
            start = min(self._starts[fault.line - 1] + fault.column - 1, end)
        if start == end and start:  # something is missing there: show what is there last
            start -= 1
        word = _WORD.match(self.text, start)
        line, column = self.line_and_column(start)
        return Spot(fault._replace(line=line, column=column), Span(start, word.end() if word else start + 1))

    def line_and_column(self, index: int) -> tuple[int, int]:
        """Both from 1, the column in characters."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def line(self, number: int) -> Span:
        """A line without its break; `number` counts from 1."""
        start = self._starts[number - 1]
        broken = _BREAK.search(self.text, start)
        return Span(start, broken.start() if broken else len(self.text))

    @property
    def _nodes(self) -> dict[Path, _Node]:
        if self._found is None:
            self._found = {}
            for part in self._parts:
                for path, node in _composed(self.text, part):
                    self._found.setdefault(path, self._placed(*node))
        return self._found

    def _placed(self, key: Any, value: Any) -> _Node:
        is_scalar = isinstance(value, yaml.ScalarNode)
        is_flow = not is_scalar and value.flow_style
        return _Node(key and self._span(key), self._span(value), is_scalar, is_flow)

    def _span(self, node: Any) -> Span:
        return Span(self._index(node.start_mark), self._index(node.end_mark))

    def _index(self, mark: Any) -> int:
        if mark.line >= len(self._starts):
            return len(self.text)
        index: int = self._starts[mark.line] + mark.column
        return min(index, len(self.text))

    def _piece(self, path: Path, fault: Fault) -> Span:
        """The key or the value, or the piece of the value that the fault quotes."""
        node = self._nodes[path]
        for text in _quoted(fault.what.ja):
            if node.key and text == str(path[-1]):
                return node.key
            if piece := self._within(path, node, text):
                return piece
        seen = node.value.start < node.value.end
        return node.value if node.key is None or (seen and (node.is_scalar or node.is_flow)) else node.key

    def _within(self, path: Path, node: _Node, text: str) -> Span | None:
        """Where `text` stands in a scalar, or which item of a list it is."""
        for span in [node.value] if node.is_scalar else self._scalars_in_list(path):
            at = self.text.find(text, span.start, span.end)
            if at >= 0 and (node.is_scalar or Span(at, at + len(text)) == span):
                return Span(at, at + len(text))
        return None

    def _scalars_in_list(self, path: Path) -> Iterator[Span]:
        for at, node in self._nodes.items():
            below = at[len(path) :]
            if at[: len(path)] == path and below and all(isinstance(step, int) for step in below):
                yield node.value


def _quoted(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        yield chr(int(found[3], 16)) if found[3] else found[1] or found[2]


def _composed(text: str, part: Part) -> Iterator[tuple[Path, tuple[Any, Any]]]:
    root = yaml.compose(part.of(text), type_of_loader)
    if root is not None:
        yield from _below(part.path, None, root)


def _below(path: Path, key: Any, node: Any) -> Iterator[tuple[Path, tuple[Any, Any]]]:
    yield path, (key, node)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _below((*path, name.value), name, value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _below((*path, number), None, value)
