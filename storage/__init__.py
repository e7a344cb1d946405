"""Documents in MongoDB, bytes in S3, and both embedded where no server is given.

A leaf: it imports no other package of this project. Read `documents.py` (what is stored) and
`storage.py` (the door), then a repository by its noun: `conversations.py`, `messages.py` (a
tree, see `thread.py`), `runs.py` and `hosts.py` (event logs and who may write them), `turns.py`
(messages and run stored together), `blobs.py`, `images.py`, `projects.py` (histories of files,
as `git.py` keeps them and `merging.py` puts them together), `merge_requests.py`, `console.py`.
Underneath: `database.py` (tenant scope, retries), `schema.py` (indexes, migrations) and
`embedded.py` (servers as child processes).
"""

from storage.blobs import Blob, Blobs
from storage.documents import (
    AnswerUsage,
    ContextSettings,
    Conversation,
    ConversationSettings,
    ConversationUsage,
    Failure,
    Image,
    ImageSettings,
    Message,
    Project,
    Run,
    now,
)
from storage.errors import (
    BadCursorError,
    ConflictError,
    LeaseLostError,
    NotFoundError,
    StorageError,
    TooLargeError,
    UnavailableError,
)
from storage.events import Event, EventChunk
from storage.hosts import HostRuns
from storage.ids import is_id, new_id
from storage.messages import ThreadItem, ThreadPage
from storage.paging import Page
from storage.settings import StorageSettings
from storage.storage import Storage, TenantStorage

__all__ = [
    "AnswerUsage",
    "BadCursorError",
    "Blob",
    "Blobs",
    "ConflictError",
    "ContextSettings",
    "Conversation",
    "ConversationSettings",
    "ConversationUsage",
    "Event",
    "EventChunk",
    "Failure",
    "HostRuns",
    "Image",
    "ImageSettings",
    "LeaseLostError",
    "Message",
    "NotFoundError",
    "Page",
    "Project",
    "Run",
    "Storage",
    "StorageError",
    "StorageSettings",
    "TenantStorage",
    "ThreadItem",
    "ThreadPage",
    "TooLargeError",
    "UnavailableError",
    "is_id",
    "new_id",
    "now",
]
