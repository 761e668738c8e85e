"""Schemas for editors: they say that the shipped rules are well, and that bad ones are not."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mynadesk.fault import UnusableText
from mynadesk.inspection.json_schema import json_schemas
from mynadesk.inspection.survey import readable_rulebooks
from mynadesk.rulebook.loading import TYPES
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.rulebook.typed import mismatches
from mynadesk.strict_yaml import read_yaml
from tests.rulebook.edits import Edit, read_edit, shipped_texts

SCHEMAS = json_schemas(readable_rulebooks(shipped_rules()))
BAD = {path.stem: read_edit(path) for path in (Path(__file__).parents[1] / "rulebook" / "bad").glob("*.yaml")}


FILES = sorted(path for path in Path(shipped_rules()).rglob("*.yaml") if "examples" not in path.parts)
"""An overlay has another shape: it says what it changes."""


@cache
def validator(file: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[file])


def raw(edit: Edit) -> Any:
    """What a bad file holds; None where it is no YAML."""
    try:
        return read_yaml(edit.of(shipped_texts()[edit.file]), edit.file)
    except UnusableText:
        return None


OF_A_WRONG_TYPE = sorted(
    name
    for name, edit in BAD.items()
    if raw(edit) is not None and [*mismatches(raw(edit), TYPES[edit.file.removesuffix(".yaml")])]
)


@pytest.mark.parametrize("file", SCHEMAS)
def test_every_schema_is_one(file: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[file])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_shipped_file_is_well_by_its_schema(path: Path) -> None:
    file = path.relative_to(shipped_rules()).as_posix()
    errors = validator(file).iter_errors(read_yaml(path.read_text("utf-8"), file))
    assert [error.message for error in errors] == []


def test_there_are_bad_rulebooks_of_a_wrong_type() -> None:
    assert len(OF_A_WRONG_TYPE) > 10


@pytest.mark.parametrize("name", OF_A_WRONG_TYPE)
def test_whatever_is_of_a_wrong_type_is_wrong_by_its_schema(name: str) -> None:
    assert not validator(BAD[name].file).is_valid(raw(BAD[name]))


@pytest.mark.parametrize(
    "name",
    [
        "a_check_of_an_unknown_property",
        "a_choice_that_tells_a_wrong_answer",
        "a_condition_with_a_wrong_answer",
        "a_kind_of_an_unknown_class",
        "a_notice_beside_an_unknown_question",
        "a_requirement_for_an_unknown_pin",
        "an_unknown_class",
        "an_unknown_figure",
        "an_unknown_next_visit",
        "an_unknown_requirement",
        "an_unknown_sentence",
        "an_unknown_source",
    ],
)
def test_a_name_that_the_rules_do_not_have_is_wrong_by_its_schema(name: str) -> None:
    assert not validator(BAD[name].file).is_valid(raw(BAD[name]))


def test_an_editor_completes_the_names_of_the_rules() -> None:
    names = SCHEMAS["documents.yaml"]["$defs"]
    assert "driving_history_from" in names["names.date"]["enum"]
    assert "postage_by_tariff" not in names["names.date"]["enum"]
    assert names["Check"]["properties"]["not_before"]["anyOf"] == [
        {"$ref": "#/$defs/names.date"},
        {"type": "null"},
    ]


def test_an_editor_shows_what_is_said_of_a_field() -> None:
    spoken = SCHEMAS["documents.yaml"]["$defs"]["PaperClass"]["properties"]["spoken"]
    assert spoken["description"] == "What it is called to the person at the counter."
    assert SCHEMAS["figures.yaml"]["$defs"]["Figure"]["description"].startswith("figures.yaml: whole years")
