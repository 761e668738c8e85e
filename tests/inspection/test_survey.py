"""All faults of a folder of rules at once: none hides another, none is told that only follows from one."""

from pathlib import Path

import pytest

from mynadesk.fault import UnusableRulebook
from mynadesk.inspection.report import file_of
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from tests.inspection.folders import copied, edit, surveyed, told
from tests.rulebook.edits import read_edit, write_rules

BAD = sorted((Path(__file__).parent.parent / "rulebook" / "bad").glob("*.yaml"))
TELLS_MORE = {"an_alias_bomb": 3}
"""Where the loader stops at the first fault of a file: how many there are."""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_the_shipped_rules_are_well_and_everything_was_looked_at(rules: Path) -> None:
    found = surveyed(rules)
    assert found.spots == []
    assert found.put_off == []
    assert len(found.places) == len([path for path in rules.rglob("*.yaml") if "examples" not in path.parts])


# Layers


@pytest.mark.parametrize("city", [path.name for path in Path(shipped_rules(), "examples").iterdir()])
def test_the_example_cities_are_well_and_every_file_of_theirs_was_looked_at(city: str, rules: Path) -> None:
    overlay = rules / "examples" / city
    found = surveyed(overlay)
    assert found.spots == []
    assert {str(path) for path in overlay.rglob("*.yaml") if path.name != "overlay.yaml"} <= {*found.places}


@pytest.fixture
def overlay(rules: Path) -> Path:
    """A city on top of the shipped rules."""
    folder = rules.parent / "city"
    folder.mkdir()
    (folder / "overlay.yaml").write_text("over: ../規則\n", "utf-8")
    (folder / "figures.yaml").write_text("own_request_age:\n  replaces: {value: 16}\n", "utf-8")
    return folder


def test_a_fault_is_told_in_the_layer_in_which_it_is_written(overlay: Path, rules: Path) -> None:
    assert surveyed(overlay).spots == []
    (overlay / "figures.yaml").write_text("own_request_age:\n  replaces: {unit: yen, label: 年齢}\n", "utf-8")
    edit(rules, "pins.yaml", "tries: 5", "tries: five")
    assert told(surveyed(overlay)) == [
        ("figures.yaml", "own_request_age.replaces.label", "年齢"),
        ((rules / "pins.yaml").as_posix(), "signature.tries", "five"),
    ]


def test_what_cannot_be_laid_is_told_and_hides_nothing_beside_it(overlay: Path) -> None:
    (overlay / "figures.yaml").write_text("own_request_ages:\n  replaces: {value: 16}\n", "utf-8")
    (overlay / "routes.yaml").write_text("holder:\n  replace: {flow: same_day}\n", "utf-8")
    (overlay / "reasons.yaml").write_text("removes: [[illness], illnes]\nadds: [x]\n", "utf-8")
    (overlay / "words.yaml").write_text("- a\n", "utf-8")
    assert [text for _, _, text in told(surveyed(overlay))] == [
        "own_request_ages",
        "[illness]",
        "illnes",
        "[x]",
        "replace",
        "- a\n",
    ]


@pytest.mark.parametrize(
    ("cover", "piece"), [("over: nowhere\n", "over"), ("over: .\n", "over"), ("ovr: shipped\n", "ovr")]
)
def test_a_cover_that_names_no_rulebook_is_told(overlay: Path, cover: str, piece: str) -> None:
    (overlay / "overlay.yaml").write_text(cover, "utf-8")
    found = surveyed(overlay)
    assert piece in [text for _, _, text in told(found)]
    assert {file for file, _, _ in told(found)} == {"overlay.yaml"}


@pytest.mark.parametrize(
    ("file", "old", "new", "text"),
    [
        ("documents.yaml", "交付日が{driving_history_from}以降", "交付日が2012年4月1日以降", "2012年4月1日"),
        (
            "documents.yaml",
            "交付日が{driving_history_from}以降",
            "交付日が平成24年4月1日以降",
            "平成24年4月1日",
        ),
        ("desk.yaml", "郵送代{postage}円(現金", "郵送代434円(現金", "434円"),
        ("requirements.yaml", "ご本人が{own_request_age}歳未満か、", "ご本人が１５歳未満か、", "１５歳"),
    ],
)
def test_a_figure_written_out_in_words_is_told(rules: Path, file: str, old: str, new: str, text: str) -> None:
    """It would stay as it is when the figure is changed."""
    edit(rules, file, old, new)
    assert [(at, of) for at, _, of in told(surveyed(rules))] == [(file, text)]


def test_another_number_in_words_is_no_figure(rules: Path) -> None:
    edit(rules, "desk.yaml", "郵送代{postage}円(現金", "郵送代1434円(現金")
    assert told(surveyed(rules)) == []


# Faults beside each other


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_whatever_the_loader_refuses_is_told_in_the_same_words(bad: Path, tmp_path: Path) -> None:
    folder = write_rules(tmp_path, read_edit(bad))
    with pytest.raises(UnusableRulebook) as caught:
        load_rulebook(str(folder))
    refused = [(fault.file, fault.field, fault.what) for fault in caught.value.faults]
    found = [(each.fault.file, each.fault.field, each.fault.what) for each in surveyed(folder).spots]
    assert set(refused) <= set(found)
    assert len(found) == TELLS_MORE.get(bad.stem, len(refused))


def test_a_slip_of_yaml_hides_no_wrong_type_and_no_unknown_name_elsewhere(rules: Path) -> None:
    edit(rules, "notices.yaml", "postage_tariff:\n  text:", "postage_tariff:\n  text：")
    edit(rules, "pins.yaml", "tries: 5", "tries: five")
    edit(rules, "routes.yaml", "next_visit: agent_second_visit", "next_visit: second_visit")
    edit(rules, "ledger/daybook.yaml", "days: {keep: ", "days: {keep: about ")
    assert [(file, text) for file, _, text in told(surveyed(rules))] == [
        ("notices.yaml", "："),
        ("pins.yaml", "five"),
        ("routes.yaml", "second_visit"),
        ("ledger/daybook.yaml", "about 90"),
    ]


def test_two_slips_of_yaml_in_one_file_are_told_at_once(rules: Path) -> None:
    edit(rules, "figures.yaml", "own_request_age:\n  value: ", "own_request_age:\n  value：")
    edit(rules, "figures.yaml", "reason_age:\n  value: ", "reason_age:\n\tvalue: ")
    assert [text for _, _, text in told(surveyed(rules))] == ["：", "\t"]


def test_an_entry_that_cannot_be_read_is_not_missed_where_it_is_named(rules: Path) -> None:
    """The figure is named by checks, notices and words: none of them is at fault."""
    edit(
        rules,
        "figures.yaml",
        "driving_history_from:\n  value: 2012-04-01",
        "driving_history_from:\n  value: [",
    )
    found = surveyed(rules)
    assert {file_of(found, spot) for spot in found.spots} == {"figures.yaml"}


def test_an_entry_of_a_wrong_type_is_not_missed_where_it_is_named(rules: Path) -> None:
    edit(rules, "facts.yaml", "type: date_until_visit", "type: date")
    assert told(surveyed(rules)) == [("facts.yaml", "holder.birth_date.type", "date")]


@pytest.mark.parametrize(
    "file", ["facts", "figures", "requirements", "routes", "desk", "documents", "sources"]
)
def test_a_file_that_is_missing_is_the_only_fault(rules: Path, file: str) -> None:
    """Everything that it names is unknown; that is no fault of whoever names it."""
    (rules / f"{file}.yaml").unlink()
    found = surveyed(rules)
    assert [file_of(found, spot) for spot in found.spots] == [f"{file}.yaml"]


@pytest.mark.parametrize("file", ["facts", "figures", "requirements", "routes", "desk", "documents", "words"])
def test_a_file_in_another_encoding_is_the_only_fault(rules: Path, file: str) -> None:
    path = rules / f"{file}.yaml"
    path.write_bytes(path.read_text("utf-8").encode("cp932"))
    found = surveyed(rules)
    assert [file_of(found, spot) for spot in found.spots] == [f"{file}.yaml"]


def test_what_is_wrong_beside_a_file_that_is_missing_is_told_all_the_same(rules: Path) -> None:
    (rules / "routes.yaml").unlink()
    edit(rules, "documents.yaml", "not_before: driving_history_from", "not_before: driving_history_form")
    assert [text for _, _, text in told(surveyed(rules))] == ["driving_history_form", ""]


def test_own_scenes_are_decided_by_sound_rules_only(rules: Path) -> None:
    edit(rules, "pins.yaml", "tries: 5", "tries: 0")
    assert [each.en for each in surveyed(rules).put_off] == ["the answers of own scenes"]


def test_faults_of_own_scenes_and_of_telling_are_told(rules: Path) -> None:
    own = rules / "practice" / "own-scenes.yaml"
    own.write_text(
        "mine:\n  story: {ja: 話, en: A story}\n  case: {visitor: owner}\n  answer: yes\n", "utf-8"
    )
    assert [field for _, field, _ in told(surveyed(rules))] == ["mine.answer"]
    own.write_text("mine:\n  story: {ja: 話, en: A story}\n  case: {visitor: owner}\n", "utf-8")
    assert ("practice/own-scenes.yaml", "mine.case.visitor", "owner") in told(surveyed(rules))


def test_a_folder_of_rules_alone_is_looked_at_without_the_others(rules: Path) -> None:
    """The desk needs neither papers nor practice."""
    (rules / "handout").rename(rules.parent / "handout")
    found = surveyed(rules)
    assert found.spots == []
    assert [each.en for each in found.put_off] == ["handout (there is no such folder)"]
