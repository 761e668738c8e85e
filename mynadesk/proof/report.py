"""A proof as text for people and as data for machines."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from mynadesk.proof.holes import TITLES, Hole, Kind
from mynadesk.proof.proving import Proof
from mynadesk.typeset import pad, wrap
from mynadesk.words import Language, Words

SHOWN: dict[Kind, Words] = {
    "no_answer": Words("どの場面にも、答えはちょうど1つです", "exactly one answer everywhere"),
    "idle": Words("どの決まりも、どこかの場面で何かを変えます", "every rule matters somewhere"),
    "superfluous": Words(
        "ほかの要件で足りている要件はありません", "no requirement makes another superfluous"
    ),
    "no_cure": Words(
        "断るときは、どうすれば直るかを伝えます", "every refusal says what would cure it, or that nothing can"
    ),
    "hurts": Words("書類が1点増えて不利になることはありません", "one more paper never hurts"),
    "no_source": Words("どの答えにも出典があります", "every answer has its source"),
    "one_sided": Words("どの期日も、前と後で判定が変わります", "every date limit is met on both sides"),
}
_CURES = {
    "bring": Words("お持ちいただけば直る", "cured by bringing"),
    "other_visitor": Words("ほかの方なら受付できる", "another visitor could"),
    "nothing": Words("直せないと伝える", "said that nothing can"),
}
VERDICTS = {
    "accept": Words("受付できる", "accept"),
    "partial": Words("一部できる", "partial"),
    "ask": Words("確認が残る", "ask"),
    "consult": Words("責任者", "consult"),
    "incomplete": Words("足りない", "incomplete"),
    "decline": Words("できない", "decline"),
}

_CELLS, _MARK, _LABEL, _NAME, _NUMBER = 80, 6, 28, 12, 14


class Row(NamedTuple):
    """A line of the report, however many it takes: its further lines stand in by `hang` cells."""

    text: str
    hang: int = 0


def as_text(proof: Proof, language: Language, saved: tuple[str, ...] = ()) -> str:
    """What was shown, and what does not hold. `saved`: the files of the holes' cases, in their order."""
    lines = [line for row in figures(proof, language) for line in wrap(row.text, _CELLS, row.hang)]
    return "\n".join([*lines, *_holes(proof, language, saved)])


def figures(proof: Proof, language: Language) -> list[Row]:
    """What was looked at and what was shown, without the cases of holes."""
    return [*_figures(proof, language), Row(""), *_shown(proof, language)]


def _figures(proof: Proof, language: Language) -> Iterator[Row]:
    counted = proof.counted
    days = "、".join(map(str, proof.days)) if language == "ja" else ", ".join(map(str, proof.days))
    written_out = f"{counted.stand_for:.1e}".replace("e+", " x 10^")
    rows = (
        (Words("場面の種類", "classes of situations"), f"{counted.classes:,}"),
        (Words("書き分けた場面", "situations written out"), written_out),
        (Words("日", "days"), f"{len(proof.days)} ({days})"),
        (Words("判定した要件", "requirements judged"), f"{counted.judged:,}"),
        (Words("判定した書類", "papers judged"), f"{counted.papers:,}"),
        (Words("全体の判定と照合", "whole decisions compared"), f"{proof.decided:,}"),
        (Words("お知らせの場面", "situations of notices"), f"{proof.notices:,}"),
        (Words("秒", "seconds"), f"{proof.seconds:.2f}"),
    )
    yield Row(Words(f"規則 {proof.digest}", f"Rules {proof.digest}").in_(language))
    for label, value in rows:
        yield Row(f"{pad(f'  {label.in_(language)}', _LABEL)}{value}", _LABEL)
    heading = Words("場面の種類の判定", "classes by verdict").in_(language)
    for name in VERDICTS:
        if name in counted.verdicts:
            told = f"{pad(VERDICTS[name].in_(language), _NAME)}{counted.verdicts[name]:>{_NUMBER},}"
            yield Row(f"{pad(f'  {heading}', _LABEL)}{told}", _LABEL)
            heading = ""


def _shown(proof: Proof, language: Language) -> Iterator[Row]:
    for kind, words in SHOWN.items():
        count = sum(hole.kind == kind for hole in proof.holes)
        mark = Words(f"穴{count}", f"{count} bad").in_(language) if count else "ok"
        told = f"{words.in_(language)}{_detail(proof, kind, language)}"
        yield Row(f"{pad(mark, _MARK)}{told}", _MARK)


def _detail(proof: Proof, kind: Kind, language: Language) -> str:
    if kind == "idle":
        return f" ({proof.rules})"
    if kind == "no_cure" and proof.refusals:
        parts = [f"{_CURES[how].in_(language)} {count:,}" for how, count in proof.refusals.items()]
        return f" ({'、'.join(parts) if language == 'ja' else ', '.join(parts)})"
    return ""


def _holes(proof: Proof, language: Language, saved: tuple[str, ...]) -> Iterator[str]:
    for number, hole in enumerate(proof.holes):
        yield ""
        yield f"{number + 1}. {hole.place}"
        told = f"{TITLES[hole.kind].in_(language)}: {hole.what.in_(language)}"
        yield from (f"   {line}" for line in wrap(told, _CELLS - 3))
        shown = saved[number] if saved else one_line(hole.case)
        yield f"   {Words('事例', 'case').in_(language)}: {shown}"


def one_line(case: Any) -> str:
    """The case as one line of JSON, as `mynadesk check` reads it."""
    return json.dumps(case, ensure_ascii=False)


def as_yaml(hole: Hole) -> str:
    """The case of a hole as a file: what it shows as a comment, then the case."""
    about = [hole.place, hole.what.ja, hole.what.en]
    head = "".join(f"# {line}\n" for line in about)
    text: str = yaml.safe_dump(hole.case, allow_unicode=True, sort_keys=False, default_flow_style=None)
    return head + text


def as_data(proof: Proof) -> dict[str, Any]:
    """The proof, ready for JSON."""
    counted = proof.counted
    return {
        "digest": proof.digest,
        "days": [day.isoformat() for day in proof.days],
        "classes": counted.classes,
        "stand_for": counted.stand_for,
        "judged": {
            "requirements": counted.judged,
            "papers": counted.papers,
            "whole": proof.decided,
            "notices": proof.notices,
        },
        "verdicts": counted.verdicts,
        "rules": proof.rules,
        "refusals": proof.refusals,
        "seconds": round(proof.seconds, 3),
        "holes": [
            {
                "kind": hole.kind,
                "file": f"{hole.rule[0]}.yaml",
                "path": list(hole.rule[1]),
                "ja": hole.what.ja,
                "en": hole.what.en,
                "case": hole.case,
            }
            for hole in proof.holes
        ],
    }
