"""Runs across tenants, for the agent hosts that execute them: leases and the event log."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from pymongo.errors import BulkWriteError

from storage.codec import stored_fields
from storage.database import DUPLICATE_KEY, Collection
from storage.documents import AnswerUsage, Failure, Run, RunStatus, now, to_ms
from storage.errors import ConflictError, LeaseLostError, NotFoundError
from storage.events import EventChunk, chunk_document
from storage.grouping import GroupedCollection
from storage.retry import Retry
from storage.runs import read_events, read_last_seq, run_model

_MAX_CHUNK_BYTES = 8 * 2**20
_CHUNKS_A_READ = 5_000
_PAYLOAD = ("writer", "events", "token_ids", "prompt_token_ids")

_log = structlog.get_logger(__name__)


class HostRuns:
    """The only door across tenants.

    A lease is a place in the log. Whoever claims a run reads the log to its end and appends
    there; `(run_id, first_seq)` is unique, so the first append after a claim shuts the former
    owner out: its next append has the same seq and is lost. Should the former owner's last
    append come in between, the claimer's is the lost one: it claims and reads again.
    """

    def __init__(self, runs: Collection, run_events: GroupedCollection, retry: Retry) -> None:
        self._runs = runs
        self._raw_events = run_events.raw  # the run log groups by itself
        self._events = Collection(run_events, retry)
        self._retry = retry

    async def claim(self, run_id: str, host: str, writer: str) -> Run:
        """Take a running run over: `host` owes it an end and `writer`, a name never used before,
        may append. The epoch grows, unless it is this writer's already. NotFoundError;
        ConflictError when the run has ended."""
        owner = {"host": host, "open_on": host, "writer": writer}
        first = {"$inc": {"epoch": 1}, "$set": {**owner, "started_at": to_ms(now())}}
        later = {"$inc": {"epoch": 1}, "$set": owner}
        claimed = await self._runs.update(
            run_id, first, status="running", started_at=None
        ) or await self._runs.update(run_id, later, status="running", writer={"$ne": writer})
        run = run_model(run_id, claimed or await self._runs.get(run_id))
        if run.status != "running" or run.writer != writer:
            raise ConflictError(f"The run {run_id} is {run.status}, written by {run.writer}.")
        return run

    async def claim_unfinished(self, host: str, writer: str, hosts: Sequence[str]) -> list[Run]:
        """Claim all runs that this host owes an end, oldest first. The first of `hosts`, which
        are all there are, claims those of hosts that are no more, too."""
        claimed: list[Run] = []
        unfinished = await self.unfinished(host)
        if host == hosts[0]:
            unfinished += await self._ownerless(hosts)
        for run in unfinished:
            try:
                claimed.append(await self.claim(run.id, host, writer))
            except ConflictError:
                continue  # it ended meanwhile
        return claimed

    async def unfinished(self, host: str) -> list[Run]:
        """The running runs of this host, oldest first."""
        return _oldest_first(await self._runs.find({"open_on": host}))

    async def get(self, run_id: str) -> Run:
        return run_model(run_id, await self._runs.get(run_id))

    async def append(self, chunks: Sequence[EventChunk]) -> frozenset[str]:
        """Commit chunks of any number of runs in one write; the ids of the runs whose lease is
        lost (stop writing and drop those, see LeaseLostError). All others are durable.

        UnavailableError when the database does not answer: some chunks may be stored. Call
        again with the very same chunks; a chunk that is already there from this writer with
        this content counts as stored.
        """
        lost: set[str] = set()
        for batch in _one_chunk_a_run(chunks):
            lost |= await self._insert([chunk for chunk in batch if chunk.run_id not in lost])
        return frozenset(lost)

    async def events(self, run_id: str, after_seq: int = 0) -> list[EventChunk]:
        """All chunks that hold a seq greater than `after_seq`, in order and without a gap."""
        chunks: list[EventChunk] = []
        while page := await read_events(self._events, run_id, after_seq, _CHUNKS_A_READ):
            chunks += page
            after_seq = page[-1].last_seq
            if len(page) < _CHUNKS_A_READ:
                break
        return chunks

    async def last_seq(self, run_id: str) -> int:
        """The seq of the newest stored event; 0 before the first."""
        return await read_last_seq(self._events, run_id)

    async def finish(
        self,
        run_id: str,
        status: RunStatus,
        last_seq: int,
        finish_reason: str | None = None,
        usage: AnswerUsage | None = None,
        error: Failure | None = None,
        writer: str | None = None,
    ) -> None:
        """Record how a run ended; the same end again changes nothing. NotFoundError when it was
        deleted meanwhile (what was appended since goes, too). LeaseLostError when it ended
        otherwise, or when `writer` is given and owns it no more."""
        end = {
            "status": status,
            "last_seq": last_seq,
            "finish_reason": finish_reason,
            "usage": usage,
            "error": error,
            "finished_at": now(),
            "open_on": None,
        }
        expected: dict[str, Any] = {"status": "running"}
        if writer is not None:
            expected["writer"] = writer
        if await self._runs.alter(run_id, {"$set": stored_fields(end)}, **expected):
            return
        try:
            stored = await self.get(run_id)
        except NotFoundError:
            await self._events.delete({"run_id": run_id})
            raise
        if (stored.status, stored.last_seq) != (status, last_seq):
            raise LeaseLostError(f"Run {run_id}: {stored.status}, written by {stored.writer}.")

    async def _ownerless(self, hosts: Sequence[str]) -> list[Run]:
        found = await self._runs.find({"open_on": {"$gt": ""}})  # null once it has ended
        return _oldest_first([each for each in found if each["open_on"] not in hosts])

    async def _insert(self, chunks: Sequence[EventChunk]) -> set[str]:
        fitting: list[dict[str, Any]] = []
        lost: set[str] = set()
        for document in map(chunk_document, chunks):
            if _size(document) <= _MAX_CHUNK_BYTES:
                fitting.append(document)
            else:
                lost.add(document["run_id"])
        if lost:  # the driver would refuse the whole batch; the run fails alone
            _log.error("event chunk too large", run_ids=sorted(lost))
        if not fitting:
            return lost
        try:
            await self._retry(lambda: self._raw_events.insert_many(fitting, ordered=False))
        except BulkWriteError as error:
            duplicates = []
            for each in error.details["writeErrors"]:
                document = fitting[each["index"]]
                if each["code"] == DUPLICATE_KEY:
                    duplicates.append(document)
                else:
                    lost.add(document["run_id"])
                    _log.error("event chunk refused", run_id=document["run_id"], why=each["errmsg"])
            lost |= await self._foreign(duplicates)
        return lost

    async def _foreign(self, duplicates: Sequence[Mapping[str, Any]]) -> set[str]:
        """Run ids of those whose place in the log holds something else than this very chunk."""
        if not duplicates:
            return set()
        ids = [each["_id"] for each in duplicates]
        stored = {
            each["_id"]: each
            for each in await self._events.find({"_id": {"$in": ids}}, fields=_PAYLOAD)
        }
        return {
            each["run_id"]
            for each in duplicates
            if any(each[name] != stored.get(each["_id"], {}).get(name) for name in _PAYLOAD)
        }


def _oldest_first(found: Sequence[dict[str, Any]]) -> list[Run]:
    runs = [run_model(each["_id"], each) for each in found]
    return sorted(runs, key=lambda run: (run.created_at, run.id))


def _one_chunk_a_run(chunks: Sequence[EventChunk]) -> list[list[EventChunk]]:
    """Batches with one chunk a run each, in the order given. One batch unless a run has several
    chunks: those must not be stored beside a foreign chunk that stopped an earlier one."""
    batches: list[list[EventChunk]] = []
    depth: dict[str, int] = {}
    for chunk in chunks:
        place = depth.get(chunk.run_id, 0)
        depth[chunk.run_id] = place + 1
        if place == len(batches):
            batches.append([])
        batches[place].append(chunk)
    return batches


def _size(document: Mapping[str, Any]) -> int:
    texts = document["events"], document["token_ids"], document["prompt_token_ids"]
    return sum(map(len, texts))
