"""The published page against its digests: a changed sentence, a forgotten one, one that no rule cites."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.page import Sentence, digest, sentences
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.strict_yaml import read_yaml
from tests.rulebook.edits import shipped_texts

PAGE = "saijo-mnpassword"
SAVED = Path(__file__).parents[2].parent / "shared" / "design" / "source" / f"{PAGE}.txt"

BOOK = load_rulebook(shipped_rules())

SAYS_NOTHING_TO_DECIDE = {
    "暗証番号の種類と用途等 / 1": "Opens the table of PINs.",
    "暗証番号の種類と用途等 / 2": "The heads of that table's columns.",
    "マイナンバーカードに搭載されている電子証明書について / 1": "Explains what a certificate is.",
    "代理人が来庁する場合 / 4": "The link to the city's leaflet on proxies.",
}
"""Sentences that no rule cites, and why none does."""


@pytest.fixture(scope="module")
def published() -> list[Sentence]:
    """The sentences of the page as it was saved."""
    if not SAVED.exists():
        pytest.skip("the saved page is not kept with the program")
    return sentences(SAVED.read_text(encoding="utf-8"), BOOK.sources[PAGE].headings)


def cited() -> Iterator[str]:
    """Everything that stands behind `source:` anywhere in the rules."""
    for name, text in shipped_texts().items():
        yield from behind_source(read_yaml(text, name))


def behind_source(raw: Any) -> Iterator[str]:
    """The same of one value of YAML."""
    if isinstance(raw, list):
        for part in raw:
            yield from behind_source(part)
    elif isinstance(raw, dict):
        for key, part in raw.items():
            if key == "source":
                yield from every_text(part)
            else:
                yield from behind_source(part)


def every_text(source: Any) -> Iterator[str]:
    """The texts of a source: one, a list, or one for each route."""
    if isinstance(source, str):
        yield source
    else:
        for part in source.values() if isinstance(source, dict) else source:
            yield from every_text(part)


def test_every_sentence_of_the_page_still_has_its_digest(published: list[Sentence]) -> None:
    """Where one differs the city has changed its page, and the rules that cite it have to be read again."""
    assert {each.place: digest(each.text) for each in published} == BOOK.sources[PAGE].sentences


def test_no_two_sentences_share_a_place(published: list[Sentence]) -> None:
    """A place that names two sentences would hide one of them from the digests."""
    places = [each.place for each in published]
    assert len(places) == len(set(places))


def test_no_sentence_stands_above_the_first_heading(published: list[Sentence]) -> None:
    """It would have no place that a rule could cite."""
    assert [each for each in published if each.place.startswith(" / ")] == []


def test_every_place_that_is_cited_exists() -> None:
    """Clerks look rules up by these words."""
    known = {name for name, source in BOOK.sources.items() if not source.sentences}
    known |= {f"{name} / {place}" for name, source in BOOK.sources.items() for place in source.sentences}
    assert sorted(set(cited()) - known) == []


def test_every_source_is_cited() -> None:
    """A source that no rule needs any more only misleads."""
    assert set(BOOK.sources) == {place.partition(" / ")[0] for place in cited()}


def test_every_sentence_of_the_page_is_cited_or_says_nothing_to_decide() -> None:
    """A sentence that nobody cites is a rule that nobody wrote."""
    used = {place.removeprefix(f"{PAGE} / ") for place in cited()}
    assert set(BOOK.sources[PAGE].sentences) - used == set(SAYS_NOTHING_TO_DECIDE)


def test_a_sentence_that_changes_changes_its_digest() -> None:
    """One figure is enough."""
    assert digest("照会書兼回答書の郵送代 434円") != digest("照会書兼回答書の郵送代 460円")


def test_list_marks_table_bars_and_blank_lines_carry_no_meaning() -> None:
    """The page is saved by hand, so its layout may differ from one time to the next."""
    page = "はじめ\n- 一つ目 |\n\n---|---|\n|\n※次の見出し\n  二つ目  \n"
    found = sentences(page, ["はじめ", "次の見出し"])
    assert found == [Sentence("はじめ / 1", "一つ目"), Sentence("次の見出し / 1", "二つ目")]
