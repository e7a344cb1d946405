"""A machine of its own for each project, that holds nothing of the node it is on.

Read `frames.py` (what passes between host and sandbox; pure), `inside.py` (the program within that
starts commands) and `link.py` (the host's end of it) first, then `backend.py` with
`docker_backend.py` and `bubblewrap.py` with `cgroup.py` (what makes sandboxes), `execution.py` with
`input.py` and `terminal.py` (what runs in them), `sync.py` (pure) with `exchange.py` (files, both
ways), `ports.py` and `egress.py` (servers inside, and the way out), `sandbox.py` (one), `kept.py`
(files of those that sleep), `trial.py` (those that are nobody's, for files that are no commit yet),
`host.py` (all of a node), `door.py` (its HTTP server), `process.py` (its Ray actor), and
`client.py` (how gateways and agents reach it).
"""
