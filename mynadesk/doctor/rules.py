"""Can the rules be read?"""

from mynadesk.doctor.finding import Check, Finding
from mynadesk.fault import DeskError
from mynadesk.rulebook.loading import load_rulebook
from mynadesk.words import Words

_RULEBOOK = Check("rulebook", Words("規則", "rulebook"))


def rulebook(folder: str) -> Finding:
    """What is read there; else what the loader says, all of it."""
    try:
        book = load_rulebook(folder)
    except DeskError as error:
        return _RULEBOOK.fix(
            Words(error.text("ja"), error.text("en")),
            Words(
                "この場所を直すか、配布された規則に戻してください。mynadesk rules check でくわしく出ます。",
                "Mend these places (mynadesk rules check tells more), or put the rules back as shipped.",
            ),
        )
    name, city = book.rulebook.id, book.rulebook.city
    return _RULEBOOK.ok(
        Words(
            f"{city.ja}の規則 {name} を読めました。版の印は {book.digest}、場所は {folder} です。",
            f"The rules of {city.en}, {name}, were read. Digest {book.digest}, in {folder}.",
        ),
    )
