"""The screen turned to the person at the counter: only what concerns them, in their language."""

import pytest

from mynadesk.interview.showing import shown_to_the_person
from mynadesk.wording import Wording
from mynadesk.words import Language
from screens.desk import DeskScreen
from screens.large import LargeScreen
from tests.interview.desk import BOOK, JAPANESE, decision, desk, message, state
from tests.interview.ways import INCOMPLETE, OPEN, PARTIAL, WAYS
from tests.screens.desk_app import desk_app, desk_of, flat, put, texts

USUAL, TALL = (80, 24), (80, 60)
FIRST_VISIT = WAYS["agent, first visit"]
SHOW, PANEL = BOOK.words.show, BOOK.words.panel


@pytest.mark.parametrize("key", ["right", "v"])
async def test_a_key_shows_the_person_the_verdict_and_another_goes_back(key: str) -> None:
    async with desk_app().run_test(size=TALL) as pilot:
        before = state(put(pilot, FIRST_VISIT).session)
        session = desk_of(pilot).session
        await pilot.press(key)
        await pilot.pause()
        shown = flat(texts(pilot.app)["large"])
        assert flat(SHOW.accept_first_visit.ja) in shown
        for said in JAPANESE.tell(decision(session)):
            assert flat(said) in shown
        for wanted in JAPANESE.needed_next(decision(session), spoken=True):
            assert flat(wanted) in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DeskScreen)
        assert state(desk_of(pilot).session) == before


async def test_a_key_changes_the_language_and_the_desk_keeps_its_own() -> None:
    async with desk_app().run_test(size=TALL) as pilot:
        put(pilot, FIRST_VISIT)
        await pilot.press("right")
        await pilot.pause()
        await pilot.press(".")
        await pilot.pause()
        shown = flat(texts(pilot.app)["large"])
        assert flat(SHOW.accept_first_visit.en) in shown
        assert SHOW.name.ja in shown
        assert flat(SHOW.accept_first_visit.ja) not in shown
        await pilot.press(".")
        await pilot.pause()
        assert flat(SHOW.accept_first_visit.ja) in flat(texts(pilot.app)["large"])
        await pilot.press("0")
        await pilot.pause()
        assert desk_of(pilot).session.wording.language == "ja"


@pytest.mark.parametrize("keys", [*WAYS.values(), *PARTIAL.values(), *INCOMPLETE.values()])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_that_is_for_the_clerk_is_shown(keys: str, language: Language) -> None:
    session, wording = desk(keys), Wording(BOOK, language)
    shown = shown_to_the_person(session.look, wording)
    assert shown is not None
    parts = [part for section in shown.sections for part in (section.heading, *section.texts)]
    text = " ".join([shown.title, *parts])
    inside = [*wording.notes(decision(session)), *wording.to_check(decision(session))]
    assert not [note for note in inside if note in text]
    assert wording.fill(PANEL.notes) not in text
    for letter in BOOK.documents.classes:  # classes of papers are the clerk's; people are told what they are
        assert f" {letter}を" not in text
        assert f"{letter}または" not in text


@pytest.mark.parametrize("keys", ["1 1 2 E E", *OPEN.values()])
def test_while_something_is_checked_nothing_is_asked_for_yet(keys: str) -> None:
    session = desk(keys)
    shown = shown_to_the_person(session.look, JAPANESE)
    assert shown is not None
    if not session.look.final:
        assert shown.title == SHOW.ask.ja
        assert [text for section in shown.sections for text in section.texts] == [SHOW.wait.ja]


async def test_before_the_first_answer_there_is_nothing_to_show() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        await pilot.press("right")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DeskScreen)
        assert desk_of(pilot).session.message == message("nothing_to_show")


async def test_what_does_not_fit_is_read_page_by_page() -> None:
    async with desk_app().run_test(size=USUAL) as pilot:
        put(pilot, FIRST_VISIT)
        await pilot.press("right")
        await pilot.pause()
        pages = [texts(pilot.app)["large"]]
        while True:
            await pilot.press("pagedown")
            if (page := texts(pilot.app)["large"]) in pages:
                break
            pages.append(page)
        assert len(pages) > 1
        shown = shown_to_the_person(desk(FIRST_VISIT).look, JAPANESE)
        assert shown is not None
        read = flat("".join(pages))
        assert all(flat(text)[-12:] in read for section in shown.sections for text in section.texts)
        assert isinstance(pilot.app.screen, LargeScreen)
