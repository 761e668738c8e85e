"""Figures that are written out in words: they would stay when the figure is changed."""

import re
from collections.abc import Iterator
from datetime import date

from mynadesk.dates.japanese import shown
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.faults import Finding, said
from mynadesk.rulebook.checks.words import shown as texts
from mynadesk.rulebook.schema import Figure
from mynadesk.rulebook.written import Written

_COUNTED = {"years": ("歳", "才"), "yen": ("円",)}
_OWN = ("figures", "sources")
"""Files whose words may hold a figure: what it is called, and what is published."""
_DIGITS = "[0-9０-９]"


def repeated(book: Rulebook) -> Iterator[Finding]:
    """Texts that hold a figure as its value."""
    forms = {form: name for name, figure in book.figures.items() for form in _forms(figure)}
    if not forms:
        return
    written_out = re.compile(f"(?<!{_DIGITS})(?:{'|'.join(map(re.escape, forms))})")
    for file in Written.__struct_fields__:
        if file in _OWN:
            continue
        for path, text in texts(getattr(book, file)):
            if found := written_out.search(text):
                name = forms[found[0]]
                what = (
                    f"「{found[0]}」は figures.yaml の {name} の値です。",
                    f'"{found[0]}" is the value of {name} in figures.yaml.',
                )
                mend = f"数値は {{{name}}} と書いてください。", f"Write the figure as {{{name}}}."
                yield Finding(file, path, said(what, mend))


def _forms(figure: Figure) -> Iterator[str]:
    if figure.unit == "date":
        try:
            day = date.fromisoformat(str(figure.value))
        except ValueError:
            return
        yield from (
            day.isoformat(),
            f"{day.year}年{day.month}月{day.day}日",
            shown(day, "ja"),
            shown(day, "en"),
        )
    for unit in _COUNTED.get(figure.unit, ()):
        wide = str(figure.value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        yield from (f"{figure.value}{unit}", f"{wide}{unit}")
