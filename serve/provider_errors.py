"""What a provider's refusals mean: HTTP statuses and error objects as our own errors."""

import math
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from serve.errors import (
    AuthenticationError,
    BadRequestError,
    ContextTooLongError,
    ModelError,
    ModelMissingError,
    ModelUnavailableError,
    RateLimitedError,
    StreamBrokenError,
)


def status_error(
    status: int, body: bytes, headers: Mapping[str, str], provider: str, model: str = ""
) -> ModelError:
    """The error for an HTTP answer that is no stream."""
    try:
        parsed = orjson.loads(body)
    except orjson.JSONDecodeError:
        parsed = None
    message, code = _error_fields(parsed)
    if not message:
        message = body[:300].decode("utf-8", "replace").strip() or f"HTTP {status}"
    wait_s = retry_after_s(headers, time.time())
    return provider_error(status, message, code, provider, model=model, wait_s=wait_s)


def provider_error(
    status: int,
    message: str,
    code: str,
    provider: str,
    *,
    model: str = "",
    wait_s: float | None = None,
) -> ModelError:
    """What a status and a provider's own words mean for whoever asked."""
    said = f"{provider} says: {message[:300]}"
    if status in (400, 413, 422):
        too_long = status == 413 or code in _TOO_LONG_CODES or _TOO_LONG.search(message)
        return ContextTooLongError(said) if too_long else BadRequestError(said)
    if status in (401, 402, 403) or code in _NO_CREDIT_CODES:
        return AuthenticationError(f"{provider} refused our key or account: {message[:300]}")
    if status == 404:
        what = f"no model {model!r}" if model else "no such model or address"
        return ModelMissingError(f"{provider} has {what}: {message[:300]}")
    if status == 429:
        return RateLimitedError(f"{provider} asks to wait: {message[:300]}", wait_s)
    if status in (408, 409, 425) or status >= 500 or status < 400:
        if wait_s is not None:
            return RateLimitedError(said, wait_s)
        return ModelUnavailableError(f"{provider} cannot answer now ({status}): {message[:300]}")
    return BadRequestError(said)


def chunk_error(chunk: Mapping[str, Any], provider: str) -> ModelError:
    """The error for an error object inside a stream: after it the stream is broken."""
    message, code = _error_fields(chunk)
    error = chunk.get("error")
    fields = error if isinstance(error, dict) else chunk
    number = fields.get("code")
    status = _STATUS_OF_TYPE.get(str(fields.get("type")), _STATUS_OF_TYPE.get(code, 500))
    if isinstance(number, int) and 400 <= number < 600:
        status = number
    if status >= 500:
        return StreamBrokenError(f"{provider} broke off: {message[:300]}")
    return provider_error(status, message, code, provider)


def retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait by `Retry-After` (RFC 9110, 10.2.3: seconds or a date), at most a day."""
    lower = {name.lower(): value for name, value in headers.items()}
    try:
        if "retry-after-ms" in lower:
            seconds = float(lower["retry-after-ms"]) / 1000
        else:
            seconds = float(lower["retry-after"])
    except KeyError:
        return None
    except ValueError:
        try:
            seconds = parsedate_to_datetime(lower["retry-after"]).timestamp() - now
        except (KeyError, ValueError):
            return None
    return min(max(seconds, 0.0), 86_400.0) if math.isfinite(seconds) else None


def _error_fields(parsed: Any) -> tuple[str, str]:
    """Message and code of an error body, in the forms that servers use."""
    if not isinstance(parsed, dict):
        return "", ""
    error = parsed.get("error", parsed)
    if not isinstance(error, dict):
        return str(error), ""
    message = error.get("message") or error.get("detail") or ""
    return str(message), str(error.get("code") or error.get("type") or "")


def unreachable(provider: str, url: str, error: Exception) -> ModelUnavailableError:
    reason = str(error) or type(error).__name__
    return ModelUnavailableError(f"{provider} cannot be reached at {url}: {reason}")


_TOO_LONG_CODES = frozenset({"context_length_exceeded", "string_above_max_length"})


_TOO_LONG = re.compile(
    r"context (length|window|size)|maximum (context|model) len|max_model_len|prompt is too long"
    r"|too many (input )?tokens|reduce the length",
    re.IGNORECASE,
)


_NO_CREDIT_CODES = frozenset({"insufficient_quota", "billing_error", "billing_hard_limit_reached"})


_STATUS_OF_TYPE = {
    "invalid_request_error": 400,
    "BadRequestError": 400,
    "context_length_exceeded": 400,
    "authentication_error": 401,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "rate_limit_exceeded": 429,
    "requests": 429,
    "tokens": 429,
}
