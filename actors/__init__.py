"""The things with a life of their own: hosts that hold sessions, and the log they write.

Read `run_log.py` first (events, group commit, following; pure), then `agent_session.py`
(one answer from prompt to last event), `context.py` (what of a conversation goes into a
prompt; pure), `host.py` (a process that holds many sessions) and `client.py` (how a gateway
speaks to hosts).
"""
