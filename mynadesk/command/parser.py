"""What every command's arguments are made of."""

import argparse
import sys
from datetime import date
from typing import Any, NoReturn, TypeAlias

_HELP_CELLS = 78
OPTIONS = "指定 / options"
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What add_subparsers gives; it has no public name."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and where help is."""

    def print_help(self, file: Any = None) -> None:
        """The help; where the output knows no Japanese, what can be written of it."""
        out = file or sys.stdout
        coding = out.encoding or "utf-8"
        out.write(self.format_help().encode(coding, "replace").decode(coding))

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"mynadesk: 指定が正しくありません: {message}\nmynadesk --help で使い方が出ます。\n")
        sys.exit(2)


def formatter(prog: str) -> argparse.HelpFormatter:
    """One that is told its width: to look for it, argparse imports half the library at every start."""
    return _Formatter(prog, width=_HELP_CELLS)


class _Formatter(argparse.HelpFormatter):
    """Counts cells, of which a Japanese character takes two; indented lines stay as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from mynadesk.typeset import wrap  # wanted only for help

        lines = [
            part for each in _paragraphs(text) for part in (wrap(each, width) if each[:1] != " " else [each])
        ]
        return "\n".join(f"{indent}{line}" for line in lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from mynadesk.typeset import wrap  # wanted only for help

        return wrap(text, width)


def _paragraphs(text: str) -> list[str]:
    """Lines that go on from each other put together: of one language, and neither empty nor indented."""
    found: list[str] = []
    for line in text.splitlines():
        before = found[-1] if found else ""
        if (
            not before
            or not line
            or " " in (before[0], line[0])
            or before[-1].isascii() != line[-1].isascii()
        ):
            found.append(line)
        else:
            found[-1] = before + (" " if line[0].isascii() and before[-1].isascii() else "") + line
    return found


def add_command(commands: Commands, name: str, about: str) -> "Parser":
    """A command or task with its line of help. What it takes is added only where it was typed."""
    return commands.add_parser(
        name, add_help=False, formatter_class=formatter, help=about, description=f"{about}."
    )


def add_common(parser: argparse.ArgumentParser, first: bool) -> None:
    """Options that may stand before or after the command; what is typed later counts."""
    parser.add_argument("-h", "--help", action="help", help="この説明を表示 / this help")

    def add(name: str, default: object = None, **how: object) -> None:
        parser.add_argument(name, default=default if first else argparse.SUPPRESS, **how)  # type: ignore[arg-type]

    add("--rules", metavar="DIR", help="規則のフォルダー / folder of rules")
    add("--rulings", metavar="DIR", help="取り決めのフォルダー / folder of the office's rulings")
    add("--lang", default="ja", choices=("ja", "en"), help="表示の言語 / language (ja)")
    add("--on", metavar="DATE", type=a_day, action=_Day, help="来庁日 YYYY-MM-DD / day of the visit (today)")


def add_ledger(parser: argparse.ArgumentParser, first: bool) -> None:
    """The place of the ledger, where a command opens it."""
    parser.add_argument(
        "--ledger",
        metavar="PLACE",
        default=None if first else argparse.SUPPRESS,
        help="台帳の場所(フォルダーかURL) / folder or URL of the ledger",
    )


class _Day(argparse.Action):
    """What is typed last counts; `days` keeps all of them, for what compares two."""

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, day: Any, _option: object = None
    ) -> None:
        namespace.on = day
        namespace.days = [*getattr(namespace, "days", []), day]


def a_day(text: str) -> date:
    """A date as it is typed. Raises ArgumentTypeError."""
    try:
        day = date.fromisoformat(text)
        if day.isoformat() != text:  # such as 20260203 or 2026-W05-2
            raise ValueError
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} は日付ではありません (YYYY-MM-DD)") from None
    return day
