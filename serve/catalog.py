"""The catalogue: which models there are, and which of them run here.

`models.yaml` ships with the code; an operator's file of the same form is laid over it by id.
An entry is offered when the machine and the environment meet what it requires. Only
`load_catalog` reads files.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from serve.errors import CatalogError, UnknownModelError, WrongModelError
from serve.machine import Hardware, settle, unmet
from serve.model_entry import Capability, ModelEntry


@dataclass(frozen=True, slots=True)
class Catalog:
    """The entries offered here, the operator's own before those that ship, in their files' order.
    `withheld` says why the others are not."""

    entries: tuple[ModelEntry, ...]
    preference: tuple[str, ...]
    withheld: Mapping[str, str]

    @property
    def default(self) -> ModelEntry:
        """The model for whoever names none: the most preferred that needs no download."""
        return self.preferred(lambda entry: not entry.requires.hub)

    def preferred(self, usable: Callable[[ModelEntry], bool]) -> ModelEntry:
        """Of those that chat the first of the file's `default` list, then of all, that is usable;
        else the first."""
        chatting = [entry for entry in self.entries if "chat" in entry.capabilities]
        ranked = [e for i in self.preference for e in chatting if e.id == i]
        return next(filter(usable, [*ranked, *chatting]), chatting[0])

    def get(self, model_id: str, can: Capability | None = None) -> ModelEntry:
        """The entry, which `can` do this. Raises UnknownModelError or WrongModelError."""
        for entry in self.entries:
            if entry.id == model_id:
                if can is not None and can not in entry.capabilities:
                    raise WrongModelError(f"{entry.name} cannot do this ({can}); choose another.")
                return entry
        known = ", ".join(entry.id for entry in self.entries)
        reason = self.withheld.get(model_id)
        if reason:
            raise UnknownModelError(f"{model_id} is not offered here: {reason}. Known: {known}.")
        raise UnknownModelError(f"There is no model {model_id!r}. Known: {known}.")


def load_catalog(
    path: Path,
    override_path: Path | None = None,
    *,
    hardware: Hardware,
    env: Mapping[str, str],
) -> Catalog:
    """Read the models, lay the operator's over them, keep what this machine can offer.

    Raises `CatalogError` for a file that cannot be read, an entry that is wrong, or when
    nothing is left to offer.
    """
    models, preference = _read(path)
    origin = dict.fromkeys(models, path)
    if override_path is not None:
        changes, preferred_here = _read(override_path)
        origin |= dict.fromkeys(changes, override_path)
        own = {i: fields for i, fields in changes.items() if i not in models}
        shipped = {i: _merge(fields, changes.get(i, {})) for i, fields in models.items()}
        models = own | shipped
        preference = preferred_here or preference
    wanted = {i: fields for i, fields in models.items() if fields.pop("enabled", True)}
    entries = [_validated(fields, origin[i]) for i, fields in wanted.items()]
    _check_references(entries, preference, models, origin)
    return _offer(entries, preference, hardware, env)


def _read(path: Path) -> tuple[dict[str, dict[str, Any]], tuple[str, ...]]:
    try:
        document = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CatalogError(f"{path}: cannot be read: {error}") from error
    if not isinstance(document, dict) or not set(document) <= {"default", "models"}:
        raise CatalogError(f"{path}: must have `models` and may have `default`, nothing else")
    models: dict[str, dict[str, Any]] = {}
    rows = document.get("models") or []
    if not isinstance(rows, list):
        raise CatalogError(f"{path}: models: must be a list")
    for number, fields in enumerate(rows, 1):
        if not isinstance(fields, dict) or not isinstance(fields.get("id"), str):
            raise CatalogError(f"{path}: models: entry {number} has no id")
        if fields["id"] in models:
            raise CatalogError(f"{path}: model {fields['id']}, field id: appears twice")
        if not isinstance(fields.get("enabled", True), bool):
            raise CatalogError(
                f"{path}: model {fields['id']}, field enabled: must be true or false"
            )
        models[fields["id"]] = fields
    default = document.get("default") or []
    ids = [default] if isinstance(default, str) else default
    if not isinstance(ids, list) or not all(isinstance(i, str) for i in ids):
        raise CatalogError(f"{path}: default: must be a list of model ids")
    return models, tuple(ids)


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merge(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(fields: Mapping[str, Any], path: Path) -> ModelEntry:
    try:
        return ModelEntry.model_validate(fields)
    except ValidationError as error:
        lines = [
            f"{path}: model {fields.get('id')}, field {_place(e['loc'])}: {e['msg']}"
            for e in error.errors()
        ]
        raise CatalogError("\n".join(lines)) from error


def _place(location: Sequence[int | str]) -> str:
    return ".".join(str(part) for part in location) or "(several)"


def _check_references(
    entries: Sequence[ModelEntry],
    preference: Sequence[str],
    models: Mapping[str, Any],
    origin: Mapping[str, Path],
) -> None:
    """Names of entries that the operator removed are fine; names of none are slips."""
    for entry in entries:
        named = [("fallbacks", other) for other in entry.fallbacks]
        if entry.studio.planner is not None:
            named.append(("studio.planner", entry.studio.planner))
        for field, other in named:
            if other not in models:
                place = f"{origin[entry.id]}: model {entry.id}, field {field}"
                raise CatalogError(f"{place}: there is no model {other!r}")
    for other in preference:
        if other not in models:
            raise CatalogError(f"default: there is no model {other!r}")


def _offer(
    entries: Sequence[ModelEntry],
    preference: tuple[str, ...],
    hardware: Hardware,
    env: Mapping[str, str],
) -> Catalog:
    offered: list[ModelEntry] = []
    withheld: dict[str, str] = {}
    for entry in entries:
        missing = unmet(entry.requires, hardware, env)
        reasons = [unmet(variant.requires, hardware, env) for variant in entry.variants]
        if missing or (reasons and all(reasons)):
            withheld[entry.id] = missing or " or ".join(filter(None, reasons))
        else:
            variant = entry.variants[reasons.index("")] if reasons else None
            offered.append(settle(entry, variant, hardware, env))
    if not any("chat" in entry.capabilities for entry in offered):
        raise CatalogError(f"no model can be offered here: {withheld or 'the file names none'}")
    ids = {entry.id for entry in offered}
    kept = tuple(_without(entry, ids) for entry in offered)
    return Catalog(kept, preference, withheld)


def _without(entry: ModelEntry, offered: Set[str]) -> ModelEntry:
    """The entry, naming only others that are offered."""
    studio = entry.studio
    if studio.planner not in offered:
        studio = studio.model_copy(update={"planner": None})
    fallbacks = tuple(each for each in entry.fallbacks if each in offered)
    return entry.model_copy(update={"fallbacks": fallbacks, "studio": studio})
