"""Structured logs: one JSON object a line on standard output, ids as fields."""

import logging

import orjson
import structlog


def set_up_logs() -> None:
    """Call once in each process, at its root."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_line),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _line(event: dict[str, object], default: object = None, **_: object) -> str:
    return orjson.dumps(event, default=repr).decode()
