"""The things with a life of their own: hosts that hold sessions, and the log they write.

Read `run_log.py` first (events, group commit, following), then `snapshots.py` (what events add up
to), `session.py` (any run from its first event to its stored end), `agent_session.py` (one answer)
with `meter.py` (what it takes), `context.py` (what of a conversation goes into a prompt) and
`tools.py` (what the model may call), `pictures.py` (drawing them), `image_session.py` (a job of
them), `host.py` (a process that holds many sessions) and `client.py` (how a gateway speaks to
them). `sandboxes/` runs a project's files. `run_log.py`, `snapshots.py`, `context.py` and
`tools.py` are pure, and so is `studio/`, what a coding model's stream does to a project's files.
"""
