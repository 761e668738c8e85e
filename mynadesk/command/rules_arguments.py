"""What can be typed after `mynadesk rules`."""

import argparse

from mynadesk.command.parser import OPTIONS, Commands, Parser, a_day, add_command, add_common

_ABOUT_SHOW = """\
規則を経路、書類、暗証番号、出典、期日から読みます。文字を打つと絞り込みます。どの決まりからも、
それで判定の変わる場面を受付画面に置けます。規則のファイルを直すと、その場で調べ直します。
The rules by route, paper, PIN, source and day; what is typed filters. From each entry a
situation that turns on it can be laid on the desk. When a file is edited, it is looked at anew.
"""
_ABOUT_CHECK = """\
規則のフォルダーにある誤りを、ファイルをまたいで1度にすべて示します。どのファイルの何行の何列の
どの文字か、何がおかしいか、どう直すかが出ます。handout、ledger、practice の中も調べます。
終了状態は、誤りがなければ0、あれば1、フォルダーが開けなければ2です。
Tells every fault in a folder of rules at once, over all its files: file, line, column,
the piece of text underlined, what is wrong and what would be right. The exit status is 0
where all is well, 1 where there are faults, 2 where the folder cannot be opened.
With --json: {folder, files, faults, put_off, overdue}; a fault is {file, line, column, end_line,
end_column, field, text, what, mend}, lines and columns from 1, what and mend {ja, en}.
"""
_ABOUT_PROVE = """\
規則から、来庁者、書類、事実のすべての組み合わせを作り、どの場面にも答えがちょうど1つあること、何も
変えない決まりがないこと、断るときに直し方を伝えていることなどを確かめます。規則の変わるすべての日
(--on のときはその日だけ)を調べます。満たさないものは「穴」として事例で示し、--save で保存すると
mynadesk --open FILE で受付画面に出せます。終了状態は、穴がなければ0、あれば1、規則が読めなければ2です。
Makes all combinations of visitors, papers and facts from the rules and looks whether each has one
answer, no rule is idle, every refusal says what would cure it, and so on, on every day on which the
rules change (with --on on that day). What fails is a hole, shown as a case; --save keeps the cases
for mynadesk --open FILE. The exit status is 0 where there is no hole, 1 where there is one, 2
where the rules cannot be used. With --json: {digest, days, classes, stand_for, judged, verdicts,
rules, refusals, seconds, holes}.
"""
_ABOUT_DIFF = """\
2つの規則、または1つの規則の2つの日を比べ、判定の変わる場面の種類を数えます。何が何に変わるかを、
もとになった決まりごとに、いちばん小さい事例とともに示します。窓口の取り決めも入ります。
終了状態は、変わりがなければ0、あれば1、比べられなければ2です。
Compares two folders of rules, or two days of one: how many classes of situations are decided
otherwise, from what to what, by which rule, each with a smallest case; rulings of the office are
in force. The exit status is 0 where nothing changes, 1 where something does, 2 where they cannot
be compared. With --json: {old, new, days, classes, changed, turns, changes, follows, only_words}.
"""
_ABOUT_SCHEMA = """\
規則のYAMLの形をJSON Schemaで出します。エディター(YAMLの補完ができるもの)に読ませると、項目名と
値、規則に出てくる名前が補完され、違うものに印が付きます。名前は規則から取るので、名前を増やしたら
もう一度出してください。--out のときはファイルごとに書き、エディターの設定の例を出します。
Writes JSON Schemas of the rules' YAML, for editors that complete and check by them: fields,
values, and the names that the rules have now, so write them anew when a name is added.
With --out one file for each, and what to put into the editor's settings.
"""
_ABOUT_ALL = """\
--all のときは、DIRの中の規則のフォルダーをすべて読み、調べ、証明します。CPUをすべて使い、Ctrl+Cで
止めるとどこまで進んだかを出します(終了状態130)。証明できないものがあっても1です。
With --all every folder of rules in DIR is loaded, checked and proved, on all cores; Ctrl+C stops
and says how far it came (exit status 130), and 1 is also the status where something is not proved.
Its JSON is {wanted, done, jobs, seconds, rulebooks}; each of these {folder, classes, faults, holes}.
"""
_ABOUT_AUDIT = """\
保存した市のページ(HTMLか文字)を、規則が持つ文の印と比べます。変わらない文、変わった文、
なくなった文、新しい文と、それを引いている規則が出ます。全角と半角、空白、表の線、記事の前後の
案内は比べません。終了状態は、変わりがなければ0、あれば1、読めなければ2です。
Holds a saved copy of the city's page (HTML or text) against the digests in the rules: what is
unchanged, changed, gone and new, and the rules that cite it. Widths, blanks, bars and what
stands around the article do not count. The exit status is 0 where nothing has changed, 1
where something has, 2 where something cannot be read. With --json: {source, as_it_was,
unchanged, moved, changed, gone, new, headings_gone, around}.
"""
_ABOUT_RULE = """\
責任者の判断を、窓口の取り決めとして記録します。どの判定がどう変わるかを見せてから記録し、
その日から判定は取り決めを根拠に出します。何も指定しないと、いまの取り決めと、
責任者に任されていることと、書ける役職と理由の一覧が出ます。
Records what a supervisor has ruled, in the office's own file, after showing which
decisions change. From its first day on it is the rule, and decisions name it. Without
options it lists the rulings, what can be ruled, and the posts and grounds.
  mynadesk rules rule --kind eligibility_certificate --as B --by section_head
                      --because national_notice
  mynadesk rules rule --end 2026-11-23-1 --until 2026-12-31
  mynadesk rules rule --renew 2026-11-23-1
"""
_ABOUT_RULES = """\
規則のYAMLを書く人のためのコマンドです。
For whoever writes the rules.
"""
_MOST_JOBS = 256


def fill_rules(rules: Parser) -> None:
    """Add the tasks of the command."""
    rules.usage = "mynadesk rules [OPTIONS] TASK"
    rules.description = _ABOUT_RULES
    tasks = rules.add_subparsers(dest="task", metavar="TASK", title="すること / tasks", prog="mynadesk rules")
    for add in (_add_show, _add_check, _add_prove, _add_diff, _add_schema, _add_audit, _add_rule):
        task = add(tasks)
        task._optionals.title = OPTIONS
        task._positionals.title = "対象 / of what"
        add_common(task, first=False)


def _add_show(tasks: Commands) -> argparse.ArgumentParser:
    show = add_command(
        tasks, "show", "規則を画面で読む(何も書かないときも) / read the rules (also without a task)"
    )
    show.description = _ABOUT_SHOW
    add_folder(show)
    return show


def _add_check(tasks: Commands) -> argparse.ArgumentParser:
    check = add_command(tasks, "check", "すべての誤りを場所と直し方で示す / every fault, with its place")
    check.description = _ABOUT_CHECK + _ABOUT_ALL
    check.add_argument("--json", action="store_true", help="結果をJSONで出す / write JSON")
    check.add_argument(
        "--all", action="store_true", help="DIRの中の規則をすべて調べて証明する / check, prove all in DIR"
    )
    check.add_argument("--jobs", metavar="N", type=_jobs, help="--all で同時に調べる数 / at a time (cores)")
    add_folder(check)
    return check


def _add_prove(tasks: Commands) -> argparse.ArgumentParser:
    prove = add_command(
        tasks, "prove", "すべての場面を調べ、穴を事例で示す / look at all situations, show holes"
    )
    prove.description = _ABOUT_PROVE
    prove.add_argument("--json", action="store_true", help="結果をJSONで出す / write JSON")
    prove.add_argument("--save", metavar="OUT", help="穴の事例を保存するフォルダー / folder for the cases")
    prove.add_argument(
        "--brute", action="store_true", help="まとめ方を総当たりで確かめる(数分) / hold against brute force"
    )
    add_folder(prove)
    return prove


def _add_schema(tasks: Commands) -> argparse.ArgumentParser:
    schema = add_command(
        tasks, "schema", "エディターの補完に使うJSON Schemaを出す / JSON Schemas for editors"
    )
    schema.description = _ABOUT_SCHEMA
    schema.add_argument("--out", metavar="DIR", help="書き出すフォルダー / folder to write to (stdout)")
    add_folder(schema)
    return schema


def _add_audit(tasks: Commands) -> argparse.ArgumentParser:
    audit = add_command(tasks, "audit", "保存した市のページと比べる / compare with a saved page")
    audit.description = _ABOUT_AUDIT
    audit.add_argument("--page", metavar="FILE", required=True, help="保存したページ / the saved page")
    audit.add_argument("--source", metavar="ID", help="sources.yaml の名前 / its name there")
    audit.add_argument("--json", action="store_true", help="結果をJSONで出す / write JSON")
    add_folder(audit)
    return audit


def _add_rule(tasks: Commands) -> argparse.ArgumentParser:
    rule = add_command(tasks, "rule", "責任者の判断を取り決めとして記録する / record a supervisor's ruling")
    rule.description = _ABOUT_RULE
    rule.add_argument("--kind", metavar="ID", help="書類の種類 / kind of paper")
    rule.add_argument(
        "--as", dest="counts_as", metavar="CLASS", help="どのクラスに数えるか / counts as (A, B)"
    )
    rule.add_argument(
        "--two-of-one-kind", choices=("met", "missing"), help="同じ種類の書類2点 / two papers of one kind"
    )
    rule.add_argument("--figure", metavar="ID", help="数値 / figure")
    rule.add_argument("--value", metavar="N", help="数値の値 / its value")
    rule.add_argument("--requirement", metavar="ID", help="要件 / requirement")
    rule.add_argument("--fact", metavar="ID", help="その事実 / its fact")
    rule.add_argument("--answer", metavar="ANSWER", help="その答え / its answer")
    rule.add_argument(
        "--stands", choices=("met", "missing", "decline"), help="どう扱うか / how it stands then"
    )
    rule.add_argument("--by", metavar="POST", help="決めた人の役職(お名前は書かない) / post, never a name")
    rule.add_argument("--because", metavar="GROUND", help="理由 / ground")
    rule.add_argument(
        "--reference", metavar="TEXT", help="通知の番号など40字まで、お名前は書かない / number of a notice"
    )
    rule.add_argument("--from", dest="from_", metavar="DATE", type=a_day, help="適用開始 / first day (today)")
    rule.add_argument("--until", metavar="DATE", type=a_day, help="適用終了 / last day")
    rule.add_argument("--review", metavar="DATE", type=a_day, help="見直しの期限 / to be looked at again by")
    rule.add_argument("--end", metavar="NAME", help="取り決めを終える(--until の日まで) / end one (--until)")
    rule.add_argument(
        "--renew", metavar="NAME", help="見直して続ける(次の見直しは --review) / go on with one (--review)"
    )
    rule.add_argument("--yes", action="store_true", help="たずねずに記録する / without asking")
    add_folder(rule)
    return rule


def _add_diff(tasks: Commands) -> argparse.ArgumentParser:
    diff = add_command(tasks, "diff", "2つの規則、または2つの日で変わる場面を示す / which situations change")
    diff.usage = (
        "mynadesk rules diff [OPTIONS] OLD NEW\n"
        "       mynadesk rules diff [OPTIONS] --between DATE DATE [DIR]"
    )
    diff.description = _ABOUT_DIFF
    diff.add_argument("--json", action="store_true", help="結果をJSONで出す / write JSON")
    diff.add_argument(
        "--between", nargs=2, metavar="DATE", type=a_day, help="2つの来庁日 / two days of the visit"
    )
    diff.add_argument(
        "folders", nargs="*", metavar="DIR", help="規則のフォルダー / folders of rules, old and new"
    )
    return diff


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The folder of rules that a task is about; without it, that of `--rules`."""
    parser.add_argument("folder", nargs="?", metavar="DIR", help="規則のフォルダー / folder of rules")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text} は1から{_MOST_JOBS}までの数ではありません")
    return int(text)
