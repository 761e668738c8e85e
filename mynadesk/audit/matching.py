"""The sentences of a saved page beside the digests of those that the rules know."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from mynadesk.audit.saved import Line
from mynadesk.rulebook.page import digest, plain

_MOST_PIECES = 16
"""Of which one sentence is put together."""
_NOTE = "※"
_LIKE = 0.3
"""From here on, of 1, a sentence at the end of the page is taken for another in new words."""
_NEAR = 0.01
"""Weight of the order among sentences that are alike to nothing."""


class Found(NamedTuple):
    """A sentence of the page."""

    text: str
    key: str | None
    """Its digest or title where the rules know it."""


class Changed(NamedTuple):
    place: str
    text: str
    """What stands there now."""


class New(NamedTuple):
    after: str
    """The place of the sentence before it; "" where there is none."""
    text: str


class Match(NamedTuple):
    """What has become of each sentence."""

    unchanged: list[str]
    """By their places."""
    moved: list[str]
    """As they were, but among others."""
    changed: list[Changed]
    gone: list[str]
    new: list[New]
    around: list[str]
    """Before the first and after the last sentence that the rules know."""
    headings_gone: list[str]


def match(
    lines: Iterable[Line], known: Mapping[str, str], headings: Iterable[str], hints: Callable[[str], str]
) -> Match:
    """What has become of each sentence of a page.

    Args:
        lines: The page as it is now.
        known: The digest of each sentence by its place, in the order of the page.
        headings: Its headings, which are no sentences.
        hints: Words about what stands at a place, to tell which of several new sentences is in its stead.
    """
    order = [*_in_order(known, headings)]
    titles = {each.key for each in order if each.digest is None}
    found = [_titled(each, titles) for each in _sentences(lines, {*known.values()})]
    return _Matching(found, order, hints).matched()


class _Known(NamedTuple):
    """A heading or a sentence of the page as it was."""

    place: str
    key: str
    digest: str | None
    """None of a heading."""


def _in_order(known: Mapping[str, str], headings: Iterable[str]) -> Iterator[_Known]:
    for heading in headings:
        yield _Known(heading, _title(heading), None)
        for place, digested in known.items():
            if place.rpartition(" / ")[0] == heading:
                yield _Known(place, digested, digested)


def _title(text: str) -> str:
    return f"# {plain(text).lstrip(_NOTE)}"


def _titled(found: Found, titles: set[str]) -> Found:
    """A line that is no sentence but a heading is known by its title."""
    title = _title(found.text)
    return found._replace(key=title) if found.key is None and title in titles else found


def _sentences(lines: Iterable[Line], known: set[str]) -> Iterator[Found]:
    """The known sentences, each of the most pieces that make one up; what is left of a line goes together."""
    pieces = [(number, piece) for number, line in enumerate(lines) for piece in line]
    at, left = 0, list[str]()
    while at < len(pieces):
        end, found = _longest([piece for _, piece in pieces[at : at + _MOST_PIECES]], known)
        if found is None:
            left.append(pieces[at][1])
            end = 1
        at += end
        if left and (found is not None or at == len(pieces) or pieces[at][0] != pieces[at - 1][0]):
            yield Found(" ".join(left), None)
            left = []
        if found is not None:
            yield found


def _longest(pieces: list[str], known: set[str]) -> tuple[int, Found | None]:
    for count in range(len(pieces), 0, -1):
        text = " ".join(pieces[:count])
        if (digested := digest(text)) in known:
            return count, Found(text, digested)
    return 0, None


class _Matching:
    def __init__(self, found: list[Found], known: list[_Known], hints: Callable[[str], str]) -> None:
        self._found = found
        self._known = known
        self._hints = hints
        self._match = Match([], [], [], [], [], [], [])

    def matched(self) -> Match:
        before = [each.key for each in self._known]
        now = [each.key or f"{number}" for number, each in enumerate(self._found)]
        for kind, i, j, k, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
            if kind == "equal":
                self._match.unchanged.extend(each.place for each in self._known[i:j] if each.digest)
            else:
                self._differing(i, j, k, end)
        self._moved()
        here = {each.key for each in self._found}
        self._match.headings_gone.extend(
            each.place for each in self._known if each.digest is None and each.key not in here
        )
        return self._match

    def _differing(self, i: int, j: int, k: int, end: int) -> None:
        """Known sentences that are not here, and others that stand in their stead."""
        places = [each.place for each in self._known[i:j] if each.digest]
        texts = [each.text for each in self._found[k:end] if each.key is None]
        is_edge = k == 0 or end == len(self._found)
        stead = self._paired(places, texts, is_edge)
        self._match.changed.extend(Changed(place, texts[number]) for place, number in stead.items())
        self._match.gone.extend(place for place in places if place not in stead)
        rest = [text for number, text in enumerate(texts) if number not in stead.values()]
        if is_edge:
            self._match.around.extend(rest)
        else:
            self._match.new.extend(New(self._known[i - 1].place if i else "", text) for text in rest)

    def _paired(self, places: list[str], texts: list[str], is_edge: bool) -> dict[str, int]:
        """Which text stands in the stead of which sentence, in their order, the likest ones."""
        if len(places) == len(texts) and not is_edge:
            return {place: number for number, place in enumerate(places)}
        least = _LIKE if is_edge and len(places) > 1 else 0
        likes = [[_alike(self._hints(place), text) for text in texts] for place in places]
        best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
        for i in range(len(places), -1, -1):
            for k in range(len(texts), -1, -1):
                ways = [(0.0, list[tuple[int, int]]())]
                if i < len(places):
                    ways.append(best[i + 1, k])
                if k < len(texts):
                    ways.append(best[i, k + 1])
                if i < len(places) and k < len(texts) and likes[i][k] >= least:
                    value, pairs = best[i + 1, k + 1]
                    near = _NEAR * (1 - abs(i / len(places) - k / len(texts)))
                    ways.append((value + likes[i][k] + near, [(i, k), *pairs]))
                best[i, k] = max(ways, key=lambda way: way[0])
        return {places[i]: k for i, k in best[0, 0][1]}

    def _moved(self) -> None:
        """Sentences that stand among others now have neither changed nor gone."""
        there = [each.key for each in self._found]
        keys = {each.place: each.key for each in self._known}
        here = [keys[place] for place in self._match.unchanged]
        for place in [*self._match.gone]:
            if there.count(keys[place]) > here.count(keys[place]):
                self._match.gone.remove(place)
                self._match.moved.append(place)
                here.append(keys[place])


def _alike(hint: str, text: str) -> float:
    """From 0 to 1: how much of one stands in the other."""
    return SequenceMatcher(None, plain(hint), plain(text), autojunk=False).ratio()
