"""The pictures in docs/ show the program as it is. `make docs` draws them anew."""

import re

import pytest

from tests.interview.desk import BOOK
from tests.readme import README

pytest.importorskip("pty", reason="needs the terminals of Unix")

from tests.pictures import DOCS, PICTURES, Picture, screen_after, text_in, text_of


@pytest.mark.slow
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.file)
def test_a_picture_shows_what_the_desk_shows(picture: Picture) -> None:
    assert text_in(DOCS / picture.file) == text_of(screen_after(picture), BOOK.digest[:6])


def test_there_are_pictures_of_three_sizes_in_two_themes() -> None:
    drawn = {(picture.columns, picture.rows, picture.theme) for picture in PICTURES}
    for size in ((60, 20), (80, 24), (132, 43)):
        assert {(*size, "standard"), (*size, "contrast")} <= drawn


def test_docs_has_these_pictures_and_readme_shows_some() -> None:
    assert {path.name for path in DOCS.glob("*.png")} == {picture.file for picture in PICTURES}
    shown = re.findall(r"docs/([\w-]+\.png)", README.read_text("utf-8"))
    assert shown
    assert {*shown} <= {picture.file for picture in PICTURES}
