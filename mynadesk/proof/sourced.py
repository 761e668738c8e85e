"""Every answer has its source."""

from collections.abc import Iterator

from msgspec.structs import replace

from mynadesk.decision.case import Document
from mynadesk.proof.holes import Findings, Rule
from mynadesk.proof.world import World
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.schema import Source
from mynadesk.words import Words

_UNSOURCED = Words("この答えには出典がありません。", "This answer has no source.")


def sourced(world: World, found: Findings) -> None:
    """Of each requirement on each route, each notice, and each paper that does not count."""
    book = world.book
    for desk in world.desks:
        for part in desk.parts:
            for name, requirement in zip(part.names, part.requirements, strict=True):
                rule: Rule = ("requirements", (name, "source"))
                if not all(map(str.strip, requirement.cited or ("",))):
                    found.hole("no_source", rule, _UNSOURCED, book, desk.situation(part, part.easiest))
    for file, path, source in _others(book):
        if not any(map(str.strip, [source] if isinstance(source, str) else source)):
            found.hole("no_source", (file, (*path, "source")), _UNSOURCED, book, world.plain())
    for kind, entry in book.documents.kinds.items():
        group = book.documents.classes[entry.class_]
        for check in (*group.checks, *entry.checks):
            if not (book.documents.checks[check].source or group.source or entry.source):
                situation = replace(world.plain(), documents=(Document(kind, "holder", {}),))
                rule = "documents", ("checks", check, "source")
                found.hole("no_source", rule, _UNSOURCED, book, situation)


def _others(book: Rulebook) -> Iterator[tuple[str, tuple[str, ...], Source]]:
    for file, entries in (("notices", book.notices), ("alternatives", book.alternatives)):
        for name, notice in entries.items():
            yield file, (name,), notice.source
    for name, route in book.routes.items():
        yield "routes", (name,), route.source
    for name, group in book.documents.classes.items():
        yield "documents", ("classes", name), group.source
    for name, kind in book.documents.kinds.items():
        yield "documents", ("kinds", name), kind.source
    for name, check in book.documents.checks.items():
        yield "documents", ("checks", name), check.source
    yield "documents", ("two_of_one_kind",), book.documents.two_of_one_kind.source
