"""What has changed on the disk is noticed once it is over, loaded, proved, and told."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from mynadesk.browsing.proving import Faulty, Progress, Proved, Sources, prove_apart
from mynadesk.browsing.standing import Checked, lines_of
from mynadesk.browsing.watch import Watch
from mynadesk.browsing.watching import Settling, Signature, signature
from mynadesk.proof.proving import Proof, prove
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.wording import Wording
from mynadesk.words import Words
from tests.interview.desk import BOOK

PATIENCE = 20.0
A: Signature = frozenset([("a", 1, 1)])
B: Signature = frozenset([("a", 2, 1)])
C: Signature = frozenset([("a", 3, 1)])
NOTHING: Signature = frozenset()


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ([A, A], [False, False]),
        ([B, B, B], [False, True, False]),
        ([B, C, C], [False, False, True]),  # saved in two steps
        ([NOTHING, NOTHING, A, A], [False, True, False, True]),  # removed and put back
        ([NOTHING, A, A], [False, False, False]),  # written anew as it was
        ([B, A, A], [False, False, False]),
        ([B, C, B, C, B, B], [False] * 5 + [True]),  # saved again and again
    ],
)
def test_a_change_is_told_once_it_is_over(looks: list[Signature], told: list[bool]) -> None:
    settling = Settling(A)
    assert [settling.look(each) for each in looks] == told


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "規則"
    shutil.copytree(shipped_rules(), folder)
    return folder


def sources(rules: Path) -> Sources:
    return Sources(str(rules), str(rules.parent / "rulings"))


def test_every_file_that_a_rulebook_is_read_from_is_looked_at(rules: Path) -> None:
    before = signature(sources(rules))
    for file in (
        rules / "figures.yaml",
        rules / "handout" / "words.yaml",
        rules.parent / "rulings" / "saijo.yaml",
    ):
        file.parent.mkdir(exist_ok=True)
        file.write_text(file.read_text("utf-8") + "\n# another line\n" if file.exists() else "{}\n", "utf-8")
        now = signature(sources(rules))
        assert now != before, file
        before = now
    (rules / "notes.txt").write_text("nothing", "utf-8")
    assert signature(sources(rules)) == before


def test_what_an_overlay_stands_on_is_looked_at_too(rules: Path) -> None:
    over = rules.parent / "over"
    over.mkdir()
    (over / "overlay.yaml").write_text("over: ../規則\n", "utf-8")
    before = signature(Sources(str(over), ""))
    assert len(before) > 10
    (rules / "figures.yaml").write_text("{}\n", "utf-8")
    assert signature(Sources(str(over), "")) != before
    (over / "overlay.yaml").write_text("ov", "utf-8")  # is being written
    assert signature(Sources(str(over), ""))


@cache
def a_proof() -> Proof:
    return prove(BOOK)


def at_once(at: Sources, told: Callable[[Progress], None]) -> Proved:
    """Stands for the proof where it is the looking that is tried."""
    told(Progress(1, 1))
    return Proved(replace(a_proof(), digest=load_rulebook(at.rules, at.rulings).digest))


class Looked:
    """A watch in its thread, and what it has told."""

    def __init__(self, rules: Path, prove: Callable[..., Proved | Faulty] = at_once) -> None:
        self.in_force = load_rulebook(str(rules)).digest
        self.told: list[Checked] = []
        self.watch = Watch(sources(rules), lambda: self.in_force, self.told.append, 0.05, prove)
        self.thread = threading.Thread(target=self.watch.run, daemon=True)

    def until(self, seen: Callable[[Checked], bool]) -> Checked:
        """Wait for the last that was told to be so."""
        end = time.monotonic() + PATIENCE
        while not (self.told and seen(self.told[-1])):
            assert time.monotonic() < end, self.told
            time.sleep(0.01)
        return self.told[-1]


@pytest.fixture
def looked(rules: Path) -> Iterator[Looked]:
    a_proof()
    found = Looked(rules)
    found.thread.start()
    found.until(lambda checked: checked.book is not None)
    yield found
    found.watch.stop()
    found.thread.join(PATIENCE)
    assert not found.thread.is_alive()


def edit(rules: Path, before: str, after: str, file: str = "figures.yaml") -> str:
    """Change a file; its text before."""
    text = (rules / file).read_text("utf-8")
    assert before in text
    (rules / file).write_text(text.replace(before, after, 1), "utf-8")
    return text


def test_a_good_edit_is_told_with_its_rules_and_its_proof(rules: Path, looked: Looked) -> None:
    edit(rules, "value: 434", "value: 460")
    good = looked.until(lambda checked: checked.good)
    assert good.book is not None
    assert good.book.figures["postage"].value == 460
    assert good.book.digest != looked.in_force


def test_a_bad_edit_is_told_with_its_faults_and_mending_it_is_too(rules: Path, looked: Looked) -> None:
    text = edit(rules, "value: 434", "value: 4abc")
    bad = looked.until(lambda checked: checked.bad)
    assert isinstance(bad.answer, Faulty)
    assert "figures.yaml" in bad.answer.why.ja
    (rules / "figures.yaml").write_text(text, "utf-8")
    assert looked.until(lambda checked: not checked.bad).book is not None


def test_a_file_that_is_gone_is_a_fault_until_it_is_back(rules: Path, looked: Looked) -> None:
    away = rules.parent / "away.yaml"
    (rules / "pins.yaml").rename(away)
    bad = looked.until(lambda checked: checked.bad)
    assert isinstance(bad.answer, Faulty)
    assert "pins.yaml" in bad.answer.why.en
    away.rename(rules / "pins.yaml")
    looked.until(lambda checked: checked.book is not None and checked.book.digest == looked.in_force)


def test_rapid_saves_end_with_the_last_of_them(rules: Path, looked: Looked) -> None:
    text = (rules / "figures.yaml").read_text("utf-8")
    for value in range(500, 540):
        half = text[: len(text) // 2]
        (rules / "figures.yaml").write_text(half, "utf-8")  # an editor in the midst of saving
        (rules / "figures.yaml").write_text(text.replace("value: 434", f"value: {value}"), "utf-8")
        time.sleep(0.01)
    last = looked.until(lambda checked: checked.good)
    assert last.book is not None
    assert last.book.figures["postage"].value == 539


def test_what_is_no_change_of_content_is_not_proved(rules: Path, looked: Looked) -> None:
    (rules / "figures.yaml").touch()
    count = len(looked.told)
    end = time.monotonic() + PATIENCE
    while len(looked.told) == count and time.monotonic() < end:
        time.sleep(0.01)
    assert looked.told[-1].answer is None
    looked.watch.prove()
    assert looked.until(lambda checked: checked.good)


def test_the_proof_is_made_by_a_program_of_its_own(rules: Path) -> None:
    heard: list[Progress] = []
    answer = prove_apart(sources(rules), heard.append)
    assert isinstance(answer, Proved)
    assert replace(answer.proof, seconds=0) == replace(a_proof(), seconds=0)
    assert [each.done for each in heard] == list(range(1, heard[-1].all + 1))


def test_rules_that_cannot_be_used_are_told_by_it_as_by_check(tmp_path: Path) -> None:
    answer = prove_apart(sources(tmp_path / "nowhere"), lambda _: None)
    assert isinstance(answer, Faulty)
    assert "開けません" in answer.why.ja


def test_the_page_shows_figures_and_that_the_last_good_rules_go_on() -> None:
    wording = Wording(BOOK, "ja")
    good = lines_of(Checked(BOOK, Proved(a_proof())), wording, BOOK.digest)
    assert any("場面の種類" in line.text for line in good)
    bad = lines_of(Checked(None, Faulty(Words("どこかが違います。", "Wrong."))), wording, BOOK.digest)
    assert BOOK.digest[:6] in bad[0].text
    assert any("どこかが違います。" in line.text for line in bad)
    begun = lines_of(Checked(BOOK, Progress(2, 9)), wording, BOOK.digest)
    assert "2/9" in begun[0].text
