"""What can be typed after `mynadesk practice`."""

import argparse

from mynadesk.command.parser import OPTIONS, Commands, Parser, add_command, add_common

_ABOUT_PRACTICE = """\
規則から作った場面で受付を練習します。判定と採点は受付画面と同じ規則によります。
記録は呼び名ごとにこの端末だけに残り、書き出しも消去も1つのコマンドでできます。
Practises with scenes made by the rules; they decide and grade as they do at the desk.
What is kept stays on this machine under a nickname, and can be exported and wiped.
"""
_USUAL_SCENES, _MOST_SCENES = 20, 200


def fill_practice(practice: Parser) -> None:
    """Add what the command takes, and its tasks."""
    practice.usage = "mynadesk practice [OPTIONS] [sheet | progress | export [FILE] | wipe]"
    practice.description = _ABOUT_PRACTICE
    _add_name(practice, first=True)
    practice.add_argument(
        "--level",
        choices=("guided", "test"),
        help="guided 判定つき、test 判定なし / with or without the live verdict",
    )
    practice.add_argument("--clock", action="store_true", help="時間を計る / measure the time")
    _add_seed(practice, first=True)
    tasks = practice.add_subparsers(
        dest="task", metavar="TASK", title="その他 / tasks", prog="mynadesk practice"
    )
    for add in (_add_sheet, _add_progress, _add_export, _add_wipe):
        task = add(tasks)
        task._optionals.title = OPTIONS
        task._positionals.title = "出力先 / where to"
        add_common(task, first=False)


def _add_sheet(tasks: Commands) -> argparse.ArgumentParser:
    sheet = add_command(tasks, "sheet", "問題と答えを印刷用に出す / scenes for paper, answers apart")
    _add_seed(sheet, first=False)
    sheet.add_argument(
        "--count", metavar="N", type=_count, default=_USUAL_SCENES, help="場面の数 / how many scenes (20)"
    )
    return sheet


def _add_progress(tasks: Commands) -> argparse.ArgumentParser:
    progress = add_command(tasks, "progress", "これまでの成績を出す / skills, last rounds, what to read")
    _add_name(progress, first=False)
    return progress


def _add_export(tasks: Commands) -> argparse.ArgumentParser:
    export = add_command(tasks, "export", "記録をJSONで書き出す / write the record as JSON")
    _add_name(export, first=False)
    export.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="新しいファイル名、- は標準出力 / - for stdout"
    )
    return export


def _add_wipe(tasks: Commands) -> argparse.ArgumentParser:
    wipe = add_command(tasks, "wipe", "記録をすべて消す / wipe all that is kept")
    _add_name(wipe, first=False)
    wipe.add_argument("--yes", action="store_true", help="たずねずに消す / without asking")
    return wipe


def _add_name(parser: argparse.ArgumentParser, first: bool) -> None:
    parser.add_argument(
        "--name",
        metavar="NICK",
        default=None if first else argparse.SUPPRESS,
        help="呼び名(本名は使わない) / nickname, no real name",
    )


def _add_seed(parser: argparse.ArgumentParser, first: bool) -> None:
    parser.add_argument(
        "--seed",
        metavar="N",
        type=_seed,
        default=None if first else argparse.SUPPRESS,
        help="同じ番号なら同じ場面 / same number, same scenes",
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= _MOST_SCENES:
        raise argparse.ArgumentTypeError(f"{text} は1から{_MOST_SCENES}までの数ではありません")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} は0以上の整数ではありません")
    return int(text)
