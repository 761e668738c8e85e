"""`mynadesk rules TASK`: what helps whoever writes the rules. Each task has a module of its own."""

import argparse
import os

from mynadesk.command.surroundings import has_terminal, say
from mynadesk.rulebook.office_folder import rulings_folder

_NO_TASK = {
    "ja": "rules のあとに、することを書いてください。mynadesk rules --help で一覧が出ます。",
    "en": "Say what to do after rules; mynadesk rules --help lists it.",
}


def rules(options: argparse.Namespace, folder: str) -> int:
    """Do what was typed. The exit status is the task's; 2 where none was typed.

    Args:
        options: `task`, and the options of it; `lang`, `on`.
        folder: The folder of rules, unless the task was given its own.

    Raises:
        DeskError: there is something to mend before the task can be done.
    """
    if options.task == "check" and options.all:
        from mynadesk.command.rules_check_all import check_all

        return check_all(options, options.folder or folder)
    if options.task == "check":
        from mynadesk.command.rules_check import check_rules

        return check_rules(options, options.folder or folder)
    if options.task == "prove":
        from mynadesk.command.rules_prove import prove_rules

        return prove_rules(options, options.folder or folder)
    if options.task == "schema":
        from mynadesk.command.rules_schema import write_schemas

        return write_schemas(options, options.folder or folder)
    if options.task == "audit":
        from mynadesk.command.rules_audit import audit_page

        return audit_page(options, options.folder or folder)
    if options.task == "rule":
        from mynadesk.command.rules_rule import rule
        from mynadesk.command.rules_rule_again import look_again

        rulings = rulings_folder(options.rulings, os.environ)
        work = look_again if options.end or options.renew else rule
        return work(options, options.folder or folder, rulings, has_terminal())
    if options.task == "diff":
        from mynadesk.command.rules_diff import diff_rules

        return diff_rules(options, folder)
    say(_NO_TASK[options.lang])
    return 2
