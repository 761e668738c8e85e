"""How things look: a style for each role. Colour only repeats what a word says."""

from rich.style import Style

from mynadesk.standing import Standing

ROLES: dict[str, Style] = {
    "base": Style(color="#e6e6e6", bgcolor="#16191d"),
    "plain": Style(),
    "dim": Style(color="#a3abb5"),
    "strong": Style(color="#ffffff", bold=True),
    "key": Style(color="#8fd3ff", bold=True),
    "line": Style(color="#5c6670"),
    "cursor": Style(color="#16191d", bgcolor="#8fd3ff", bold=True),
    "message": Style(color="#16191d", bgcolor="#ffd866", bold=True),
    "top": Style(color="#e6e6e6", bgcolor="#2b3138"),
    "met": Style(color="#7fdc8a", bold=True),
    "ask": Style(color="#8fd3ff", bold=True),
    "consult": Style(color="#d9a6ff", bold=True),
    "missing": Style(color="#ffd866", bold=True),
    "decline": Style(color="#ff9a8d", bold=True),
    "band-open": Style(color="#ffffff", bgcolor="#3a4650", bold=True),
    "band-accept": Style(color="#ffffff", bgcolor="#1d6b30", bold=True),
    "band-partial": Style(color="#ffffff", bgcolor="#2f5d50", bold=True),
    "band-ask": Style(color="#ffffff", bgcolor="#1c4f86", bold=True),
    "band-consult": Style(color="#ffffff", bgcolor="#5e2f8a", bold=True),
    "band-incomplete": Style(color="#ffffff", bgcolor="#7a5600", bold=True),
    "band-decline": Style(color="#ffffff", bgcolor="#9b1c1c", bold=True),
}


def role_of(standing: Standing | None) -> str:
    """The role in which a standing's word is drawn."""
    return standing.name if standing is not None else "dim"
