"""Pictures of one tenant, newest first. Their bytes are blobs of the purpose `images`.

A picture's document is there before its bytes and goes after them, hidden meanwhile: whoever dies
in between leaves a document that says which bytes have to go, and never bytes that nobody knows.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.blobs import Blobs
from storage.codec import from_document, to_document
from storage.database import TenantCollection
from storage.documents import Image
from storage.errors import ConflictError, NotFoundError
from storage.paging import Page, decode_cursor, encode_cursor, order_key

INDEXES = (
    IndexModel([("tenant_id", ASCENDING), ("order", DESCENDING)], name="tenant_order"),
    IndexModel([("run_id", ASCENDING)], name="run"),
    IndexModel([("hidden", ASCENDING)], name="hidden"),
)

MAX_PICTURE_BYTES = 64 * 2**20

_SCAN_BATCH = 200
_SCAN_LIMIT = 2_000


class Images:
    """Stored beside the model's fields: `order`, the gallery's key, and `hidden`."""

    def __init__(self, images: TenantCollection, blobs: Blobs) -> None:
        self._images = images
        self._blobs = blobs.for_purpose("images")

    async def create(self, image: Image, png: bytes, thumbnail: bytes) -> Image:
        """Store it with its bytes; the same id again returns what is stored. ConflictError when
        the id is taken by something else."""
        named = {"png": _sha256(png), "thumbnail": _sha256(thumbnail)}
        image = image.model_copy(update=named)
        document = to_document(image) | {
            "order": order_key(image.created_at, image.id),
            "hidden": True,
        }
        if not await self._images.insert(document):
            stored = await self._images.get(image.id)
            if stored is None:
                raise ConflictError(f"The id {image.id} cannot be used for an image.")
            if not stored["hidden"]:
                return from_document(Image, stored)
            if named != {name: stored[name] for name in named}:  # of a try that was cut short
                await self._remove_bytes(stored)
                await self._images.alter(image.id, {"$set": named}, hidden=True)
        await self._blobs.put(png, "image/png", MAX_PICTURE_BYTES)
        await self._blobs.put(thumbnail, "image/webp", MAX_PICTURE_BYTES)
        shown = await self._images.update(image.id, {"$set": {"hidden": False}})
        return _image(image.id, shown)

    async def get(self, image_id: str) -> Image:
        return _image(image_id, await self._images.get(image_id, hidden=False))

    async def of_run(self, run_id: str) -> tuple[Image, ...]:
        """The finished pictures of a job, in its order."""
        found = await self._images.find({"run_id": run_id, "hidden": False})
        images = (from_document(Image, document) for document in found)
        return tuple(sorted(images, key=lambda image: image.index))

    async def clear_unfinished(self, run_id: str | None) -> None:
        """Remove what is left of pictures of a job that ended before they were stored; of None,
        of uploads."""
        for document in await self._images.find({"run_id": run_id, "hidden": True}):
            await self._remove(document)

    async def list(
        self,
        limit: int,
        cursor: str | None = None,
        query: str = "",
        model: str | None = None,
        favourite: bool | None = None,
    ) -> Page[Image]:
        """One page of the gallery, which uploads are not in. `query` matches prompts, ignoring
        case; a search looks at a bounded number of pictures a call, so a page can be short and
        have a `next_cursor`. BadCursorError."""
        wanted = {"model": model, "favourite": favourite, "kind": "drawn"}
        where: dict[str, Any] = {name: value for name, value in wanted.items() if value is not None}
        where["hidden"] = False
        before = decode_cursor(cursor) if cursor else None
        matches: list[Mapping[str, Any]] = []
        batch_size = _SCAN_BATCH if query else limit + 1
        for _ in range(_SCAN_LIMIT // batch_size if query else 1):
            older = {**where, "order": {"$lt": before}} if before else where
            batch = await self._images.find(older, limit=batch_size, sort=("order", DESCENDING))
            matches += [each for each in batch if _matches(each, query)]
            before = batch[-1]["order"] if len(batch) == batch_size else None
            if len(matches) > limit or before is None:
                break
        if len(matches) > limit:
            before = matches[limit - 1]["order"]
        items = tuple(from_document(Image, document) for document in matches[:limit])
        return Page(items, encode_cursor(before) if before else None)

    async def favour(self, image_id: str, favourite: bool) -> Image:
        """Mark it as a favourite, or no more. NotFoundError."""
        change = {"$set": {"favourite": favourite}}
        return _image(image_id, await self._images.update(image_id, change, hidden=False))

    async def delete(self, image_id: str) -> None:
        """Hide it, then remove it with its bytes. NotFoundError."""
        hidden = await self._images.update(image_id, {"$set": {"hidden": True}})
        if hidden is None:
            raise NotFoundError("image", image_id)
        await self._remove(hidden)

    async def _remove(self, document: Mapping[str, Any]) -> None:
        await self._remove_bytes(document)
        await self._images.delete({"_id": document["_id"]})

    async def _remove_bytes(self, document: Mapping[str, Any]) -> None:
        for name in ("png", "thumbnail"):
            await self._blobs.delete(document[name])


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _matches(document: Mapping[str, Any], query: str) -> bool:
    return query.casefold() in document["settings"]["prompt"].casefold()


def _image(image_id: str, found: Mapping[str, Any] | None) -> Image:
    if found is None:
        raise NotFoundError("image", image_id)
    return from_document(Image, found)
