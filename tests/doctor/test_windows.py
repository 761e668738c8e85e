"""The console of Windows, as far as it can be tried elsewhere: the calls, with a kernel that plays along."""

import sys
from pathlib import Path
from typing import Any

import pytest

from mynadesk.doctor.examining import examine
from mynadesk.doctor.measuring import measure
from mynadesk.doctor.report import status
from mynadesk.doctor.samples import SAMPLES
from mynadesk.doctor.windows import console as console_here
from mynadesk.rulebook.shipped import shipped_rules
from tests.doctor.around import NARROW, NOWHERE, WIDE, around
from tests.doctor.console import FakeKernel, console

TEXTS = [sample.text for sample in SAMPLES]


@pytest.mark.parametrize(("kernel", "widths"), [(FakeKernel(), NARROW), (FakeKernel(wide=True), WIDE)])
def test_a_console_tells_widths_by_its_cursor(kernel: FakeKernel, widths: dict[str, float]) -> None:
    here = around(windows=True, console=console(kernel))
    assert measure(here, patience=0.0) == widths


def test_the_console_stays_as_it_was() -> None:
    kernel = FakeKernel(column=5)
    console(kernel).widths(TEXTS)
    assert (kernel.cursor, kernel.marked, kernel.mode) == ([5, 0], set(), 3)


def test_near_the_right_edge_a_new_line_is_begun() -> None:
    kernel = FakeKernel(column=77)
    assert console(kernel).widths(TEXTS) == [4, 2, 4, 2, 2]
    assert kernel.cursor == [0, 1]


def test_what_is_no_console_is_not_measured() -> None:
    mute = console(FakeKernel(mute=True))
    assert mute.widths(TEXTS) is None
    assert mute.knows_escape_sequences() is None
    assert measure(around(windows=True, console=mute), patience=0.0) == "no_answer"
    assert measure(around(windows=True, console=None), patience=0.0) == "no_answer"


@pytest.mark.parametrize("legacy", [True, False])
def test_whether_escape_sequences_are_known_is_tried_and_taken_back(legacy: bool) -> None:
    kernel = FakeKernel(legacy=legacy)
    assert console(kernel).knows_escape_sequences() is not legacy
    assert kernel.mode == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there it is one")
def test_elsewhere_there_is_no_console() -> None:
    assert console_here() is None


@pytest.mark.parametrize("changes", [{"console": console()}, {"console": None}, {**NOWHERE, "console": None}])
def test_everything_is_examined_there_too(changes: dict[str, Any], tmp_path: Path) -> None:
    here = around({"WT_SESSION": "0"}, windows=True, **changes)
    findings = examine(here, measure(here, patience=0.0), 0.5, shipped_rules(), str(tmp_path))
    assert len({finding.id for finding in findings}) == len(findings) == 12
    assert status(findings) == 0
