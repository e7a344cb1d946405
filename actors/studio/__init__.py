"""What a coding model's stream does to a project.

Read `docs/studio-protocol.md`, then `events.py` and `parser.py` (bytes to events), `edits.py`
(events to edits of files), `hunks.py` and `matcher.py` (an edit to the file that was meant, or a
refusal) with `indentation.py` and `lookalikes.py`, and `turn.py` (all files or none). `console.py`
tells errors of a running app apart. All pure.
`templates/` is what a new project begins with.
"""
