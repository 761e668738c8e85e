"""A figure changed in a copy of the rules changes the decisions and words that rest on it, and no other."""

import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from mynadesk.rulebook.shipped import shipped_rules
from tests.command.running import as_json, run
from tests.decision.examples import EXAMPLES, Case
from tests.reference.invent import invent_case
from tests.reference.plain import is_under_15

Answer = dict[str, Any]

_RANDOM = random.Random(2028)
CASES: list[Case] = [
    *(example["case"] for example in EXAMPLES),
    *(invent_case(_RANDOM) for _ in range(500)),
]


def decided(rules: Path, cases: list[Case]) -> list[Answer]:
    """The answers of the command under these rules, an error among them where a case became unusable."""
    done = run("--rules", str(rules), "check", "--jsonl", given=as_json(*cases))
    assert done.err == ""
    return done.answers()


def changed_rules(folder: Path, old: str, new: str) -> Path:
    """A copy of the shipped rules in which one figure has another value."""
    rules = Path(shutil.copytree(shipped_rules(), folder / "rules"))
    figures = rules / "figures.yaml"
    text = figures.read_text(encoding="utf-8")
    assert text.count(f"value: {old}\n") == 1
    figures.write_text(text.replace(f"value: {old}\n", f"value: {new}\n"), encoding="utf-8")
    return rules


@pytest.fixture(scope="module")
def shipped() -> list[Answer]:
    return decided(Path(shipped_rules()), CASES)


def without_words(answer: Answer) -> Answer:
    """What was decided, without how it is said."""
    if "error" in answer:
        return answer
    then = answer["second_visit"]
    return {
        **{key: answer[key] for key in ("flow", "verdict", "pins", "advice")},
        "notes": [note["id"] for note in answer["notes"]],
        "requirements": [wordless(each) for each in answer["requirements"]],
        "second_visit": then and [wordless(each) for each in then["requirements"]],
    }


def wordless(requirement: Answer) -> Answer:
    return {key: value for key, value in requirement.items() if key not in ("label", "source")}


def words(answer: Answer) -> str:
    """How it is said; not where it is published, for a heading may bear a figure of its own."""
    then = answer["second_visit"]
    requirements = [*answer["requirements"], *(then["requirements"] if then else [])]
    said = [answer["headline"], *answer["notes"], *(each["label"] for each in requirements)]
    return json.dumps(said, ensure_ascii=False)


def said_with(text: str, old: str, new: str) -> str:
    """The same words with another number in them."""
    return re.sub(rf"(?<!\d){old}(?!\d)", new, text)


def differing(before: list[Answer], after: list[Answer]) -> list[Case]:
    """The cases that are decided otherwise."""
    pairs = zip(CASES, before, after, strict=True)
    return [case for case, old, new in pairs if without_words(old) != without_words(new)]


# The date of the driving history certificate


def certificate(issued_on: str) -> Case:
    """A holder with everything in order and a driving history certificate of this day."""
    paper = {"kind": "driving_history_certificate", "of": "holder", "original": True, "expiry": "in_date"}
    return {
        "operation": "reset",
        "pins": ["resident_registry"],
        "visitor": "holder",
        "on": "2026-11-23",
        "holder": {"under_15": False, "adult_ward": False},
        "card": "presented",
        "documents": [{**paper, "issued_on": issued_on}],
    }


def issued_between(case: Case, first: str, end: str) -> bool:
    papers = [each for each in case.get("documents", []) if each["kind"] == "driving_history_certificate"]
    return any(first <= (paper.get("issued_on") or "") < end for paper in papers)


def test_a_year_later_a_certificate_of_that_year_counts_no_more(
    shipped: list[Answer], tmp_path: Path
) -> None:
    rules = changed_rules(tmp_path, "2012-04-01", "2013-04-01")
    days = ["2012-03-31", "2012-04-01", "2013-03-31", "2013-04-01"]
    probes = [certificate(day) for day in days]
    before, after = decided(Path(shipped_rules()), probes), decided(rules, probes)
    assert [answer["verdict"] for answer in before] == ["incomplete", "accept", "accept", "accept"]
    assert [answer["verdict"] for answer in after] == ["incomplete", "incomplete", "incomplete", "accept"]
    others = differing(shipped, decided(rules, CASES))
    assert others != []
    assert all(issued_between(case, "2012-04-01", "2013-04-01") for case in others)


# The age


def born(day: str, **more: Any) -> Case:
    """A holder born on this day who comes with everything in order on 23 November 2026."""
    case = certificate("2020-01-01")
    return {**case, "holder": {"birth_date": day, "adult_ward": False}, **more}


def aged_15(case: Case) -> bool:
    """Whether the holder is 15, known by the birth date: under 15 a year ago and no more."""
    a_year_ago = {**case, "on": f"{int(case['on'][:4]) - 1}{case['on'][4:]}"}
    return is_under_15(case) is False and is_under_15(a_year_ago) is True


def test_another_age_moves_the_birthday_that_matters(shipped: list[Answer], tmp_path: Path) -> None:
    rules = changed_rules(tmp_path, "15", "16")
    probes = [born(day) for day in ("2011-11-24", "2011-11-23", "2010-11-24", "2010-11-23")]
    before, after = decided(Path(shipped_rules()), probes), decided(rules, probes)
    assert [answer["verdict"] for answer in before] == ["decline", "accept", "accept", "accept"]
    assert [answer["verdict"] for answer in after] == ["decline", "decline", "decline", "accept"]
    answers = decided(rules, CASES)
    others = differing(shipped, answers)
    assert others != []
    assert all(aged_15(case) for case in others)
    for case, old, new in zip(CASES, shipped, answers, strict=True):
        if case not in others:
            assert words(new) == said_with(words(old), "15", "16")
    assert any("16歳" in words(answer) for answer in answers if "error" not in answer)


def test_an_age_that_contradicts_the_birth_date_is_refused_by_the_new_age(tmp_path: Path) -> None:
    case = born("2011-11-23", holder={"birth_date": "2011-11-23", "under_15": False})
    (before,) = decided(Path(shipped_rules()), [case])
    (after,) = decided(changed_rules(tmp_path, "15", "16"), [case])
    assert before["flow"] == "same_day"
    assert "holder.under_15" in after["error"]


# The postage


def test_another_postage_changes_the_words_only(shipped: list[Answer], tmp_path: Path) -> None:
    rules = changed_rules(tmp_path, "434", "460")
    answers = decided(rules, CASES)
    assert differing(shipped, answers) == []
    for old, new in zip(shipped, answers, strict=True):
        assert words(new) == said_with(words(old), "434", "460")
    assert any("郵送代460円" in words(answer) for answer in answers)
    assert not any("434" in words(answer) for answer in answers)
