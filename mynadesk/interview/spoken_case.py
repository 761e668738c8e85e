"""The case for ears: how it stands, its lines, the rule behind one, all that is said at the end, the keys."""

from mynadesk.dates.japanese import english, japanese_with_weekday
from mynadesk.interview.keys import TABLE, Key
from mynadesk.interview.lines import is_missing_for_good
from mynadesk.interview.options import ENTER
from mynadesk.interview.result import rules_behind, sections, verdict
from mynadesk.interview.session import Session
from mynadesk.interview.speech import headed, sentence, sentences
from mynadesk.interview.steps import Step
from mynadesk.wording import Wording


def greeting(session: Session, office: str) -> list[str]:
    """What is said once, at the start. `office`: the desk's name, or nothing."""
    wording, book = session.wording, session.book
    rules = wording.fill(wording.words.panel.rules, id=book.rulebook.id, digest=book.digest[:6])
    desk = f"{wording.fill(book.rulebook.title)} {office}".rstrip()
    return [sentences(wording, desk, day_of_visit(session), rules), wording.fill(wording.words.ask.hello)]


def day_of_visit(session: Session) -> str:
    """The day on which the case is decided."""
    return japanese_with_weekday(session.on) if session.wording.language == "ja" else english(session.on)


def whole_verdict(session: Session) -> str:
    """The verdict with all that is open."""
    found = verdict(session)
    return headed(session.wording, found.title, session.wording.listed(found.details))


def case_lines(session: Session) -> dict[tuple[Step, str], str]:
    """The lines of the case, by what they ask again and what was answered."""
    return {
        (line.step, line.answer): case_line(session, place)
        for place, line in enumerate(session.lines)
        if line.told
    }


def case_line(session: Session, place: int) -> str:
    """A line with its answer, and how it stands unless it is in order.

    The label of a paper is that of the first paper, which bears it for all.
    """
    line, wording, words = session.lines[place], session.wording, session.wording.words.ask
    labels = (each.label for each in session.lines if each.question == line.question and each.label)
    told = wording.fill(words.line, label=next(labels), answer=line.answer).rstrip()
    if line.standing:
        word = wording.standing(line.standing, is_missing_for_good(session.look))
        told = wording.fill(words.standing, line=told, standing=word)
    return sentence(wording, told)


def reason(session: Session) -> list[str]:
    """The rules behind the line that is looked at, and how to come back."""
    wording, panel = session.wording, session.wording.words.panel
    said = []
    for rule in rules_behind(session):
        said += [sentences(wording, rule.title, rule.rule), *rule.papers]
        said += [sentences(wording, title, *parts) for title, parts in rule.places]
    back = f"{ENTER} {wording.fill(wording.words.keys.back)}"
    return [wording.fill(panel.reason), *(said or [wording.fill(panel.no_rule)]), back]


def result(session: Session) -> list[str]:
    """All that is to be said at the end, and the key to go on with."""
    said = [text for section in sections(session) for text in (section.heading, *section.texts)]
    return [*said, f"/ {session.wording.fill(session.wording.words.keys.next)}"]


def key_list(wording: Wording) -> list[str]:
    """What can be typed, a line each, and what the short words mean."""
    words = wording.words
    found = [(_typed(key), getattr(words.keys, key.words)) for key in TABLE if not key.on_screen]
    found.append(([wording.fill(words.ask.space)], words.ask.repeat))
    keys = [f"{wording.listed(names)} {wording.fill(does)}" for names, does in found if names]
    groups = wording.book.documents.classes.values()
    classes = [f"{wording.fill(group.label)}: {wording.fill(group.rule)}" for group in groups]
    legend = map(wording.fill, (words.panel.legend, words.panel.legend_more))
    return [wording.fill(words.panel.help), *keys, *legend, *classes]


def _typed(key: Key) -> list[str]:
    """The names of a key by which a line can hold it; none where it is no character."""
    if key.name in ("digit", "enter"):
        return [key.shown]
    return list(dict.fromkeys(name for name in (key.shown, *key.twins) if len(name) == 1))
