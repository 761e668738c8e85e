"""What typing cannot find: names that do not exist, digits taken twice, words that cannot be shown."""

from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.checking_answerable import answerable
from mynadesk.rulebook.checking_desk import questions
from mynadesk.rulebook.checking_digits import digits
from mynadesk.rulebook.checking_facts import facts
from mynadesk.rulebook.checking_figures import figures, lengths
from mynadesk.rulebook.checking_notices import notices
from mynadesk.rulebook.checking_paper_questions import paper_questions
from mynadesk.rulebook.checking_papers import papers
from mynadesk.rulebook.checking_requirements import requirements
from mynadesk.rulebook.checking_routes import routes, visitors
from mynadesk.rulebook.checking_sources import citations, sources
from mynadesk.rulebook.checking_words import words
from mynadesk.strict_yaml import Mismatch

_CHECKS = (
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
    questions,
    paper_questions,
    answerable,
    digits,
    words,
)


def faults_of(book: Rulebook) -> dict[str, list[Mismatch]]:
    """Every fault by the name of its file, without ".yaml"; nothing where all is well."""
    found: dict[str, list[Mismatch]] = {}
    for check in _CHECKS:
        for file, path, fault in check(book):
            found.setdefault(file, []).append((path, fault))
    return found
