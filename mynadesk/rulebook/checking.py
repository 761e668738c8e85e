"""What typing cannot find: names that do not exist, digits taken twice, words that cannot be shown."""

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checks.answerable import answerable
from mynadesk.rulebook.checks.desk import next_visit, questions, untouched
from mynadesk.rulebook.checks.digits import digits
from mynadesk.rulebook.checks.facts import facts
from mynadesk.rulebook.checks.figures import figures, lengths
from mynadesk.rulebook.checks.notices import notices
from mynadesk.rulebook.checks.paper_questions import paper_questions
from mynadesk.rulebook.checks.papers import papers
from mynadesk.rulebook.checks.requirements import requirements
from mynadesk.rulebook.checks.routes import routes, visitors
from mynadesk.rulebook.checks.sources import citations, sources
from mynadesk.rulebook.checks.words import words
from mynadesk.strict_yaml import Mismatch

CHECKS = (
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
    words,
)


def faults_of(book: Rulebook) -> dict[str, list[Mismatch]]:
    """Every fault by the name of its file, without ".yaml"; nothing where all is well."""
    found: dict[str, list[Mismatch]] = {}
    for check in CHECKS:
        for finding in check(book):
            found.setdefault(finding.file, []).append((finding.path, finding.fault))
    return found
