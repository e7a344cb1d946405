"""How a gateway speaks to hosts: the only caller of Ray on this path.

A run's host is chosen once, by hash of its conversation, and written on the run. Its address
is asked of Ray when it is not known or no longer answers; everything else is HTTP.
"""

import asyncio
import contextlib
import zlib
from collections.abc import AsyncGenerator, Sequence

import aiohttp
import orjson
import ray
import structlog

from actors.errors import CursorBeyondEndError, HostUnreachableError
from actors.host import MAX_START_BYTES
from actors.run_log import TERMINAL_KINDS, Snapshot, frame, tagged
from actors.settings import NAMESPACE, SECRET_HEADER, host_name
from actors.snapshots import AnswerSnapshot, OutputSnapshot, PicturesSnapshot
from storage.documents import Message, Run
from storage.events import EventChunk
from storage.storage import TenantStorage

log = structlog.get_logger()

ANSWER_TIMEOUT_S = 5.0
PING_TIMEOUT = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_S, connect=2)
FOLLOW_TIMEOUT = aiohttp.ClientTimeout(total=None, connect=2, sock_read=None)
RETRY_S, MAX_RETRY_S = 0.1, 2.0
CHUNKS_A_READ = 200
MAX_STARTED = 256

Live = aiohttp.ClientResponse
"""A host's open answer: the events of a run, as they are made."""


class AgentClient:
    """Start, cancel and follow runs on whatever host has them."""

    def __init__(self, session: aiohttp.ClientSession, secret: str, hosts: int) -> None:
        self._session = session
        self._headers = {SECRET_HEADER: secret}
        self._hosts = hosts
        self._addresses: dict[str, str] = {}
        self._started: dict[str, Run] = {}

    def host_of(self, record_id: str) -> str:
        """The host of a conversation, or of a run without one."""
        return host_name(zlib.crc32(record_id.encode()) % self._hosts)

    async def start(self, run: Run, path: Sequence[Message] | None) -> None:
        """Tell the host of a stored run. If it cannot be told, it finds the run by itself.

        `path` is the branch to answer, for a run that nobody knew of before: then the host need
        not read it. None: it looks what is stored.
        """
        with contextlib.suppress(HostUnreachableError):
            (await self._post(run.host, f"/runs/{run.id}", _start_body(run, path))).release()
        self._started[run.id] = run
        if len(self._started) > MAX_STARTED:
            del self._started[next(iter(self._started))]

    async def start_followed(self, run: Run, path: Sequence[Message] | None) -> Live | None:
        """Like `start`, for who follows the run at once: what `follow` takes as `live`."""
        url = f"/runs/{run.id}?follow"
        try:
            response = await self._post(run.host, url, _start_body(run, path))
        except HostUnreachableError:
            return None
        if response.status == 200:
            return response
        response.release()
        return None

    def just_started(self, tenant_id: str, run_id: str) -> Run | None:
        """A run that was started from here, for its first reader alone: it is no news for long,
        and `follow` sees by itself how it goes on."""
        run = self._started.get(run_id)
        if run is None or run.tenant_id != tenant_id:
            return None
        return self._started.pop(run_id)

    async def cancel(self, run: Run) -> None:
        """Tell the host that a run, whose wish to end is stored, shall end."""
        with contextlib.suppress(HostUnreachableError):
            (await self._post(run.host, f"/runs/{run.id}/cancel", b"")).release()

    async def ping(self) -> dict[str, str | None]:
        """Each host's name with None, or with what is wrong."""

        async def one(name: str) -> str | None:
            try:
                url = await self._address(name) + "/health"
                async with self._session.get(
                    url, headers=self._headers, timeout=PING_TIMEOUT
                ) as response:
                    return None if response.status == 200 else f"answers {response.status}"
            except (HostUnreachableError, aiohttp.ClientError, TimeoutError) as error:
                self._addresses.pop(name, None)
                return str(error) or type(error).__name__

        names = [host_name(index) for index in range(self._hosts)]
        return dict(zip(names, await asyncio.gather(*map(one, names)), strict=True))

    async def follow(
        self,
        runs: TenantStorage,
        run: Run,
        after: int | None,
        tag: str = "",
        live: Live | None = None,
    ) -> AsyncGenerator[bytes]:
        """A run's events after `after` as SSE bytes, until its terminal event.

        None begins with a snapshot; `live` is what is open of the run already, from its first
        event on. Reads from storage what is over, from the host what is live, and goes on by
        itself when the host dies and returns. Raises CursorBeyondEndError before the first
        piece only.
        """
        pause_s = RETRY_S
        while True:
            before = after
            if run.status == "running":
                ended = False
                try:
                    response, live = live or await self._live(run, after, tag), None
                    async with response, contextlib.aclosing(_pieces(response)) as pieces:
                        async for piece in pieces:
                            yield piece
                            after, ended = last_seq(piece), is_end(piece)
                except _NotHereError:
                    pass
                except (HostUnreachableError, aiohttp.ClientError):
                    self._addresses.pop(run.host, None)
                if ended:  # read to the close, for only then the connection is used again
                    return
            run = await runs.runs.get(run.id)
            stored = self._stored(runs, run, after, tag)
            async with contextlib.aclosing(stored) as pieces:
                async for piece in pieces:
                    yield piece
                    after = last_seq(piece)
                    if is_end(piece):
                        return
            if run.status != "running":
                return  # the cursor was at the end already
            pause_s = RETRY_S if after != before else min(1.5 * pause_s, MAX_RETRY_S)
            await asyncio.sleep(pause_s)

    async def _live(self, run: Run, after: int | None, tag: str) -> Live:
        url = await self._address(run.host) + f"/runs/{run.id}/events"
        query = {"tag": tag} if after is None else {"tag": tag, "after": str(after)}
        response = await self._session.get(
            url, params=query, headers=self._headers, timeout=FOLLOW_TIMEOUT
        )
        if response.status == 200:
            return response
        async with response:
            if response.status == 409:
                raise CursorBeyondEndError(after, (await response.json())["last_seq"])
            if response.status in (404, 416):
                raise _NotHereError
            # not the host that we knew at this address
            raise HostUnreachableError(f"{run.host} answers {response.status}")

    async def _stored(
        self, runs: TenantStorage, run: Run, after: int | None, tag: str
    ) -> AsyncGenerator[bytes]:
        """What storage has after the cursor; the terminal event only once the run has ended."""
        ended = run.status != "running"
        if after is None:
            if not ended:
                return  # the host will give the snapshot
            snapshot = await self._whole(runs, run)
            after = run.last_seq - 1
            yield tagged([frame(after, snapshot.event(run.status))], tag)
        elif ended and after > run.last_seq:
            raise CursorBeyondEndError(after, run.last_seq)
        while True:
            chunks = await runs.runs.events_after(run.id, after, CHUNKS_A_READ)
            frames = list(_frames(chunks, after, ended))
            if not frames:
                return
            after = chunks[-1].last_seq
            yield tagged(frames, tag)

    async def _whole(self, runs: TenantStorage, run: Run) -> Snapshot:
        """What has become of a run that has ended."""
        if run.message_id is not None:
            message = await runs.messages.get(run.message_id)
            tokens = run.usage.completion_tokens if run.usage else 0
            return AnswerSnapshot([message.content], tokens)
        snapshot = OutputSnapshot() if run.kind == "command" else PicturesSnapshot()
        after = 0
        while chunks := await runs.runs.events_after(run.id, after, CHUNKS_A_READ):
            for event in (event for chunk in chunks for event in chunk.events):
                snapshot.add(event)
            after = chunks[-1].last_seq
        return snapshot

    async def _post(self, host: str, path: str, body: bytes) -> aiohttp.ClientResponse:
        """The answer, which is the caller's to release."""
        for attempt in (1, 2):
            url = await self._address(host) + path
            try:
                async with asyncio.timeout(ANSWER_TIMEOUT_S):
                    response = await self._session.post(
                        url, data=body, headers=self._headers, timeout=FOLLOW_TIMEOUT
                    )
            except (aiohttp.ClientError, TimeoutError) as error:
                self._addresses.pop(host, None)
                if attempt == 2:
                    raise HostUnreachableError(f"{host} does not answer: {error}") from error
            else:
                if response.status < 500:
                    return response
                response.release()
                raise HostUnreachableError(f"{host} answers {response.status}")
        raise AssertionError("the second attempt returns or raises")

    async def _address(self, host: str) -> str:
        if (known := self._addresses.get(host)) is not None:
            return known
        try:
            actor = await asyncio.to_thread(ray.get_actor, host, NAMESPACE)
            address = await asyncio.wait_for(
                asyncio.wrap_future(actor.address.remote().future()), 2
            )
        except (ValueError, ray.exceptions.RayError, TimeoutError) as error:
            raise HostUnreachableError(f"{host} is not up: {error or 'no answer'}") from error
        if address is None:
            raise HostUnreachableError(f"{host} is starting")
        self._addresses[host] = address
        return str(address)


async def _pieces(live: Live) -> AsyncGenerator[bytes]:
    """Whole events, as they arrive."""
    rest = b""
    async for data in live.content.iter_any():
        whole, _, rest = (rest + data).rpartition(b"\n\n")
        if whole:
            yield whole + b"\n\n"


class _NotHereError(Exception):
    """The host does not hold this run, or not from that cursor on: read storage."""


def _start_body(run: Run, path: Sequence[Message] | None) -> bytes:
    words = None if path is None else [(m.role, m.content) for m in path if m.content]
    body = b'{"run":%s,"path":%s}' % (run.model_dump_json().encode(), orjson.dumps(words))
    return body if path is None or len(body) <= MAX_START_BYTES else _start_body(run, None)


def _frames(chunks: list[EventChunk], after: int, ended: bool) -> list[bytes]:
    return [
        frame(seq, event)
        for chunk in chunks
        for seq, event in enumerate(chunk.events, chunk.first_seq)
        if seq > after and (ended or event.kind not in TERMINAL_KINDS)
    ]


def last_seq(piece: bytes) -> int:
    """The seq of the last event in a piece of whole SSE events."""
    start = piece.rfind(b"id: ", 0, piece.rfind(b"\nevent: ")) + 4
    return int(piece[start : piece.index(b"\n", start)].rpartition(b":")[2])


_ENDS = tuple(f"\nevent: {kind}\n".encode() for kind in TERMINAL_KINDS)


def is_end(piece: bytes) -> bool:
    """Whether the last event of a piece is a terminal one."""
    line = piece[piece.rfind(b"\nevent: ") : piece.rfind(b"\ndata: ") + 1]
    return line in _ENDS
