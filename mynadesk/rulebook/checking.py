"""What typing cannot find: names that do not exist, digits taken twice, words that cannot be shown."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace

from mynadesk.fault import Fault
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.answerable import answerable
from mynadesk.rulebook.checks.dates import dates
from mynadesk.rulebook.checks.desk import next_visit, questions, untouched
from mynadesk.rulebook.checks.digits import digits
from mynadesk.rulebook.checks.facts import facts
from mynadesk.rulebook.checks.faults import Finding
from mynadesk.rulebook.checks.figures import figures, lengths
from mynadesk.rulebook.checks.notices import notices
from mynadesk.rulebook.checks.paper_questions import paper_questions
from mynadesk.rulebook.checks.papers import papers
from mynadesk.rulebook.checks.requirements import requirements
from mynadesk.rulebook.checks.routes import routes, visitors
from mynadesk.rulebook.checks.sources import citations, sources
from mynadesk.rulebook.checks.words import characters, words
from mynadesk.rulebook.timeline import Span, Stretch, Timeline
from mynadesk.rulebook.written import Written
from mynadesk.strict_yaml import Mismatch, Path
from mynadesk.words import Words

_Check = Callable[[Rulebook], Iterator[Finding]]
CHECKS: tuple[_Check, ...] = (
    sources,
    citations,
    figures,
    lengths,
    facts,
    papers,
    requirements,
    routes,
    visitors,
    notices,
    untouched,
    next_visit,
    questions,
    paper_questions,
    answerable,
    digits,
)
"""Of the rulebook of a day. Its words are looked at apart, because they take longest."""


Found = dict[tuple[str, Path], dict[Fault, list[Span]]]
"""Faults by place, each with the days on which it is one; none where it is one of the file itself."""


class Look(NamedTuple):
    """One check, and what it looks at."""

    name: str
    check: Callable[[Any], Iterable[Finding]]
    subject: Written | Rulebook
    span: Span | None
    """The days of the rulebook; None where it looks at what is written."""

    def into(self, found: Found, findings: Iterable[Finding]) -> None:
        """Keep what was found."""
        for finding in findings:
            spans = found.setdefault((finding.file, finding.path), {}).setdefault(finding.fault, [])
            spans += [self.span] if self.span else []


_DESK = ("desk", "facts", "operations", "reasons")
READS: dict[_Check, tuple[str, ...]] = {
    questions: _DESK,
    answerable: (*_DESK, "requirements"),
    untouched: ("desk",),
    sources: ("sources",),
}
"""The files that some checks read: they are not run again for a day on which these are as on another."""


def _is_known(check: _Check, book: Rulebook, sound: Rulebook | None) -> bool:
    reads = READS.get(check)
    if sound is None or reads is None:
        return False
    return all(getattr(book, name) is getattr(sound, name) for name in reads)


def faults_of(timeline: Timeline) -> dict[str, list[Mismatch]]:
    """Every fault by the name of its file, without ".yaml"; nothing where all is well on every day."""
    found: Found = {}
    for look in looks(timeline, found):
        look.into(found, look.check(look.subject))
    return told(timeline, found)


def looks(timeline: Timeline, found: Found | None = None) -> Iterator[Look]:
    """All looks there are; what was sound on an earlier day is left out while nothing is `found`."""
    yield Look("dates", dates, timeline.written, None)
    yield Look("characters", characters, timeline.written, None)
    before: Rulebook | None = None
    for stretch in timeline.stretches:
        if stretch.book is None:
            continue
        sound = before if found == {} else None
        checks = {check.__name__: check for check in CHECKS if not _is_known(check, stretch.book, sound)}
        checks[words.__name__] = partial(words, before=sound)
        for name, check in checks.items():
            yield Look(name, partial(_as_written, timeline, stretch, check), stretch.book, stretch.span)
        before = stretch.book


def told(timeline: Timeline, found: Found) -> dict[str, list[Mismatch]]:
    """Faults by file; those of some days only say so."""
    always = sum(stretch.book is not None for stretch in timeline.stretches)
    by_file: dict[str, list[Mismatch]] = {}
    for (file, path), faults in found.items():
        for fault, spans in faults.items():
            dated = fault if len(spans) in (0, always) else _on(fault, spans[0])
            by_file.setdefault(file, []).append((path, dated))
    return by_file


def _as_written(timeline: Timeline, stretch: Stretch, check: _Check, book: Rulebook) -> Iterator[Finding]:
    """Findings in what is in force together, each at the place where that is written."""
    places: dict[tuple[str, Path], Path] | None = None
    for finding in check(book):
        places = timeline.version_at(stretch.span.first) if places is None else places
        yield _where_it_stands(finding, places)


def _where_it_stands(finding: Finding, places: dict[tuple[str, Path], Path]) -> Finding:
    for length in range(1, len(finding.path) + 1):
        place = places.get((finding.file, finding.path[:length]))
        if place is not None:
            return replace(finding, path=(*place, *finding.path[length:]))
    return finding


def _on(fault: Fault, span: Span) -> Fault:
    """A fault that is none on other days."""
    first = Words(f"{span.first}から", f"from {span.first}") if span.first > span.first.min else Words("", "")
    last = Words(f"{span.last}まで", f"until {span.last}") if span.last < span.last.max else Words("", "")
    ja, en = first.ja + last.ja, f"{first.en} {last.en}".strip()
    return fault._replace(what=Words(f"{fault.what.ja}({ja}の規則)", f"{fault.what.en} (rules {en})"))
