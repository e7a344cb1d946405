"""Give conversations stored before deletion had two steps the field it looks at."""

from typing import Any


async def apply(database: Any) -> None:
    """Sets `deleting` where it is missing; nothing on a new database."""
    await database["conversations"].update_many(
        {"deleting": {"$exists": False}}, {"$set": {"deleting": False}}
    )
