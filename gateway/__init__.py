"""The HTTP API: stateless uvicorn processes that keep nothing a client would miss.

Read `main.py` (root of a process), `app.py` (what is mounted, and in which order), then a
route module by its noun; `turns.py` is how an answer begins, `image_jobs.py` how pictures do,
`project_watch.py` how it is told what moves in projects. `problems.py` is the one table
from errors to answers, `edge.py` what every request passes through, `json_body.py` how bodies
are read, `openapi.py` how the API describes itself (drawn at `/api/docs` by the files in
`docs/`), `services.py` what routes may use.
"""
