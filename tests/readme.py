"""What README says of the program itself, written from the program.

python -m tests.readme        brings README's table of keys up to date
"""

import sys
from pathlib import Path

from mynadesk.interview.keys import described
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys: made by `make docs` -->\n", "<!-- keys end -->\n"
_HEAD = "| キー | ほかのキー | 働き | what it does |\n| --- | --- | --- | --- |\n"


def key_table(book: Rulebook) -> str:
    """The table of keys in Markdown."""
    rows = zip(described(Wording(book, "ja")), described(Wording(book, "en")), strict=True)
    return _HEAD + "".join(
        f"| `{shown}` | {_code(twins)} | {does} | {means} |\n" for (shown, twins, does), (_, _, means) in rows
    )


def _code(twins: str) -> str:
    return " ".join(f"`{twin}`" for twin in twins.split())


def table_in(text: str) -> str:
    """The table that stands in README now."""
    return text.partition(BEGIN)[2].partition(END)[0]


def main() -> int:
    """Write the table into README. The exit status."""
    text = README.read_text("utf-8")
    new = text.replace(BEGIN + table_in(text) + END, BEGIN + key_table(load_rulebook(shipped_rules())) + END)
    README.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
