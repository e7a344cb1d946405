"""What a turn's files are put to before they become a commit: types, lint, a first view of the
page, and the project's tests.

Read `stages.py` (what is run on which files), `reports.py` with `analysers.py` and `runners.py`
(what the programs say), all pure, then `verifier.py`, which has them run in a sandbox and tells
what is new.
"""
