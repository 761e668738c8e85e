"""The office's own rulings, laid over rules in which nothing is wrong."""

from mynadesk.fault import Fault, UnusableRulebook
from mynadesk.inspection.places import Places, Spot
from mynadesk.inspection.survey import Survey
from mynadesk.rulebook.files import read_file
from mynadesk.rulebook.loading import load_rulebook


def look_at_rulings(found: Survey, rulings: str) -> None:
    """Add to a survey that found nothing what keeps the rulings in a folder from being laid on top."""
    try:
        load_rulebook(found.folder, rulings)
    except UnusableRulebook as error:
        found.spots += [_spot(found, fault) for fault in error.faults]


def _spot(found: Survey, fault: Fault) -> Spot:
    try:
        places = found.places.setdefault(fault.file, Places(fault.file, read_file(fault.file)))
    except UnusableRulebook:  # then that is what is told of it
        return Spot(fault)
    return places.spot_at(fault)
