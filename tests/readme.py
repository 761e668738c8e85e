"""What README says of the program itself, written from the program.

python -m tests.readme        brings README's table of keys up to date
"""

import sys
from pathlib import Path
from typing import NamedTuple

from mynadesk.interview.keys import described
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording

README = Path(__file__).parent.parent / "README.md"
_HEAD = "| キー | ほかのキー | 働き | what it does |\n| --- | --- | --- | --- |\n"


class Marks(NamedTuple):
    """Comments between which a table stands that is made by a command."""

    begin: str
    end: str

    def table_in(self, text: str) -> str:
        """The table that stands there now."""
        return text.partition(self.begin)[2].partition(self.end)[0]

    def filled(self, text: str, table: str) -> str:
        """The text with this table instead."""
        return text.replace(self.begin + self.table_in(text) + self.end, self.begin + table + self.end)


KEYS = Marks("<!-- keys: made by `make docs` -->\n", "<!-- keys end -->\n")


def key_table(book: Rulebook) -> str:
    """The table of keys in Markdown."""
    rows = zip(described(Wording(book, "ja")), described(Wording(book, "en")), strict=True)
    return _HEAD + "".join(
        f"| `{shown}` | {_code(twins)} | {does} | {means} |\n" for (shown, twins, does), (_, _, means) in rows
    )


def _code(twins: str) -> str:
    return " ".join(f"`{twin}`" for twin in twins.split())


def main() -> int:
    """Write the table into README. The exit status."""
    text = README.read_text("utf-8")
    README.write_text(KEYS.filled(text, key_table(load_rulebook(shipped_rules()))), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
