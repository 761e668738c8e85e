"""What is wrong with a file or an input, where, and what would be right.

DeskError               anything a person can mend; never a fault of the program
+-- UnusableText        a text is no UTF-8 or no strict YAML or JSON
+-- UnusableRulebook    a folder of rules cannot be used
+-- UnusableCase        a case breaks the contract
+-- NotInForce          there are no rules for a day (rulebook.timeline)
"""

from typing import NamedTuple

from mynadesk.words import Language, Words


class Fault(NamedTuple):
    """One thing to mend. `line` and `column` count from 1; 0 where there is none."""

    what: Words
    mend: Words
    field: str = ""
    file: str = ""
    line: int = 0
    column: int = 0

    def text(self, language: Language) -> str:
        """One line for a person: place, what is wrong, what would be right."""
        place = self._place(language)
        return f"{place}: {self.what.in_(language)} {self.mend.in_(language)}".removeprefix(": ").rstrip()

    def _place(self, language: Language) -> str:
        parts = [self.file] if self.file else []
        if self.line:
            parts.append(
                f"{self.line}行 {self.column}列"
                if language == "ja"
                else f"line {self.line}, column {self.column}"
            )
        if self.field:
            parts.append(self.field)
        return (" " if language == "ja" else ", ").join(parts)


class DeskError(Exception):
    """Something a person can mend; `faults` is never empty."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(fault.text("en") for fault in faults))
        self.faults = faults

    def text(self, language: Language) -> str:
        """All faults, one a line."""
        return "\n".join(fault.text(language) for fault in self.faults)


class UnusableText(DeskError):
    """A text is no UTF-8 or no strict YAML or JSON."""


class UnusableRulebook(DeskError):
    """A folder of rules cannot be used."""


class UnusableCase(DeskError):
    """A case breaks the contract."""
