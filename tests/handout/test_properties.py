"""What holds of every paper of every case."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from mynadesk.handout.making import usual_paper
from mynadesk.handout.page import as_page, letters
from mynadesk.handout.paper import texts_of
from mynadesk.handout.text import LINES, as_text
from mynadesk.handout.words import Tongue
from mynadesk.standing import Standing
from mynadesk.typeset import is_certain, width
from tests.handout.desk import NAMES, TONGUES, AllPapers, ticks

_OPEN = (Standing.missing, Standing.consult)
each_tongue = pytest.mark.parametrize("tongue", TONGUES)


def test_all_papers_and_usual_papers_occur(papers: AllPapers) -> None:
    """Else the properties below would say little."""
    found = papers("ja")
    for name in NAMES:
        assert sum(each.name == name for each in found) > 40
    assert {usual_paper(each.decision) for each in found} == {"bring", "visits"}


@each_tongue
def test_all_that_a_decision_wants_brought_is_told(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        if each.name != "bring":
            continue
        text = "\n".join(texts_of(each.paper))
        for outcome in each.decision.requirements:
            in_vain = outcome.pins and all(each.decision.pins[pin] == "decline" for pin in outcome.pins)
            if not outcome.bring or in_vain:
                continue
            assert each.speech.brought(outcome) in ticks(each.paper)
            if outcome.reads.owners:
                assert each.speech.counted(outcome.bring) in text


def test_whoever_could_do_with_another_paper_is_given_a_note_of_it(papers: AllPapers) -> None:
    """Be it missing, or such that only a supervisor could accept it."""
    noted = [each.case for each in papers("ja") if each.name == "bring"]
    helped = 0
    for each in papers("ja"):
        open_ = [one for one in each.decision.requirements if one.reads.owners and one.standing in _OPEN]
        if each.name == "check" and open_ and each.decision.verdict != "decline":
            assert each.case in noted
            helped += all(one.standing is Standing.consult for one in open_)
    assert helped > 5


@each_tongue
def test_nothing_that_is_met_is_asked_for_again(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        if each.name == "bring":
            met = [one for one in each.decision.requirements if one.standing is Standing.met]
            assert {each.speech.brought(one) for one in met}.isdisjoint(ticks(each.paper))


@each_tongue
def test_the_two_visits_tell_all_that_the_second_is_missing(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        if each.name == "visits":
            for outcome in each.decision.second_visit or ():
                declined = outcome.pins and all(each.decision.pins[pin] == "decline" for pin in outcome.pins)
                if outcome.bring and not declined:
                    assert each.speech.brought(outcome) in ticks(each.paper)


@each_tongue
def test_every_brace_is_filled_and_every_width_is_certain(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        for text in texts_of(each.paper):
            assert text.strip(), each.paper
            assert not re.search(r"[{}]", text), text
            assert is_certain(text), text


@each_tongue
def test_no_paper_tells_a_birth_date(tongue: Tongue, papers: AllPapers) -> None:
    """Dates of papers and of the visit are told; those of people never."""
    for each in papers(tongue):
        born = each.case.facts.get("holder.birth_date")
        others = {each.case.on, *(paper.seen.get("expiry") for paper in each.case.documents)}
        if born and born not in others:
            assert each.speech.day(born) not in "\n".join(texts_of(each.paper))


@each_tongue
def test_no_line_is_wider_than_the_columns_and_nothing_is_lost(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        for columns in (40, 80):
            text = as_text(each.paper, columns)
            assert max(map(width, text.split("\n"))) <= columns
            pages = text.split("\f")
            assert all(page.count("\n") <= LINES for page in pages) if columns == 80 else len(pages) == 1
            if tongue != "easy":  # which tells readings once
                kept = re.sub(r"\s", "", text)
                for part in texts_of(each.paper):
                    assert re.sub(r"\s", "", part) in kept


_VOID = {"meta"}


class Reader(HTMLParser):
    """Which tags and attributes there are, and whether each tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _VOID
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@each_tongue
def test_every_page_is_well_formed_and_stands_alone(tongue: Tongue, papers: AllPapers) -> None:
    for each in papers(tongue):
        for size in ("A5", "A4"):
            page = as_page(each.paper, size)
            reader = Reader()
            reader.feed(page)
            assert reader.open == []
            assert reader.tags.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
            assert reader.attributes <= {"lang", "charset", "name", "content", "class", "style"}
            assert "url(" not in page
            assert "@import" not in page
            assert "//" not in page
            root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
            assert root.get("lang") == ("en" if tongue == "en" else "ja")


@each_tongue
def test_letters_are_large_enough_to_read(tongue: Tongue, papers: AllPapers) -> None:
    """In points. The fullest papers are those of an agent with a reason and with papers that do not do."""
    for each in papers(tongue):
        own = each.name == "check"
        assert letters(each.paper, "A5") >= (7 if own else 7.5 if tongue == "easy" else 8)
        assert letters(each.paper, "A4") >= (9.5 if own else 10.5)
