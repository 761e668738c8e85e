"""The words of the papers, with the slips of whoever edits them."""

import os
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.handout.filling import texts
from mynadesk.handout.reading import load_handout
from mynadesk.handout.words import HandoutWords
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.practice.broken import change


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(copytree(shipped_rules(), tmp_path / "rules"))


def refused(rules: Path, book: Rulebook) -> Fault:
    """The first fault."""
    with pytest.raises(UnusableRulebook) as caught:
        load_handout(str(rules), book)
    return caught.value.faults[0]


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ("en: What to bring}", "eng: What to bring}", "names.bring", '"en" is missing'),
        ("  B: [care_insurance_card,", "  B: [passport,", "examples.B.0", '"passport" is not in'),
        ("    passport: パスポート", "    pasport: パスポート", "easy.kinds.pasport", 'Is it "passport"?'),
        ("ja: 持ち物メモ,", "ja: 持ち物○メモ,", "names.bring.ja", "wider on some terminals"),
        ('easy: "{class} {count}つ"', 'easy: "{class} {counts}つ"', "count.some.easy", "{counts}"),
        ("郵送代は{postage}円です", "郵送代は{postage円です", "visits.postage.ja", "brace"),
    ],
)
def test_a_slip_is_told_with_its_place(
    old: str, new: str, field: str, says: str, rules: Path, book: Rulebook
) -> None:
    line = change(rules / "handout" / "words.yaml", old, new)
    fault = refused(rules, book)
    assert fault.file == os.path.join(str(rules), "handout", "words.yaml")
    assert (fault.line, fault.field) == (line, field)
    assert says in fault.text("en")


def test_without_the_folder_it_says_where_to_put_it(rules: Path, book: Rulebook) -> None:
    rmtree(rules / "handout")
    assert "handout" in refused(rules, book).text("ja")


def test_without_the_file_it_says_which(rules: Path, book: Rulebook) -> None:
    (rules / "handout" / "words.yaml").unlink()
    assert refused(rules, book).file.endswith("words.yaml")


def test_the_words_are_said_in_plain_japanese_throughout(book: Rulebook, words: HandoutWords) -> None:
    """What is left out stands as in the rulebook; for the shipped rules nothing that is handed over is."""
    easy = words.easy
    assert set(easy.kinds) == set(book.documents.kinds)
    assert set(easy.pins) == set(book.pins)
    assert set(easy.operations) == set(book.operations)
    assert set(easy.offices) == set(book.rulebook.offices)
    brought = {name.partition("/")[0] for name, rule in book.requirements.items() if "missing" in rule.say}
    assert set(easy.requirements) == brought
    spoken = [
        path for path, _ in texts(words) if path[0] not in ("check", "names", "easy") and path[-1] == "ja"
    ]
    there = {path for path, _ in texts(words)}
    assert [path for path in spoken if (*path[:-1], "easy") not in there] == []


def test_no_figure_of_the_page_is_written_out(book: Rulebook, words: HandoutWords) -> None:
    figures = {str(figure.value) for figure in book.figures.values()}
    assert not [text for _, text in texts(words) for figure in figures if figure in text]
