"""What can go wrong between a caller and a model, and what the caller can do about it."""


class ModelError(Exception):
    """Base of this package's errors. `code` is stable; `str(error)` is for people."""

    code = "model_error"
    transient = True
    """Whether the same request may succeed a little later."""


class UnknownModelError(ModelError):
    """No catalogue entry has this id; choose one of `GET /api/models`."""

    code = "model_not_found"


class WrongModelError(ModelError):
    """The model is there but cannot do this; choose one whose `capabilities` say that it can."""

    code = "model_cannot"
    transient = False


class BadRequestError(ModelError):
    """The model refuses this request as it stands; change it, a retry is useless."""

    code = "model_refused_request"


class PictureTooLargeError(BadRequestError):
    """There is not enough memory for this picture even alone; ask for a smaller one."""

    code = "out_of_memory"


class ContextTooLongError(BadRequestError):
    """The prompt does not fit the model's context window; shorten it."""

    code = "context_too_long"


class ModelUnavailableError(ModelError):
    """The model cannot answer now; every retry and fallback was tried. Try again later."""

    code = "model_unavailable"


class ModelMissingError(ModelUnavailableError):
    """The provider knows no such model; correct the catalogue. Trying again is useless."""

    code = "model_missing"
    transient = False


class ModelDrainedError(ModelUnavailableError):
    """An operator lets the model finish its work and take no more; choose another one."""

    code = "model_drained"
    transient = False


class RateLimitedError(ModelUnavailableError):
    """The provider asks to wait `args[1]` seconds (None: it did not say)."""

    code = "rate_limited"

    @property
    def retry_after_s(self) -> float | None:
        return self.args[1] if len(self.args) > 1 else None

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class BudgetSpentError(RateLimitedError):
    """The tenant's GPU time of today does not suffice for this; tomorrow there is more."""

    code = "budget_spent"
    transient = False


class AuthenticationError(ModelError):
    """The provider refused our key; set a valid one."""

    code = "provider_key_refused"


class StreamBrokenError(ModelUnavailableError):
    """The stream ended before its finish reason; go on from what was received."""

    code = "stream_broken"


class StalledError(StreamBrokenError):
    """No byte came for the stall timeout."""

    code = "model_stalled"


class DeadlineError(ModelError):
    """The generation passed its total deadline."""

    code = "deadline_passed"


class CatalogError(ModelError):
    """A models file is wrong. The message names file, entry and field: correct it, start again."""

    code = "catalog_invalid"
