"""The studio: from a wish to files that are edited, in a real browser."""

import asyncio
import re
import zipfile
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, Route, expect

from tests.e2e.author import Author
from tests.e2e.conftest import Complaints, NewTab
from tests.e2e.studio_page import APP
from tests.e2e.test_accessibility import PHONE
from tests.providers import Behaviour

WISH = "Build a list called Groceries in green"
BUILD = """\
A list in green.
<plan>
<step file="src/App.tsx">A list of groceries</step>
</plan>
<file path="src/App.tsx">
<content>
const START = ["eggs", "apples"];

export default function App() {
  return (
    <main>
      <h1>Groceries</h1>
      <p style={{ color: "seagreen" }}>{START.join(", ")}</p>
    </main>
  );
}
</content>
<why>Shows the list.</why>
</file>
"""
CHANGE = """\
<plan>
<step file="src/App.tsx">Start with milk and bread</step>
</plan>
<file path="src/App.tsx">
<diff>
@@
-const START = ["eggs", "apples"];
+const START = ["milk", "bread"];
</diff>
<why>Starts with milk and bread.</why>
</file>
"""
BLUER = """\
<file path="src/App.tsx">
<diff>
@@
-export default () => <p>green</p>;
+export default () => <p>blue</p>;
</diff>
<why>It is blue.</why>
</file>
"""
PLAN = """\
Two steps.
<plan>
<step file="src/App.tsx">A list of groceries</step>
<step file="src/style.css">Green headings</step>
</plan>
"""


def tokens(text: str) -> list[str]:
    return re.findall(r".{1,12}|\n", text)


@pytest.fixture
async def project(api: httpx.AsyncClient) -> str:
    """One with the template's files."""
    made = (await api.post("/api/projects", json={"name": "Groceries"})).raise_for_status().json()
    return str(made["id"])


async def test_a_wish_is_built_changed_and_undone(new_tab: NewTab, author: Author) -> None:
    author.tell(*tokens(BUILD))
    author.hold(after=BUILD[: BUILD.index("<h1>")].count("\n") + 20)
    page = await (await new_tab()).wish(WISH)
    await expect(page.page.get_by_role("region", name="Plan")).to_contain_text(
        "A list of groceries"
    )
    await expect(page.page.locator(".file-card")).to_contain_text("writing…")
    await expect(page.lines).to_contain_text("const")
    await page.page.reload()  # a late reader sees the same
    await expect(page.page.locator(".file-card")).to_contain_text("writing…")
    await expect(page.lines).to_contain_text("const")
    author.release()
    await expect(page.applied).to_have_count(1)
    await expect(page.page.locator(".checks")).to_have_text("Types, lint and preview passed.")
    assert "<h1>Groceries</h1>" in await page.text()

    author.tell(*tokens(CHANGE))
    await page.ask.fill("start with milk and bread")
    await page.ask.press("Enter")
    await expect(page.applied).to_have_count(2)
    assert '["milk", "bread"]' in await page.text()
    assert (await page.log())[:2] == ["start with milk and bread", WISH]

    await page.button("Undo").click()
    await expect(page.button("Restore")).to_have_count(2)
    await expect(page.lines).to_contain_text("eggs")
    assert '["eggs", "apples"]' in await page.text()
    await page.button("Restore").last.click()
    await expect(page.lines).to_contain_text("milk")
    assert len(await page.log()) == 5

    await page.button("Changes").last.click()
    await expect(page.page.get_by_text("Change 1 of 1")).to_be_visible()
    await page.button("Reject this change").click()
    await expect(page.page.get_by_text("No change")).to_be_visible()
    await expect(page.saved).to_be_visible()
    assert '["eggs", "apples"]' in await page.text()

    await page.edit_whole("App.tsx", "export default () => <p>by hand</p>;\n")
    await page.button("More ways back").first.click()
    await page.page.get_by_role("menuitem", name="Restore files and chat").click()
    await expect(page.applied).to_have_count(1)
    await expect(page.lines).to_contain_text("eggs")
    author.tell(*tokens(CHANGE))
    await page.ask.fill("another way")
    await page.ask.press("Enter")
    await expect(page.applied).to_have_count(2)
    versions = page.page.get_by_role("group", name="Versions")
    await expect(versions).to_contain_text("2/2")
    await versions.get_by_role("button", name="Previous version").click()
    await expect(page.page.locator(".bubble").last).to_have_text("start with milk and bread")


async def test_a_plan_is_changed_and_then_built(
    new_tab: NewTab, author: Author, api: httpx.AsyncClient
) -> None:
    """Within a budget; after a reload the turn's files are there as they were."""
    author.tell(*tokens(PLAN))
    page = await new_tab()
    await page.page.goto(f"{page.url}/studio")
    await page.button("Plan first").click()
    box = page.page.get_by_role("textbox", name="What shall it be?")
    await box.fill(WISH)
    await box.press("Enter")
    first = page.page.get_by_role("textbox", name="Step 1", exact=True)
    await expect(first).to_have_value("A list of groceries")
    assert len(await page.log()) == 1
    await first.fill("A list of vegetables")
    await page.button("Remove step 2").click()
    await page.button("Add a step").click()
    await page.page.keyboard.type("Write a README")
    await page.page.reload()
    await expect(page.page.get_by_role("textbox", name="Step 2", exact=True)).to_have_value(
        "Write a README"
    )

    budget = page.page.locator("#budget")
    await budget.click()
    limit = page.page.get_by_role("textbox", name="Tokens, read and written")
    await limit.fill("0")
    await expect(page.page.get_by_text("Nothing could be built with that.")).to_be_visible()
    await limit.fill("100")
    await expect(page.page.get_by_text("more than the budget")).to_be_visible()
    await limit.press("Enter")
    author.tell(*tokens(BUILD))
    await page.button("Build this plan").click()
    await expect(page.page.get_by_text("The budget ended it")).to_be_visible()
    await page.button("Set the budget").click()
    await limit.fill("50,000")
    await limit.press("Enter")
    await page.button("Retry").click()
    await expect(page.applied).to_have_count(1)
    asked = author.requests[-1]["messages"][-1]["content"]
    assert "- `src/App.tsx`: A list of vegetables\n- Write a README" in asked
    assert (await page.log())[0] == WISH

    await page.page.reload()
    card = page.page.locator(".file-card")
    await expect(card).to_contain_text("Shows the list.")
    await expect(card.locator(".plus")).to_have_text(re.compile(r"^\+\d+$"))
    await card.get_by_role("button").click()
    await expect(page.page.get_by_text("Change 1 of")).to_be_visible()


async def test_a_model_builds_what_another_one_plans(new_tab: NewTab, author: Author) -> None:
    author.script(Behaviour(text=tuple(tokens(PLAN))), Behaviour(text=tuple(tokens(BUILD))))
    page = await new_tab()
    await page.page.goto(f"{page.url}/studio")
    await page.page.get_by_role("button", name="Model: Steady").click()
    await page.page.get_by_role("button", name=re.compile("^Careful")).click()
    box = page.page.get_by_role("textbox", name="What shall it be?")
    await box.fill(WISH)
    await box.press("Enter")
    await expect(page.applied).to_have_count(1)
    plan = page.page.get_by_role("region", name="Plan")
    await expect(plan.get_by_role("heading")).to_have_text("Plan by Steady")
    await expect(plan.get_by_role("listitem")).to_have_count(2)
    writing = author.requests[-1]["messages"][-1]["content"]
    assert "- `src/style.css`: Green headings" in writing
    await page.page.locator("#budget").click()
    await expect(page.page.get_by_text("Before, Steady plans it for $")).to_be_visible()


async def test_a_zip_is_imported_and_a_branch_of_it_merged(
    new_tab: NewTab, tmp_path: Path, complaints: Complaints, author: Author
) -> None:
    """What is asked for changes the branch that is looked at. What both sides changed is shown from
    both, and decided by hand."""
    complaints.expect("422")
    page = await new_tab()
    await page.page.goto(f"{page.url}/studio")
    await page.button("Import").first.click()
    dialog = page.page.get_by_role("dialog")
    chooser = dialog.locator("input[type=file]")
    (tmp_path / "Bad.zip").write_bytes(b"no zip")
    await chooser.set_input_files(tmp_path / "Bad.zip")
    await dialog.get_by_role("button", name="Import").click()
    await expect(dialog.get_by_text("This is no zip that can be read")).to_be_visible()
    with zipfile.ZipFile(tmp_path / "Blue Note.zip", "w") as archive:
        archive.writestr("src/App.tsx", "export default () => <p>first</p>;\n")
        archive.writestr("index.html", "<div id=root></div>\n")
    await chooser.set_input_files(tmp_path / "Blue Note.zip")
    await expect(dialog.get_by_role("textbox", name="Project name")).to_have_value("Blue Note")
    await dialog.get_by_role("button", name="Import").click()
    await expect(page.file("src")).to_be_visible()
    assert await page.paths() == ["index.html", APP]

    await page.button("Branches").click()
    name = page.page.get_by_role("textbox", name="New branch from main")
    await name.fill("try/blue")
    await name.press("Enter")
    note = "What you ask for changes the branch try/blue."
    await expect(page.page.get_by_text(note)).to_be_visible()
    await page.button("Files").click()
    await page.edit_whole("App.tsx", "export default () => <p>green</p>;\n")
    author.tell(*tokens(BLUER))
    await page.ask.fill("Make it blue")
    await page.ask.press("Enter")
    await expect(page.applied).to_contain_text("Applied to try/blue")
    await expect(page.lines).to_contain_text("blue")
    await page.button("Look at main").click()
    await expect(page.lines).to_contain_text("first")
    await page.edit_whole("App.tsx", "export default () => <p>red</p>;\n")

    await page.button("Branches").click()
    branches = page.page.get_by_role("list", name="Branches").get_by_role("listitem")
    await branches.filter(has_text="try/blue").get_by_role("button").first.click()
    merge = page.page.get_by_role("region", name="Merge try/blue into main")
    await expect(merge).to_contain_text("1 file in conflict")
    await expect(page.button("Merge into main")).to_be_disabled()
    await merge.get_by_role("button", name=APP).click()
    sides = merge.locator(".conflict-sides")
    await expect(sides).to_contain_text("red")
    await expect(sides).to_contain_text("blue")
    assert await violations(page.page) == []
    await page.button("Edit by hand").click()
    await expect(page.button("Keep this text")).to_be_disabled()  # both sides stand in it
    await sides.locator(".modified .view-lines.monaco-mouse-cursor-text").last.click()
    await page.page.keyboard.press("Control+a")
    await page.page.keyboard.insert_text("export default () => <p>violet</p>;\n")
    await page.button("Keep this text").click()
    await page.button("Merge into main").click()
    await expect(merge).to_contain_text("main has everything of try/blue.")
    assert await page.text() == "export default () => <p>violet</p>;\n"
    await page.button("Delete").click()
    await expect(branches).to_have_count(1)


async def test_what_does_not_fit_is_told_and_changes_nothing(
    new_tab: NewTab, author: Author
) -> None:
    author.tell(*tokens(CHANGE))
    page = await (await new_tab()).wish("Start with milk")
    refused = page.page.get_by_role("region", name="Why nothing was changed")
    await expect(refused).to_contain_text("do not stand in the file")
    await expect(refused.get_by_role("button", name="Try again")).to_be_visible()
    assert len(await page.log()) == 1


async def test_what_is_typed_is_a_commit_that_can_be_taken_back(
    new_tab: NewTab, project: str
) -> None:
    page = await (await new_tab()).open(project)
    before = await page.text()
    await page.edit("App.tsx")
    await page.page.keyboard.type("// by hand\n")
    await page.page.keyboard.press("Control+s")
    await expect(page.saved).to_be_visible()
    assert await page.text() == f"// by hand\n{before}"
    await page.page.keyboard.press("F1")
    await page.page.keyboard.type("Who wrote")
    await page.page.keyboard.press("Enter")
    author = page.page.locator(".line-author")
    await expect(author).to_contain_text("· Begin")
    await page.page.keyboard.press("Control+Home")
    await expect(author).to_contain_text(f"· Write {APP}")
    await page.button("History").click()
    newest = page.page.locator(".history details").first
    await newest.click()
    await newest.get_by_role("button", name=APP).click()
    await expect(page.page.get_by_text("Change 1 of 1")).to_be_visible()
    await newest.get_by_role("button", name="Revert").click()
    await expect(page.page.locator(".history details")).to_have_count(3)
    assert await page.text() == before


async def test_typescript_knows_react(new_tab: NewTab, project: str) -> None:
    page = await (await new_tab()).open(project)
    await page.edit("App.tsx")
    await page.page.keyboard.type('import { useState } from "react";\n')
    await page.page.keyboard.type('export const wrong: number = "text";\n')
    await expect(page.page.get_by_role("treeitem", name="App.tsx, 1 errors")).to_be_visible()


async def test_what_could_not_be_saved_outlives_a_reload(
    new_tab: NewTab, project: str, complaints: Complaints
) -> None:
    complaints.expect("ERR_FAILED")
    page = await (await new_tab()).open(project)

    async def cut(route: Route) -> None:
        await (route.abort() if route.request.method == "PUT" else route.continue_())

    await page.page.route("**/file?*", cut)
    await page.edit("App.tsx")
    await page.page.keyboard.type("// kept\n")
    await expect(page.page.get_by_text("Not saved: The server cannot be reached.")).to_be_visible()
    await page.page.unroute("**/file?*")
    await page.page.reload()
    await expect(page.lines).to_contain_text("// kept")
    await expect(page.saved).to_be_visible()
    assert (await page.text()).startswith("// kept\n")


async def test_nobody_writes_over_the_other(
    new_tab: NewTab, project: str, complaints: Complaints
) -> None:
    complaints.expect("409")
    page = await (await new_tab()).open(project)
    await page.edit("App.tsx")
    await page.write_elsewhere("export default () => <p>first</p>;\n")
    await expect(page.lines).to_contain_text("first")

    there = asyncio.Event()

    async def hold(route: Route) -> None:
        await there.wait()
        await route.continue_()

    await page.page.route("**/file?*", hold)
    await page.page.keyboard.press("Control+Home")
    await page.page.keyboard.insert_text("// mine\n")
    await page.write_elsewhere("export default () => <p>theirs</p>;\n")
    there.set()
    await expect(page.page.get_by_text("was changed while you edited it")).to_be_visible()
    assert "theirs" in await page.text()
    await page.button("Keep mine").click()
    await expect(page.saved).to_be_visible()
    assert (await page.text()).startswith("// mine\n")


async def test_a_project_that_is_deleted_elsewhere_is_gone(
    new_tab: NewTab, project: str, complaints: Complaints, api: httpx.AsyncClient
) -> None:
    complaints.expect("404")
    page = await (await new_tab()).open(project)
    (await api.delete(f"/api/projects/{project}")).raise_for_status()
    gone = page.page.get_by_role("heading", name="There is no such project")
    await expect(gone).to_be_visible()


async def test_files_come_move_and_go(new_tab: NewTab, project: str) -> None:
    page = await (await new_tab()).open(project)
    await page.file("src").focus()
    await page.button("New file").click()
    name = page.page.get_by_role("textbox", name="Name of the new file")
    await name.fill("App.tsx")
    await name.press("Enter")
    await expect(page.page.get_by_text("There is src/App.tsx already.")).to_be_visible()
    await name.fill("Button.tsx")
    await name.press("Enter")
    await page.file("Button.tsx").focus()
    await page.page.keyboard.press("F2")
    await page.page.get_by_role("textbox", name="New name").fill("parts/Knob.tsx")
    await page.page.keyboard.press("Enter")
    await expect(page.page.locator(".tab.current")).to_contain_text("Knob.tsx")
    await page.file("parts").focus()
    await page.page.keyboard.press("ArrowRight")
    await page.page.keyboard.press("ArrowDown")
    await page.page.keyboard.press("Delete")
    await expect(page.file("parts")).to_have_count(0)
    assert "src/parts/Knob.tsx" not in await page.paths()
    await page.button("Undo").click()
    await expect(page.file("parts")).to_be_visible()
    assert "src/parts/Knob.tsx" in await page.paths()
    await page.page.keyboard.press("Control+p")
    await page.page.get_by_role("combobox", name="File name").fill("sty")
    await page.page.keyboard.press("Enter")
    await expect(page.page.locator(".tab.current")).to_contain_text("style.css")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_has_nothing_to_say(
    new_tab: NewTab, author: Author, api: httpx.AsyncClient, scheme: str
) -> None:
    author.tell(*tokens(BUILD))
    page = await (await new_tab(color_scheme=scheme)).wish(WISH)
    await expect(page.applied).to_have_count(1)
    await expect(page.lines).to_contain_text("START")
    assert await violations(page.page) == []
    await page.page.goto(f"{page.url}/studio")
    await expect(page.page.get_by_role("heading", name="Your projects")).to_be_visible()
    assert await violations(page.page) == []


async def test_a_phone_shows_one_pane_at_a_time(new_tab: NewTab, author: Author) -> None:
    author.tell(*tokens(BUILD))
    page = await (await new_tab(**PHONE)).wish(WISH)
    await expect(page.applied).to_have_count(1)
    await expect(page.file("App.tsx")).to_be_hidden()
    await page.button("Code").click()
    await expect(page.ask).to_be_hidden()
    await expect(page.file("App.tsx")).to_be_visible()
    assert await violations(page.page) == []
    wide = await page.page.evaluate("document.documentElement.scrollWidth")
    assert wide == PHONE["viewport"]["width"], "the page is wider than the phone"


async def test_projects_are_renamed_and_deleted(new_tab: NewTab, author: Author) -> None:
    page = await (await new_tab()).wish("A page called Elsewhere")
    await expect(page.ask).to_be_visible()
    project = page.project
    await page.page.get_by_role("link", name="All projects").click()
    row = page.page.get_by_role("listitem").filter(has_text="Elsewhere")
    await row.hover()
    await page.button("Options for Elsewhere").click()
    await page.page.get_by_role("menuitem", name="Rename").click()
    await page.page.get_by_role("textbox", name="Project name").fill("Nowhere")
    await page.page.keyboard.press("Enter")
    await page.page.get_by_role("link", name="Nowhere").hover()
    await page.button("Options for Nowhere").click()
    await page.page.get_by_role("menuitem", name="Delete").click()
    await expect(page.page.get_by_role("link", name="Nowhere")).to_have_count(0)
    await page.button("Undo").click()
    await expect(page.page.get_by_role("link", name="Nowhere")).to_be_visible()
    assert (await page.api.get(f"/api/projects/{project}")).json()["name"] == "Nowhere"


async def violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule, other than inside of Monaco and the app."""
    context = {"exclude": [[".studio-editor"], ["iframe"]]}
    found = (await Axe().run(page, context=context)).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
