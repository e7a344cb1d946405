"""What a route may use, built once per process and found on `app.state.services`."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from actors.client import AgentClient
from actors.sandboxes.client import SandboxClient
from gateway.project_watch import ProjectWatch
from gateway.settings import LOCAL_TENANT, GatewaySettings
from serve.catalog import Catalog
from serve.credits import CreditClient
from serve.router import ModelRouter
from serve.watch import ModelWatch
from storage.storage import Storage, TenantStorage


@dataclass(frozen=True, slots=True)
class Services:
    settings: GatewaySettings
    storage: Storage
    agents: AgentClient
    sandboxes: SandboxClient
    models: ModelRouter
    credits: CreditClient
    watch: ModelWatch
    projects: ProjectWatch
    catalog: Catalog


async def services(request: HTTPConnection) -> Services:
    """Async, like `tenant`, so that FastAPI calls it here and not through a thread."""
    found: Services = request.app.state.services
    return found


async def tenant(request: HTTPConnection) -> TenantStorage:
    """The caller's tenant: the local one, until there are accounts."""
    return (await services(request)).storage.tenant(LOCAL_TENANT)


Use = Annotated[Services, Depends(services)]
Tenant = Annotated[TenantStorage, Depends(tenant)]
