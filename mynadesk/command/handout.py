"""`mynadesk handout`: a paper to hand over, made from one case."""

import argparse
from datetime import date

from mynadesk.command.check import read_one
from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.decision.decide import decide
from mynadesk.handout.making import make, unfit, usual_paper
from mynadesk.handout.page import as_page, usual_size
from mynadesk.handout.reading import load_handout
from mynadesk.handout.speech import Speech
from mynadesk.handout.text import as_text
from mynadesk.rulebook.book import Rulebook


def handout(book: Rulebook, rules: str, options: argparse.Namespace, today: date) -> int:
    """Write the paper that the options name, or what suits the decision. The exit status.

    Raises:
        DeskError: the case or the words of the papers cannot be used.
    """
    case = read_one(book, options.file, options.lang, today)
    decision = decide(book, case)
    book = decision.book
    words = load_handout(rules, book)
    name = options.paper or usual_paper(decision, options.number or "")
    why = unfit(Speech(book, words, options.lang), case, decision, name, options.number or "")
    if why is not None:
        say(why)
        return 2
    speech = Speech(book, words, options.tongue or options.lang)
    paper = make(speech, case, decision, name, options.number or "")
    written = (
        as_page(paper, options.size or usual_size(speech.tongue))
        if options.form == "html"
        else as_text(paper, options.columns)
    )
    write_out(written.encode())
    return 0
