"""What Atelier claims, measured beside a peer or a limit in the same run.

`python -m benchmarks [names…] [--quick]` runs them (`__main__.py`); each is a module with a
`run(quick) -> Report`:

- `tax.py`: what our two APIs add to the same engine asked directly;
- `fanout.py`: 200 readers on one gateway process, beside a plain SSE server;
- `density.py`: what 1,000 idle conversations cost, and how fast one wakes.

They share `installation.py` (a whole Atelier in a folder of its own), `load.py` (the client),
`provider.py` (a remote model that stamps its tokens), `usage.py` (CPU and memory of processes)
and `report.py` with `plots.py` (tables, JSON, plots). Results lie in `results/`.
"""
