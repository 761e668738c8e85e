"""Whatever is typed or piped in: a decision or words for a person, never a traceback."""

import json
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mynadesk.command.answer import Answering
from mynadesk.command.check import read_json
from mynadesk.decision.decide import decide
from mynadesk.decision.reading import read_case
from mynadesk.fault import Fault, UnusableCase, UnusableText
from mynadesk.rulebook.book import Rulebook
from mynadesk.strict_yaml import decode, read_yaml
from tests.command.running import run
from tests.reference.form import CASE_KEYS, DOCUMENT_KEYS, OPERATIONS, PINS, VISITORS
from tests.reference.invent import invent_case

TODAY = date(2026, 11, 23)

KNOWN_WORDS = st.sampled_from(
    [
        *(*OPERATIONS, *PINS, *VISITORS, *CASE_KEYS, *DOCUMENT_KEYS, "birth_date", "under_15"),
        *("passport", "in_date", "expired", "presented", "sealed", "other", "none", "2026-02-29"),
    ]
)
TEXT = st.text(st.characters(codec=None), max_size=20) | KNOWN_WORDS
"""Half characters too: JSON can spell them."""


def json_of(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of JSON with these numbers in it."""
    return st.recursive(
        st.none() | st.booleans() | numbers | TEXT,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
        max_leaves=20,
    )


ANY_JSON = json_of(st.integers() | st.floats())
FINITE_JSON = json_of(st.integers() | st.floats(allow_nan=False, allow_infinity=False))

many = settings(deadline=None, max_examples=300)
some = settings(deadline=None, max_examples=100)


def assert_decided_or_refused(book: Rulebook, value: Any) -> bool:
    """Whether the value is a case; the only other way out is a fault that names what is wrong."""
    try:
        case = read_case(book, value, TODAY)
    except UnusableCase as error:
        for fault in error.faults:
            for words in (fault.what, fault.mend):
                assert words.ja
                assert words.en
                assert (words.ja + words.en).replace("\u3000", "").isprintable()
            assert fault.field.isprintable()
        return False
    assert Answering(book).answer(decide(book, case))["verdict"]
    return True


@many
@given(ANY_JSON)
def test_any_value_at_all_is_refused_with_printable_words(book: Rulebook, value: Any) -> None:
    assert not assert_decided_or_refused(book, value) or isinstance(value, dict)


@some
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(CASE_KEYS, ANY_JSON)))
def test_any_value_in_a_known_field_is_decided_or_refused(book: Rulebook, value: dict[str, Any]) -> None:
    usable = assert_decided_or_refused(book, value)
    assert not usable or {"operation", "pins", "visitor"} <= set(value)


@some
@given(st.lists(st.dictionaries(st.sampled_from(DOCUMENT_KEYS) | TEXT, ANY_JSON, max_size=7), max_size=3))
def test_any_value_in_a_document_is_decided_or_refused(book: Rulebook, documents: list[Any]) -> None:
    case = {"operation": "reset", "pins": ["signature"], "visitor": "agent", "visit": 1}
    usable = assert_decided_or_refused(book, {**case, "documents": documents})
    assert not usable or all({"kind", "of"} <= set(document) for document in documents)


@some
@given(st.integers(0, 2**32 - 1), st.data())
def test_any_slip_in_a_good_case_is_decided_or_refused(
    book: Rulebook, seed: int, data: st.DataObject
) -> None:
    case = invent_case(random.Random(seed))
    assert assert_decided_or_refused(book, deepcopy(case))
    place, key = data.draw(st.sampled_from(list(places(case))))
    slip = data.draw(st.sampled_from(["put", "remove", "rename", "add"]))
    value = data.draw(ANY_JSON)
    if slip == "put":
        place[key] = value
    elif slip == "remove":
        del place[key]
    elif slip == "rename" and isinstance(place, dict):
        place[data.draw(TEXT)] = place.pop(key)
    elif isinstance(place, dict):
        place[data.draw(TEXT)] = value
    else:
        place.insert(key, value)
    usable = assert_decided_or_refused(book, case)
    assert not usable or set(case) <= set(CASE_KEYS)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping or list of a value with each of its keys."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


# Texts and bytes


def fault_of(read: Callable[[], Any]) -> Fault | None:
    """The one fault of a text, or None where it can be read."""
    try:
        read()
    except UnusableText as error:
        (fault,) = error.faults
        return fault
    return None


@many
@given(st.text(st.characters(codec=None)) | st.text("{}[]:,&*!|>'\"%@`#-? \n\t\u0000\u0085ab1"))
@example("\ud800")
@example("? a")
@example("a: !!python/object:os.system x")
@example("&a [*a]")
@example("- " * 1000)
@example('"\\ud800"')
def test_any_text_is_plain_yaml_or_is_refused_with_its_place(text: str) -> None:
    fault = fault_of(lambda: read_yaml(text, "case.yaml"))
    if fault is None:
        value = read_yaml(text, "case.yaml")
        assert value is None or type(value) in (str, int, bool, list, dict)
    else:
        assert fault.file == "case.yaml"
        assert fault.line > 0
        assert fault.column > 0


@many
@given(st.text(st.characters(codec=None)) | st.text('{}[]:,"\\ue0129-+.tfn'))
def test_any_text_is_json_or_is_refused_with_its_place(text: str) -> None:
    fault = fault_of(lambda: read_json(text))
    if fault is None:
        assert json.loads(text) == read_json(text)
    else:
        assert fault.line > 0
        assert fault.column > 0


@many
@given(FINITE_JSON)
def test_json_is_read_back_as_it_was_written(value: Any) -> None:
    assert read_json(json.dumps(value)) == value


@many
@given(
    st.lists(st.sampled_from([b"a", b"\n", "窓".encode(), b"\x91\x8b", b"\xff"])).map(b"".join), st.booleans()
)
def test_any_bytes_are_text_or_are_refused_with_their_line(data: bytes, marked: bool) -> None:
    marked_data = b"\xef\xbb\xbf" * marked + data
    text = data.decode("utf-8", "surrogateescape")
    bad = re.search("[\udc80-\udcff]", text)
    fault = fault_of(lambda: decode(marked_data, "case.json"))
    if bad is None:
        assert fault is None
        assert decode(marked_data, "case.json") == text
    else:
        assert fault is not None
        assert fault.line == text[: bad.start()].count("\n") + 1


SURPRISES = {
    "the start of a program": b"\x7fELF\x02\x01\x01\x00",
    "a compressed file": b"\x1f\x8b\x08\x00\x00",
    "a workbook": b"PK\x03\x04\x14\x00\x06\x00",
    "half a character of UTF-8": b'{"card": "\xe6\x9a',
    "an overlong byte": b"\xc0\x80",
    "a nought for every byte": b"\0" * 1000,
    "a tag of YAML": b"!!python/object/apply:os.system [id]",
    "growing aliases": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
    "a merge key": b"<<: {operation: reset}\noperation: change",
    "a page of the web": b"<!DOCTYPE html><html></html>",
    "a table": "受付,本人\n1,2\n".encode(),
    "line breaks of other worlds": "operation: reset\x85pins: a\u2028visitor: b".encode(),
}


@pytest.mark.parametrize("surprise", SURPRISES)
def test_surprising_bytes_are_refused_in_words(surprise: str) -> None:
    one, lines = run("check", given=SURPRISES[surprise]), run("check", "--jsonl", given=SURPRISES[surprise])
    assert (one.status, lines.status) == (2, 2)
    assert (one.out, lines.err) == ("", "")
    assert one.err.startswith("標準入力")
    assert "Traceback" not in one.err
    assert all(list(answer) == ["line", "error"] for answer in lines.answers())
