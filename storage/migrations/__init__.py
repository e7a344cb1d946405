"""Numbered changes of what is stored: modules `mNNNN_name.py` with `async def apply(database)`.

Each runs once on every database, in order, when a process calls `Storage.prepare`. It gets the
motor database, and may be run again after a crash: it must reach the same end from any point in
the middle. A published migration is never edited; write the next one.
"""
