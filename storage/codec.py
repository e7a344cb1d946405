"""Models to database documents and back.

The database must give back what it was given on MongoDB and on the embedded server alike, so
documents hold only text, numbers, booleans, null and plain nested objects: times are integers
(milliseconds), because the embedded server stores a date that is `$set` as text; and free-form
JSON is kept as text, because its keys may start with `$`.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

import orjson
from pydantic import BaseModel

from storage.documents import Document, to_ms

Model = TypeVar("Model", bound=Document)

_JSON_FIELDS = frozenset({"request"})


def to_document(model: Document) -> dict[str, Any]:
    """The stored form; `id` becomes `_id`, and the tenant is left to the collection."""
    fields = stored_fields(model.model_dump(exclude={"id", "tenant_id"}))
    return {"_id": model.model_dump(include={"id"})["id"], **fields}


def stored_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The stored form of some fields of a model."""
    return {name: _stored(name, value) for name, value in fields.items()}


def from_document(kind: type[Model], document: Mapping[str, Any]) -> Model:
    """A model from its stored form; what only storage uses (sort keys and such) is left out."""
    fields = {name: document[name] for name in kind.model_fields if name in document}
    for name in _JSON_FIELDS & fields.keys():
        fields[name] = from_json(fields[name])
    return kind.model_validate({"id": document["_id"], **fields})


def to_json(value: object) -> str:
    """Compact JSON text. Lone surrogates, which no database takes, become question marks."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:  # what orjson refuses: lone surrogates, integers beyond 64 bits
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode()


def from_json(text: str) -> Any:
    return orjson.loads(text)


def _stored(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return to_ms(value)
    if name in _JSON_FIELDS:
        return to_json(value)
    if isinstance(value, BaseModel):
        return value.model_dump()
    return value
