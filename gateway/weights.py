"""Whether a model's weights are here, so that it can be asked at all."""

from gateway.problems import Problem
from gateway.services import Services
from serve.app import source_path
from serve.model_entry import ModelEntry
from serve.settings import ServeSettings


def expect_weights(use: Services, entry: ModelEntry, field: str) -> None:
    """Raises a 409 Problem while the model is not downloaded."""
    state = use.watch.state(entry.id)
    # A failed model may have failed to download or to start: the disk knows.
    if state in ("absent", "pulling") or (
        state == "failed" and source_path(entry, ServeSettings().data_dir) is None
    ):
        detail = f"{entry.name} is not downloaded yet: POST /api/models/{entry.id}/pull."
        raise Problem(409, "model_absent", detail, field)
