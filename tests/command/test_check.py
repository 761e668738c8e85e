"""`mynadesk check`: what goes in, what comes out, and where."""

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

import pytest

from mynadesk.rulebook.book import Rulebook
from tests.command.running import AS_YAML, COMMAND, ROOT, SPEAKS_NO_JAPANESE, a_case, as_json, run

FLOW_YAML = """{operation: reset, pins: [user_authentication], visitor: holder, on: 2026-11-23,
  holder: {under_15: false, adult_ward: false}, certificates: {user_authentication: true}, card: presented,
  documents: [{kind: passport, of: holder, original: true, expiry: in_date}]}"""
FORMS = {
    "JSON": as_json(a_case()),
    "JSON over many lines": json.dumps(a_case(), indent=2).encode(),
    "JSON after blank lines": b"\n\n  " + as_json(a_case()),
    "JSON with a mark of its byte order": b"\xef\xbb\xbf" + as_json(a_case()),
    "YAML": AS_YAML.encode(),
    "YAML with a mark of its byte order": b"\xef\xbb\xbf" + AS_YAML.encode(),
    "YAML with a document's start": b"---\n" + AS_YAML.encode(),
    "YAML with the line ends of Windows": AS_YAML.replace("\n", "\r\n").encode(),
    "YAML in braces": FLOW_YAML.encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_one_case_is_decided_in_whatever_form_it_comes(form: str, tmp_path: Path) -> None:
    file = tmp_path / "事例 1.txt"
    file.write_bytes(FORMS[form])
    from_file, piped = run("check", str(file)), run("check", given=FORMS[form])
    assert (from_file.status, from_file.err) == (0, "")
    assert from_file == piped
    assert from_file.answer()["pins"] == {"user_authentication": "accept"}
    assert from_file.answer()["requirements"][2]["met_by"] == [0]


def test_a_dash_stands_for_standard_input() -> None:
    assert run("check", "-", given=as_json(a_case())) == run("check", given=as_json(a_case()))
    assert run("check", "--jsonl", "-", given=as_json(a_case())).status == 0


def test_an_answer_is_readable_json_in_utf8_whatever_the_machine_speaks() -> None:
    done = run("check", given=as_json(a_case()), PYTHONIOENCODING="cp932", **SPEAKS_NO_JAPANESE)
    assert done.out.startswith('{\n  "flow": "same_day",\n')
    assert done.answer()["headline"]["ja"] == "即日受付できます"
    assert "即日受付できます" in done.out


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "accept"),
        ({"card": "absent"}, "incomplete"),
        ({"card": None}, "ask"),
        ({"card": "expired"}, "consult"),
        ({"holder": {"under_15": True}}, "decline"),
        ({"pins": ["signature", "user_authentication"]}, "partial"),
    ],
)
def test_a_case_that_was_decided_ends_well_whatever_the_verdict(
    changes: dict[str, object], verdict: str
) -> None:
    done = run("check", given=as_json(a_case(**changes)))
    assert (done.status, done.err) == (0, "")
    assert done.answer()["verdict"] == verdict


def test_a_pile_of_papers_is_judged_in_no_time(book: Rulebook) -> None:
    """Nobody looked at them: the first of each twenty may count, the last is for the supervisor anyway."""
    pile = [{"kind": kind, "of": "visitor"} for kind in book.documents.kinds] * 1000
    case = a_case(visitor="agent", visit=2, reply_letter="sealed")
    started = monotonic()
    done = run("check", given=as_json({**case, "documents": [*case["documents"], *pile]}))
    (agent,) = (each for each in done.answer()["requirements"] if each["id"] == "agent_identity")
    assert agent["standing"] == "ask"
    assert "documents[20000].original" not in agent["ask"]
    assert {"documents[1].original", "documents[19981].original"} <= set(agent["ask"])
    assert monotonic() - started < 20


# One case a line


def test_cases_in_lines_are_answered_in_their_order(tmp_path: Path) -> None:
    cards = ["presented", "absent", "expired", None]
    file = tmp_path / "cases.jsonl"
    file.write_bytes(as_json(*(a_case(card=card) for card in cards)))
    done = run("check", "--jsonl", str(file))
    assert (done.status, done.err) == (0, "")
    assert [answer["verdict"] for answer in done.answers()] == ["accept", "incomplete", "consult", "ask"]


def test_a_line_is_answered_like_the_same_case_by_itself() -> None:
    given = as_json(a_case(visitor="agent", visit=1, pins=["resident_registry"]))
    (line,) = run("check", "--jsonl", given=given).answers()
    assert line == run("check", given=given).answer()


def test_a_bad_line_is_answered_in_its_place_and_the_rest_is_decided() -> None:
    given = as_json(a_case()) + b"{not json\n\n[1]\n" + as_json(a_case(card="gone"), a_case())
    done = run("check", "--jsonl", "--lang", "en", given=given)
    assert (done.status, done.err) == (2, "")
    first, *bad, last = done.answers()
    assert first == last
    assert first["verdict"] == "accept"
    assert [answer["line"] for answer in bad] == [2, 3, 4, 5]
    assert all(list(answer) == ["line", "error"] for answer in bad)
    assert bad[0]["error"].startswith("line 2, column 2: This is not JSON")
    assert bad[3]["error"] == 'card: "gone" cannot be used. It should be presented or absent or expired.'


def test_lines_may_end_as_windows_ends_them_and_the_last_need_not_end() -> None:
    given = as_json(a_case(), a_case()).replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    done = run("check", "--jsonl", given=given)
    assert [answer["verdict"] for answer in done.answers()] == ["accept", "accept"]


def test_no_lines_get_no_answers() -> None:
    assert run("check", "--jsonl", given=b"") == (0, "", "")


def test_whoever_reads_only_the_first_answer_causes_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(as_json(*[a_case()] * 2000))
    with subprocess.Popen(
        [*COMMAND, "check", "--jsonl", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        assert json.loads(started.stdout.readline())["verdict"] == "accept"
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(60) == 0


# The day of the visit


def test_a_case_without_a_day_is_decided_for_the_day_of_the_option() -> None:
    case = a_case(documents=[{"kind": "health_insurance_card", "of": "holder", "original": True}])
    case["documents"][0]["expiry"] = "9999-12-31"
    del case["on"]
    last, after = (
        run("check", "--on", day, given=as_json(case)).answer() for day in ("2025-12-01", "2025-12-02")
    )
    assert [last["verdict"], after["verdict"]] == ["accept", "consult"]


def test_the_day_in_the_case_counts_before_the_option() -> None:
    given = as_json(a_case(documents=[{"kind": "health_insurance_card", "of": "holder", "original": True}]))
    assert run("check", "--on", "2025-12-01", given=given) == run("check", given=given)


def test_without_any_day_a_case_is_decided_for_today() -> None:
    today = date.today()
    papers = [
        {
            "kind": "passport",
            "of": "holder",
            "original": True,
            "expiry": (today + timedelta(days)).isoformat(),
        }
        for days in (-2, 2)
    ]
    for paper, verdict in zip(papers, ("incomplete", "accept"), strict=True):
        case = a_case(documents=[paper])
        del case["on"]
        assert run("check", given=as_json(case)).answer()["verdict"] == verdict
