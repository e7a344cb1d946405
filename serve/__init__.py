"""Models: the catalogue, the deployments that run them on GPUs, and the clients that speak to them.

Read `chat.py` first (the seam), then `catalog.py` (which models there are), `app.py` and
`replica.py` (what stands under Ray Serve), `engine.py` and `vllm_server.py` (vLLM in a replica),
`leases.py` and `places.py` (places at replicas), `replica_model.py`, `openai_model.py`,
`anthropic_model.py` (three ways to an answer) and `router.py` (retries and fallbacks over them).
Pictures: `image.py` (the seam), `diffusion/`, `replica_image.py`, `image_router.py`. Who is next:
`scheduling/` (the policy), `dispatcher.py` (its process) and `credits.py` (a client's end).
"""
