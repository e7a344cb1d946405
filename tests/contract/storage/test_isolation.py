"""No method of any tenant-scoped repository reads or changes another tenant's records."""

import inspect
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from motor.motor_asyncio import AsyncIOMotorClient

from storage import (
    Conversation,
    Event,
    EventChunk,
    Image,
    ImageSettings,
    Message,
    Run,
    Storage,
    StorageError,
    StorageSettings,
    TenantStorage,
    new_id,
)
from storage.database import TenantCollection
from storage.documents import (
    Comment,
    ConsoleBatch,
    ConsoleEntry,
    MergeRequest,
    Project,
    Review,
    now,
)
from storage.git import Author
from storage.grouping import GroupedCollection
from storage.schema import INDEXES

MARK = "only-its-owner-may-read-this"
REPOSITORIES = (
    "conversations",
    "messages",
    "runs",
    "turns",
    "images",
    "projects",
    "merge_requests",
    "console",
    "blobs",
)


async def furnish(storage: Storage, tenant: TenantStorage) -> dict[str, str]:
    """One of everything, with MARK in every text; the ids by the parameter they fit."""
    conversation = await tenant.conversations.create(Conversation(id=new_id(), title=MARK))
    root = await tenant.messages.create(
        Message(id=new_id(), conversation_id=conversation.id, role="user", content=MARK)
    )
    run = await tenant.runs.create(
        Run(
            id=new_id(),
            conversation_id=conversation.id,
            message_id="m",
            model="any",
            host="agents-0",
            request={"x": MARK},
        )
    )
    leaf = await tenant.messages.create(
        Message(
            id=new_id(),
            conversation_id=conversation.id,
            parent_id=root.id,
            role="assistant",
            content=MARK,
            run_id=run.id,
        )
    )
    await tenant.conversations.set_active_run(conversation.id, run.id)
    event = Event("message.delta", {"text": MARK})
    await storage.hosts.append([EventChunk(tenant.tenant_id, run.id, 1, (event,), writer="w")])
    blob = await tenant.blobs.put(MARK.encode(), "text/plain", 1_000)
    await storage.pool.save({tenant.tenant_id: {"served": 1.0}})
    image = await tenant.images.create(
        picture(new_id(), run.id, MARK), MARK.encode(), MARK.encode()
    )
    project = await tenant.projects.create(
        Project(id=new_id(), name=MARK), {MARK: MARK.encode()}, Author(MARK, MARK)
    )
    command = {"project_id": project.id, "command": MARK}
    await tenant.runs.create(
        Run(id=new_id(), kind="command", model="bash", host="agents-0", request=command)
    )
    request = await tenant.merge_requests.create(wish(new_id(), project.id, MARK))
    said = Comment(id=new_id(), text=MARK, commit=MARK)
    await tenant.merge_requests.comment(project.id, request.id, said)
    batch = await tenant.console.append(heard(new_id(), project.id, MARK))
    return {
        "conversation_id": conversation.id,
        "message_id": leaf.id,
        "parent_id": root.id,
        "run_id": run.id,
        "sha256": blob.sha256,
        "image_id": image.id,
        "project_id": project.id,
        "request_id": request.id,
        "comment_id": said.id,
        "batch_id": batch.id,
    }


def wish(request_id: str, project_id: str, title: str) -> MergeRequest:
    return MergeRequest(
        id=request_id, project_id=project_id, source=title, target="main", title=title
    )


def heard(batch_id: str, project_id: str, text: str) -> ConsoleBatch:
    entry = ConsoleEntry(level="error", source="console", text=text, at=now())
    return ConsoleBatch(id=batch_id, project_id=project_id, entries=(entry,))


def picture(image_id: str, run_id: str, prompt: str) -> Image:
    settings = ImageSettings(prompt=prompt, width=64, height=64, steps=4, guidance=4, seed=1)
    return Image(
        id=image_id, run_id=run_id, index=0, model="any", settings=settings, bytes=1, duration_ms=1
    )


def argument(name: str, ids: dict[str, str], draw: Any) -> Any:
    """A value for a parameter of some repository method; ids are the victim's."""
    if name in ids:
        return ids[name]
    if name in {"leaf_id", "from_id", "before"}:
        return draw(st.sampled_from([ids["message_id"], ids["parent_id"]]))
    new = draw(st.sampled_from([new_id(), ids[f"{name}_id"]])) if f"{name}_id" in ids else ""
    conversation_id = ids["conversation_id"]
    values = {
        "conversation": lambda: Conversation(id=new, title="taken over"),
        "message": lambda: Message(
            id=new,
            conversation_id=conversation_id,
            parent_id=draw(st.sampled_from([None, ids["parent_id"]])),
            role="user",
            run_id=ids["run_id"],
        ),
        "new": lambda: [
            Message(id=id_, conversation_id=conversation_id, parent_id=ids["parent_id"], role=role)
            for id_, role in zip(
                (new_id(), draw(st.sampled_from([new_id(), ids["message_id"]]))),
                ("user", "assistant"),
                strict=True,
            )
        ],
        "run": lambda: Run(
            id=new, conversation_id=conversation_id, message_id="m", model="any", host="agents-0"
        ),
        "image": lambda: picture(new, ids["run_id"], "taken over"),
        "project": lambda: Project(id=new, name="taken over"),
        "name": lambda: "taken over",
        "project_ids": lambda: [new_id(), ids["project_id"]],
        "files": lambda: {"taken": b"over"},
        "changes": lambda: {"taken": b"over"},
        "author": lambda: Author("taken", "over"),
        "keep": lambda: draw(st.sampled_from([0, 1])),
        "branch": lambda: "main",
        "base": lambda: None,
        "commit": lambda: "0" * 40,
        "pack": lambda: b"PACK taken over",
        "merge_request": lambda: wish(ids["request_id"], ids["project_id"], "taken over"),
        "comment": lambda: Comment(id=new, text="taken over", commit="taken over"),
        "review": lambda: Review(id=new_id(), verdict="approved", commit="taken over"),
        "batch": lambda: heard(new, ids["project_id"], "taken over"),
        "state": lambda: "closed",
        "description": lambda: "taken over",
        "merged": lambda: (),
        "png": lambda: b"taken over",
        "thumbnail": lambda: b"taken over",
        "model": lambda: None,
        "favourite": lambda: draw(st.booleans()),
        "limit": lambda: draw(st.integers(1, 50)),
        "limit_chunks": lambda: 10,
        "cursor": lambda: None,
        "query": lambda: draw(st.sampled_from(["", MARK[:6]])),
        "pinned": lambda: None,
        "title": lambda: "taken over",
        "fields": lambda: {"title": "taken over"},
        "prompt_tokens": lambda: 1,
        "completion_tokens": lambda: 1,
        "cost_usd": lambda: 1.0,
        "by": lambda: 1,
        "count": lambda: draw(st.sampled_from([0, 1_000])),
        "content": lambda: b"taken over" if draw(st.booleans()) else MARK.encode(),
        "content_type": lambda: "text/html",
        "max_bytes": lambda: 1_000,
        "status": lambda: "failed",
        "finish_reason": lambda: "error",
        "usage": lambda: None,
        "error": lambda: None,
        "build": lambda: None,
        "after_seq": lambda: 0,
        "expires_s": lambda: 60,
        "older_than_s": lambda: -60.0,
        "purpose": lambda: "files",
    }
    return values[name]()


async def call(repository: Any, method: str, ids: dict[str, str], draw: Any) -> Any:
    """The method's result, with ids of the victim wherever an id goes."""
    function = getattr(repository, method)
    parameters = inspect.signature(function).parameters.values()
    arguments = {each.name: argument(each.name, ids, draw) for each in parameters}
    fields = arguments.pop("fields", {})
    result = function(**arguments, **fields)
    if inspect.isasyncgen(result):
        return [piece async for piece in result]
    return await result if inspect.isawaitable(result) else result


def methods() -> list[tuple[str, str]]:
    found = []
    for repository in REPOSITORIES:
        module = __import__(f"storage.{repository}", fromlist=["x"])
        cls = getattr(module, "".join(map(str.capitalize, repository.split("_"))))
        found += [(repository, name) for name in vars(cls) if not name.startswith("_")]
    return found


OF_NO_TENANT = {"model_controls"}


async def snapshot(client: Any, settings_: StorageSettings, tenant_id: str) -> dict[str, Any]:
    database = client[settings_.mongodb_database]
    return {
        name: sorted(
            await database[name].find({"tenant_id": {"$eq": tenant_id}}).to_list(None),
            key=lambda document: document["_id"],
        )
        for name in INDEXES
        if name not in OF_NO_TENANT
    }


@given(data=st.data())
@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@pytest.mark.parametrize(("repository", "method"), methods())
async def test_ids_of_another_tenant_open_nothing(
    storage: Storage,
    settings: StorageSettings,
    repository: str,
    method: str,
    data: st.DataObject,
) -> None:
    victim, intruder = storage.tenant(new_id()), storage.tenant(new_id())
    ids = await furnish(storage, victim)
    client: Any = AsyncIOMotorClient(settings.mongodb_url)
    before = await snapshot(client, settings, victim.tenant_id)
    assert all(before.values()), "the victim has some of everything"

    result: Any = None
    with suppress(StorageError):
        result = await call(getattr(intruder, repository), method, ids, data.draw)

    assert MARK not in repr(result)
    assert victim.tenant_id not in repr(result)
    assert await snapshot(client, settings, victim.tenant_id) == before
    assert await victim.blobs.get(ids["sha256"]) == MARK.encode()
    client.close()


@given(
    st.dictionaries(
        st.sampled_from(["_id", "tenant_id", "status", "$or", "$where", "$nor", "$expr"]),
        st.sampled_from(["x", {"$ne": "x"}, [{"tenant_id": "victim"}]]),
        min_size=1,
    )
)
def test_no_filter_widens_the_scope(where: dict[str, Any]) -> None:
    scoped = TenantCollection(GroupedCollection(None), None, "me")  # type: ignore[arg-type]
    if any(name.startswith("$") or name == "tenant_id" for name in where):
        with pytest.raises(ValueError, match="never the tenant"):
            scoped._query(where)
    else:
        assert scoped._query(where)["tenant_id"] in ("me", {"$eq": "me"})


def test_the_scope_is_a_way_in_only_where_no_id_leads_to_less() -> None:
    """The embedded server would else read all that the tenant has: it goes in by `$eq` alone."""
    scoped = TenantCollection(GroupedCollection(None), None, "me")  # type: ignore[arg-type]
    assert scoped._query({"deleting": False})["tenant_id"] == {"$eq": "me"}
    for narrow in ({"_id": {"$in": ["a", "b"]}}, {"conversation_id": "c"}):
        assert scoped._query(narrow)["tenant_id"] == "me"


async def test_no_change_moves_a_record_to_another_tenant(tenant: TenantStorage) -> None:
    made = await tenant.conversations.create(Conversation(id=new_id(), tenant_id="victim"))
    assert made.tenant_id == tenant.tenant_id
    with pytest.raises(ValueError, match="tenant"):
        await tenant.conversations._conversations.update(made.id, {"$set": {"tenant_id": "x"}})
