"""Printed pages, looked at: Chromium makes a PDF of them, which is counted, read and drawn."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from mynadesk.handout.page import Size, as_page, body, letters
from mynadesk.handout.paper import Paper, texts_of
from mynadesk.handout.words import Tongue
from tests.handout.desk import NAMES, TONGUES, AllPapers

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
TOOLS = (CHROMIUM, *map(shutil.which, ("pdfinfo", "pdftotext", "pdftoppm")))
needs_chromium = pytest.mark.skipif(not all(TOOLS), reason="needs Chromium and Poppler")
FULLEST = 6
DOTS = 50
"""An inch of a picture."""
MARGIN = 5
"""Millimetres that must stay blank at every edge: few printers come nearer."""
SIZES: tuple[tuple[Size, int, int], ...] = (("A5", 148, 210), ("A4", 210, 297))
"""Sizes of paper, with width and height in millimetres."""


def fullest(all_papers: AllPapers, tongue: Tongue, size: Size) -> list[Paper]:
    """The papers with the smallest letters, and the longest of those with the largest, of each name."""
    chosen: dict[Paper, None] = {}
    for name in NAMES:
        papers = list({each.paper: None for each in all_papers(tongue) if each.name == name})
        if name == "check" and tongue == "easy":  # the clerk's own, in Japanese
            continue
        papers.sort(key=lambda paper: (letters(paper, size), -sum(map(len, texts_of(paper)))))
        largest = letters(papers[-1], size)
        just_fitting = [paper for paper in papers if letters(paper, size) == largest][:3]
        chosen |= dict.fromkeys([*papers[:FULLEST], *papers[FULLEST::60], *just_fitting])
    return list(chosen)


def printed(papers: Sequence[Paper], size: Size, folder: Path) -> Path:
    """A PDF of all of them, each from the top of a page."""
    first, *_ = papers
    document = as_page(first, size).replace("</style>", "main + main { break-before: page; }</style>")
    bodies = "\n".join(body(paper, size) for paper in papers)
    page, pdf = folder / "papers.html", folder / "papers.pdf"
    page.write_text(document.replace(body(first, size), bodies), encoding="utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    home = f"--user-data-dir={folder / 'browser'}"
    subprocess.run(
        [str(CHROMIUM), *flags, home, f"--print-to-pdf={pdf}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return pdf


def said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60).stdout


def bare(text: str) -> str:
    """Without blanks, and with each character in its usual form."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@needs_chromium
@pytest.mark.slow
@pytest.mark.parametrize(("size", "wide", "high"), SIZES)
@pytest.mark.parametrize("tongue", TONGUES)
def test_every_paper_takes_one_page_and_nothing_is_cut(
    tongue: Tongue, size: Size, wide: int, high: int, papers: AllPapers, tmp_path: Path
) -> None:
    chosen = fullest(papers, tongue, size)
    pdf = printed(chosen, size, tmp_path)
    about = said_by("pdfinfo", str(pdf))
    assert int(re.findall(r"Pages:\s+(\d+)", about)[0]) == len(chosen)
    assert f"({size})" in about
    assert_margins_are_blank(pdf, wide, high)
    if tongue != "easy":  # where kana stand between the kanji
        pages = said_by("pdftotext", "-raw", str(pdf), "-").split("\f")
        for paper, page in zip(chosen, pages, strict=False):
            for text in texts_of(paper):
                assert bare(text) in bare(page)


def assert_margins_are_blank(pdf: Path, wide: int, high: int) -> None:
    said_by("pdftoppm", "-r", str(DOTS), "-gray", str(pdf), str(pdf.with_name("page")))
    pictures = sorted(pdf.parent.glob("page*.pgm"))
    assert pictures
    for picture in pictures:
        with Image.open(picture) as page:
            left, top, right, bottom = page.point(lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
            dots = page.width / wide
            assert min(left, top) >= MARGIN * dots, picture
            assert right <= (wide - MARGIN) * dots, picture
            assert bottom <= (high - MARGIN) * dots, picture
            assert right - left > wide / 2 * dots, "the page is all but blank"


@needs_chromium
def test_a_page_that_is_too_full_is_noticed(papers: AllPapers, tmp_path: Path) -> None:
    """The test above is only worth what it finds."""
    paper = next(each.paper for each in papers("ja") if each.name == "visits")
    doubled = Paper(paper.title, paper.tongue, paper.blocks * 4)
    about = said_by("pdfinfo", str(printed([doubled], "A5", tmp_path)))
    assert int(re.findall(r"Pages:\s+(\d+)", about)[0]) > 1
