"""What becomes of a drawing that is refused a place, or breaks off."""

from collections.abc import AsyncGenerator, Sequence

import pytest

from serve.catalog import Catalog
from serve.chat import Notice
from serve.errors import (
    BudgetSpentError,
    DeadlineError,
    ModelError,
    ModelUnavailableError,
    RateLimitedError,
)
from serve.image import ImageRequest, Picture, Progress
from serve.image_router import ImageRouter
from serve.model_entry import ModelEntry
from serve.router import RetryPolicy

BUSY = RateLimitedError("Too much is waiting.", 50_000.0)
DONE = Picture(b"png", b"thumbnail")


class Brush:
    """Fails as it is told, then draws."""

    def __init__(self, failures: Sequence[ModelError]) -> None:
        self._failures = list(failures)

    async def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture | Notice]:
        if self._failures:
            raise self._failures.pop(0)
        yield DONE

    async def close(self) -> None: ...


async def draw(
    *failures: ModelError, deadline_s: float = 60.0
) -> list[Progress | Picture | Notice]:
    entry = {"id": "brush", "name": "Brush", "engine": "diffusers", "source": "none"}
    entry |= {"capabilities": ["image"], "context_tokens": 77, "drawing": {"steps": 2}}
    catalog, brush = Catalog((ModelEntry.model_validate(entry),), (), {}), Brush(failures)
    policy = RetryPolicy(base_s=0.001, max_wait_s=0.01)
    router = ImageRouter(catalog, lambda _: brush, lambda _: policy)
    request = ImageRequest("r", "p", "brush", "a house", 1, 64, 64, 2, 1.0, deadline_s=deadline_s)
    return [piece async for piece in router.draw(request)]


async def test_who_is_refused_a_place_asks_again_however_often() -> None:
    """And soon: by then it may be quicker than the forecast said."""
    *notices, last = await draw(*[BUSY] * 20)
    assert last == DONE
    told = {"reason": "queued", "detail": "Too much is waiting.", "retry_in_s": 0.01}
    assert notices == [Notice("run.waiting", told)] * 20


async def test_it_does_so_until_its_deadline() -> None:
    with pytest.raises(DeadlineError):
        await draw(*[BUSY] * 1000, deadline_s=0.05)


async def test_who_has_no_budget_left_is_refused() -> None:
    with pytest.raises(BudgetSpentError):
        await draw(BudgetSpentError("Come tomorrow.", 3600.0))


async def test_what_breaks_off_is_begun_again_a_few_times() -> None:
    gone = ModelUnavailableError("its replica died")
    assert await draw(gone) == [Notice("image.restarted", {"reason": "its replica died"}), DONE]
    with pytest.raises(ModelUnavailableError, match="its replica died"):
        await draw(*[gone] * 9)
