"""Blobs: by hash, size-limited, per purpose, with signed downloads."""

import asyncio
import hashlib
import urllib.error
import urllib.request
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from storage import NotFoundError, Storage, TenantStorage, TooLargeError, new_id

MISSING = hashlib.sha256(b"nobody stored this").hexdigest()


async def pieces(size: int, piece: int = 70_000) -> AsyncGenerator[bytes]:
    for start in range(0, size, piece):
        yield bytes(min(piece, size - start))


async def test_bytes_come_back(tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(b"hello", "image/png", 100)
    assert blob.sha256 == hashlib.sha256(b"hello").hexdigest()
    assert (blob.size, blob.content_type) == (5, "image/png")
    assert await tenant.blobs.stat(blob.sha256) == blob
    assert await tenant.blobs.get(blob.sha256) == b"hello"
    assert await tenant.blobs.put(b"hello", "image/png", 100) == blob


async def test_the_first_blobs_of_a_tenant_may_come_together(storage: Storage) -> None:
    """The embedded store now and then fails in the race to make the tenant's folder."""
    for _ in range(100):
        blobs = storage.tenant(new_id()).blobs.for_purpose("images")
        await asyncio.gather(*(blobs.put(bytes([n]), "image/png", 1) for n in range(4)))


async def test_nothing_at_all_is_a_blob_too(tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(b"", "text/plain", 0)
    assert await tenant.blobs.get(blob.sha256) == b""


@pytest.mark.parametrize("size", [300_000, 9_000_000])
async def test_a_stream_goes_in_and_comes_out(tenant: TenantStorage, size: int) -> None:
    blob = await tenant.blobs.put(pieces(size), "application/zip", size)
    assert (blob.size, blob.sha256) == (size, hashlib.sha256(bytes(size)).hexdigest())
    async with aclosing(tenant.blobs.stream(blob.sha256)) as stream:
        assert b"".join([piece async for piece in stream]) == bytes(size)


async def test_a_stream_may_be_left_early(tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(pieces(2_000_000), "application/zip", 2_000_000)
    for _ in range(20):  # more than there are connections
        async with aclosing(tenant.blobs.stream(blob.sha256)) as stream:
            assert await anext(stream)


async def test_what_is_too_large_is_refused_and_not_kept(tenant: TenantStorage) -> None:
    with pytest.raises(TooLargeError):
        await tenant.blobs.put(b"12345", "text/plain", 4)
    with pytest.raises(TooLargeError):
        await tenant.blobs.put(pieces(200_000), "text/plain", 199_999)
    with pytest.raises(NotFoundError):
        await tenant.blobs.stat(hashlib.sha256(b"12345").hexdigest())
    blob = await tenant.blobs.put(b"12345", "text/plain", 5)
    with pytest.raises(TooLargeError):
        await tenant.blobs.get(blob.sha256, max_bytes=4)


async def test_purposes_and_tenants_are_apart(storage: Storage, tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(b"mine", "text/plain", 100)
    for other in (tenant.blobs.for_purpose("images"), storage.tenant(new_id()).blobs):
        with pytest.raises(NotFoundError):
            await other.stat(blob.sha256)
        with pytest.raises(NotFoundError):
            await other.get(blob.sha256)
        with pytest.raises(NotFoundError):
            await other.signed_url(blob.sha256)
        await other.delete(blob.sha256)
    assert await tenant.blobs.get(blob.sha256) == b"mine"


async def test_a_deleted_blob_is_gone(tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(b"mine", "text/plain", 100)
    await tenant.blobs.delete(blob.sha256)
    await tenant.blobs.delete(blob.sha256)
    with pytest.raises(NotFoundError):
        await tenant.blobs.get(blob.sha256)


@pytest.mark.parametrize("key", ["", "x", "../" * 21 + "x", "A" * 64, MISSING])
async def test_a_key_that_is_no_hash_is_not_found(tenant: TenantStorage, key: str) -> None:
    with pytest.raises(NotFoundError):
        await tenant.blobs.get(key)
    with pytest.raises(NotFoundError):
        async with aclosing(tenant.blobs.stream(key)) as stream:
            await anext(stream)


async def test_a_signed_url_downloads_with_the_content_type(tenant: TenantStorage) -> None:
    blob = await tenant.blobs.put(b"picture", "image/webp", 100)
    url = await tenant.blobs.signed_url(blob.sha256)
    with urllib.request.urlopen(url) as response:
        assert response.read() == b"picture"
        assert response.headers["Content-Type"] == "image/webp"
    for forged in (url.split("?")[0], url[:-1] + ("0" if url[-1] != "0" else "1")):
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(forged)
        assert caught.value.code in {400, 403}
