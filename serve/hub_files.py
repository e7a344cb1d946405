"""Which files of a repository on the hub an engine needs. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from fnmatch import fnmatch
from typing import Any

WANTED = ("*.safetensors", "*.json", "*.txt", "*.model", "*.jinja", "LICENSE*")
UNWANTED = ("consolidated*", "*.onnx.json", "training_args*")
PIPELINE_INDEX = "model_index.json"
DISPENSABLE = frozenset({"safety_checker", "feature_extractor", "image_encoder"})
"""Parts of a pipeline that no picture here needs, a gigabyte and more."""

_PART = re.compile(r"[A-Za-z0-9_]+")
_WEIGHTS = re.compile(r"[^.]+(?:\.(?P<variant>[A-Za-z_]\w*))?(?:-\d+-of-\d+)?\.safetensors")
HALF = "fp16"
"""The variant with two bytes a weight, where there is one."""


def wanted(name: str) -> bool:
    """Whether a language model's engine needs the file: weights, configuration and tokenizer at
    the top level."""
    if "/" in name or name.startswith("."):
        return False
    return any(fnmatch(name, p) for p in WANTED) and not any(fnmatch(name, p) for p in UNWANTED)


def pipeline_files(names: Iterable[str], index: Mapping[str, Any]) -> list[str]:
    """Of a repository in diffusers' format, the files of the parts that its index names: the
    smaller weights where there are two kinds. What else lies there is left."""
    parts = _parts(index)
    by_part: dict[str, list[str]] = defaultdict(list)
    for name in names:
        part, _, file = name.partition("/")
        if part in parts and wanted(file):
            by_part[part].append(file)
    chosen = [f"{part}/{file}" for part, files in by_part.items() for file in _lighter(files)]
    return [PIPELINE_INDEX, *chosen]


def half_parts(names: Iterable[str]) -> bool:
    """Whether any of these weights are the smaller variant, which diffusers has to be told."""
    return any(_variant(name.rpartition("/")[2]) == HALF for name in names)


def _parts(index: Mapping[str, Any]) -> Collection[str]:
    """Names of the folders: an index says the class of each, null of those that are not there."""
    return {
        part
        for part, kind in index.items()
        if isinstance(kind, list) and any(kind) and _PART.fullmatch(part)
    } - DISPENSABLE


def _lighter(files: Collection[str]) -> list[str]:
    weights = {file: _variant(file) for file in files if file.endswith(".safetensors")}
    variant = HALF if HALF in weights.values() else None
    return [file for file in files if file not in weights or weights[file] == variant]


def _variant(file: str) -> str | None:
    """`fp16` of `model.fp16.safetensors` and of its shards; None of the plain weights."""
    found = _WEIGHTS.fullmatch(file)
    return found["variant"] if found else None
