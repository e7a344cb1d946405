"""The things with a life of their own: hosts that hold sessions, and the log they write.

Read `run_log.py` first (events, group commit, following; pure), then `session.py` (any run from
its first event to its stored end), `agent_session.py` (one answer), `context.py` (what of a
conversation goes into a prompt; pure), `image_session.py` (a job of pictures), `host.py` (a
process that holds many sessions) and `client.py` (how a gateway speaks to hosts).
"""
