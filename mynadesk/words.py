"""What a person reads, in the two languages of the desk."""

from typing import Literal

import msgspec

Language = Literal["ja", "en"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing said twice: `ja` for the clerk, `en` beside it for whoever needs it."""

    ja: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in `language`."""
        return self.ja if language == "ja" else self.en
