"""A sheet of scenes for paper, and the answers on pages of their own."""

from collections.abc import Iterator, Sequence
from random import Random

import msgspec

from mynadesk.decision.decide import decide
from mynadesk.decision.decision import Decision
from mynadesk.practice.answers.answer import VERDICTS, hanging
from mynadesk.practice.printed.pages import (
    CELLS,
    LINES,
    Block,
    filled,
    indented,
    printed,
    side_by_side,
)
from mynadesk.practice.printed.published import rule_of
from mynadesk.practice.reading import Practice
from mynadesk.practice.scenes.scene import Scene
from mynadesk.practice.scenes.telling import tell
from mynadesk.practice.skills.drawing import Deck
from mynadesk.typeset import width
from mynadesk.wording import Wording

_INDENT = 4
_HEADING = 2
_SEEDS = 1 << 32
_TRIES = 20


class Sheet(msgspec.Struct, frozen=True):
    """What a sheet is made of."""

    deck: Deck
    practice: Practice
    seed: int
    count: int


def scenes_of(sheet: Sheet) -> list[Scene]:
    """The sheet's scenes: over as many cards as can be, half of them accepted, one at most of each pair."""
    deck, random = sheet.deck, Random(f"sheet {sheet.seed}")
    accepted = [number % 2 == 0 for number in range(sheet.count)]
    random.shuffle(accepted)
    found: list[Scene] = []
    for card in _cards(deck, random):
        if len(found) == sheet.count:
            break
        scene = _one_side(deck, card, random, accepted[len(found)])
        if scene is not None and all(scene.case != other.case for other in found):
            found.append(scene)
    return found


def _cards(deck: Deck, random: Random) -> Iterator[str]:
    """All cards in any order, and then those of which there are more scenes again and again."""
    cards = list(deck.cards)
    while cards:
        random.shuffle(cards)
        yield from cards
        cards = [card for card in cards if card in deck.skills]


def _one_side(deck: Deck, card: str, random: Random, accepted: bool) -> Scene | None:
    """A scene of a card that is accepted or not, as wanted; else the other one. None where none is found."""
    for _ in range(_TRIES):
        try:
            pair = deck.pair(card, random.randrange(_SEEDS))
        except LookupError:  # no scene of this card comes of this seed
            continue
        book = deck.studio.book
        fitting = [each for each in pair.scenes if (decide(book, each.case).verdict == "accept") == accepted]
        return random.choice(fitting or pair.scenes)
    return None


def sheet_text(sheet: Sheet, wording: Wording, command: str) -> str:
    """The pages. `command` makes the sheet again."""
    return _Printer(sheet, wording).text(command)


class _Printer:
    def __init__(self, sheet: Sheet, wording: Wording) -> None:
        self._sheet = sheet
        self._wording = wording
        self._words = sheet.practice.words.sheet
        self._fill = wording.fill

    def text(self, command: str) -> str:
        scenes = scenes_of(self._sheet)
        asked = [self._asked(number, scene) for number, scene in enumerate(scenes, 1)]
        answers = [self._answer(number, scene) for number, scene in enumerate(scenes, 1)]
        made = indented(self._made(), 0)
        head = [*made, self._fill(self._words.again), *indented(command, _INDENT)]
        how = ["", *indented(self._fill(self._words.how), 0, 0), ""]
        room = LINES - _HEADING
        parts = [
            (self._fill(self._words.title), filled(_headed([*head, *how], asked), room)),
            (self._fill(self._words.answers), filled(_headed([*made, ""], answers), room)),
        ]
        return printed(parts, self._page)

    def _page(self, page: int, pages: int) -> str:
        return self._fill(self._words.page, page=str(page), pages=str(pages))

    def _made(self) -> str:
        sheet, book = self._sheet, self._wording.book
        return self._fill(
            self._words.made,
            day=self._wording.day(sheet.deck.on),
            rulebook=book.rulebook.id,
            digest=book.digest,
            practice=sheet.practice.digest,
            seed=str(sheet.seed),
        )

    def _asked(self, number: int, scene: Scene) -> Block:
        told = tell(scene, self._sheet.practice.lore, self._wording.at(scene.case.on))
        lines = indented(self._fill(self._words.scene, number=f"{number:2}", said=told.said), 0, _INDENT)
        on, day = scene.case.on, self._sheet.practice.words.round.day
        dated = [self._fill(day, day=self._wording.day(on))] if on != self._sheet.deck.on else []
        for line in [*dated, *told.lines]:
            lines += indented(self._fill(self._words.line, line=line), _INDENT)
        boxes = [self._fill(getattr(self._words.boxes, verdict)) for verdict in VERDICTS]
        lines += side_by_side((self._fill(self._words.box, verdict=box) for box in boxes), _INDENT)
        missing = " " * _INDENT + self._fill(self._words.missing) + " "
        return [*lines, missing + "_" * (CELLS - width(missing)), ""]

    def _answer(self, number: int, scene: Scene) -> Block:
        card = self._sheet.deck.card_behind(scene)
        wording = self._wording.at(scene.case.on)
        decision = decide(wording.book, scene.case)
        verdict = wording.headline(decision, final=True)
        said = wording.tell(decision)
        parts = [
            self._hangs_on(decision, wording),
            self._fill(self._words.say, text=("" if wording.language == "ja" else " ").join(said)),
            *rule_of(card, self._sheet.practice.words.rules, wording, decision, scene.requirement),
        ]
        lines = indented(f"{number:2}. {verdict}", 0, _INDENT)
        return [*lines, *(line for part in parts if part for line in indented(part, _INDENT)), ""]

    def _hangs_on(self, decision: Decision, wording: Wording) -> str:
        """What is missing or a problem; nothing where all is in order."""
        ids = hanging(decision)
        parts = [
            self._fill(
                self._words.part,
                name=wording.lacks(each),
                standing=wording.standing(each.standing, final=True),
            )
            for each in decision.requirements
            if each.id in ids
        ]
        return self._fill(self._words.hangs_on, parts=wording.listed(parts)) if parts else ""


def _headed(head: Block, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a head before the first, on the same page."""
    return [[*head, *blocks[0]], *blocks[1:]]
