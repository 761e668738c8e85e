"""Trainees' files: whole or not at all, and nobody's work overwritten."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier

import pytest
from msgspec.structs import replace

from mynadesk.practice.learning.keeping import (
    UnsavedProgress,
    UnusableProgress,
    export_to,
    exported,
    nicknames,
    practice_folder,
    read,
    wipe,
    write,
)
from mynadesk.practice.learning.memory import Memory
from mynadesk.practice.learning.nickname import file_name_of
from mynadesk.practice.learning.progress import PastRound, Progress, Unfinished
from mynadesk.typeset import is_certain
from tests.practice.trainees import START, cards, practised, sixty_at_once, wrong_on


def trainee(nickname: str = "Tanuki", seed: str = "seed") -> Progress:
    memory, _ = practised(Memory(seed), cards(9), wrong_on("card/03"), sixty_at_once(12))
    past = PastRound(at=START, level="test", scenes=10, points=71.5, seconds=None, rulebook="0123456789ab")
    return Progress(
        nickname=nickname, memory=memory, rounds=(past,), unfinished=Unfinished(level="guided", clock=False)
    )


def file_of(folder: Path, nickname: str = "Tanuki") -> Path:
    return folder / file_name_of(nickname)


def test_what_was_saved_is_read_under_any_capitals(tmp_path: Path) -> None:
    folder = str(tmp_path / "not" / "there yet")
    saved = write(folder, trainee())
    assert saved == replace(trainee(), saves=1)
    assert read(folder, "Tanuki") == read(folder, "tANUKI") == saved
    assert nicknames(folder) == ("Tanuki",)
    assert sorted(os.listdir(folder)) == ["lock", "trainee-tanuki-.json"]


def test_where_nobody_practised_there_is_nothing(tmp_path: Path) -> None:
    assert read(str(tmp_path), "tanuki") is None
    assert nicknames(str(tmp_path)) == nicknames(str(tmp_path / "none")) == ()


def test_who_is_saved_again_keeps_the_file_that_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    saved = write(str(tmp_path), trainee())
    again = write(str(tmp_path), replace(saved, rounds=()))
    assert (again.saves, read(str(tmp_path), "tanuki")) == (2, again)


# Two programs


def test_what_another_program_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    folder = str(tmp_path)
    mine = theirs = write(folder, trainee())
    theirs = write(folder, replace(theirs, rounds=()))
    with pytest.raises(UnsavedProgress) as refused:
        write(folder, mine)
    assert read(folder, "tanuki") == theirs
    assert "ほかの画面" in refused.value.text("ja")
    assert refused.value.faults[0].file == str(file_of(tmp_path))


def test_two_that_begin_under_one_nickname_do_not_become_one(tmp_path: Path) -> None:
    first = write(str(tmp_path), trainee())
    with pytest.raises(UnsavedProgress):
        write(str(tmp_path), trainee("tanuki", "other"))
    assert read(str(tmp_path), "tanuki") == first


def test_who_was_wiped_elsewhere_is_not_brought_back_nor_taken_for_another(tmp_path: Path) -> None:
    folder = str(tmp_path)
    open_here = write(folder, trainee())
    assert wipe(folder, "tanuki")
    with pytest.raises(UnsavedProgress):
        write(folder, open_here)
    assert nicknames(folder) == ()
    other = write(folder, trainee(seed="other"))
    assert other.saves == open_here.saves
    with pytest.raises(UnsavedProgress):
        write(folder, open_here)
    assert read(folder, "tanuki") == other


def test_of_eight_that_save_at_the_same_moment_one_succeeds(tmp_path: Path) -> None:
    saved = write(str(tmp_path), trainee())
    start = Barrier(8)

    def save(number: int) -> Progress | None:
        start.wait()
        with suppress(UnsavedProgress):
            return write(str(tmp_path), replace(saved, rounds=saved.rounds * number))
        return None

    with ThreadPoolExecutor(8) as several:
        made = [each for each in several.map(save, range(8)) if each]
    assert made == [read(str(tmp_path), "tanuki")]


# What cannot be read


def broken(text: str) -> list[str]:
    """Files that are not, or no longer, a trainee's."""
    data = json.loads(text)
    return [
        "",
        "{",
        "[]",
        "{}",
        text[: len(text) // 2],
        text.replace("Tanuki", "Kitsune"),
        text.replace("Tanuki", "a b"),
        json.dumps({**data, "version": 2}),
        json.dumps({**data, "more": 1}),
        json.dumps({**data, "memory": {**data["memory"], "more": 1}}),
        text.replace('"showings"', '"more": 1, "showings"'),
        json.dumps({**data, "saves": -1}),
        text.replace("2026-03-02T00:30:00Z", "2026-03-02T00:30:00"),
    ]


def test_a_broken_file_is_named_and_never_overwritten(tmp_path: Path) -> None:
    saved = write(str(tmp_path), trainee())
    file = file_of(tmp_path)
    for text in broken(exported(saved)):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UnusableProgress) as unusable:
            read(str(tmp_path), "tanuki")
        assert unusable.value.faults[0].file == str(file)
        assert is_certain(unusable.value.faults[0].mend.ja)
        with pytest.raises(UnusableProgress):
            write(str(tmp_path), saved)
        assert file.read_text(encoding="utf-8") == text
        assert nicknames(str(tmp_path)) == ("tanuki",)


def test_bytes_that_are_no_text_and_a_folder_are_broken_files(tmp_path: Path) -> None:
    file_of(tmp_path).write_bytes(b'{"nickname": "\xff"}')
    file_of(tmp_path, "kitsune").mkdir()
    for name in ("tanuki", "kitsune"):
        with pytest.raises(UnusableProgress):
            read(str(tmp_path), name)


# What cannot be saved


def test_nothing_is_said_to_be_saved_where_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = write(str(tmp_path), trainee())

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnsavedProgress) as refused:
        write(str(tmp_path), replace(saved, rounds=()))
    assert "空き" in refused.value.text("ja")
    assert read(str(tmp_path), "tanuki") == saved
    assert sorted(os.listdir(tmp_path)) == ["lock", "trainee-tanuki-.json"]


def test_nothing_is_written_where_nobody_knows_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnsavedProgress):
        write("~/.local/share/mynadesk", trainee())
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_place_of_the_folder_is_a_fault_to_mend(tmp_path: Path) -> None:
    (tmp_path / "practice").write_text("mine")
    with pytest.raises(UnsavedProgress):
        write(str(tmp_path / "practice"), trainee())
    assert (tmp_path / "practice").read_text() == "mine"


# Exporting and wiping


def test_an_export_is_the_whole_of_what_is_kept_for_people_to_read(tmp_path: Path) -> None:
    saved = write(str(tmp_path), trainee("たぬき"))
    export_to(str(tmp_path / "たぬき.json"), saved)
    text = (tmp_path / "たぬき.json").read_text(encoding="utf-8")
    assert text == exported(saved) == file_of(tmp_path, "たぬき").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[:4] == ["{", '  "version": 1,', '  "nickname": "たぬき",', '  "saves": 1,']
    ids = [line.strip() for line in lines if line.startswith('      "card/')]
    assert ids == sorted(ids)
    assert len(ids) == 9


def test_an_export_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine")
    with pytest.raises(UnsavedProgress) as refused:
        export_to(str(tmp_path / "out.json"), trainee())
    assert "別の名前" in refused.value.text("ja")
    with pytest.raises(UnsavedProgress):
        export_to(str(tmp_path / "none" / "out.json"), trainee())
    assert (tmp_path / "out.json").read_text() == "mine"


def test_wiping_removes_one_trainee_whole_and_says_whether_there_was_one(tmp_path: Path) -> None:
    folder = str(tmp_path)
    write(folder, trainee())
    write(folder, trainee("kitsune"))
    Path(f"{file_of(tmp_path)}.new").write_text("half")
    assert wipe(folder, "TANUKI")
    assert not wipe(folder, "tanuki")
    assert nicknames(folder) == ("kitsune",)
    assert "tanuki" not in "".join(os.listdir(folder))


def test_a_broken_file_can_be_wiped(tmp_path: Path) -> None:
    file_of(tmp_path).write_text("{")
    assert wipe(str(tmp_path), "tanuki")
    assert not file_of(tmp_path).exists()


def test_nothing_is_made_by_wiping_nobody(tmp_path: Path) -> None:
    assert not wipe(str(tmp_path / "none"), "tanuki")
    assert [*tmp_path.iterdir()] == []


def test_the_folder_is_the_programs_own() -> None:
    assert Path(practice_folder()).parts[-2:] == ("mynadesk", "practice")
