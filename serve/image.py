"""The seam between whoever wants a picture and whatever draws it.

An `ImageModel` turns an `ImageRequest` into `Progress`, step by step, and at last one `Picture`.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Protocol

from serve.chat import Notice
from serve.scheduling.request import Priority


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One picture from words. Sizes are pixels; `deadline_s` bounds the whole request. A preview
    comes every `preview_every` steps, 0 for none. `picture_id` is written into the picture."""

    request_id: str
    picture_id: str
    model: str
    prompt: str
    seed: int
    width: int
    height: int
    steps: int
    guidance: float
    negative_prompt: str = ""
    preview_every: int = 0
    deadline_s: float = 600.0
    tenant: str = ""
    priority: int = Priority.NORMAL


@dataclass(frozen=True, slots=True)
class Progress:
    """So many steps are done. `preview` is a small WebP of how the picture looks."""

    step: int
    steps: int
    preview: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """The end of a request: a PNG, with what it was made from in its text chunks, and a WebP of
    at most 384 pixels a side."""

    png: bytes
    thumbnail: bytes


class ImageModel(Protocol):
    """Something that draws. Closing the generator frees its place at the next step."""

    def draw(self, request: ImageRequest) -> AsyncGenerator[Progress | Picture | Notice]:
        """Draw. Raises a `ModelError`."""
        ...

    async def close(self) -> None: ...
