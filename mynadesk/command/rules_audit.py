"""`mynadesk rules audit`: what has changed on the page that the rules come from, on standard output."""

import argparse
import json

from mynadesk.audit.audit import audit, pages
from mynadesk.audit.report import as_data, as_text
from mynadesk.audit.saved import read_page
from mynadesk.command.output import write_out
from mynadesk.command.surroundings import columns, say
from mynadesk.rulebook.loading import load_rulebook

_NO_SOURCE = {
    "ja": "文の印がある出典は {} です。",
    "en": "The rules know the sentences of: {}.",
}
_NO_SENTENCES = {
    "ja": "この規則には、文の印がある出典がありません。",
    "en": "These rules know the sentences of no source.",
}
_OTHER = {
    "ja": "別のページのようです。規則の知っている文が1つもありません。",
    "en": "It seems to be another page: no sentence that the rules know is there.",
}


def audit_page(options: argparse.Namespace, rules: str) -> int:
    """Write what has changed. The exit status: 1 where something has, 2 where nothing can be compared.

    Raises:
        DeskError: the rules or the page cannot be read.
    """
    written = load_rulebook(rules).timeline.written
    known = pages(written)
    if not known or (options.source and options.source not in known):
        say(_NO_SOURCE[options.lang].format(", ".join(known)) if known else _NO_SENTENCES[options.lang])
        return 2
    found = audit(written, read_page(options.page), options.source)
    if found.is_another_page:
        say(_OTHER[options.lang])
        return 2
    if options.json:
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2) + "\n"
    else:
        text = as_text(found, options.lang, columns())
    write_out(text.encode("utf-8", "backslashreplace"))
    return 0 if found.is_as_it_was else 1
