"""A rulebook with a hole is found out, and a case shows the hole."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.proof.holes import TITLES
from mynadesk.proof.proving import prove
from mynadesk.proof.report import as_yaml
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.strict_yaml import read_yaml
from tests.command.running import run
from tests.proof.holes import FOLDER, broken, told
from tests.rulebook.edits import write_rules

BAD = sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", BAD)
def test_a_hole_is_found_and_no_other(name: str, tmp_path: Path) -> None:
    bad = broken(name)
    book = load_rulebook(str(write_rules(tmp_path, *bad.edits)))
    holes = prove(book).holes
    assert [told(hole) for hole in holes] == bad.holes
    for hole in holes:
        written = read_yaml(as_yaml(hole), "hole.yaml")
        assert read_case(book, written, date.min) == read_case(book, hole.case, date.min)
    verdict = decide(book, read_case(book, holes[0].case, date.min)).verdict
    assert verdict == bad.decided


def test_a_visitor_without_a_route_is_a_hole(book: Rulebook) -> None:
    """The loader refuses such rules first; the proof does not lean on it."""
    routes = {name: route for name, route in book.routes.items() if name != "holder"}
    holes = prove(msgspec.structs.replace(book, routes=routes)).holes
    assert "no_answer routes.yaml " in [told(hole) for hole in holes]
    assert holes[0].case["visitor"] == "holder"


def test_a_visitor_with_two_routes_is_a_hole(book: Rulebook) -> None:
    routes = {**book.routes, "holder_too": book.routes["holder"]}
    requirements = {
        name: msgspec.structs.replace(entry, source={**entry.source, "holder_too": "national-certificates"})
        if isinstance(entry.source, dict)
        else entry
        for name, entry in book.requirements.items()
    }
    twice = msgspec.structs.replace(book, routes=routes, requirements=requirements)
    assert "no_answer routes.yaml holder_too.who" in [told(hole) for hole in prove(twice).holes]


def test_an_answer_without_a_source_is_a_hole(book: Rulebook) -> None:
    postage = msgspec.structs.replace(book.requirements["postage"], source=[])
    bare = msgspec.structs.replace(book, requirements={**book.requirements, "postage": postage})
    assert [told(hole) for hole in prove(bare).holes] == ["no_source requirements.yaml postage.source"]


def test_every_kind_of_hole_is_shown_here() -> None:
    shown = {hole.partition(" ")[0] for name in BAD for hole in broken(name).holes}
    assert shown | {"no_answer", "no_source"} == set(TITLES)


def test_the_command_shows_a_hole_and_saves_its_case(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, *broken("a_lack_that_nothing_mends").edits)
    done = run("rules", "prove", str(rules), "--save", str(tmp_path / "cases"))
    (case,) = (tmp_path / "cases").iterdir()
    assert done.status == 1
    assert "requirements.yaml postage" in done.out
    assert str(case) in done.out
    decided = run("--rules", str(rules), "check", str(case))
    assert (decided.status, decided.answer()["verdict"]) == (0, "incomplete")
