"""Small real servers that speak the protocols of model providers and can be told to fail.

`OpenAIServer`, `AnthropicServer` and `HubServer` listen on loopback:

    server = AnthropicServer()
    base_url = await server.start()
    server.script(Behaviour(status=429, retry_after="2"), Behaviour(cut_after=5))
    …                      # the first request gets a 429, the second breaks off, the rest work
    await server.until(lambda: server.disconnects == 1)
    await server.stop()
"""

from tests.providers.anthropic_server import AnthropicServer
from tests.providers.behaviour import Behaviour, answer_of
from tests.providers.hub_server import HubServer
from tests.providers.openai_server import OpenAIServer

__all__ = ["AnthropicServer", "Behaviour", "HubServer", "OpenAIServer", "answer_of"]
