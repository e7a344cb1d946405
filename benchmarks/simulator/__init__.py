"""A pool of any size under any load, in simulated time, ordered by the very objects of
`serve/scheduling`.

`world` is the machine: arrivals, replicas, a clock. `load` is who asks for what. `scenarios` are
what we want to know. `python -m benchmarks scheduling` runs them.
"""
