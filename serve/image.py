"""The seam between whoever wants a picture and whatever draws it.

An `ImageModel` turns an `ImageRequest` into `Progress`, step by step, and at last one `Picture`.
"""

import secrets
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass
from typing import Protocol, Self

import orjson

from serve.chat import Notice
from serve.model_entry import Drawing
from serve.scheduling.request import Priority
from storage.documents import ImageSettings, Scheduler

SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One picture from words, and from another picture where `init_image` holds its bytes: that
    is changed by `strength`, from not at all (0) to beyond recognition (1), and where `mask` holds
    those of a grey one, only where that is white.

    Sizes are pixels; `deadline_s` bounds the whole request. A preview comes every `preview_every`
    steps, 0 for none. `picture_id` is written into the picture.
    """

    request_id: str
    picture_id: str
    model: str
    prompt: str
    seed: int
    width: int
    height: int
    steps: int
    guidance: float
    scheduler: Scheduler | None = None
    negative_prompt: str = ""
    init_image: bytes | None = None
    mask: bytes | None = None
    strength: float = 1.0
    preview_every: int = 0
    deadline_s: float = 600.0
    tenant: str = ""
    priority: int = Priority.NORMAL

    def body(self) -> bytes:
        """The request as it travels: a line of JSON, in which pictures are the numbers of their
        bytes, then those bytes."""
        pictures = {"init_image": self.init_image or b"", "mask": self.mask or b""}
        sizes = {name: len(data) for name, data in pictures.items()}
        return orjson.dumps({**asdict(self), **sizes}) + b"\n" + b"".join(pictures.values())

    @classmethod
    def of_body(cls, body: bytes) -> Self:
        """The request in such a body."""
        line, _, data = body.partition(b"\n")
        fields = orjson.loads(line)
        size = fields["init_image"]
        pictures = {"init_image": data[:size] or None, "mask": data[size:] or None}
        return cls(**{**fields, **pictures})


def own_settings(own: Drawing, prompt: str, count: int = 1) -> ImageSettings:
    """What a model draws when only words are given, with a seed of chance."""
    return ImageSettings(
        prompt=prompt,
        width=own.width,
        height=own.height,
        steps=own.steps,
        guidance=own.guidance,
        seed=secrets.randbelow(SEEDS),
        count=count,
    )


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
