"""What changes from one rulebook to another, and which rule did it."""

import json
import os
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.proof.changes import Change, Differences, differences
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.typeset import width
from tests.command.running import run
from tests.reference.invent import invent_case
from tests.rulebook.edits import Edit, write_rules

CASES = int(os.environ.get("MYNADESK_CASES", "3000"))
A_YEAR_LATER = Edit("figures.yaml", replace="value: 2012-04-01", by="value: 2013-04-01")


def edited(folder: Path, *edits: Edit) -> Rulebook:
    return load_rulebook(str(write_rules(folder, *edits)))


TODAY = [(date(2026, 11, 23), date(2026, 11, 23))]


class Edited(NamedTuple):
    """The shipped rules, an edited copy, and what changes between them."""

    old: Rulebook
    new: Rulebook
    found: Differences


@pytest.fixture(scope="module")
def a_year_later(book: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    new = edited(tmp_path_factory.mktemp("later"), A_YEAR_LATER)
    return Edited(book, new, differences(book, new))


def only(found: Differences) -> Change:
    (change,) = found.changes
    return change


def verdicts(old: Rulebook, new: Rulebook, change: Change) -> tuple[str, str]:
    """Of the smallest case, by each of the rulebooks."""
    case = change.turned.example
    first, second = (decide(book, read_case(book, case, date.min)).verdict for book in (old, new))
    return first, second


def test_a_rulebook_differs_from_itself_in_nothing(book: Rulebook) -> None:
    found = differences(book, book)
    assert (found.turned.count, found.changes, found.only_words) == (0, (), ())
    assert found.classes > 10**9


def test_a_year_later_concerns_exactly_the_driving_history_certificate(a_year_later: Edited) -> None:
    change = only(a_year_later.found)
    assert change.rules == (("figures", ("driving_history_from",)),)
    assert change.fields == (("value", "2012-04-01", "2013-04-01"),)
    assert change.turned.papers == ("driving_history_certificate",)
    assert change.turned.count == a_year_later.found.turned.count > 0
    assert all(before != after for before, after in change.turned.turns)
    assert verdicts(a_year_later.old, a_year_later.new, change) == change.turned.shown
    assert change.turned.shown == ("ask", "incomplete")
    (paper,) = (change.turned.example or {})["documents"]
    assert date(2012, 4, 1) <= date.fromisoformat(paper["issued_on"]) < date(2013, 4, 1)


def test_another_postage_changes_no_decision(book: Rulebook, tmp_path: Path) -> None:
    change = only(
        differences(book, edited(tmp_path, Edit("figures.yaml", replace="value: 434", by="value: 460")))
    )
    assert (change.turned.count, change.notices, change.turned.example) == (0, 0, None)


def test_other_papers_of_the_representative_concern_that_requirement_alone(
    book: Rulebook, tmp_path: Path
) -> None:
    edit = Edit("requirements.yaml", replace="one_of: [[A], [B, B]]", by="one_of: [[A, A], [A, B]]")
    new = edited(tmp_path, edit)
    change = only(differences(book, new))
    assert change.rules == (("requirements", ("representative_identity",)),)
    assert (change.turned.papers, change.turned.requirements) == ((), ("representative_identity",))
    assert verdicts(book, new, change) == change.turned.shown


def test_each_of_two_edits_is_told_apart(book: Rulebook, tmp_path: Path) -> None:
    loosened = Edit(
        "documents.yaml",
        replace="not_on_the_page:\n    always: consult",
        by="not_on_the_page:\n    always: met",
    )
    found = differences(book, edited(tmp_path, A_YEAR_LATER, loosened), TODAY)
    concerned = {change.rules[0]: change.turned.papers for change in found.changes}
    assert concerned == {
        ("figures", ("driving_history_from",)): ("driving_history_certificate",),
        ("documents", ("checks", "not_on_the_page")): ("eligibility_certificate",),
    }


def test_a_requirement_that_is_no_longer_wanted_is_named_by_its_route(book: Rulebook, tmp_path: Path) -> None:
    edit = Edit("routes.yaml", replace="    - reason_proof\n", by="")
    change = only(differences(book, edited(tmp_path, edit), TODAY))
    assert change.rules == (("routes", ("agent_second_visit",)),)
    assert change.turned.requirements == ("reason_proof",)


def test_another_notice_is_counted_though_no_decision_changes(book: Rulebook, tmp_path: Path) -> None:
    edit = Edit("notices.yaml", replace="when: {papers: [drivers_license]}", by="when: {papers: [passport]}")
    change = only(differences(book, edited(tmp_path, edit), TODAY))
    assert (change.rules, change.turned.count) == ((("notices", ("licence_in_card",)),), 0)
    assert change.notices > 0


def test_other_words_are_told_as_words(book: Rulebook, tmp_path: Path) -> None:
    found = differences(
        book, edited(tmp_path, Edit("documents.yaml", replace="ja: 運転免許証", by="ja: 免許証"))
    )
    assert (found.changes, found.only_words) == ((), (("documents", ("kinds", "drivers_license")),))


def test_two_days_of_one_rulebook_differ_by_what_ended_between(book: Rulebook) -> None:
    end = date.fromisoformat(str(book.figures["insurance_card_end"].value))
    found = differences(book, book, [(date.fromordinal(end.toordinal() - 1), end)])
    papers = [change.turned.papers for change in found.changes if change.turned.count]
    assert papers == [("health_insurance_card",)]
    assert "on" not in (found.changes[0].turned.example or {"on": ""})
    assert differences(book, book, [(end, date(2026, 11, 23))]).changes == ()


def test_invented_cases_change_only_as_is_told(a_year_later: Edited) -> None:
    """What the collapse counts is what happens: no case turns in a way that was not told."""
    told, rng = a_year_later.found.turned.turns, Random(2026)
    for _ in range(CASES):
        case = invent_case(rng)
        before, after = (decide(each, read_case(each, case, date.min)) for each in a_year_later[:2])
        if before.pins != after.pins:
            assert (before.verdict, after.verdict) in told, json.dumps(case)
            assert "driving_history_certificate" in {paper.kind for paper in before.papers}


def test_another_city_differs_rule_by_rule(book: Rulebook) -> None:
    """Its legal representatives need other papers, its agents other routes; each is named by itself."""
    other = load_rulebook(str(Path(shipped_rules()) / "examples" / "midorino"))
    found = differences(book, other, TODAY)
    changed = {rule: change for change in found.changes for rule in change.rules}
    papers = changed["requirements", ("representative_identity",)]
    assert papers.rules == (("requirements", ("representative_identity",)),)
    assert papers.turned.requirements == ("representative_identity",)
    household = changed["routes", ("household_agent",)]
    assert "letter_of_proxy" in household.turned.requirements
    assert all(change.turned.count <= found.turned.count for change in found.changes)
    for change in (papers, household):
        assert verdicts(book, other, change) == change.turned.shown


# The command


def test_the_command_names_what_did_it(tmp_path: Path) -> None:
    rules = write_rules(tmp_path, A_YEAR_LATER)
    done = run("rules", "diff", "rules", str(rules), "--on", "2026-11-23")
    assert done.status == 1
    assert "figures.yaml driving_history_from" in done.out
    assert "書類: 運転経歴証明書 (driving_history_certificate)\n" in done.out
    answer = run("rules", "diff", "rules", str(rules), "--json", "--on", "2026-11-23").answer()
    assert [change["papers"] for change in answer["changes"]] == [["driving_history_certificate"]]
    assert answer["changed"] == sum(turn["classes"] for turn in answer["turns"])


def test_the_command_compares_two_days() -> None:
    done = run("rules", "diff", "--between", "2025-12-01", "2025-12-02", "--lang", "en")
    again = run("rules", "diff", "--on", "2025-12-01", "--on", "2025-12-02", "--lang", "en")
    assert (done.status, done.out) == (1, again.out)
    assert "health_insurance_card" in done.out


@pytest.mark.parametrize("arguments", [(), ("rules",), ("rules", "rules", "rules"), ("--on", "2026-01-01")])
def test_without_two_things_to_compare_it_says_so(arguments: tuple[str, ...]) -> None:
    done = run("rules", "diff", "--lang", "en", *arguments)
    assert (done.status, done.out) == (2, "")
    assert "Say what to compare" in done.err


def test_the_same_rules_change_nothing() -> None:
    assert run("rules", "diff", "rules", "rules").status == 0


def test_another_age_is_told_by_the_birth_dates_that_it_touches(book: Rulebook, tmp_path: Path) -> None:
    """Being under the age is what situations are told apart by; who is under it has changed."""
    older = write_rules(tmp_path, Edit("figures.yaml", replace="value: 15", by="value: 16"))
    done = run("rules", "diff", shipped_rules(), str(older), "--on", "2026-11-23")
    assert done.status == 1
    assert (
        "2026-11-23には「本人の生年月日」が平成22年11月24日から平成23年11月23日までのとき、"
        "「本人が16歳未満」は「いいえ」から「はい」になります。" in done.out.replace("\n", "")
    )
    assert all(width(line) <= 80 for line in done.out.split("\n"))
    data = json.loads(run("rules", "diff", shipped_rules(), str(older), "--on", "2026-11-23", "--json").out)
    (follows,) = data["follows"]
    case = {"operation": "reset", "pins": ["signature"], "visitor": "holder", "on": "2026-11-23"}
    for birth, differs in ((follows["first"], True), (follows["last"], True), ("2011-11-24", False)):
        born = {**case, "holder": {"birth_date": birth}}
        books = book, load_rulebook(str(older))
        verdicts = {decide(each, read_case(each, born, date.min)).verdict for each in books}
        assert (len(verdicts) == 2) == differs


def test_rulings_of_the_office_are_compared_too(tmp_path: Path) -> None:
    rulings = ("--rulings", str(tmp_path))
    ruled = ("--kind", "eligibility_certificate", "--as", "B", "--by", "section_head", "--because", "tariff")
    assert run("rules", "rule", *ruled, *rulings, "--on", "2026-11-23", "--yes").status == 0
    done = run("rules", "diff", *rulings, "--between", "2026-11-22", "2026-11-23")
    assert (done.status, "1. documents.yaml kinds.eligibility_certificate" in done.out) == (1, True)
    assert "   本人、再設定・ロック解除、署名用、本人の資格確認書" in done.out
