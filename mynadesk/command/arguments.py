"""What can be typed after `mynadesk`, and its help."""

import argparse

from mynadesk import __version__
from mynadesk.command.parser import OPTIONS, Commands, Parser, add_command, add_common, add_ledger, formatter

_DESCRIPTION = """\
マイナンバーカードの暗証番号の手続きを、窓口で受付できるかどうか確かめます。
Decides whether a request about the PINs of a My Number Card can be accepted at the counter.
"""
_EPILOG = """\
例 / Examples:
  mynadesk                        受付画面を開く / open the desk
  mynadesk --office main          窓口を指定して開く / as the main office
  mynadesk --open case.yaml       事例を置いて開く / open it with a case on it
  mynadesk ask                    1行ずつ聞く / be asked line by line
  mynadesk check case.yaml        1件を判定する / decide one case
  mynadesk check --jsonl < cases  1行1件で判定する / one case a line
  mynadesk handout case.yaml      渡す紙を作る / a paper to hand over
  mynadesk daybook                受付の件数を見る / what was counted
  mynadesk doctor                 端末や設定を点検する / examine the set-up
  mynadesk practice               受付を練習する / practise
  mynadesk practice sheet         練習問題を印刷用に作る / a sheet to print
  mynadesk rules check            規則の誤りを調べる / find faults of the rules

受付画面と ask では ? でキーの一覧が出ます。 / In the desk and in ask, ? lists the keys.
"""
_ABOUT_ASK = """\
受付画面と同じ質問を1行ずつ出し、行で答えを受け取ります。読み上げソフトや遠隔端末向けです。
答えは受付画面と同じキーです。1行に続けて書けます(例 112)。空の行はEnterです。
端末がないときは標準入力から答えを読みます。終了状態は、すべて答え終われば0、
質問が残ったか使えない行があれば2です。
Asks the desk's questions line by line, for screen readers and remote consoles.
Answers are the desk's keys, several on one line if wanted (112); an empty line is Enter.
Without a terminal, answers are read from standard input. The exit status is then 0 if
everything was answered, 2 if questions are left or a line could not be used.
"""
_ABOUT_HANDOUT = """\
1件の事例から、窓口で渡す紙を作ります。判定と内容は check と同じ規則によります。
持ち物メモ(bring)、2回来庁のご案内(visits)、職員の確認票(check)があります。
判定に合わない紙のときは、その旨を出して2で終わります。
Makes a paper to hand over from one case, decided as by check: what to bring (bring),
the two visits of an agent (visits), or the clerk's check sheet (check). Where a paper
does not fit the decision it says so and ends with 2.
"""
_MOST_PROPOSED = 3
_PRACTICE = "受付を練習する・問題を印刷する / practise, print sheets, see progress"


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options: command, rules, lang, on, office, open, hide_after, drop_after; and those of the commands.

    A slip exits with 2.
    """
    parser = Parser(
        prog="mynadesk",
        usage="mynadesk [OPTIONS] [ask | check [--jsonl] [FILE] | handout [FILE] |\n"
        "                           daybook [TASK] | doctor [--json] | practice [TASK] |\n"
        "                           rules TASK]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=formatter,
        add_help=False,
    )
    parser._optionals.title = OPTIONS
    add_common(parser, first=True)
    parser.add_argument(
        "--version", action="version", version=f"mynadesk {__version__}", help="版を表示 / version"
    )
    _add_office(parser, first=True)
    parser.add_argument(
        "--open", metavar="FILE", help="事例を置いて受付画面を開く / open the desk with a case"
    )
    add_ledger(parser, first=True)
    parser.add_argument(
        "--hide-after", metavar="SEC", type=_seconds, help="画面を隠すまでの秒数 / hide after, without a key"
    )
    parser.add_argument(
        "--drop-after", metavar="SEC", type=_seconds, help="内容を消すまでの秒数 / drop the case after"
    )
    # With `prog` given argparse need not format a usage line first, which imports half the library.
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="コマンド / commands", prog="mynadesk"
    )
    for add in (_add_ask, _add_check, _add_handout, _add_doctor):
        _finish(add(commands))
    practice = add_command(
        commands, "practice", "受付を練習する・問題を印刷する / practise, print sheets, see progress"
    )
    if "practice" in arguments:
        from mynadesk.command.practice_arguments import fill_practice

        fill_practice(practice)
    _finish(practice)
    rules = add_command(commands, "rules", "規則を確かめる / look after the rules")
    if "rules" in arguments:
        from mynadesk.command.rules_arguments import fill_rules

        fill_rules(rules)
    _finish(rules)
    daybook = add_command(commands, "daybook", "受付日計・送る照会書・古い受付 / counts, letters, old cases")
    if "daybook" in arguments:
        from mynadesk.command.daybook_arguments import fill_daybook

        fill_daybook(daybook)
    _finish(daybook)
    return parser.parse_args(arguments)


def _finish(command: argparse.ArgumentParser) -> None:
    command._optionals.title = OPTIONS
    add_common(command, first=False)


def _add_ask(commands: Commands) -> argparse.ArgumentParser:
    ask = commands.add_parser(
        "ask",
        add_help=False,
        formatter_class=formatter,
        help="1行ずつ聞く(読み上げ・遠隔端末) / line by line, for screen readers",
        description=_ABOUT_ASK,
    )
    _add_office(ask, first=False)
    return ask


def _add_check(commands: Commands) -> argparse.ArgumentParser:
    check = commands.add_parser(
        "check",
        add_help=False,
        formatter_class=formatter,
        help="事例(JSON・YAML)を判定し、結果をJSONで出す / decide cases, write JSON",
        description="事例(JSON・YAML)を判定し、結果をJSONで出します。 / Decides cases and writes JSON.",
    )
    check._positionals.title = "対象 / what to decide"
    check.add_argument("--jsonl", action="store_true", help="1行に1件 / one case a line")
    check.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="ファイル名、- は標準入力 / - for stdin"
    )
    return check


def _add_handout(commands: Commands) -> argparse.ArgumentParser:
    handout = commands.add_parser(
        "handout",
        add_help=False,
        formatter_class=formatter,
        help="持ち物メモなど、渡す紙を作る / papers to hand over",
        description=_ABOUT_HANDOUT,
    )
    handout._positionals.title = "対象 / of which case"
    handout.add_argument(
        "--paper", choices=("bring", "visits", "check"), help="どの紙か / which (by the decision)"
    )
    handout.add_argument(
        "--form", choices=("text", "html"), default="text", help="文字か印刷ページか / form (text)"
    )
    handout.add_argument(
        "--columns",
        type=int,
        choices=(40, 80),
        default=80,
        help="文字の幅、40はレシート / width of text (80)",
    )
    handout.add_argument("--size", choices=("A5", "A4"), help="紙の大きさ / of the page (A5, easy: A4)")
    handout.add_argument(
        "--tongue",
        choices=("ja", "easy", "en"),
        help="紙のことば、easy はやさしい日本語 / of the paper (--lang)",
    )
    handout.add_argument(
        "--number", metavar="NO", type=_number, help="受付番号、例 2337-4664 / the case's number"
    )
    handout.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="ファイル名、- は標準入力 / - for stdin"
    )
    return handout


def _add_doctor(commands: Commands) -> argparse.ArgumentParser:
    doctor = commands.add_parser(
        "doctor",
        add_help=False,
        formatter_class=formatter,
        help="端末・文字・保存先・規則を点検し、直し方を示す / say what is not well around the desk",
        description="端末や設定を点検し、直し方を示します。 / Examines terminal and set-up.",
    )
    doctor.add_argument("--json", action="store_true", help="結果をJSONで出す / write JSON")
    add_ledger(doctor, first=False)
    return doctor


def _add_office(parser: argparse.ArgumentParser, first: bool) -> None:
    parser.add_argument(
        "--office",
        metavar="ID",
        default=None if first else argparse.SUPPRESS,
        help="この回だけの窓口 / desk of rulebook.yaml, this time only",
    )


def _seconds(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} は1以上の秒数ではありません")
    return int(text)


def _number(text: str) -> str:
    """A case's number as it stands on paper. Raises ArgumentTypeError with the nearest."""
    from mynadesk.ledger.number import is_good, near, shown, typed

    number = typed(text)
    if not is_good(number):
        from mynadesk.ledger.trouble import UnknownNumber

        trouble = UnknownNumber(False, near(number)[:_MOST_PROPOSED])
        raise argparse.ArgumentTypeError(f"{trouble.text('ja')} / {trouble.text('en')}")
    return shown(number)
