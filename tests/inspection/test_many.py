"""Many rulebooks at once: each is loaded, checked and proved, and it can be stopped."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from mynadesk.inspection.many import folders_of_rules, look_at
from tests.bench.cities import write_cities
from tests.command.running import COMMAND, ROOT, hear, run
from tests.inspection.folders import DAY

IDLE = "representative_identity: {replaces: {needs: {papers: {of: visitor, one_of: [[A], [A, B]]}}}}\n"


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A sound city, one with a fault and one with a rule that never matters, beside what is no rulebook."""
    write_cities(tmp_path / "cities", 3)
    folder = tmp_path / "cities"
    (folder / "notes").mkdir()
    (folder / "city-0001" / "figures.yaml").write_text("postage:\n  replaces: {value: free}\n", "utf-8")
    (folder / "city-0002" / "requirements.yaml").write_text(IDLE, "utf-8")
    return folder


def test_folders_without_a_rulebook_are_left_out(cities: Path) -> None:
    assert [Path(each).name for each in folders_of_rules(str(cities))] == [
        "city-0000",
        "city-0001",
        "city-0002",
    ]


def test_each_is_checked_and_where_it_is_sound_proved(cities: Path) -> None:
    sound, faulty, holed = (look_at(str(cities / f"city-000{number}"), DAY) for number in range(3))
    assert (sound.faults, sound.holes) == ((), ())
    assert sound.classes > 1_000_000
    assert [(Path(fault.file).name, fault.line) for fault in faulty.faults] == [("figures.yaml", 2)]
    assert [hole.kind for hole in holed.holes] == ["idle"]


def test_the_command_looks_at_all_of_them_and_tells_what_is_wrong(cities: Path) -> None:
    done = run("rules", "check", "--all", str(cities), "--jobs", "2", "--lang", "en")
    assert done.status == 1
    fault, hole, summary = done.out.splitlines()
    assert "city-0001" in fault
    assert "figures.yaml:2:" in fault
    assert "city-0002 requirements.yaml representative_identity" in hole
    assert summary.startswith("3 rulebooks checked and proved: with faults 1, with holes 1; ")
    assert "3 / 3  100%" in done.err


def test_sound_ones_are_told_as_that_and_as_json(tmp_path: Path) -> None:
    write_cities(tmp_path / "cities", 1)
    done = run("rules", "check", "--all", str(tmp_path / "cities"), "--json")
    answer = done.answer()
    assert (done.status, answer["wanted"], answer["done"]) == (0, 1, 1)
    assert (answer["rulebooks"][0]["faults"], answer["rulebooks"][0]["holes"]) == ([], [])


def test_a_folder_without_any_rulebook_is_refused(tmp_path: Path) -> None:
    done = run("rules", "check", "--all", str(tmp_path), "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "There is no folder of rules in it." in done.err


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise there")
def test_ctrl_c_stops_it_and_says_how_far_it_came(tmp_path: Path) -> None:
    write_cities(tmp_path / "cities", 12)
    command = [*COMMAND, "rules", "check", "--all", str(tmp_path / "cities"), "--jobs", "2", "--lang", "en"]
    started = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear,
    )
    assert started.stderr is not None
    assert "%" in started.stderr.readline()
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does: every process hears it
    out, err = started.communicate(timeout=60)
    assert started.returncode == 130
    assert "Stopped. " in err
    assert " of 12 were looked at." in err
    assert "Traceback" not in err
    assert " rulebooks checked and proved" in out
