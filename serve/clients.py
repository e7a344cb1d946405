"""Which client speaks to which entry of the catalogue. Process roots call `build_router`."""

import os
from functools import partial

import aiohttp
from ray import serve

from serve.app import DEPLOYMENT, app_name
from serve.catalog import Catalog
from serve.chat import ChatModel
from serve.credits import CreditClient
from serve.image import ImageModel
from serve.image_router import ImageRouter
from serve.model_entry import ModelEntry
from serve.openai_model import OpenAIChatModel, OpenAIEndpoint
from serve.places import Handle
from serve.replica_image import ReplicaImageModel
from serve.replica_model import ReplicaChatModel
from serve.router import ModelRouter, RetryPolicy

LOCAL_POLICY = RetryPolicy(max_tries=8, max_resumes=16, cap_s=4.0)
"""Our own replicas come back: keep asking until one has been replaced."""


def build_router(
    catalog: Catalog, session: aiohttp.ClientSession, credits: CreditClient
) -> ModelRouter:
    """A router over every model of the catalogue. What is passed in stays the caller's."""
    return ModelRouter(catalog, partial(build_model, session, credits=credits), policy=policy)


def build_painter(
    catalog: Catalog, session: aiohttp.ClientSession, credits: CreditClient
) -> ImageRouter:
    """The same for every model that draws."""
    return ImageRouter(catalog, partial(build_image_model, session, credits=credits), policy)


def policy(entry: ModelEntry) -> RetryPolicy:
    """How patient to be with a model before its fallback takes over."""
    return RetryPolicy() if entry.is_remote else LOCAL_POLICY


def build_model(
    session: aiohttp.ClientSession, entry: ModelEntry, credits: CreditClient | None = None
) -> ChatModel:
    """The client for one entry; without `credits` it waits for nobody."""
    if entry.remote is None:
        return ReplicaChatModel(entry, session, partial(_handle, entry), credits)
    remote = entry.remote
    key = os.environ.get(remote.api_key_env) if remote.api_key_env else None
    if entry.engine == "anthropic":
        # Here, because the SDK takes a second to import and most processes never need it.
        from serve.anthropic_model import AnthropicChatModel, connect

        return AnthropicChatModel(
            connect(remote.base_url, key or ""),
            remote.upstream_model,
            max_output_tokens=entry.max_output_tokens,
            prefill=remote.prefill is not None,
            thinking_tokens=remote.thinking_tokens,
            request_defaults=entry.request_defaults,
        )
    endpoint = OpenAIEndpoint(
        base_url=remote.base_url,
        upstream_model=remote.upstream_model,
        api_key=key,
        name=entry.name,
        prefill=remote.prefill,
        max_tokens_field=remote.max_tokens_field,
        unsupported=remote.unsupported,
        thinking_tokens=remote.thinking_tokens,
    )
    return OpenAIChatModel(session, endpoint, entry.request_defaults)


def build_image_model(
    session: aiohttp.ClientSession, entry: ModelEntry, credits: CreditClient | None = None
) -> ImageModel:
    """The client for one entry that draws."""
    return ReplicaImageModel(entry, session, partial(_handle, entry), credits)


def _handle(entry: ModelEntry) -> Handle:
    """Unchecked, for the check waits for the controller on our loop. A handle to what is not
    deployed yet waits for it."""
    return serve.get_deployment_handle(DEPLOYMENT, app_name(entry.id), _check_exists=False)
