"""The catalogue: what ships, what an operator changes, what a machine can offer, what is wrong."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from serve.catalog import Catalog, load_catalog
from serve.errors import CatalogError, UnknownModelError, WrongModelError
from serve.machine import Hardware, gpu_share, node_types
from serve.model_entry import ModelEntry, Replicas, engine_flags, placement

REPOSITORY = Path(__file__).parents[3]
SHIPPED = REPOSITORY / "serve" / "models.yaml"
LAPTOP = Hardware(memory_gib=24, cpus=2)
H200 = Hardware(gpus=1, gpu_memory_gib=139.8, memory_gib=128, cpus=16)
TWO_A6000 = Hardware(gpus=2, gpu_memory_gib=47.5, memory_gib=128, cpus=32)
T4 = Hardware(gpus=1, gpu_memory_gib=15, memory_gib=30, cpus=8)
ENTRY: dict[str, Any] = {
    "id": "tiny",
    "name": "Tiny",
    "engine": "vllm",
    "source": "acme/tiny",
    "context_tokens": 2048,
    "max_output_tokens": 512,
}
REMOTE: dict[str, Any] = {
    "id": "far",
    "name": "Far",
    "engine": "openai",
    "remote": {"base_url": "https://far.example/v1"},
    "context_tokens": 2048,
    "max_output_tokens": 512,
}


def shipped(hardware: Hardware = LAPTOP, **env: str) -> Catalog:
    return load_catalog(SHIPPED, hardware=hardware, env=env)


def load(tmp_path: Path, *entries: dict[str, Any], over: Any = None, **options: Any) -> Catalog:
    path = tmp_path / "models.yaml"
    path.write_text(
        yaml.safe_dump({"models": list(entries), "default": options.pop("default", [])})
    )
    above = None
    if over is not None:
        above = tmp_path / "over.yaml"
        above.write_text(over if isinstance(over, str) else yaml.safe_dump(over))
    options = {"hardware": LAPTOP, "env": {}} | options
    return load_catalog(path, above, **options)


# --- What ships ------------------------------------------------------------------------------


def test_a_laptop_without_keys_is_offered_what_it_can_run() -> None:
    catalog = shipped()
    assert [entry.id for entry in catalog.entries] == [
        "atelier-demo",
        "atelier-demo-code",
        "qwen3-0.6b",
        "atelier-demo-image",
    ]
    assert catalog.default.id == "atelier-demo"
    assert placement(catalog.default) == [{"CPU": 1.0}]
    assert "--enforce-eager" in engine_flags(catalog.default)
    assert catalog.get("atelier-demo").context_tokens == 2048
    assert "GPU" in catalog.withheld["qwen3-8b"]
    assert catalog.withheld["claude-opus"] == "ANTHROPIC_API_KEY is not set"


def test_a_big_card_is_shared() -> None:
    catalog = shipped(H200)
    assert placement(catalog.get("qwen3-8b")) == [{"CPU": 1.0, "GPU": 0.15}]
    flags = engine_flags(catalog.get("qwen3-8b"))
    assert flags[flags.index("--gpu-memory-utilization") + 1] == "0.15"
    assert placement(catalog.get("qwen3-30b")) == [{"CPU": 2.0, "GPU": 1.0}]
    assert "--gpu-memory-utilization" not in engine_flags(catalog.get("qwen3-30b"))
    assert "--enforce-eager" not in engine_flags(catalog.get("atelier-demo"))


def test_chat_and_images_share_a_big_card() -> None:
    catalog = shipped(H200)
    shares = [placement(catalog.get(name))[0]["GPU"] for name in ("sdxl", "sd-1.5", "qwen3-8b")]
    assert sum(shares) < 0.4
    assert placement(catalog.get("flux-schnell")) == [{"CPU": 1.0, "GPU": 1.0}]
    assert placement(shipped(T4).get("sdxl")) == [{"CPU": 1.0, "GPU": 1.0}]
    assert "GPU" in shipped().withheld["sdxl"]


def test_two_middling_cards_work_in_parallel() -> None:
    catalog = shipped(TWO_A6000)
    large = catalog.get("qwen3-30b")
    assert placement(large) == [{"CPU": 2.0, "GPU": 1.0}] * 2
    flags = engine_flags(large)
    assert flags[flags.index("--tensor-parallel-size") + 1] == "2"
    assert placement(catalog.get("qwen3-8b")) == [{"CPU": 1.0, "GPU": 0.43}]


def test_a_small_card_runs_only_small_models() -> None:
    catalog = shipped(T4)
    assert [entry.id for entry in catalog.entries] == [
        "atelier-demo",
        "atelier-demo-code",
        "qwen3-0.6b",
        "sdxl",
        "sd-1.5",
        "atelier-demo-image",
    ]
    assert catalog.withheld["qwen3-8b"] == "it needs GPUs of 20 GiB, these have 15 GiB"


def test_keys_bring_providers() -> None:
    catalog = shipped(ANTHROPIC_API_KEY="k", OPENAI_API_KEY="k")
    offered = {entry.id for entry in catalog.entries if entry.is_remote}
    assert {"claude-opus", "claude-sonnet", "claude-haiku", "gpt-sol", "gpt-terra"} <= offered
    opus = catalog.get("claude-opus")
    assert opus.remote is not None
    assert opus.remote.base_url == "https://api.anthropic.com"
    assert opus.fallbacks == ("claude-sonnet",)
    assert opus.price.output_usd_per_mtok == 20
    assert placement(opus) == []
    assert "k" not in repr(catalog.entries).split("'")


def test_a_key_for_another_server_is_not_sent_to_openai() -> None:
    catalog = shipped(OPENAI_API_KEY="k", OPENAI_BASE_URL="http://10.0.0.5:8000/v1/")
    offered = {entry.id for entry in catalog.entries}
    assert "openai-compatible" in offered
    assert not {"gpt-sol", "gpt-terra", "gpt-luna"} & offered
    remote = catalog.get("openai-compatible").remote
    assert remote is not None
    assert (remote.base_url, remote.upstream_model) == ("http://10.0.0.5:8000/v1", "")


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("0.0.0.0", "http://127.0.0.1:11434/v1"),
        ("gpu-box", "http://gpu-box:11434/v1"),
        ("gpu-box:5000", "http://gpu-box:5000/v1"),
        ("http://gpu-box:5000/", "http://gpu-box:5000/v1"),
        ("https://ollama.example", "https://ollama.example/v1"),
        ("https://ollama.example/v1", "https://ollama.example/v1"),
        ("http://[::1]:11434", "http://[::1]:11434/v1"),
    ],
)
def test_ollama_host_as_people_write_it(host: str, url: str) -> None:
    remote = shipped(OLLAMA_HOST=host, OLLAMA_MODEL="llama").get("ollama").remote
    assert remote is not None
    assert (remote.base_url, remote.upstream_model) == (url, "llama")


@pytest.mark.parametrize("host", ["ftp://x", "http://", "a b", "http://x/v1?key=1", "http://x y"])
def test_an_address_that_is_none(host: str) -> None:
    with pytest.raises(CatalogError, match=r"ollama, field remote\.base_url"):
        shipped(OLLAMA_HOST=host)


def test_every_shipped_entry_is_offered_somewhere() -> None:
    env = {"ANTHROPIC_API_KEY": "k", "OPENAI_API_KEY": "k"}
    servers = dict.fromkeys(("OLLAMA_HOST", "LLAMA_CPP_URL", "LM_STUDIO_URL"), "http://x")
    some = shipped(H200, **env, **servers)
    others = shipped(H200, OPENAI_BASE_URL="http://x")
    ids = {row["id"] for row in yaml.safe_load(SHIPPED.read_text())["models"]}
    assert {entry.id for entry in (*some.entries, *others.entries)} == ids


# --- Asking it -------------------------------------------------------------------------------


def test_an_unknown_model_names_the_known_and_why_one_is_missing() -> None:
    with pytest.raises(UnknownModelError, match=r"no model 'gpt-2'. Known: atelier-demo, atelier"):
        shipped().get("gpt-2")
    with pytest.raises(UnknownModelError, match="claude-opus is not offered here: ANTHROPIC_API"):
        shipped().get("claude-opus")


def test_the_preferred_model_is_the_best_that_can_be_used() -> None:
    catalog = shipped(H200)
    assert catalog.default.id == "atelier-demo"
    assert catalog.preferred(lambda entry: True).id == "qwen3-30b"
    assert catalog.preferred(lambda entry: entry.id != "qwen3-30b").id == "qwen3-8b"
    assert catalog.preferred(lambda entry: False).id == "atelier-demo"


# --- The operator's file ---------------------------------------------------------------------


def test_an_override_changes_adds_and_removes(tmp_path: Path) -> None:
    big = ENTRY | {"id": "big", "replicas": {"min": 1, "max": 2, "target_ongoing": 9}}
    gone = ENTRY | {"id": "gone"}
    over = {
        "default": "mine",
        "models": [
            {"id": "big", "name": "Bigger", "replicas": {"max": 5}},
            {"id": "gone", "enabled": False},
            ENTRY | {"id": "mine"},
        ],
    }
    catalog = load(tmp_path, big, gone, over=over)
    assert [entry.id for entry in catalog.entries] == ["mine", "big"]
    changed = catalog.get("big")
    assert changed.name == "Bigger"
    assert changed.replicas == Replicas(min=1, max=5, target_ongoing=9)
    assert catalog.default.id == "mine"


def test_an_empty_override_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, ENTRY, over="").entries == load(tmp_path, ENTRY).entries


def test_others_that_are_not_offered_fall_away(tmp_path: Path) -> None:
    first = ENTRY | {"fallbacks": ["far", "off"], "studio": {"planner": "far"}}
    far = REMOTE | {"requires": {"env": ["FAR_KEY"]}}
    off = ENTRY | {"id": "off"}
    over = {"models": [{"id": "off", "enabled": False}]}
    alone = load(tmp_path, first, far, off, over=over).get("tiny")
    assert (alone.fallbacks, alone.studio.planner) == ((), None)
    all_of_them = load(tmp_path, first, far, off, env={"FAR_KEY": "k"}).get("tiny")
    assert (all_of_them.fallbacks, all_of_them.studio.planner) == (("far", "off"), "far")


# --- Wrong files: each names the entry and the field -----------------------------------------


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"colour": "red"}, "colour"),
        ({"name": None}, "name"),
        ({"engine": "tensorrt"}, "engine"),
        ({"source": ""}, "needs source"),
        ({"context_tokens": 0}, "context_tokens"),
        ({"context_tokens": "many"}, "context_tokens"),
        ({"max_output_tokens": 4096}, "max_output_tokens"),
        ({"requires": {"gpu": 1}}, "requires.gpu"),
        ({"requires": {"gpus": -1}}, "requires.gpus"),
        ({"requires": {"env": ["NOT A NAME"]}}, "requires.env.0"),
        ({"resources": {"num_gpus": 1.5}}, "resources: Value error, num_gpus"),
        ({"resources": {"num_gpus": 0.5, "tensor_parallel": 2}}, "num_gpus"),
        ({"resources": {"tensor_parallel": 0}}, "resources.tensor_parallel"),
        ({"variants": [{"resources": {"num_gpu": 1}}]}, "variants.0.resources.num_gpu"),
        ({"replicas": {"min": 3, "max": 2}}, "replicas: Value error, min is greater"),
        ({"replicas": {"target_ongoing": 0}}, "replicas.target_ongoing"),
        ({"price": {"input_usd_per_mtok": -1}}, "price.input_usd_per_mtok"),
        ({"price": {"input_usd_per_mtok": float("nan")}}, "price.input_usd_per_mtok"),
        ({"capabilities": ["telepathy"]}, "capabilities.0"),
        ({"fallbacks": ["tiny"]}, "fallbacks names the entry itself"),
        ({"fallbacks": ["nobody"]}, "fallbacks: there is no model 'nobody'"),
        ({"studio": {"planner": "tiny"}}, "studio.planner names the entry itself"),
        ({"studio": {"planner": "nobody"}}, "studio.planner: there is no model 'nobody'"),
        ({"studio": {"planner": "nobody", "knows_protocol": True}}, "is shown no plan"),
        ({"engine_args": ["--eager"]}, "engine_args"),
        ({"remote": {"base_url": "http://x"}}, "takes no remote"),
        ({"engine": "openai"}, "takes no source"),
        ({"enabled": "no"}, "enabled"),
    ],
)
def test_a_wrong_entry(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(CatalogError) as caught:
        load(tmp_path, copy.deepcopy(ENTRY) | changes)
    message = str(caught.value)
    assert "model tiny" in message
    assert f"field {field}" in message or field in message
    assert "models.yaml" in message


@pytest.mark.parametrize(
    ("remote", "field"),
    [
        ({}, "remote.base_url"),
        ({"base_url": "http://x", "api_key": "secret"}, "remote.api_key"),
        ({"base_url": "http://x", "api_key_env": "a b"}, "remote.api_key_env"),
        ({"base_url": "http://x", "prefill": "maybe"}, "remote.prefill"),
        ({"base_url": "http://x", "default_port": 70_000}, "remote.default_port"),
        ({"base_url": "${NOT_SET}/v1"}, "field remote: NOT_SET is not set"),
        ({"base_url": "file:///etc/passwd"}, "remote.base_url"),
    ],
)
def test_a_wrong_remote(tmp_path: Path, remote: dict[str, Any], field: str) -> None:
    with pytest.raises(CatalogError) as caught:
        load(tmp_path, REMOTE | {"remote": remote})
    assert "model far" in str(caught.value)
    assert field in str(caught.value)


@pytest.mark.parametrize("bad", ["Tiny", "a/b", "../x", "", "-x", "x" * 81, "é"])
def test_a_wrong_id(tmp_path: Path, bad: str) -> None:
    """Ids stand in URLs and in the names of folders."""
    with pytest.raises(CatalogError, match="field id"):
        load(tmp_path, ENTRY | {"id": bad})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("models: [", "cannot be read"),
        ("- a\n- b", "must have `models`"),
        ("modells: []", "must have `models`"),
        ("models: {id: x}", "models: must be a list"),
        ("models: [x]", "entry 1 has no id"),
        ("models: [{name: x}]", "entry 1 has no id"),
        ("models: [{id: 7}]", "entry 1 has no id"),
        ("models: [{id: x}, {id: x}]", "model x, field id: appears twice"),
        ("default: 7", "default: must be a list"),
        ("default: [nobody]", "default: there is no model 'nobody'"),
        ("models: [{id: tiny, colour: red}]", "over.yaml: model tiny, field colour"),
        ("models: [{id: new}]", "over.yaml: model new, field name"),
        ("models: !!python/object:os.system {}", "cannot be read"),
        ("models: [{id: tiny, enabled: false}]", "no model can be offered"),
    ],
)
def test_a_wrong_file(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CatalogError, match=says.replace("[", r"\[")):
        load(tmp_path, ENTRY, over=text)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"missing\.yaml"):
        load_catalog(tmp_path / "missing.yaml", hardware=LAPTOP, env={})


# --- Placement -------------------------------------------------------------------------------


@given(st.floats(0.5, 80), st.floats(4, 200))
def test_a_share_holds_what_is_needed_and_no_more_than_a_card(needed: float, card: float) -> None:
    share = gpu_share(needed, card)
    assert 0 < share <= 1
    assert share == 1 or share <= 0.5
    assert share * card >= needed * (1 - 1e-9) or share == 1
    if share < 1:
        assert (share - 0.01) * card < needed
        assert int(1 / share) >= 2


def test_shares_of_one_card_never_exceed_it() -> None:
    assert gpu_share(20, 80) == 0.25
    assert gpu_share(20, 40) == 0.5
    assert gpu_share(20, 39.9) == 1.0
    assert gpu_share(20, 0) == 1.0


@pytest.mark.parametrize(
    ("resources", "bundles"),
    [
        ({"num_gpus": 0, "num_cpus": 2}, [{"CPU": 2}]),
        ({"num_gpus": 0.25}, [{"CPU": 1, "GPU": 0.25}]),
        ({"num_gpus": 1, "tensor_parallel": 4}, [{"CPU": 1, "GPU": 1}] * 4),
        ({"gpu_memory_gib": 10}, [{"CPU": 1, "GPU": 0.25}]),
        ({"gpu_memory_gib": 30}, [{"CPU": 1, "GPU": 1}]),
        ({"gpu_memory_gib": 10, "tensor_parallel": 2}, [{"CPU": 1, "GPU": 1}] * 2),
        ({}, [{"CPU": 1}]),
    ],
)
def test_bundles(
    tmp_path: Path, resources: dict[str, Any], bundles: list[dict[str, float]]
) -> None:
    hardware = Hardware(gpus=4, gpu_memory_gib=40, memory_gib=100)
    entry = load(tmp_path, ENTRY | {"resources": resources}, hardware=hardware).get("tiny")
    assert placement(entry) == bundles


def test_bundles_are_not_shared() -> None:
    bundles = placement(shipped(TWO_A6000).get("qwen3-30b"))
    bundles[0]["GPU"] = 9
    assert bundles[1]["GPU"] == 1


def test_flags_as_vllm_spells_them() -> None:
    args = {"max_model_len": 9, "enforce_eager": True, "prefix_caching": False, "x": {"a": [1]}}
    entry = ModelEntry.model_validate(ENTRY | {"engine_args": args})
    expected = (
        "--max-model-len",
        "9",
        "--enforce-eager",
        "--no-prefix-caching",
        "--x",
        '{"a":[1]}',
    )
    assert engine_flags(entry) == expected


def test_machines_that_may_be_started_count() -> None:
    types = node_types(REPOSITORY / "ray-cluster.yaml")
    assert Hardware.of_ray_nodes([{"CPU": 4.0}, *types], 44).gpus == 4
    assert {"CPU": 4} not in types, "the head runs no models"


@pytest.mark.parametrize("text", ["", "[]", "available_node_types: 3", "{", "x: 1"])
def test_what_is_no_clusters_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "cluster.yaml").write_text(text)
    with pytest.raises(CatalogError, match=r"cluster\.yaml is no file of a Ray cluster"):
        node_types(tmp_path / "cluster.yaml")
    with pytest.raises(CatalogError, match="missing"):
        node_types(tmp_path / "missing")


def test_hardware_of_ray_nodes() -> None:
    nodes = [
        {"CPU": 4, "memory": 8 * 2**30},
        {"CPU": 64, "GPU": 2, "memory": 256 * 2**30},
        {"CPU": 32, "GPU": 1, "memory": 512 * 2**30},
    ]
    assert Hardware.of_ray_nodes(nodes, 80) == Hardware(2, 80, 256, 64)
    assert Hardware.of_ray_nodes(nodes[:1], 80) == Hardware(0, 0, 8, 4)
    assert Hardware.of_ray_nodes([]) == Hardware(0, 0, 0, 0)


def test_entries_cannot_be_changed() -> None:
    with pytest.raises(Exception, match="frozen"):
        shipped().default.name = "other"


# --- Image models ----------------------------------------------------------------------------

PAINTER: dict[str, Any] = {
    "id": "painter",
    "name": "Painter",
    "engine": "diffusers",
    "source": "acme/painter",
    "context_tokens": 40,
    "capabilities": ["image"],
    "drawing": {"width": 128, "height": 128},
}


def test_an_image_model_draws_and_never_chats(tmp_path: Path) -> None:
    catalog = load(tmp_path, PAINTER, ENTRY, default=["painter", "tiny"])
    assert catalog.default.id == "tiny"
    assert catalog.get("painter", "image").drawing is not None
    with pytest.raises(WrongModelError, match="Painter cannot do this"):
        catalog.get("painter", "chat")
    with pytest.raises(WrongModelError, match="Tiny cannot do this"):
        catalog.get("tiny", "image")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"drawing": None}, "drawing"),
        ({"capabilities": ["chat"]}, "image"),
        ({"engine": "vllm"}, "drawing"),
        ({"drawing": {"guidance": 0.5}}, "drawing.guidance"),
        ({"drawing": {"dtype": "int8"}}, "drawing.dtype"),
    ],
)
def test_a_wrong_image_model(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(CatalogError, match=field):
        load(tmp_path, PAINTER | changes, ENTRY)


def test_with_image_models_alone_nobody_can_chat(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no model can be offered"):
        load(tmp_path, PAINTER)
