"""What a report of a fault holds."""

import pytest

from mynadesk.crash import crash_report

SECRET = "swordfish"


def fault() -> BaseException:
    """A fault while another was being dealt with."""
    holder = SECRET
    try:
        try:
            raise KeyError(holder)
        except KeyError as error:
            raise ValueError(f"no {holder}") from error
    except ValueError as error:
        return error


def test_a_report_names_types_files_lines_and_functions_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MYNADESK_DEBUG", "1")
    report = crash_report(fault())
    lines = report.splitlines()
    first = fault.__code__.co_firstlineno
    assert lines == [
        *("", "KeyError", f"  {__file__}:{first + 5} fault"),
        *("ValueError", f"  {__file__}:{first + 7} fault"),
    ]
    assert SECRET not in report


def test_without_being_asked_there_is_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MYNADESK_DEBUG", raising=False)
    assert crash_report(fault()) == ""
