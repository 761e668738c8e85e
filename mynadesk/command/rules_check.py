"""`mynadesk rules check`: every fault of a folder of rules, on standard output."""

from mynadesk.command.output import write_out
from mynadesk.fault import UnusableRulebook
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Language, Words

_WELL = Words("規則に誤りはありません。", "The rules are well.")


def check_rules(folder: str, language: Language) -> int:
    """Write the faults. The exit status: 1 where there are some."""
    try:
        load_rulebook(folder)
    except UnusableRulebook as error:
        write_out(f"{error.text(language)}\n".encode())
        return 1
    write_out(f"{_WELL.in_(language)}\n".encode())
    return 0
