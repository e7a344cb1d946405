"""Pictures of one tenant, newest first. Their bytes are blobs of the purpose `images`."""

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
)

_SCAN_BATCH = 200
_SCAN_LIMIT = 2_000


class Images:
    """Stored beside the model's fields: `order`, the gallery's key."""

    def __init__(self, images: TenantCollection, blobs: Blobs) -> None:
        self._images = images
        self._blobs = blobs.for_purpose("images")

    async def create(self, image: Image) -> Image:
        """Store it, after its blobs; the same id again returns what is stored. ConflictError when
        the id is taken by something else."""
        document = to_document(image) | {"order": order_key(image.created_at, image.id)}
        if await self._images.insert(document):
            return image.model_copy(update={"tenant_id": self._images.tenant_id})
        stored = await self._images.get(image.id)
        if stored is None:
            raise ConflictError(f"The id {image.id} cannot be used for an image.")
        return from_document(Image, stored)

    async def get(self, image_id: str) -> Image:
        return _image(image_id, await self._images.get(image_id))

    async def of_run(self, run_id: str) -> tuple[Image, ...]:
        """The finished pictures of a job, in its order."""
        found = await self._images.find({"run_id": run_id})
        images = (from_document(Image, document) for document in found)
        return tuple(sorted(images, key=lambda image: image.index))

    async def list(
        self,
        limit: int,
        cursor: str | None = None,
        query: str = "",
        model: str | None = None,
        favourite: bool | None = None,
    ) -> Page[Image]:
        """One page of the gallery. `query` matches prompts, ignoring case; a search looks at a
        bounded number of pictures a call, so a page can be short and have a `next_cursor`.
        BadCursorError."""
        wanted = {"model": model, "favourite": favourite}
        where = {name: value for name, value in wanted.items() if value is not None}
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
        return _image(image_id, await self._images.update(image_id, change))

    async def delete(self, image_id: str) -> None:
        """Forget it, then remove its bytes. NotFoundError."""
        image = await self.get(image_id)
        await self._images.delete({"_id": image_id})
        for sha256 in (image.png, image.thumbnail):
            await self._blobs.delete(sha256)


def _matches(document: Mapping[str, Any], query: str) -> bool:
    return query.casefold() in document["settings"]["prompt"].casefold()


def _image(image_id: str, found: Mapping[str, Any] | None) -> Image:
    if found is None:
        raise NotFoundError("image", image_id)
    return from_document(Image, found)
