"""`mynadesk rules audit`: a saved page held against the rules' digests."""

import re
import shutil
from pathlib import Path

import pytest

from mynadesk.rulebook.page import digest
from mynadesk.rulebook.shipped import shipped_rules
from tests.command.running import run

SENTENCE = re.compile(r"^    (\S.*) / (\d+): sha256:.*$", re.MULTILINE)


def made_up(place: str, number: str) -> str:
    """What a made-up page says at a place."""
    return f"{place}の{number}番目の文です。"


def redigested(line: re.Match[str]) -> str:
    """A line of sources.yaml with the digest of the made-up sentence."""
    return f"    {line[1]} / {line[2]}: {digest(made_up(line[1], line[2]))}"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The shipped rules, of a page that says something else at each place."""
    folder = Path(shutil.copytree(shipped_rules(), tmp_path / "rules"))
    sources = folder / "sources.yaml"
    text = SENTENCE.sub(
        lambda at: f"    {at[1]} / {at[2]}: {digest(made_up(at[1], at[2]))}", sources.read_text("utf-8")
    )
    sources.write_text(text, "utf-8", newline="\n")
    return folder


@pytest.fixture
def page(rules: Path, tmp_path: Path) -> Path:
    """That page, as it was."""
    text = (rules / "sources.yaml").read_text("utf-8")
    lines = [f"<p>{made_up(*found)}</p>" for found in SENTENCE.findall(text)]
    headings = re.findall(r"^    - (.*)$", text, re.MULTILINE)
    for heading in headings:
        first = next((n for n, line in enumerate(lines) if line.startswith(f"<p>{heading}の")), len(lines))
        lines.insert(first, f"<h2>{heading}</h2>")
    path = tmp_path / "page.html"
    path.write_text("<html><body>" + "\n".join(lines) + "</body></html>", "utf-8")
    return path


def test_a_page_that_is_as_it_was_is_told_as_that(rules: Path, page: Path) -> None:
    done = run("rules", "audit", "--page", str(page), str(rules))
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("ページは、規則を作ったときのままです。\n")


def test_a_changed_sentence_is_told_with_the_rules_that_cite_it(rules: Path, page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("受付窓口の1番目の文", "受付窓口の新しい文"), "utf-8")
    done = run("rules", "audit", "--page", str(page), str(rules), "--lang", "en")
    assert (done.status, done.err) == (1, "")
    assert "changed 1, gone 0, new 0" in done.out
    assert "Now: 受付窓口の新しい文です。" in done.out
    assert "rulebook.yaml" in done.out


def test_for_machines_it_is_json(rules: Path, page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("受付窓口の1番目の文", "受付窓口の新しい文"), "utf-8")
    done = run("rules", "audit", "--json", "--page", str(page), str(rules))
    answer = done.answer()
    assert done.status == 1
    assert [(each["place"], each["text"]) for each in answer["changed"]] == [
        ("受付窓口 / 1", "受付窓口の新しい文です。")
    ]
    assert {"file": "rulebook.yaml", "field": "offices.main"} in answer["changed"][0]["rules"]
    assert (answer["as_it_was"], answer["gone"], answer["new"]) == (False, [], [])


@pytest.mark.parametrize(
    ("content", "words"),
    [("<p>ごみの出し方</p>", "It seems to be another page"), (None, "The page cannot be read")],
)
def test_what_cannot_be_compared_is_no_change(
    content: str | None, words: str, rules: Path, page: Path
) -> None:
    page.unlink()
    if content:
        page.write_text(content, "utf-8")
    done = run("rules", "audit", "--page", str(page), str(rules), "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_a_source_that_is_not_known_is_named_with_those_that_are(rules: Path, page: Path) -> None:
    done = run("rules", "audit", "--page", str(page), "--source", "other", str(rules))
    assert (done.status, done.out) == (2, "")
    assert done.err == "文の印がある出典は saijo-mnpassword です。\n"
