"""Surroundings as a test needs them."""

from collections.abc import Mapping
from typing import Any

from mynadesk.doctor.finding import Finding
from mynadesk.doctor.samples import Widths
from mynadesk.doctor.surroundings import Surroundings
from mynadesk.sizes import Size

GOOD_ENVIRONMENT = {"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8"}
NARROW: Widths = {"wide": 2, "half_kana": 1, "full_letter": 2, "combining": 2, "ambiguous": 1}
"""What most terminals answer."""
WIDE: Widths = {**NARROW, "ambiguous": 2}
"""What terminals for Japanese often answer."""


def around(environment: Mapping[str, str] = GOOD_ENVIRONMENT, **changes: Any) -> Surroundings:
    """A terminal with nothing to complain about, but for these changes."""
    good = Surroundings(
        environment=environment,
        windows=False,
        input=0,
        output=1,
        drawn_on_terminal=True,
        encoding="utf-8",
        size=Size(80, 24),
        console=None,
    )
    return good._replace(**changes)


NOWHERE: dict[str, Any] = {"input": None, "output": None, "drawn_on_terminal": False, "size": None}
"""Changes: no terminal at all."""


def told(finding: Finding) -> str:
    """Everything a finding says, in both languages."""
    words = [finding.found, *([finding.mend] if finding.mend else [])]
    return "\n".join([each.ja for each in words] + [each.en for each in words])
