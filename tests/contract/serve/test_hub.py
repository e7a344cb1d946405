"""Pulling weights from a server of the hub's protocol, whatever happens on the way."""

import asyncio
import shutil
import threading
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from serve.hub import (
    DiskFullError,
    HubError,
    HubRefusedError,
    HubUnreachableError,
    download,
    is_pulled,
    model_dir,
    pull,
)
from serve.hub_files import pipeline_files, wanted
from serve.model_entry import Drawing, ModelEntry
from tests.providers import HubServer

WEIGHTS = bytes(range(256)) * 12_000  # 3 MB: several chunks
FILES = {
    "config.json": b'{"model_type": "llama"}',
    "tokenizer.json": b"{}" * 1000,
    "merges.txt": b"a b\n",
    "empty.json": b"",
    "model-00001-of-00002.safetensors": WEIGHTS,
    "model-00002-of-00002.safetensors": WEIGHTS[::-1],
    "model.safetensors.index.json": b"{}",
    "README.md": b"# Tiny",
    "pytorch_model.bin": b"pickle",
    "onnx/model.onnx": b"onnx",
    "original/consolidated.00.pth": b"pth",
    ".gitattributes": b"x",
}
NEEDED = {name for name in FILES if wanted(name)}
FIRST = "model-00001-of-00002.safetensors"


def entry(**changes: Any) -> ModelEntry:
    fields: dict[str, Any] = {"id": "tiny", "name": "Tiny", "engine": "vllm"}
    fields |= {"source": "acme/tiny", "context_tokens": 100, "max_output_tokens": 10}
    return ModelEntry.model_validate(fields | changes)


@pytest.fixture
async def hub() -> AsyncGenerator[HubServer]:
    large = frozenset(name for name in FILES if name.endswith("ors"))
    server = HubServer(files=dict(FILES), large=large)
    yield server
    await server.stop()


async def env_of(hub: HubServer) -> dict[str, str]:
    return {"HF_ENDPOINT": await hub.start(), "HF_HUB_OFFLINE": "1"}


def has_all(folder: Path) -> bool:
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}
    return found == {name: FILES[name] for name in NEEDED}


async def test_only_what_an_engine_needs_is_fetched_whole(hub: HubServer, tmp_path: Path) -> None:
    seen: list[tuple[float, int, int]] = []
    assert not is_pulled(entry(), tmp_path)
    folder = await download(
        entry(), tmp_path, lambda *progress: seen.append(progress), env=await env_of(hub)
    )
    assert folder == model_dir(entry(), tmp_path) == tmp_path / "models" / "tiny"
    assert {"README.md", "pytorch_model.bin", "onnx/model.onnx"} & NEEDED == set()
    assert has_all(folder)
    assert is_pulled(entry(), tmp_path)
    total = sum(len(FILES[name]) for name in NEEDED)
    assert seen[0][1:] == (0, total)
    assert seen[-1] == (1.0, total, total)
    assert seen == sorted(seen)
    assert not list(tmp_path.glob("models/*.partial"))


async def test_a_second_pull_asks_for_nothing(hub: HubServer, tmp_path: Path) -> None:
    env = await env_of(hub)
    await download(entry(), tmp_path, env=env)
    await hub.stop()
    assert has_all(await download(entry(), tmp_path, env=env))


async def test_another_revision_or_source_is_another_model(hub: HubServer, tmp_path: Path) -> None:
    await download(entry(), tmp_path, env=await env_of(hub))
    assert not is_pulled(entry(revision="v2"), tmp_path)
    assert not is_pulled(entry(source="acme/other"), tmp_path)
    assert is_pulled(entry(), tmp_path)


async def test_a_broken_connection_is_taken_up_where_it_broke(
    hub: HubServer, tmp_path: Path
) -> None:
    hub.cut_after = {FIRST: [1_000_000, 700_000], "tokenizer.json": [10]}
    done: list[int] = []
    folder = await download(
        entry(), tmp_path, lambda _f, n, _t: done.append(n), env=await env_of(hub), retry_pause_s=0
    )
    assert has_all(folder)
    starts = [int(asked[6:-1] or 0) for asked in hub.downloads[FIRST]]
    assert len(starts) == 3
    assert 0 == starts[0] < starts[1] <= 1_000_000  # what was in flight may be lost in a cut
    assert starts[1] < starts[2] <= starts[1] + 700_000
    assert len(hub.downloads["tokenizer.json"]) == 2
    assert done == sorted(done)


async def test_a_server_without_ranges_is_read_again_from_the_beginning(
    hub: HubServer, tmp_path: Path
) -> None:
    hub.knows_ranges = False
    hub.cut_after = {FIRST: [1_000_000]}
    last: list[tuple[float, int, int]] = []
    folder = await download(
        entry(), tmp_path, lambda *p: last.append(p), env=await env_of(hub), retry_pause_s=0
    )
    assert has_all(folder)
    assert last[-1][1] == last[-1][2]


async def test_a_cancelled_pull_goes_on_from_its_bytes(hub: HubServer, tmp_path: Path) -> None:
    hub.stall_after = 1_500_000
    hub.files = {FIRST: WEIGHTS}
    env = await env_of(hub)
    reached = asyncio.Event()

    def progress(_fraction: float, done: int, _total: int) -> None:
        if done >= 1_500_000:
            reached.set()

    pulling = asyncio.create_task(download(entry(), tmp_path, progress, env=env))
    async with asyncio.timeout(10):
        await reached.wait()
    pulling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await pulling
    assert not is_pulled(entry(), tmp_path)
    assert not model_dir(entry(), tmp_path).exists()
    hub.stall_after = None
    folder = await download(entry(), tmp_path, env=env)
    assert (folder / FIRST).read_bytes() == WEIGHTS
    assert hub.downloads[FIRST] == ["", "bytes=1500000-"]


async def test_patience_with_a_busy_hub(hub: HubServer, tmp_path: Path) -> None:
    hub.busy = 3
    folder = await download(entry(), tmp_path, env=await env_of(hub), retry_pause_s=0)
    assert has_all(folder)


async def test_patience_ends(hub: HubServer, tmp_path: Path) -> None:
    hub.busy = 1_000
    with pytest.raises(HubUnreachableError, match="503"):
        await download(entry(), tmp_path, env=await env_of(hub), retry_pause_s=0)
    assert sum(map(len, hub.downloads.values())) == 5


async def test_damaged_bytes_are_never_used(hub: HubServer, tmp_path: Path) -> None:
    hub.damaged = {FIRST}
    env = await env_of(hub)
    with pytest.raises(HubError, match=FIRST):
        await download(entry(), tmp_path, env=env)
    assert not is_pulled(entry(), tmp_path)
    hub.damaged = set()
    assert has_all(await download(entry(), tmp_path, env=env))


@pytest.mark.parametrize("name", [FIRST, "tokenizer.json"])
async def test_leftovers_of_another_commit_are_replaced(
    hub: HubServer, tmp_path: Path, name: str
) -> None:
    partial = tmp_path / "models" / "tiny.partial"
    partial.mkdir(parents=True)
    (partial / name).write_bytes(b"old" * 100)
    (partial / "config.json").write_bytes(b"longer than the new one" * 100)
    (partial / "gone.json").write_bytes(b"{}")
    last: list[tuple[float, int, int]] = []
    env = await env_of(hub)
    folder = await download(entry(), tmp_path, lambda *p: last.append(p), env=env)
    assert has_all(folder)
    assert last[-1][1] == last[-1][2]


async def test_a_newer_revision_replaces_the_older(hub: HubServer, tmp_path: Path) -> None:
    env = await env_of(hub)
    await download(entry(), tmp_path, env=env)
    (model_dir(entry(), tmp_path) / "stale.json").write_bytes(b"{}")
    newer = entry(revision=hub.commit)
    assert has_all(await download(newer, tmp_path, env=env))
    assert is_pulled(newer, tmp_path)
    assert not list(tmp_path.glob("models/*.old"))


async def test_a_mirror_that_lists_no_sizes(hub: HubServer, tmp_path: Path) -> None:
    hub.lists_sizes = False
    assert has_all(await download(entry(), tmp_path, env=await env_of(hub)))


async def test_a_gated_model_needs_a_token_and_the_cdn_never_sees_it(
    hub: HubServer, tmp_path: Path
) -> None:
    hub.token = "hf_secret"
    env = await env_of(hub)
    with pytest.raises(HubRefusedError, match="HF_TOKEN"):
        await download(entry(), tmp_path, env=env)
    assert has_all(await download(entry(), tmp_path, env={**env, "HF_TOKEN": "hf_secret"}))
    assert hub.cdn_authorizations == [None, None]


@pytest.mark.parametrize("changes", [{"source": "acme/none"}, {"revision": "none"}])
async def test_what_does_not_exist(hub: HubServer, tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(HubRefusedError, match="none"):
        await download(entry(**changes), tmp_path, env=await env_of(hub))


async def test_a_model_without_safetensors_is_refused(hub: HubServer, tmp_path: Path) -> None:
    hub.files = {"config.json": b"{}", "pytorch_model.bin": b"pickle"}
    with pytest.raises(HubRefusedError, match="safetensors"):
        await download(entry(), tmp_path, env=await env_of(hub))


async def test_no_network_says_so(hub: HubServer, tmp_path: Path) -> None:
    env = await env_of(hub)
    await hub.stop()
    with pytest.raises(HubUnreachableError, match="HF_ENDPOINT"):
        await download(entry(), tmp_path, env=env)


async def test_a_full_disk_is_told_before_anything_is_fetched(
    hub: HubServer, tmp_path: Path
) -> None:
    hub.claimed_sizes = {FIRST: shutil.disk_usage(tmp_path).total}
    with pytest.raises(DiskFullError, match="GiB"):
        await download(entry(), tmp_path, env=await env_of(hub))
    assert not hub.downloads


async def test_two_pulls_of_one_model_do_not_mix(hub: HubServer, tmp_path: Path) -> None:
    hub.stall_after = 10
    env = await env_of(hub)
    first = asyncio.create_task(download(entry(), tmp_path, env=env))
    async with asyncio.timeout(10):
        await hub.stalled.wait()
    with pytest.raises(HubError, match="already"):
        await download(entry(), tmp_path, env=env)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_file_where_the_folder_should_be(hub: HubServer, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("not a folder")
    with pytest.raises(HubError, match="cannot be written"):
        await download(entry(), tmp_path, env=await env_of(hub))


async def test_pulling_from_a_thread(hub: HubServer, tmp_path: Path) -> None:
    threads = set()

    def progress(*_: object) -> None:
        threads.add(threading.current_thread())

    folder = await asyncio.to_thread(pull, entry(), tmp_path, progress, env=await env_of(hub))
    assert has_all(folder)
    assert threads
    assert threading.main_thread() not in threads


PIPELINE = {
    "model_index.json": b'{"_class_name": "P", "unet": ["diffusers", "U"], "vae": ["d", "V"], '
    b'"scheduler": ["d", "S"], "safety_checker": ["x", "C"], "tokenizer_3": [null, null]}',
    "unet/config.json": b"{}",
    "unet/diffusion_pytorch_model.safetensors": WEIGHTS,
    "unet/diffusion_pytorch_model.fp16.safetensors": WEIGHTS[:1000],
    "unet/diffusion_pytorch_model.non_ema.safetensors": WEIGHTS,
    "vae/config.json": b"[]",
    "vae/diffusion_pytorch_model.safetensors": WEIGHTS[:2000],
    "vae_1_0/diffusion_pytorch_model.safetensors": WEIGHTS,
    "scheduler/scheduler_config.json": b"{}",
    "safety_checker/model.safetensors": WEIGHTS,
    "unet/onnx/model.safetensors": WEIGHTS,
    "all_in_one.safetensors": WEIGHTS,
}
PIPELINE_NEEDED = {
    "model_index.json",
    "unet/config.json",
    "unet/diffusion_pytorch_model.fp16.safetensors",
    "vae/config.json",
    "vae/diffusion_pytorch_model.safetensors",
    "scheduler/scheduler_config.json",
}


async def test_of_a_pipeline_its_parts_are_fetched(hub: HubServer, tmp_path: Path) -> None:
    """Which the index names; each with the smaller weights where there are two kinds."""
    hub.files = dict(PIPELINE)
    hub.large = frozenset(name for name in PIPELINE if name.endswith("ors"))
    draws = entry(engine="diffusers", capabilities=["image"], drawing=Drawing())
    leftover = tmp_path / "models" / "tiny.partial" / "unet" / "of_another_commit.json"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"{}")
    folder = await download(draws, tmp_path, env=await env_of(hub))
    files = [path for path in folder.rglob("*") if path.is_file() and path.name[0] != "."]
    found = {str(path.relative_to(folder)): path.read_bytes() for path in files}
    assert found == {name: PIPELINE[name] for name in PIPELINE_NEEDED}
    assert is_pulled(draws, tmp_path)


async def test_what_is_no_pipeline_is_refused_by_name(hub: HubServer, tmp_path: Path) -> None:
    draws = entry(engine="diffusers", capabilities=["image"], drawing=Drawing())
    with pytest.raises(HubRefusedError, match="acme/tiny is no pipeline"):
        await download(draws, tmp_path, env=await env_of(hub))


def test_a_pipeline_with_shards_and_foreign_names() -> None:
    index = {"unet": ["d", "U"], "../evil": ["d", "E"], "te": ["t", "T"]}
    names = [
        "../evil/config.json",
        "te/model.fp16-00001-of-00002.safetensors",
        "te/model.fp16-00002-of-00002.safetensors",
        "te/model.safetensors.index.fp16.json",
        "te/model-00001-of-00003.safetensors",
        "unet/diffusion_pytorch_model-00001-of-00002.safetensors",
        "unet/../../evil.json",
    ]
    assert pipeline_files(names, index) == ["model_index.json", *names[1:4], names[5]]


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("model.safetensors", True),
        ("tokenizer.model", True),
        ("chat_template.jinja", True),
        ("vocab.txt", True),
        ("LICENSE", True),
        ("consolidated.safetensors", False),
        ("sub/model.safetensors", False),
        ("../evil.json", False),
        ("/etc/evil.json", False),
        (".hidden.json", False),
        ("model.gguf", False),
        ("modeling_tiny.py", False),
    ],
)
def test_wanted(name: str, is_wanted: bool) -> None:
    assert wanted(name) is is_wanted
