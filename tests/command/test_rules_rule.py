"""`mynadesk rules rule`: a supervisor's ruling is shown, asked about, and kept."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mynadesk.typeset import width
from tests.command.running import Done, a_case, as_json, run

CERTIFICATE = ("--kind", "eligibility_certificate", "--as", "B")
WHO_AND_WHY = ("--by", "section_head", "--because", "national_notice")
CASE = a_case(
    pins=["resident_registry"],
    documents=[{"kind": "eligibility_certificate", "of": "holder", "original": True, "expiry": "in_date"}],
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The folder of an office's rulings, which is not there yet."""
    return tmp_path / "rulings"


def rule(office: Path, *typed: str, given: bytes = b"") -> Done:
    return run("rules", "rule", "--rulings", str(office), "--on", "2026-11-23", *typed, given=given)


def verdict(office: Path, on: str = "2026-11-23") -> str:
    done = run("check", "--rulings", str(office), given=as_json({**CASE, "on": on}))
    return str(done.answer()["verdict"])


def test_without_options_it_lists_what_can_be_ruled(office: Path) -> None:
    done = rule(office)
    assert (done.status, done.err) == (0, "")
    assert "  資格確認書\n    --kind eligibility_certificate --as B\n" in done.out
    assert "  来庁者(代理人): 本人が15歳未満\n" in done.out
    assert all(width(line) <= 80 for line in done.out.split("\n"))
    assert "section_head  市民課長" in done.out
    assert "national_notice  国の通知・案内による" in done.out


def test_a_ruling_is_shown_with_what_it_changes_and_kept(office: Path) -> None:
    assert verdict(office) == "consult"
    done = rule(office, *CERTIFICATE, *WHO_AND_WHY, "--yes")
    assert done.status == 0
    assert "令和8年11月23日の市民課長の決定(資格確認書をBとして数える)" in done.out
    assert "「責任者の判断」から「受付できる」に" in done.out
    assert verdict(office) == "accept"
    assert "例: 本人、再設定・ロック解除、暗証番号すべて、" in done.out
    assert "本人の資格確認書" in done.out.replace("\n    ", "")
    assert "すべての場面の種類 73,372,392,000 のうち、3,343,536,738 で判定が変わります。" in done.out
    assert all(width(line) <= 80 for line in done.out.split("\n"))
    assert 'review: "2027-05-22"' in (office / "saijo.yaml").read_text(encoding="utf-8")


def test_without_a_terminal_nothing_is_kept_unless_it_is_said_to_be_meant(office: Path) -> None:
    done = rule(office, *CERTIFICATE, *WHO_AND_WHY, given=b"yes\n")
    assert done.status == 2
    assert "--yes" in done.err
    assert not office.exists()


def test_a_ruling_that_cannot_be_is_refused_and_nothing_is_kept(office: Path) -> None:
    done = rule(office, *CERTIFICATE, "--by", "Taro", "--because", "tariff", "--yes")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("--by: 「Taro」は office.yaml の posts にありません。")
    assert not office.exists()


def test_a_broken_file_of_rulings_is_told_by_every_command(office: Path) -> None:
    office.mkdir()
    (office / "saijo.yaml").write_text("a: [\n", encoding="utf-8")
    for typed in (
        ("check",),
        ("ask",),
        ("handout",),
        ("practice", "sheet"),
        ("rules", "prove"),
        ("rules", "rule"),
    ):
        done = run(*typed, "--rulings", str(office), given=as_json(CASE))
        assert (done.status, done.out) == (2, ""), typed
        assert f"{office / 'saijo.yaml'} 2行 1列" in done.err
        assert "Traceback" not in done.err
    done = run("rules", "check", "--rulings", str(office))
    assert done.status == 1
    assert "saijo.yaml:1:4" in done.out


def test_a_ruling_to_be_looked_at_again_is_told_by_check_and_doctor(office: Path) -> None:
    assert rule(office, *CERTIFICATE, *WHO_AND_WHY, "--review", "2026-11-23", "--yes").status == 0
    told = "見直しの期限(令和8年11月23日)を過ぎた取り決めがあります"
    for day, there in (("2026-11-23", False), ("2026-11-24", True)):
        assert (told in run("rules", "check", "--rulings", str(office), "--on", day).out) == there
        data = json.loads(run("rules", "check", "--json", "--rulings", str(office), "--on", day).out)
        assert bool(data["overdue"]) == there
    assert told in run("rules", "rule", "--rulings", str(office), "--on", "2026-11-24").out


def test_the_doctor_names_a_ruling_to_be_looked_at_again(office: Path) -> None:
    assert (
        rule(
            office, *CERTIFICATE, *WHO_AND_WHY, "--from", "2020-01-01", "--review", "2020-01-01", "--yes"
        ).status
        == 0
    )
    data = json.loads(run("doctor", "--json", "--rulings", str(office)).out)
    finding = next(each for each in data["findings"] if each["id"] == "rulebook")
    assert finding["standing"] in ("note", "ok")
    assert ("見直しの期限" in finding["found"]["ja"]) == (finding["standing"] == "note")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--kind", "eligibility_certificate", *WHO_AND_WHY), "--as がありません。"),
        ((*CERTIFICATE, "--because", "tariff"), "--by がありません。 書けるのは section_head(市民課長)、"),
        ((*CERTIFICATE, "--by", "section_head"), "--because がありません。 書けるのは national_notice("),
        (
            (*CERTIFICATE, *WHO_AND_WHY, "--review", "2026-11-22"),
            "--review: 2026-11-22 は適用開始の 2026-11-23 より前",
        ),
        (
            (*CERTIFICATE, *WHO_AND_WHY, "--until", "2026-11-22"),
            "--until: 2026-11-22 は適用開始の 2026-11-23 より前",
        ),
        (
            ("--figure", "postage", "--value", "460円", *WHO_AND_WHY),
            "--value: 「460円」は0以上の整数ではありません。",
        ),
        (
            (*CERTIFICATE, *WHO_AND_WHY, "--reference", "山田さんに電話で確認"),
            "--reference: お名前が書かれているようです。",
        ),
        (("--as", "B"), "何の取り決めかを、--kind、"),
    ],
)
def test_a_slip_is_told_of_the_option_that_was_typed(office: Path, typed: tuple[str, ...], told: str) -> None:
    """The ruling stands in no file yet, so there is no line to name."""
    done = rule(office, *typed, "--yes")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(told)
    assert not office.exists()


def test_whoever_rules_on_what_the_page_has_settled_is_told_so(office: Path) -> None:
    told = "これは責任者の判断に任されていることではありません。"
    assert told in rule(office, "--kind", "passport", "--as", "B", *WHO_AND_WHY).out
    assert told not in rule(office, *CERTIFICATE, *WHO_AND_WHY).out


def test_another_age_is_told_by_the_people_whom_it_touches(office: Path) -> None:
    """Who is under an age is asked at the desk, so no situation changes; who they are does."""
    out = rule(office, "--figure", "own_request_age", "--value", "16", *WHO_AND_WHY).out.replace("\n  ", "")
    assert (
        "「本人の生年月日」が平成22年11月24日から平成23年11月23日までのとき、"
        "「本人が16歳未満」は「いいえ」から「はい」になります。" in out
    )
    assert "判定の変わる場面はありません" not in out


def test_a_reference_that_only_looks_like_a_name_is_taken(office: Path) -> None:
    done = rule(office, *CERTIFICATE, *WHO_AND_WHY, "--reference", "総務省様式第3号(氏名の扱い)", "--yes")
    assert done.status == 0


def kept(office: Path) -> str:
    return (office / "saijo.yaml").read_text(encoding="utf-8")


@cache
def recorded() -> str:
    """What a file says in which a ruling was recorded."""
    with TemporaryDirectory() as folder:
        assert rule(Path(folder), *CERTIFICATE, *WHO_AND_WHY, "--yes").status == 0
        return kept(Path(folder))


def made(office: Path) -> str:
    """The name of a ruling that was recorded."""
    office.mkdir()
    (office / "saijo.yaml").write_text(recorded(), encoding="utf-8")
    return "2026-11-23-1"


def test_a_ruling_is_ended_after_what_that_changes_was_shown(office: Path) -> None:
    done = rule(office, "--end", made(office), "--until", "2026-12-31", "--yes")
    assert done.status == 0
    assert "令和8年12月31日までになります。" in done.out
    assert "2027-01-01の判定がどう変わるか" in done.out
    assert "「受付できる」から「責任者の判断」に" in done.out
    assert (verdict(office, "2026-12-31"), verdict(office, "2027-01-01")) == ("accept", "consult")
    assert "令和8年12月31日まで" in rule(office).out


def test_what_stands_beside_it_in_the_file_stays(office: Path) -> None:
    name = made(office)
    file = office / "saijo.yaml"
    before = kept(office).replace("  by: section_head\n", "  by: section_head  # 係の申し合わせ\n")
    file.write_text(before, encoding="utf-8")
    rule(office, "--end", name, "--until", "2026-12-31", "--yes")
    assert kept(office).replace('  applies_until: "2026-12-31"\n', "") == before
    rule(office, "--end", name, "--until", "2026-11-30", "--yes")
    assert kept(office).replace('  applies_until: "2026-11-30"\n', "") == before


def test_a_ruling_that_was_looked_at_again_goes_on_until_its_next_review(office: Path) -> None:
    done = rule(office, "--renew", made(office), "--review", "2027-11-23", "--yes")
    assert (done.status, "判定は変わりません" in done.out) == (0, True)
    assert 'review: "2027-11-23"' in kept(office)
    assert kept(office).count("review:") == 1
    assert verdict(office) == "accept"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--end", "2020-01-01-1"), "「2020-01-01-1」はありません。 いまあるのは 2026-11-23-1 です。"),
        (("--end", "NAME", "--until", "2026-11-22"), "--until: この取り決めは2026-11-23に始まります。"),
        (("--renew", "NAME", "--review", "2027-05-22"), "--review: 見直しの期限 2027-05-22 は、"),
        (("--end", "NAME", "--figure", "postage"), "--end と一緒に書けるのは --until だけです。"),
        (("--end", "NAME", "--renew", "NAME"), "--end と一緒に書けるのは --until だけです。"),
        (("--renew", "NAME", "--until", "2026-12-31"), "--renew と一緒に書けるのは --review だけです。"),
    ],
)
def test_what_cannot_be_ended_or_renewed_is_told_and_nothing_is_written(
    office: Path, typed: tuple[str, ...], told: str
) -> None:
    name = made(office)
    before = kept(office)
    done = rule(office, *(each.replace("NAME", name) for each in typed), "--yes")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(told)
    assert kept(office) == before


def test_a_ruling_that_ends_can_only_be_ended_sooner(office: Path) -> None:
    name = made(office)
    assert rule(office, "--end", name, "--yes").status == 0
    done = rule(office, "--end", name, "--until", "2026-12-31", "--yes")
    assert (done.status, "もう2026-11-23までと決まっています" in done.err) == (2, True)


def test_a_ruling_written_on_one_line_is_left_to_whoever_wrote_it(office: Path) -> None:
    name = made(office)
    (head, *lines) = kept(office).partition(f'"{name}":\n')[2].rstrip("\n").split("\n")
    fields = ", ".join(line.strip() for line in (head, *lines))
    (office / "saijo.yaml").write_text(f'"{name}": {{{fields}}}\n', encoding="utf-8")
    before = kept(office)
    done = rule(office, "--end", name, "--yes")
    assert (done.status, "1行ずつ書かれていません" in done.err, kept(office)) == (2, True, before)


def test_without_a_terminal_nothing_is_ended_unless_it_is_said_to_be_meant(office: Path) -> None:
    name = made(office)
    before = kept(office)
    done = rule(office, "--end", name, given=b"yes\n")
    assert (done.status, "--yes" in done.err, kept(office)) == (2, True, before)
