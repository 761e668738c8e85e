"""What the person at the counter says: what they wanted to do, or which PINs they mean."""

from collections.abc import Callable

from mynadesk.practice.scenes.draft import Draft
from mynadesk.practice.scenes.studio import Studio
from mynadesk.wording import Wording
from mynadesk.words import Language, Words


def wish(studio: Studio, draft: Draft) -> Words:
    """The person's words, in both languages."""
    if len(draft.pins) > 1:
        return _of_pins(studio, draft)
    pin, operation = draft.pins[0], draft.facts["operation"]
    said = [
        each.words
        for each in studio.lore.wishes
        if (each.pin, each.operation) == (pin, operation)
        and draft.purpose in ("", str(each.purpose))
        and studio.within(draft.holder_age, each.ages)
    ]
    if said:
        return draft.random.choice(said)
    purposes = [each for each in studio.book.pins[pin].purposes if draft.purpose in ("", str(each.key))]
    template = studio.lore.telling.wish_for_purpose.get(operation)
    if not purposes or template is None:
        return _of_pins(studio, draft)
    label = draft.random.choice(purposes).label
    return _both(studio, lambda wording: wording.fill(template, purpose=wording.fill(label)))


def _of_pins(studio: Studio, draft: Draft) -> Words:
    telling, operation = studio.lore.telling, draft.facts["operation"]
    template = telling.wish_for_pins.get(operation, telling.wish_otherwise)
    label = studio.book.operations[operation].label

    def say(wording: Wording) -> str:
        pins = wording.listed(wording.fill(studio.book.pins[pin].short) for pin in draft.pins)
        return wording.fill(template, pins=pins, operation=wording.fill(label))

    return _both(studio, say)


def _both(studio: Studio, say: Callable[[Wording], str]) -> Words:
    ja, en = (say(Wording(studio.book, language)) for language in _LANGUAGES)
    return Words(ja, en)


_LANGUAGES: tuple[Language, Language] = ("ja", "en")
