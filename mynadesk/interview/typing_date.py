"""A date being typed: the text so far, what it reads as, and which era where two are possible."""

from datetime import date

from mynadesk.dates.entry import Impossible, NotYet, Read, TypedDate, WhichEra, read_typed_date

_LONGEST = 24


class TypedField:
    """The field of one date of one paper. `day` is set once Enter has taken a date."""

    def __init__(self, index: int, property_: str, not_after: date | None = None) -> None:
        self.index = index
        self.property = property_
        self._not_after = not_after
        self.text = ""
        self.tried = False
        """Enter was pressed on a text that is no date: now say why."""
        self.choosing = False
        self.day: date | None = None

    @property
    def reading(self) -> TypedDate:
        """What the text reads as."""
        return read_typed_date(self.text, not_after=self._not_after)

    def press(self, key: str) -> bool:
        """Take a key. True when the field is left without a date."""
        if self.choosing and len(key) == 1 and key.isdecimal():
            self._choose_era(key)
        elif key == "backspace":
            if not self.text:
                return True
            self.text, self.tried, self.choosing = self.text[:-1], False, False
        elif key == "enter":
            self._enter()
        elif len(key) == 1 and len(self.text) < _LONGEST:
            self.text, self.tried, self.choosing = self.text + key, False, False
        return False

    def _enter(self) -> None:
        match self.reading:
            case Read(day):
                self.day = day
            case WhichEra():
                self.choosing = True
            case NotYet() | Impossible():
                self.tried = True

    def _choose_era(self, key: str) -> None:
        reading = self.reading
        if isinstance(reading, WhichEra) and 0 < int(key) <= len(reading.choices):
            self.day = reading.choices[int(key) - 1][1]
