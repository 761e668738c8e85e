"""Every rule is on some list, says its text, its days and its places, and can be found."""

from datetime import date

import pytest

from mynadesk.browsing.browser import VIEWS, Browser
from mynadesk.browsing.entries import GROUPS, Entries, citations
from mynadesk.browsing.finding import Finding, folded
from mynadesk.browsing.line import ToCase, ToEntry, ToPlace
from mynadesk.browsing.linking import Links
from mynadesk.browsing.lists import Lists
from mynadesk.browsing.pages import Pages
from mynadesk.browsing.telling import Telling
from mynadesk.proof.holes import Rule
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.wording import Wording
from tests.interview.desk import BOOK, ON

TODAY = BOOK.at(ON)
TELL = Telling(Wording(TODAY, "ja"), ON)
ENTRIES, LINKS = TELL.entries, TELL.links
MIDORINO = load_rulebook("rules/examples/midorino")


def browser() -> Browser:
    return Browser(Wording(TODAY, "ja"), ON)


def texts(browser: Browser) -> list[str]:
    return [line.text for line in browser.lines]


def rules_on(view: str) -> set[Rule]:
    return {line.target.rule for line in Lists(TELL).of(view) if isinstance(line.target, ToEntry)}


def test_every_entry_of_every_file_is_there_once() -> None:
    book = TODAY.timeline.written
    files = book.routes, book.requirements, book.pins, book.operations, book.reasons, book.notices
    papers = book.documents.classes, book.documents.kinds, book.documents.checks
    count = sum(len(each) for each in (*files, *papers, book.alternatives, book.figures)) + 1
    assert len(ENTRIES.all) == count
    assert {entry.group for entry in ENTRIES.all.values()} == {*GROUPS}


def test_every_entry_is_on_a_list() -> None:
    listed = {rule for view in VIEWS for rule in rules_on(view)}
    assert listed == ENTRIES.all.keys()


def test_every_entry_that_cites_a_place_is_listed_by_its_source() -> None:
    assert rules_on("sources") == {entry.rule for entry in ENTRIES.all.values() if citations(entry)}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_page_of_any_rulebook_lacks_its_text_days_or_places(language: str) -> None:
    for book in (TODAY, MIDORINO.at(ON)):
        tell = Telling(Wording(book, "ja" if language == "ja" else "en"), ON)
        pages = Pages(tell)
        for entry in tell.entries.all.values():
            lines = pages.entry(entry.rule, None)
            assert any(isinstance(line.target, ToPlace) for line in lines), entry.rule
            assert any(line.text.startswith(("適用", "In force", "in force")) for line in lines)
            assert not any("{" in line.text for line in lines), entry.rule
            assert all(line.text or line == lines[-3] for line in lines if line.target)


def test_a_page_says_from_when_an_entry_holds() -> None:
    lines = Pages(TELL).entry(("documents", ("checks", "insurance_card_ended")), None)
    assert "適用開始 令和7年12月2日" in [line.text for line in lines]


def test_an_entry_that_is_not_in_force_says_so() -> None:
    before = date(2025, 12, 1)
    pages = Pages(Telling(Wording(BOOK.at(before), "ja"), before))
    lines = pages.entry(("documents", ("checks", "insurance_card_ended")), None)
    assert any(line.text == "適用開始 令和7年12月2日 (この日は適用なし)" for line in lines)


@pytest.mark.parametrize(
    ("group", "id", "routes"),
    [
        ("requirements", "holder_card", ["holder", "legal_representative", "agent_second_visit"]),
        ("kinds", "passport", ["holder", "legal_representative", "agent_first_visit", "agent_second_visit"]),
        (
            "checks",
            "issued_since",
            ["holder", "legal_representative", "agent_first_visit", "agent_second_visit"],
        ),
        ("two_of_one_kind", "two_of_one_kind", ["legal_representative", "agent_second_visit"]),
        ("reasons", "illness", ["agent_first_visit", "agent_second_visit"]),
        ("notices", "reply_deadline", ["agent_second_visit"]),
        ("notices", "parent_of_older_child", ["legal_representative"]),
        ("figures", "postage", ["agent_first_visit"]),
        (
            "operations",
            "change",
            ["holder", "legal_representative", "agent_first_visit", "agent_second_visit"],
        ),
    ],
)
def test_an_entry_knows_the_routes_that_use_it(group: str, id: str, routes: list[str]) -> None:
    entry = ENTRIES.find(group, id)
    assert entry is not None
    if group == "figures":
        routes = sorted({*routes, *(each.id for each in LINKS.routes(entry))})  # notices name it too
    assert [each.id for each in LINKS.routes(entry)] == [each for each in BOOK.routes if each in routes]


def test_a_requirement_leads_to_the_classes_pins_reasons_and_figures_it_names() -> None:
    reason = ENTRIES.find("requirements", "unavoidable_reason")
    assert reason is not None
    beside = LINKS.beside(reason)
    assert [each.id for each in beside["pins"]] == ["resident_registry", "card_input_support"]
    assert {each.id for each in beside["reasons"]} == {*BOOK.reasons}
    papers = ENTRIES.find("requirements", "agent_identity/second_visit")
    assert papers is not None
    assert [each.id for each in LINKS.beside(papers)["classes"]] == ["A", "B"]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("健康保険証", "health_insurance_card"),
        ("ぱすぽーと", "passport"),
        ("ﾊﾟｽﾎﾟｰﾄ", "passport"),
        ("PASSPORT", "passport"),
        ("holder_card", "holder_card"),
        ("postage 434", "postage"),
        ("７５歳", "aged_75_or_over"),
        ("forwarded", "mail_reachable"),
    ],
)
def test_what_is_typed_finds_by_kana_kanji_english_and_id(typed: str, id: str) -> None:
    finding = Finding(ENTRIES)
    assert id in [entry.id for entry in ENTRIES.all.values() if finding.matches(entry, typed)]


def test_folding_makes_alike_what_hands_type_alike() -> None:
    assert folded("パスポート ＰＩＮ") == folded("ぱすぽーと pin")


def test_the_filter_keeps_what_leads_to_what_it_finds_and_names_what_stands_elsewhere() -> None:
    reader = browser()
    reader.look_at("documents")
    reader.type("旅券")
    assert texts(reader) == ["「旅券」に合うものはありません。"]
    assert reader.at is None
    for _ in "旅券":
        reader.erase()
    reader.type("資格確認書")
    found = texts(reader)
    assert found[:2] == ["B(顔写真なし)", "資格確認書"]
    assert "ほかの一覧にあるもの" in found
    reader.back()
    assert not reader.typed


def test_pages_are_walked_there_and_back() -> None:
    reader = browser()
    reader.move(2)
    assert reader.lines[reader.at or 0].text == "本人のマイナンバーカード"
    assert reader.open() is None
    assert reader.looked_for == ("requirements", ("holder_card",))
    reader.give(("requirements", ("holder_card",)), [])
    assert reader.looked_for is None
    reader.open()
    assert reader.about == "出典"
    assert reader.back()
    assert reader.about == "要件"
    assert reader.back()
    assert reader.at is not None
    assert reader.lines[reader.at].text == "本人のマイナンバーカード"
    assert not reader.back()


def test_choosing_goes_around_and_a_case_is_handed_out() -> None:
    reader = browser()
    reader.move(-1)
    assert reader.cursor == len(reader.places) - 1
    reader.move(1)
    assert reader.cursor == 0
    assert not any(isinstance(line.target, ToCase) for line in reader.lines)


def test_other_rules_are_read_at_the_same_place() -> None:
    reader = browser()
    reader.move(2)
    reader.open()
    reader.take(Wording(MIDORINO.at(ON), "ja"), ON)
    assert reader.about == "要件"
    assert reader.tell.entries.book is MIDORINO.at(ON)
    assert Entries(MIDORINO.at(ON)).all.keys() != ENTRIES.all.keys()
    assert Links(reader.tell.entries)
