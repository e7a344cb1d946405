"""Models: the catalogue, the deployments that run them on GPUs, and the clients that speak to them.

Read `chat.py` first (the seam), then `catalog.py` (which models there are), `engine.py` and
`app.py` (vLLM under Ray Serve), `vllm_server.py` (what each replica starts), `leases.py` (places
at its replicas), `replica_model.py`, `openai_model.py`, `anthropic_model.py` (three ways to an
answer) and `router.py` (retries and fallbacks over them).
"""
