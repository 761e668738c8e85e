"""The day book for a spreadsheet: a row a count, in columns that stay as they are."""

import csv
import io
from collections import Counter

from mynadesk.ledger.daybook.book import DayBook

COLUMNS = ("day", "desk", "what", "which", "count")
_WAITING = "waiting"


def as_csv(book: DayBook) -> str:
    """Long form, ids as in the rules, days as YYYY-MM-DD.

    Open cases are counted on the day on which the ledger was asked, if it is one of the days.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in book.counts:
        writer.writerow((each.day.isoformat(), each.desk, each.what.value, each.which, each.times))
    if book.first <= book.today <= book.last:
        waiting = Counter((each.desk, each.state.value) for each in book.waiting)
        for (desk, state), count in sorted(waiting.items()):
            writer.writerow((book.today.isoformat(), desk, _WAITING, state, count))
    return out.getvalue()
