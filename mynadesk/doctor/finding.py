"""What a check finds."""

from typing import Literal, NamedTuple

from mynadesk.words import Words

Standing = Literal["ok", "note", "fix", "not_tried"]


class Finding(NamedTuple):
    """One thing that was looked at: what was found and, where there is something to do, what."""

    id: str
    title: Words
    standing: Standing
    found: Words
    mend: Words | None = None


class Check(NamedTuple):
    """Something that is looked at, by the name under which it is reported."""

    id: str
    title: Words

    def ok(self, found: Words) -> Finding:
        """All is well."""
        return Finding(self.id, self.title, "ok", found)

    def note(self, found: Words, mend: Words | None = None) -> Finding:
        """Good to know; the desk works."""
        return Finding(self.id, self.title, "note", found, mend)

    def fix(self, found: Words, mend: Words) -> Finding:
        """This has to be mended."""
        return Finding(self.id, self.title, "fix", found, mend)

    def not_tried(self, found: Words, mend: Words | None = None) -> Finding:
        """It could not be looked at here; that is no fault."""
        return Finding(self.id, self.title, "not_tried", found, mend)


def joined(*parts: Words | None) -> Words:
    """Sentences one after the other; English ones need a blank between them."""
    said = [part for part in parts if part is not None]
    return Words("".join(part.ja for part in said), " ".join(part.en for part in said))


def listed(names: list[Words]) -> Words:
    """Names with commas between them."""
    return Words("、".join(name.ja for name in names), ", ".join(name.en for name in names))
