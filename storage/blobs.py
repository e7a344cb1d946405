"""Binary content by its hash: bytes in S3, what they are in the database.

An object's key is `tenant/sha256`, in one bucket per purpose. Size and content type are kept in
the collection `blobs`, because the embedded object store forgets metadata when it restarts.
"""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

import urllib3
from minio import Minio
from minio.error import InvalidResponseError, S3Error, ServerError
from pymongo import ASCENDING, IndexModel

from storage.database import TenantCollection
from storage.errors import NotFoundError, StorageError, TooLargeError
from storage.retry import Retry

INDEXES = (IndexModel([("tenant_id", ASCENDING), ("purpose", ASCENDING)], name="tenant_purpose"),)
PURPOSES: Final = ("files", "images", "exports", "projects")

_SPOOL_BYTES = 8 * 2**20
_READ_BYTES = 256 * 2**10
_PART_BYTES = 16 * 2**20
_BUSY_STATUSES = frozenset({429, 500, 502, 503, 504})

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Blob:
    """What is known of stored bytes; `size` in bytes, `sha256` in lower-case hex."""

    sha256: str
    size: int
    content_type: str


class BlobStore:
    """The object store's client. It blocks, so calls run on its own few threads."""

    def __init__(self, url: str, bucket_prefix: str, retry_budget_s: float) -> None:
        address = urlsplit(url)
        if not address.hostname or not address.username or address.password is None:
            raise StorageError("S3_URL must be http(s)://key:secret@host:port/?region=…")
        self._bucket_prefix = bucket_prefix
        self._retry = Retry(retry_budget_s, _is_transient)
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="blobs")
        self._http = urllib3.PoolManager(
            maxsize=8,
            timeout=urllib3.Timeout(connect=1, read=30),
            retries=False,
        )
        self._minio = Minio(
            address.netloc.rpartition("@")[2],
            access_key=unquote(address.username),
            secret_key=unquote(address.password),
            secure=address.scheme == "https",
            region=parse_qs(address.query).get("region", ["us-east-1"])[0],
            http_client=self._http,
        )

    def bucket(self, purpose: str) -> str:
        if purpose not in PURPOSES:
            raise ValueError(f"unknown purpose {purpose!r}; there are {PURPOSES}")
        return self._bucket_prefix + purpose

    async def create_buckets(self) -> None:
        for purpose in PURPOSES:
            await self.call(partial(_create_bucket, self.bucket(purpose)))

    async def call(self, operation: Callable[[Any], Result]) -> Result:
        """Run `operation(minio client)` on a thread, again while the store is away."""
        return await self._retry(lambda: self.once(operation))

    async def once(self, operation: Callable[[Any], Result]) -> Result:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, operation, self._minio)

    async def ping(self) -> None:
        await self.once(lambda s3: s3.bucket_exists(self.bucket(PURPOSES[0])))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._http.clear()


class Blobs:
    """Blobs of one tenant for one purpose; `for_purpose("images")` gives another."""

    def __init__(self, store: BlobStore, blobs: TenantCollection, purpose: str = "files") -> None:
        self._store = store
        self._blobs = blobs
        self._purpose = purpose
        self._bucket = store.bucket(purpose)

    def for_purpose(self, purpose: str) -> "Blobs":
        return Blobs(self._store, self._blobs, purpose)

    async def put(
        self, content: bytes | AsyncIterable[bytes], content_type: str, max_bytes: int
    ) -> Blob:
        """Store bytes or a stream of them; the same content again is the same blob.
        TooLargeError beyond `max_bytes`, of which nothing is kept."""
        with SpooledTemporaryFile(max_size=_SPOOL_BYTES) as spool:
            sha256, size = await _spool(content, spool, max_bytes)

            def upload(s3: Any) -> None:
                spool.seek(0)
                s3.put_object(
                    self._bucket,
                    self._key(sha256),
                    spool,
                    size,
                    content_type=content_type,
                    part_size=_PART_BYTES,
                )

            await self._store.call(upload)
        blob = Blob(sha256, size, content_type)
        facts = {"purpose": self._purpose, "size": size, "content_type": content_type}
        if not await self._blobs.insert({"_id": self._record_id(sha256), **facts}):
            await self._blobs.update(self._record_id(sha256), {"$set": facts})
        return blob

    async def stat(self, sha256: str) -> Blob:
        """NotFoundError when this tenant has no such blob."""
        found = await self._blobs.get(self._record_id(sha256))
        if found is None:
            raise NotFoundError("blob", sha256)
        return Blob(sha256, found["size"], found["content_type"])

    async def get(self, sha256: str, max_bytes: int = 64 * 2**20) -> bytes:
        """All of it. NotFoundError; TooLargeError beyond `max_bytes` (use `stream`)."""
        blob = await self.stat(sha256)
        if blob.size > max_bytes:
            raise TooLargeError("The blob", max_bytes)

        def read(s3: Any) -> bytes:
            response = s3.get_object(self._bucket, self._key(sha256))
            try:
                content: bytes = response.read()
                return content
            finally:
                response.close()
                response.release_conn()

        return await self._store.call(read)

    async def stream(self, sha256: str) -> AsyncGenerator[bytes, None]:
        """Pieces of up to 256 KiB. NotFoundError before the first; close the generator."""
        await self.stat(sha256)
        key = self._key(sha256)
        response = await self._store.call(lambda s3: s3.get_object(self._bucket, key))
        try:
            while piece := await self._store.once(lambda _: response.read(_READ_BYTES)):
                yield piece
        finally:
            response.close()
            response.release_conn()

    async def delete(self, sha256: str) -> None:
        """Forget it, then remove the bytes; deleting what is not there changes nothing."""
        await self._blobs.delete({"_id": self._record_id(sha256)})
        await self._store.call(lambda s3: s3.remove_object(self._bucket, self._key(sha256)))

    async def signed_url(self, sha256: str, expires_s: int = 300) -> str:
        """A download address for whoever holds it, until it expires. NotFoundError."""
        blob = await self.stat(sha256)
        url: str = await self._store.call(
            lambda s3: s3.presigned_get_object(
                self._bucket,
                self._key(sha256),
                expires=timedelta(seconds=expires_s),
                response_headers={"response-content-type": blob.content_type},
            )
        )
        return url

    def _key(self, sha256: str) -> str:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise NotFoundError("blob", sha256)
        return f"{self._blobs.tenant_id}/{sha256}"

    def _record_id(self, sha256: str) -> str:
        return f"{self._key(sha256)}/{self._purpose}"


async def _spool(
    content: bytes | AsyncIterable[bytes], spool: "SpooledTemporaryFile[bytes]", max_bytes: int
) -> tuple[str, int]:
    """Copy the content and return its hash and size."""
    digest = hashlib.sha256()
    size = 0
    async for piece in _pieces(content):
        size += len(piece)
        if size > max_bytes:
            raise TooLargeError("The content", max_bytes)
        digest.update(piece)
        spool.write(piece)
    return digest.hexdigest(), size


async def _pieces(content: bytes | AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    if isinstance(content, bytes):
        yield content
        return
    async for piece in content:
        yield piece


def _create_bucket(name: str, s3: Any) -> None:
    if s3.bucket_exists(name):
        return
    try:
        s3.make_bucket(name)
    except (S3Error, InvalidResponseError):
        if not s3.bucket_exists(name):  # else somebody else was faster
            raise


def _is_transient(error: Exception) -> bool:
    if isinstance(error, ServerError):
        return error.status_code in _BUSY_STATUSES
    if isinstance(error, InvalidResponseError):  # rclone's errors, which are not what S3 sends
        return error._code in _BUSY_STATUSES
    if isinstance(error, S3Error):
        return error.code in {"SlowDown", "InternalError", "ServiceUnavailable"}
    return isinstance(error, urllib3.exceptions.HTTPError)
