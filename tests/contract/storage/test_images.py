"""Pictures: stored whole or not at all, listed newest first, deleted with their bytes."""

import hashlib
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage import (
    BadCursorError,
    ConflictError,
    Image,
    ImageSettings,
    NotFoundError,
    Run,
    Storage,
    StorageSettings,
    TenantStorage,
    new_id,
)

PNG, THUMBNAIL = b"the picture", b"a smaller one"
HASHES = [hashlib.sha256(content).hexdigest() for content in (PNG, THUMBNAIL)]


class CutOffError(Exception):
    """What a kill in the middle looks like from inside."""


@pytest.fixture
async def fresh(settings: StorageSettings) -> AsyncGenerator[Storage]:
    """Storage of its own, whose parts a test may break."""
    storage = await Storage.open(settings)
    yield storage
    await storage.close()


def image(**changes: Any) -> Image:
    settings = {"width": 64, "height": 64, "steps": 4, "guidance": 4.0, "seed": 1}
    settings |= {"prompt": changes.pop("prompt", "two boats")}
    fields: dict[str, Any] = {"id": new_id(), "run_id": new_id(), "index": 0, "model": "demo"}
    fields |= {"bytes": len(PNG), "duration_ms": 5, "settings": ImageSettings(**settings)}
    return Image(**{**fields, **changes})


async def stored(tenant: TenantStorage, **changes: Any) -> Image:
    return await tenant.images.create(image(**changes), PNG, THUMBNAIL)


async def blobs_of(tenant: TenantStorage) -> list[bool]:
    """Which of the two there are."""
    blobs, there = tenant.blobs.for_purpose("images"), []
    for sha256 in HASHES:
        try:
            there.append(await blobs.get(sha256) in (PNG, THUMBNAIL))
        except NotFoundError:
            there.append(False)
    return there


async def test_a_picture_comes_back_with_its_bytes(tenant: TenantStorage) -> None:
    made = await stored(tenant)
    assert [made.png, made.thumbnail] == HASHES
    assert await tenant.images.get(made.id) == made
    assert await blobs_of(tenant) == [True, True]
    assert await tenant.images.of_run(made.run_id) == (made,)


async def test_the_same_picture_again_changes_nothing(tenant: TenantStorage) -> None:
    made = await stored(tenant)
    again = made.model_copy(update={"duration_ms": 99})
    assert await tenant.images.create(again, b"other bytes", b"other") == made


async def test_pictures_of_a_job_are_in_its_order(tenant: TenantStorage) -> None:
    run_id = new_id()
    made = [await stored(tenant, run_id=run_id, index=index) for index in (2, 0, 1)]
    assert [each.id for each in await tenant.images.of_run(run_id)] == [
        made[1].id,
        made[2].id,
        made[0].id,
    ]


async def test_the_gallery_is_newest_first_in_pages(tenant: TenantStorage) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    made = [await stored(tenant, created_at=start + timedelta(seconds=n)) for n in range(5)]
    seen: list[str] = []
    cursor: str | None = None
    while len(seen) < 5:
        page = await tenant.images.list(2, cursor)
        seen += [each.id for each in page.items]
        cursor = page.next_cursor
    assert cursor is None
    assert seen == [each.id for each in reversed(made)]
    with pytest.raises(BadCursorError):
        await tenant.images.list(2, "nonsense")


async def test_the_gallery_is_filtered(tenant: TenantStorage) -> None:
    boats = await stored(tenant, prompt="Two BOATS")
    house = await stored(tenant, prompt="a house", model="other")
    await tenant.images.favour(house.id, True)

    async def found(**filters: Any) -> list[str]:
        return [each.id for each in (await tenant.images.list(10, **filters)).items]

    assert await found(query="boats") == [boats.id]
    assert await found(query="nothing like it") == []
    assert await found(model="other") == [house.id]
    assert await found(favourite=True) == [house.id]
    assert await found(favourite=False, query="two") == [boats.id]


async def test_a_search_pages_over_what_does_not_match(tenant: TenantStorage) -> None:
    wanted = [await stored(tenant, prompt=f"boat {n}") for n in range(3)]
    for _ in range(3):
        await stored(tenant, prompt="a house")
    first = await tenant.images.list(2, query="boat")
    assert first.next_cursor is not None
    rest = await tenant.images.list(2, first.next_cursor, query="boat")
    assert {each.id for each in (*first.items, *rest.items)} == {each.id for each in wanted}


async def test_a_deleted_picture_is_gone_with_its_bytes(tenant: TenantStorage) -> None:
    made = await stored(tenant)
    await tenant.images.delete(made.id)
    assert await blobs_of(tenant) == [False, False]
    for ask in (tenant.images.get, tenant.images.delete):
        with pytest.raises(NotFoundError):
            await ask(made.id)
    with pytest.raises(NotFoundError):
        await tenant.images.favour(made.id, True)


async def test_an_id_of_somebody_else_is_refused(storage: Storage, tenant: TenantStorage) -> None:
    made = await stored(tenant)
    other = storage.tenant(new_id())
    with pytest.raises(ConflictError):
        await other.images.create(made, PNG, THUMBNAIL)


@pytest.mark.parametrize("kept_puts", [0, 1, 2])
async def test_one_cut_off_while_it_is_stored_leaves_no_bytes(
    fresh: Storage, monkeypatch: pytest.MonkeyPatch, kept_puts: int
) -> None:
    """Its document is hidden, and the next start removes it with whatever bytes there are."""
    tenant = fresh.tenant(new_id())
    cut_off_after(tenant, monkeypatch, kept_puts)
    lost = image()
    with pytest.raises(CutOffError):
        await tenant.images.create(lost, PNG, THUMBNAIL)
    monkeypatch.undo()
    with pytest.raises(NotFoundError):
        await tenant.images.get(lost.id)
    assert (await tenant.images.list(10)).items == ()
    await fresh.prepare()
    assert await blobs_of(tenant) == [False, False]
    assert not await tenant.images._images.find({"run_id": lost.run_id})


async def test_one_cut_off_is_finished_by_its_job(
    fresh: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawn again its bytes may differ by a hair: those of the first try are not left behind."""
    tenant = fresh.tenant(new_id())
    run = Run(id=new_id(), kind="image", model="demo", host="agents-0")
    await tenant.runs.create(run)
    cut_off_after(tenant, monkeypatch, 2)
    lost = image(run_id=run.id)
    with pytest.raises(CutOffError):
        await tenant.images.create(lost, PNG, THUMBNAIL)
    monkeypatch.undo()
    await fresh.prepare()  # a start meanwhile takes nothing from a job that is still running
    assert await tenant.images._images.get(lost.id)
    made = await tenant.images.create(lost, b"drawn again", b"small again")
    assert await tenant.blobs.for_purpose("images").get(made.png) == b"drawn again"
    assert await blobs_of(tenant) == [False, False]


def cut_off_after(tenant: TenantStorage, monkeypatch: pytest.MonkeyPatch, puts: int) -> None:
    """Storing a picture's bytes dies after so many of the two, and so does showing it."""
    blobs, done = tenant.images._blobs, 0
    real = blobs.put

    async def put(*arguments: Any) -> Any:
        nonlocal done
        if done == puts:
            raise CutOffError
        done += 1
        return await real(*arguments)

    async def show(*_: Any, **__: Any) -> None:
        raise CutOffError

    monkeypatch.setattr(blobs, "put", put)
    monkeypatch.setattr(tenant.images._images, "update", show)
