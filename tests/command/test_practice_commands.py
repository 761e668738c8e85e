"""`mynadesk practice`, run as a person runs it."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mynadesk.command.arguments import parse
from mynadesk.practice.learning.keeping import write
from mynadesk.practice.learning.memory import Memory, after
from mynadesk.practice.learning.progress import Progress
from mynadesk.practice.scenes.scene import Card
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.words import Words
from tests.command.running import COMMAND, ROOT, Done, a_case, as_json, run
from tests.screens.terminal import Terminal

DAY = ("--on", "2026-11-24")
AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


class Machine:
    """One on which somebody has practised, or nobody."""

    def __init__(self, home: Path) -> None:
        self.home = home
        if sys.platform != "linux":
            pytest.skip("where records are kept is set by XDG_DATA_HOME on Linux only")

    @property
    def folder(self) -> Path:
        return self.home / "mynadesk" / "practice"

    def practise(self, nickname: str) -> Progress:
        card = Card("holder_card/card/absent", Words("a", "a"), Words("b", "b"), (), "0" * 16)
        memory = after(Memory("seed"), card, "again", AT)
        return write(str(self.folder), Progress(nickname=nickname, memory=memory))

    def run(self, *arguments: str, given: bytes = b"") -> Done:
        return run("practice", *arguments, given=given, XDG_DATA_HOME=str(self.home))


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "data")


# The sheet


def test_a_sheet_is_written_and_its_own_head_makes_it_again() -> None:
    first = run("practice", "sheet", "--count", "3", *DAY)
    assert (first.status, first.err) == (0, "")
    command = first.out.split("同じものを作る:\n    mynadesk ")[1].split("\n")[0]
    assert command.startswith("practice sheet --seed ")
    assert command.endswith(" --count 3 --on 2026-11-24")
    assert run(*command.split()).out == first.out


def test_a_sheet_comes_in_english_with_the_answers_behind_a_form_feed() -> None:
    done = run("practice", "sheet", "--seed", "7", "--count", "2", "--lang", "en", *DAY)
    scenes, answers = done.out.split("\f")
    assert scenes.startswith("Practice sheet ")
    assert answers.startswith("Practice sheet: answers")
    assert "    mynadesk practice sheet --seed 7 --count 2 --on 2026-11-24 --lang en\n" in scenes


def test_twenty_scenes_are_usual() -> None:
    assert "\n20. 来庁者: " in run("practice", "sheet", "--seed", "1", *DAY).out.replace("\f", "\n")


# What is kept


def test_progress_shows_skills_rounds_and_what_to_read_again(machine: Machine) -> None:
    machine.practise("たぬき")
    done = machine.run("progress", "--name", "たぬき")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("たぬきさんの練習の記録\n身についた 0・あやふや 1・まだ ")
    assert "あやふや   本人のマイナンバーカード: なし\n" in done.out
    assert "  終えた練習はまだありません。\n" in done.out
    assert "  1. 本人のマイナンバーカード: なし\n     決まり: " in done.out


def test_an_export_is_everything_that_is_kept(machine: Machine, tmp_path: Path) -> None:
    kept = machine.practise("Tanuki")
    out = machine.run("export", "--name", "tanuki")
    file = tmp_path / "mine.json"
    done = machine.run("export", "--name", "tanuki", str(file))
    assert (done.status, done.out) == (0, "")
    assert done.err == f"「Tanuki」の練習の記録を {file} に書き出しました。\n"
    assert file.read_text(encoding="utf-8") == out.out == (*machine.folder.glob("*.json"),)[0].read_text()
    assert json.loads(out.out)["memory"]["shown"] == kept.memory.shown == 1
    again = machine.run("export", "--name", "tanuki", str(file))
    assert (again.status, again.out) == (2, "")
    assert "同じ名前のファイルがあります。" in again.err


def test_a_wipe_takes_everything_and_only_of_this_nickname(machine: Machine) -> None:
    machine.practise("Tanuki")
    machine.practise("Kitsune")
    done = machine.run("wipe", "--name", "Tanuki", "--yes")
    assert done == (0, "", "「Tanuki」の練習の記録を消しました。\n")
    assert [path.name for path in machine.folder.glob("*.json")] == ["trainee-kitsune-.json"]
    gone = machine.run("progress", "--name", "Tanuki")
    assert gone == (
        2, "", "「Tanuki」の練習の記録はこの端末にありません。\nこの端末にある呼び名: Kitsune\n",
    )  # fmt: skip


def test_nothing_is_wiped_where_nobody_can_be_asked(machine: Machine) -> None:
    machine.practise("Tanuki")
    done = machine.run("wipe", "--name", "Tanuki", given=b"yes\n")
    assert done == (2, "", "端末がないため確かめられません。消すなら --yes を付けてください。\n")
    assert machine.run("progress", "--name", "Tanuki").status == 0


@pytest.mark.parametrize(("typed", "left"), [("n", 1), ("", 1), ("ｙｅｓ", 0), ("yes", 0)])
def test_with_a_terminal_a_wipe_is_asked_for_first(typed: str, left: int, machine: Machine) -> None:
    """Full-width letters count: input methods are often left on."""
    machine.practise("Tanuki")
    command = (*COMMAND, "practice", "wipe", "--name", "Tanuki", "--lang", "en")
    with Terminal(command, 120, XDG_DATA_HOME=str(machine.home)) as terminal:
        terminal.wait_for("Type yes to go on")
        terminal.send(f"{typed}\r".encode())
        terminal.wait_for("was wiped")
        assert terminal.wait_for_end() == 0
        assert ("Nothing was wiped." in terminal.text) == bool(left)
    assert len([*machine.folder.glob("*.json")]) == left


def test_a_record_that_is_broken_is_told_and_can_still_be_wiped(machine: Machine) -> None:
    machine.practise("Tanuki")
    (file,) = machine.folder.glob("*.json")
    file.write_text("{", encoding="utf-8")
    assert "練習の記録として読めません。" in machine.run("progress", "--name", "Tanuki").err
    assert machine.run("wipe", "--name", "Tanuki", "--yes").status == 0
    assert [*machine.folder.glob("*.json")] == []


@pytest.mark.parametrize("task", ["progress", "export", "wipe"])
def test_without_a_name_it_is_said_which_there_are(task: str, machine: Machine) -> None:
    machine.practise("たぬき")
    assert machine.run(task) == (
        2, "", "--name で呼び名を指定してください。\nこの端末にある呼び名: たぬき\n",
    )  # fmt: skip


@pytest.mark.parametrize("task", ["progress", "export", "wipe"])
def test_a_name_that_is_none_is_refused(task: str, machine: Machine) -> None:
    done = machine.run(task, "--name", "../../etc")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("この呼び名は使えません。")


def test_looking_leaves_nothing_behind(machine: Machine) -> None:
    machine.run("progress", "--name", "tanuki")
    machine.run("wipe", "--name", "tanuki", "--yes")
    assert not machine.home.exists()


# What is typed


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("sheet", "--count", "0"), "0 は1から200までの数ではありません"),
        (("sheet", "--count", "201"), "201 は1から200までの数ではありません"),
        (("sheet", "--seed", "-1"), "-1 は0以上の整数ではありません"),
        (("sheet", "--seed", "seven"), "seven は0以上の整数ではありません"),
        (("--level", "hard"), "'hard'"),
        (("wash",), "'wash'"),
        (("sheet", "out.txt"), "out.txt"),
        (("export", "--name", "a", "one", "two"), "two"),
    ],
)
def test_a_slip_is_named_with_the_way_to_help(arguments: tuple[str, ...], named: str) -> None:
    done = run("practice", *arguments)
    assert (done.status, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("mynadesk: 指定が正しくありません: ")
    assert named in first
    assert second == "mynadesk --help で使い方が出ます。"


def test_options_may_stand_before_or_after_the_task_and_the_last_counts() -> None:
    before = parse(["--lang", "en", "practice", "--seed", "4", "--name", "a", "sheet"])
    after = parse(["practice", "--name", "a", "sheet", "--seed", "4", "--lang", "en"])
    both = parse(["practice", "--seed", "1", "sheet", "--seed", "4"])
    assert vars(before) == vars(after)
    assert (before.seed, before.name, before.lang, both.seed) == (4, "a", "en", 4)


def test_practice_alone_opens_the_screens_with_what_was_typed() -> None:
    options = parse(["practice", "--name", "a", "--level", "test", "--clock", "--seed", "4"])
    assert (options.command, options.task) == ("practice", None)
    assert (options.name, options.level, options.clock, options.seed) == ("a", "test", True, 4)
    bare = parse(["practice"])
    assert (bare.name, bare.level, bare.clock, bare.seed) == (None, None, False, None)


def test_the_help_names_every_task_and_option_in_both_languages() -> None:
    done = run("practice", "--help")
    assert (done.status, done.err) == (0, "")
    for word in ("sheet", "progress", "export", "wipe", "--name NICK", "--level", "--clock", "--seed N"):
        assert word in done.out
    assert "規則から作った場面" in done.out
    assert "scenes made by the rules" in done.out
    assert "--count N" in run("practice", "sheet", "--help").out
    assert "practice" in run("--help").out


def test_without_a_terminal_practice_says_what_the_desk_says() -> None:
    assert run("practice") == run()


# The desk does not need practice


def test_a_broken_practice_folder_keeps_nobody_from_deciding(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(shipped_rules(), tmp_path / "rules"))
    (rules / "practice" / "words.yaml").write_text("a: [", encoding="utf-8")
    case = as_json(a_case())
    assert run("--rules", str(rules), "check", given=case).out == run("check", given=case).out
    done = run("--rules", str(rules), "practice", "sheet")
    assert (done.status, done.out) == (2, "")
    assert f"{rules / 'practice' / 'words.yaml'} 2行 1列: YAMLとして読めません。" in done.err


def test_rules_without_practice_are_told_of(tmp_path: Path) -> None:
    rules = Path(shutil.copytree(shipped_rules(), tmp_path / "rules"))
    shutil.rmtree(rules / "practice")
    done = run("--rules", str(rules), "practice", "sheet", "--lang", "en")
    assert done == (
        2, "",
        f"{rules / 'practice'}: The folder of practice cannot be opened."
        ' Put the folder "practice" of the rules as shipped back here.\n',
    )  # fmt: skip


WHAT_CHECK_LOADS = """
import sys
from mynadesk.__main__ import main

status = main(["check"])
print(status, *sorted(name for name in sys.modules if "practice" in name or name == "fsrs"), file=sys.stderr)
"""


def test_check_loads_nothing_of_practice() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHAT_CHECK_LOADS], input=as_json(a_case()), capture_output=True, cwd=ROOT
    )
    assert done.stderr.decode() == "0\n"
