"""What can be typed after `mynadesk daybook`."""

import argparse

from mynadesk.command.parser import OPTIONS, Commands, Parser, a_day, add_command, add_common, add_ledger

_ABOUT_DAYBOOK = """\
受付の件数を、判定・来庁者・暗証番号・足りなかったものごとに、日と窓口で出します。
端末では画面、端末がなければ文字です。誰の受付かは、どこにも残っていません。
What was counted, by verdict, visitor, PIN and what was missing, by day and desk: a screen
on a terminal, else text. Nothing tells whose requests they were.

CSVの列は day,desk,what,which,count です(IDは規則のもの)。UTF-8で、BOMは --bom のときだけ
付きます。Excelで直接開くときに要り、ほかの道具では邪魔になります。
CSV has the columns day,desk,what,which,count, ids as in the rules. It is UTF-8; --bom puts
a mark in front that Excel needs to see so, and that is in the way of other programs.
"""
_MOST_DAYS = 9999


def fill_daybook(daybook: Parser) -> None:
    """Add what the command takes, and its tasks."""
    daybook.usage = "mynadesk daybook [OPTIONS] [letters | drop]"
    daybook.description = _ABOUT_DAYBOOK
    for name, help_ in (
        ("--from", "この日から / first day (today)"),
        ("--to", "この日まで / last day (--from, or today)"),
    ):
        daybook.add_argument(name, dest=name.strip("-") + "_day", metavar="D", type=a_day, help=help_)
    _add_desk(daybook, first=True)
    add_ledger(daybook, first=False)
    daybook.add_argument("--csv", action="store_true", help="CSVで出す / write CSV")
    daybook.add_argument("--bom", action="store_true", help="CSVにBOMを付ける(Excel用) / for Excel")
    daybook.add_argument("--text", action="store_true", help="端末でも文字で出す / text on a terminal too")
    tasks = daybook.add_subparsers(
        dest="task", metavar="TASK", title="その他 / tasks", prog="mynadesk daybook"
    )
    for add in (_add_letters, _add_drop):
        task = add(tasks)
        task._optionals.title = OPTIONS
        add_ledger(task, first=False)
        add_common(task, first=False)


def _add_letters(tasks: Commands) -> argparse.ArgumentParser:
    letters = add_command(tasks, "letters", "送る照会書と、長く待っている受付 / letters to be sent")
    _add_desk(letters, first=False)
    return letters


def _add_drop(tasks: Commands) -> argparse.ArgumentParser:
    drop = add_command(tasks, "drop", "終わった古い受付を消す / drop cases that ended long ago")
    drop.add_argument(
        "--days",
        metavar="N",
        type=_days,
        help="終わってからN日を過ぎたもの / ended more than N days ago (rules, settings)",
    )
    drop.add_argument("--yes", action="store_true", help="たずねずに消す / without asking")
    return drop


def _add_desk(parser: argparse.ArgumentParser, first: bool) -> None:
    parser.add_argument(
        "--desk",
        metavar="ID",
        default=None if first else argparse.SUPPRESS,
        help="この窓口だけ / this desk only, of rulebook.yaml",
    )


def _days(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text} は1から{_MOST_DAYS}までの日数ではありません")
    return int(text)
