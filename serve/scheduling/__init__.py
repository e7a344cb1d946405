"""Who is served next: one order for all models of a GPU pool, fair between tenants.

The currency is the GPU-millisecond. `counters` says what each tenant has had, `queue` orders what
one tenant asks for, `dispatcher` grants credits, `cost` learns prices, `forecast` says how long
something will wait, `admission` whether to let it, `scaling` how many replicas there should be.
`gpu_pool` is all of it together.
All of it is pure: the service and the simulator run the very same objects.
"""
