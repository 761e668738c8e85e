"""JSON Schemas of the files of a rulebook, written from their types: editors complete and check by them."""

import ast
import inspect
import json
import textwrap
import typing
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

import msgspec

from mynadesk.inspection.beside import BESIDE
from mynadesk.inspection.vocabulary import FIELDS, SOURCE, Names, vocabularies
from mynadesk.practice.reading import OWN
from mynadesk.rulebook.book import Rulebook
from mynadesk.rulebook.loading import TYPES
from mynadesk.rulebook.typed import arms, struct_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OWN_SCENES = "practice/own-scenes.yaml"
_REFERENCE = "#/$defs/{name}"
_NAMES = "names."
"""Before the names of vocabularies among the types."""
Schema = dict[str, Any]


def json_schemas(books: Collection[Rulebook]) -> dict[str, Schema]:
    """The schema of each file, by its path from the folder of rules.

    Files of own scenes have names of their choice; theirs stands under the name of the shipped one.
    """
    types = {f"{name}.yaml": wanted for name, wanted in TYPES.items()}
    for beside in BESIDE:
        types |= {f"{beside.name}/{name}.yaml": wanted for name, wanted in beside.types.items()}
    types[_OWN_SCENES] = OWN
    return {file: json_schema(f"mynadesk: {file}", wanted, books) for file, wanted in types.items()}


def json_schema(title: str, wanted: Any, books: Collection[Rulebook]) -> Schema:
    """The schema of one file.

    Args:
        title: What an editor shows of it.
        wanted: What the file holds.
        books: The rulebook of all days, whose names may be written.
    """
    (root,), types = msgspec.json.schema_components([wanted], ref_template=_REFERENCE)
    for struct in set(_structs(wanted)):
        if struct.__name__ in types:
            _explain(struct, types[struct.__name__])
    text = json.dumps(types)
    known = {f"{_NAMES}{name}": names for name, names in vocabularies(books).items()}
    known = {name: names for name, names in known.items() if f'/{name}"' in text}
    return {"$schema": _DIALECT, "title": title, **root, "$defs": {**types, **known}}


def _structs(wanted: Any) -> Iterator[type[msgspec.Struct]]:
    """Every type that is part of another."""
    seen: set[Any] = set()
    left = [wanted]
    while left:
        for arm in arms(left.pop()):
            left += typing.get_args(arm)
            if isinstance(arm, type) and (struct := struct_of(arm)) and struct not in seen:
                seen.add(struct)
                left += [field.type for field in msgspec.structs.fields(struct)]
                yield struct


def _explain(struct: type[msgspec.Struct], schema: Schema) -> None:
    """Add which names a field may have, and what is said of it."""
    told = _told(struct)
    for field in msgspec.structs.fields(struct):
        name = field.encode_name
        usual = Names("place") if name == SOURCE else Names()
        part = _named(schema["properties"][name], FIELDS.get((struct.__name__, name), usual))
        schema["properties"][name] = {**part, "description": told[field.name]} if field.name in told else part


def _named(schema: Schema, names: Names) -> Schema:
    """A schema whose texts are names."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_named(part, names) for part in schema["anyOf"]]}
    kind = schema.get("type")
    if kind == "string" and names.values:
        return _reference(names.values)
    if kind == "array":
        return {**schema, "items": _named(schema["items"], names)}
    if kind == "object" and names.whole:
        return _reference(names.whole)
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        below = _named(schema["additionalProperties"], names._replace(keys=None))
        keys = {"propertyNames": _reference(names.keys)} if names.keys else {}
        return {**schema, "additionalProperties": below, **keys}
    return schema


def _reference(name: str) -> Schema:
    return {"$ref": _REFERENCE.format(name=f"{_NAMES}{name}")}


def _told(struct: type[msgspec.Struct]) -> Mapping[str, str]:
    """What stands as text below each field, where the type is written."""
    told: dict[str, str] = {}
    for each in reversed(struct.__mro__):
        if each is not msgspec.Struct and issubclass(each, msgspec.Struct):
            told |= _told_in(textwrap.dedent(inspect.getsource(each)))
    return told


def _told_in(code: str) -> Iterator[tuple[str, str]]:
    body = typing.cast(ast.ClassDef, ast.parse(code).body[0]).body
    for field, after in pairwise(body):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)
