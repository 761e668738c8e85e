"""Can the rules be read?"""

from datetime import date

from mynadesk.doctor.finding import Check, Finding, joined
from mynadesk.fault import DeskError
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.rulings import overdue_sentences
from mynadesk.words import Words

_LOOK_AGAIN = Words(
    "取り決めのファイルで、見直しの期限(review)を延ばすか、最後の日(applies_until)を書いてください。",
    "In the file of rulings, move its review, or give it its last day (applies_until).",
)
_RULEBOOK = Check("rulebook", Words("規則", "rulebook"))


def rulebook(folder: str, rulings: str | None, on: date) -> Finding:
    """What is read there; else what the loader says, all of it. Rulings to be looked at again are named.

    Args:
        folder: The folder of rules.
        rulings: That of the office's rulings.
        on: The day of the visit.
    """
    try:
        book = load_rulebook(folder, rulings).at(on)
    except DeskError as error:
        return _RULEBOOK.fix(
            Words(error.text("ja"), error.text("en")),
            Words(
                "この場所を直すか、配布された規則に戻してください。mynadesk rules check でくわしく出ます。",
                "Mend these places (mynadesk rules check tells more), or put the rules back as shipped.",
            ),
        )
    name, city = book.rulebook.id, book.rulebook.city
    read = Words(
        f"{city.ja}の規則 {name} を読めました。版の印は {book.digest}、場所は {folder} です。",
        f"The rules of {city.en}, {name}, were read. Digest {book.digest}, in {folder}.",
    )
    overdue = overdue_sentences(book, on)
    return _RULEBOOK.note(joined(read, *overdue), _LOOK_AGAIN) if overdue else _RULEBOOK.ok(read)
