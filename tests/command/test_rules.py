"""`mynadesk rules`: what helps whoever writes the rules."""

import pytest

from tests.command.running import run


def test_the_help_of_rules_lists_its_tasks() -> None:
    done = run("rules", "--help")
    assert (done.status, done.err) == (0, "")
    assert "check" in done.out


@pytest.mark.parametrize(("lang", "words"), [("ja", "することを書いてください"), ("en", "Say what to do")])
def test_without_a_task_it_says_where_they_are_listed(lang: str, words: str) -> None:
    done = run("rules", "--lang", lang)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert "mynadesk rules --help" in done.err


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "規則に誤りはありません。"), ("en", "The rules are well.")]
)
def test_the_shipped_rules_are_well(lang: str, words: str) -> None:
    assert run("rules", "check", "--lang", lang) == (0, f"{words}\n", "")
