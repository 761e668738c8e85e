"""A page of practice, with its banner."""

from typing import TypeVar

from screens.paged import PagedScreen

Result = TypeVar("Result")


class PracticePage(PagedScreen[Result]):
    """As any page, in the banner's colour; nobody's case is here, so nothing is hidden."""

    band = "banner"
    everywhere = ("help", "theme")
