"""What a decision means for the person, the supervisor and the clerk; and the rule behind a line."""

from mynadesk.interview.result import RuleBehind, Section, rules_behind, sections
from mynadesk.interview.session import Session
from screens.paint import wrapped
from screens.pane import Row


def result_rows(session: Session, cells: int) -> list[Row]:
    """Everything that is to be said once nothing is left to ask."""
    return [row for section in sections(session) for row in _section_rows(section, cells)]


def _section_rows(section: Section, cells: int) -> list[Row]:
    return [_heading(section.heading), *_listed(section.texts, cells, "plain")]


def reason_rows(session: Session, cells: int) -> list[Row]:
    """The rule behind the line that is looked at: in our words, its layer, and where it is published."""
    panel = session.wording.words.panel
    rules = rules_behind(session)
    rows = [_heading(session.wording.fill(panel.reason))]
    for rule in rules:
        rows += _rule_rows(rule, cells)
    return rows if rules else [*rows, *wrapped(session.wording.fill(panel.no_rule), cells, "dim")]


def _rule_rows(rule: RuleBehind, cells: int) -> list[Row]:
    rows = [
        *wrapped(rule.title, cells, "strong"),
        *wrapped(rule.rule, cells, "plain"),
        *_listed(rule.papers, cells, "plain"),
    ]
    for title, parts in rule.places:
        rows += [*wrapped(title, cells, "key"), *_listed(parts, cells, "dim")]
    return rows


def _heading(text: str) -> Row:
    return [(f"[{text}]", "key")]


def _listed(texts: list[str], cells: int, role: str) -> list[Row]:
    return [row for text in texts for row in wrapped(f"・{text}", cells, role, indent=2)]
