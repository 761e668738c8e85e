"""The page that the shipped rules come from, where its saved copy is at hand."""

import pytest

from mynadesk.audit.audit import audit
from mynadesk.audit.saved import lines_of
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.page import sentences
from mynadesk.rulebook.shipped import shipped_rules
from tests.rulebook.test_page_digests import PAGE, SAVED

WRITTEN = load_rulebook(shipped_rules()).timeline.written


@pytest.fixture(scope="module")
def page() -> str:
    if not SAVED.exists():
        pytest.skip("the saved page is not kept with the program")
    return SAVED.read_text("utf-8")


def test_every_sentence_of_the_page_is_as_it_was(page: str) -> None:
    found = audit(WRITTEN, lines_of(page))
    assert found.source == PAGE
    assert found.match.unchanged == [*WRITTEN.sources[PAGE].sentences]
    assert found.is_as_it_was


def test_one_changed_word_is_found_exactly_there_whichever_it_is(page: str) -> None:
    published = sentences(page, WRITTEN.sources[PAGE].headings)
    lines = page.splitlines()
    at = 0
    for each in published:
        at = next(number for number in range(at, len(lines)) if each.text in lines[number])
        changed = [*lines]
        changed[at] = changed[at].replace(each.text, f"{each.text[:-1]}別{each.text[-1]}")
        found = audit(WRITTEN, lines_of("\n".join(changed))).match
        assert [one.place for one in found.changed] == [each.place]
        assert len(found.unchanged) == len(published) - 1
        assert (found.gone, found.new) == ([], [])
        at += 1
