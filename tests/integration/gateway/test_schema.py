"""The OpenAPI document against the running system, by schemathesis: what the document allows or
forbids is tried, alone and in chains of calls, and every answer must be one that it promises."""

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import NonFatalError, ScenarioFinished

from tests.system import System

LEFT_OUT = {
    "GET /api/models/events",  # this stream never ends
    "POST /api/models/{model_id}/pull",  # it downloads gigabytes where there is a network
}
"""`test_models.py` calls these."""

CONFIG = {
    "seed": 20_260_101,
    "request-timeout": 120,  # a penalty can make the demo model ramble to its last token
    "generation": {"max-examples": 10, "deterministic": True, "no-shrink": True},
    "phases": {"stateful": {"max-steps": 4, "generation": {"max-examples": 10}}},
    "checks": {
        # A cursor is opaque and an id names something that is there: no schema can say which
        # of them the server gave out, so well-formed ones are refused too.
        "positive_data_acceptance": {"enabled": False},
    },
    "operations": [
        # A console that was cleared is an empty one.
        {"include-path-regex": "/console", "checks": {"use_after_free": {"enabled": False}}},
    ],
}


def test_every_answer_is_as_described(system: System) -> None:
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_url(f"{system.url}/api/openapi.json", config=config)
    tried: set[str] = set()
    wrong: list[str] = []
    for event in from_schema(schema.exclude(name=list(LEFT_OUT))).execute():
        if isinstance(event, NonFatalError):
            wrong.append(f"{event.label}: {event.value!r}")
        elif isinstance(event, ScenarioFinished):
            tried.update(case.value.operation.label for case in event.recorder.cases.values())
            if event.status is Status.FAILURE:
                wrong += _failures(event)
    assert not wrong, "\n\n".join(wrong[:20])
    assert tried == {each.ok().label for each in schema.get_all_operations()} - LEFT_OUT


def _failures(event: ScenarioFinished) -> list[str]:
    return [
        f"{event.phase.value}: {event.label}: {check.name}: {check.failure_info.failure.title}: "
        f"{check.failure_info.failure.message}\n{check.failure_info.code_sample}"
        for checks in event.recorder.checks.values()
        for check in checks
        if check.failure_info is not None
    ]
