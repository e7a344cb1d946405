"""The studio and repositories elsewhere, in a real browser."""

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import Complaints, NewTab
from tests.e2e.studio_page import APP
from tests.providers.git_server import GitServer

THEIRS = {"src/App.tsx": b"export default () => <p>theirs</p>;\n"}
OURS = "export default () => <p>ours</p>;\n"


@pytest.fixture
def token(git_server: GitServer) -> str:
    """What opens the repositories."""
    git_server.token = "letmein-4242"
    return git_server.token


async def test_a_repository_is_imported_changed_and_pushed(
    new_tab: NewTab, git_server: GitServer, token: str, complaints: Complaints
) -> None:
    url = git_server.repository("theirs", {"README.md": b"# Theirs\n"}, THEIRS)
    page = await new_tab()
    await page.page.goto(f"{page.url}/studio")
    await page.button("Import").first.click()
    dialog = page.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="A git repository").click()
    address = dialog.get_by_role("textbox", name="Address")
    secret = dialog.get_by_label("Token")
    begin = dialog.get_by_role("button", name="Import", exact=True)
    await address.fill(url)
    await expect(dialog.get_by_role("textbox", name="Project name")).to_have_value("theirs")
    complaints.expect("422")
    await begin.click()
    await expect(dialog.get_by_text("token")).not_to_have_count(0)
    await expect(begin).to_be_enabled()
    await secret.fill(token)
    await begin.click()
    await expect(page.file("src")).to_be_visible()
    assert await page.log() == ["Theirs", "Theirs"]

    await page.edit_whole("App.tsx", OURS)
    await page.button("Push to a repository").click()
    await address.fill(url)
    await secret.fill(token)
    await dialog.get_by_role("button", name="Push", exact=True).click()
    await expect(dialog.get_by_text("main there is at")).to_be_visible()
    await expect(secret).to_have_value("")
    assert git_server.git("theirs", "show", f"main:{APP}") == OURS.strip()
