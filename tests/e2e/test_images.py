"""The Images page: pictures are asked for, seen growing, kept, found again and deleted."""

import asyncio
import re
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.async_api import BrowserContext, Locator, Page, Route, expect

from tests.e2e.chat_page import eventually
from tests.e2e.conftest import Complaints, NewContext
from tests.e2e.test_accessibility import PHONE, violations
from tests.system import START_TIMEOUT_S, System

MODEL = "Tiny image"
SLOW = 60
"""Steps that take long enough to see previews."""
ENDLESS = 2000
STEP = re.compile(r"Step (\d+) of (\d+)")


class ImagesPage:
    """One tab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.prompt = page.get_by_role("textbox", name="Prompt", exact=True)
        self.draw = page.get_by_role("button", name="Draw", exact=True)
        self.search = page.get_by_role("searchbox", name="Search pictures")
        self.lightbox = page.get_by_role("dialog", name="Picture")
        self.sidebar = page.get_by_role("complementary", name="Conversations")

    async def open(self, url: str) -> "ImagesPage":
        await self.page.goto(url)
        await expect(self.prompt).to_be_visible()
        await expect(self.page.get_by_text("Loading…")).to_have_count(0)
        return self

    async def ask(self, prompt: str, count: int = 1, **more: int) -> None:
        """Fill the form in and draw."""
        await self.prompt.fill(prompt)
        await self.page.get_by_role("radio", name=str(count), exact=True).check()
        for name, value in more.items():
            await self.setting(name.capitalize()).fill(str(value))
        await self.prompt.press("Enter")

    def setting(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=re.compile(f"^{label}"))

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def card(self, prompt: str) -> Locator:
        return self.page.get_by_role("article", name=f"Pictures of: {prompt}")

    def tiles(self, prompt: str) -> Locator:
        """Its pictures in the gallery, each a link."""
        gallery = self.page.get_by_role("region", name="Gallery")
        return gallery.get_by_role("link", name=prompt, exact=True)

    async def see_drawn(self, prompt: str, count: int) -> None:
        await expect(self.tiles(prompt)).to_have_count(count)
        await expect(self.card(prompt)).to_have_count(0)

    async def step(self, prompt: str) -> int:
        """How far the first picture of a running job is."""
        words = self.card(prompt).get_by_role("listitem").first
        await expect(words).to_contain_text(STEP)
        found = STEP.search(await words.inner_text())
        assert found
        return int(found[1])

    async def option(self, prompt: str, name: str) -> None:
        """Choose from the menu of a picture in the gallery."""
        await self.tiles(prompt).first.hover()
        await self.button(f"Options for {prompt}").first.click()
        await self.page.get_by_role("menuitem", name=name, exact=True).click()

    @property
    def image_id(self) -> str:
        return self.page.url.rsplit("/images/", 1)[1]


@pytest.fixture
async def images(context: BrowserContext, painting: System) -> ImagesPage:
    return await ImagesPage(await context.new_page()).open(f"{painting.url}/images")


@pytest.fixture
def prompt() -> str:
    """Words that no other picture of the installation has."""
    return f"Two boats {uuid4().hex[:8]}"


async def drawn(painter: httpx.AsyncClient, prompt: str, **fields: Any) -> list[dict[str, Any]]:
    """Pictures that were drawn without the page, the newest first."""
    response = await painter.post("/api/image-jobs", json={"prompt": prompt, **fields})
    assert response.status_code == 202, response.text
    job = response.json()

    async def is_done() -> bool:
        job.update((await painter.get(f"/api/image-jobs/{job['id']}")).json())
        return bool(job["status"] == "completed")

    await eventually(is_done, "the pictures to be drawn")
    return list((await painter.get("/api/images", params={"q": prompt})).json()["items"])


async def varied(painter: httpx.AsyncClient, image: dict[str, Any]) -> None:
    """A picture that nobody described."""
    file = await painter.get(f"/api/images/{image['id']}/file")
    form = {"image": ("picture.png", file.content, "image/png")}
    response = await painter.post("/v1/images/variations", files=form, timeout=60)
    assert response.status_code == 200, response.text


async def job_of(painter: httpx.AsyncClient, prompt: str) -> dict[str, Any]:
    jobs = (await painter.get("/api/image-jobs")).json()["items"]
    [job] = [job for job in jobs if job["settings"]["prompt"] == prompt]
    return dict(job)


async def test_two_pictures_grow_and_stand_in_the_gallery(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    await images.ask(prompt, count=2, steps=SLOW, seed=7)
    card = images.card(prompt)
    await expect(card.get_by_role("listitem")).to_have_count(2)
    await expect(card.get_by_role("img", name="Picture 1 of 2, being drawn")).to_have_attribute(
        "src", re.compile("^data:image/webp;base64,")
    )
    await expect(card.get_by_role("img", name="Picture 2 of 2, being drawn")).to_be_visible()
    await images.see_drawn(prompt, 2)
    await expect(images.page.locator("div[aria-live=polite]")).to_have_text("2 pictures are done.")
    await expect(images.prompt).to_have_value(prompt)

    await images.page.reload()
    await images.see_drawn(prompt, 2)
    await expect(images.prompt).to_have_value(prompt)
    seeds = {image["seed"] for image in (await job_of(painter, prompt))["images"]}
    assert seeds == {7, 8}


async def test_a_reload_in_the_middle_shows_the_rest(images: ImagesPage, prompt: str) -> None:
    await images.ask(prompt, count=2, steps=ENDLESS)
    before = await images.step(prompt)
    await images.page.reload()
    assert await images.step(prompt) >= before
    await images.page.keyboard.press("Escape")
    await expect(images.card(prompt)).to_contain_text("Cancelled.")


async def test_cancel(images: ImagesPage, painter: httpx.AsyncClient, prompt: str) -> None:
    await images.ask(prompt, steps=ENDLESS)
    await images.step(prompt)
    card = images.card(prompt)
    await card.get_by_role("button", name="Cancel", exact=True).click()
    await expect(card).to_contain_text("Cancelled.")
    assert (await job_of(painter, prompt))["status"] == "cancelled"
    await card.get_by_role("button", name="Dismiss").click()
    await expect(card).to_have_count(0)
    await expect(images.prompt).to_be_focused()
    await expect(images.tiles(prompt)).to_have_count(0)


async def test_escape_closes_a_menu_before_it_cancels(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    other = f"Older {prompt}"
    await drawn(painter, other)
    await images.page.reload()
    await images.ask(prompt, steps=ENDLESS)
    await images.step(prompt)
    await images.tiles(other).hover()
    await images.button(f"Options for {other}").click()
    await images.page.keyboard.press("Escape")
    await expect(images.page.get_by_role("menu")).to_have_count(0)
    await expect(images.card(prompt).get_by_role("button", name="Cancel")).to_be_enabled()
    await images.page.keyboard.press("Escape")
    await expect(images.card(prompt)).to_contain_text("Cancelled.")


async def test_what_is_wrong_stands_beside_the_field(images: ImagesPage, prompt: str) -> None:
    await images.draw.click()
    await expect(images.page.get_by_text("Say what to draw.")).to_be_visible()
    await expect(images.prompt).to_be_focused()
    await expect(images.prompt).to_have_attribute("aria-invalid", "true")

    await images.ask(prompt, steps=ENDLESS + 1)
    await expect(images.page.get_by_text("A whole number from 1 to 2000.")).to_be_visible()
    await expect(images.setting("Steps")).to_be_focused()
    await expect(images.page.get_by_text("Say what to draw.")).to_have_count(0)
    await expect(images.card(prompt)).to_have_count(0)
    await images.setting("Steps").fill("2")
    await expect(images.page.get_by_text("A whole number from 1 to 2000.")).to_have_count(0)
    await images.setting("Steps").press("Enter")
    await images.see_drawn(prompt, 1)


async def test_what_the_server_refuses_stands_beside_the_field(
    images: ImagesPage, complaints: Complaints, prompt: str
) -> None:
    complaints.expect("422")
    size = '{"size": {"width": 130, "height": 128}}'
    await images.page.evaluate(f"localStorage.setItem('atelier.images.form', '{size}')")
    await images.page.reload()
    await expect(
        images.page.get_by_role("radio", name="As drawn before, 130 × 128")
    ).to_be_checked()
    await images.ask(prompt)
    problem = images.page.get_by_role("group", name="Size").get_by_role("alert")
    await expect(problem).to_have_text(re.compile("^Must be a multiple of 16"))
    await expect(images.card(prompt)).to_have_count(0)
    await expect(images.prompt).to_have_value(prompt)


async def test_what_does_not_get_through_is_sent_again_as_the_same_job(
    images: ImagesPage, complaints: Complaints, prompt: str
) -> None:
    complaints.expect("ERR_FAILED")
    ids: list[str] = []

    async def cut(route: Route) -> None:
        body = route.request.post_data_json
        assert body is not None
        ids.append(body["id"])
        await (route.abort() if len(ids) == 1 else route.continue_())

    await images.page.route("**/api/image-jobs", cut)
    await images.ask(prompt)
    card = images.card(prompt)
    await expect(card).to_contain_text("Not sent: The server cannot be reached.")
    await card.get_by_role("button", name="Retry").click()
    await images.see_drawn(prompt, 1)
    assert ids == ids[:1] * 2


async def test_a_job_that_fails_says_why_and_may_be_tried_again(
    images: ImagesPage, prompt: str
) -> None:
    """A prompt that is longer than the model reads, which only the model knows."""
    long = f"{prompt} " + "and a house and a tree " * 20
    await images.ask(long)
    card = images.card(long.strip())
    await expect(card).to_contain_text("this model reads")
    await card.get_by_role("button", name="Try again").click()
    await expect(card).to_contain_text("this model reads")
    await card.get_by_role("button", name="Dismiss").click()
    await expect(card).to_have_count(0)
    await images.ask(prompt)
    await images.see_drawn(prompt, 1)


async def test_another_model_draws_once_it_is_chosen(images: ImagesPage, prompt: str) -> None:
    choice = images.page.get_by_role("combobox", name="Model")
    await expect(choice).to_have_value("tiny-image")
    await choice.select_option("Tiny sleeper")
    await expect(images.page.get_by_text("Starts with the first picture")).to_be_visible()
    await images.ask(prompt)
    await expect(images.tiles(prompt)).to_have_count(1, timeout=1000 * START_TIMEOUT_S)
    await images.tiles(prompt).click()
    await expect(images.lightbox).to_contain_text("Tiny sleeper")
    await images.page.keyboard.press("Escape")
    await expect(images.lightbox).to_have_count(0)
    await expect(images.page).to_have_url(re.compile("/images$"))
    await images.page.reload()
    await expect(choice).to_have_value("tiny-sleeper")


async def test_favourites(images: ImagesPage, painter: httpx.AsyncClient, prompt: str) -> None:
    newest, older = await drawn(painter, prompt, count=2)
    await images.page.reload()
    await images.tiles(prompt).first.focus()
    link = images.page.get_by_role("link", name=prompt, exact=True)
    tile = images.page.get_by_role("listitem").filter(has=link).first
    heart = tile.get_by_role("button", name="Favourite")
    async with images.page.expect_response(lambda answer: answer.request.method == "PATCH"):
        await heart.click()
    await expect(heart).to_have_attribute("aria-pressed", "true")
    await images.page.reload()
    await expect(images.tiles(prompt)).to_have_count(2)
    await images.button("Favourites").click()
    await expect(images.tiles(prompt)).to_have_count(1)
    await expect(images.tiles(prompt)).to_have_attribute("href", f"/images/{newest['id']}")
    assert (await painter.get(f"/api/images/{newest['id']}")).json()["favourite"]
    assert not (await painter.get(f"/api/images/{older['id']}")).json()["favourite"]
    await images.button("Favourites").click()
    await expect(images.tiles(prompt)).to_have_count(2)


async def test_search(images: ImagesPage, painter: httpx.AsyncClient, prompt: str) -> None:
    other = f"A house {uuid4().hex[:8]}"
    await drawn(painter, prompt)
    await drawn(painter, other)
    await images.page.reload()
    await expect(images.tiles(other)).to_be_visible()
    await images.search.fill(prompt.removeprefix("Two ").upper())
    await expect(images.tiles(other)).to_have_count(0)
    await expect(images.tiles(prompt)).to_be_visible()
    await images.search.fill(f"{prompt} and nothing like it")
    await expect(images.page.get_by_text("Nothing found.")).to_be_visible()
    await images.button("Clear").click()
    await expect(images.search).to_have_value("")
    await expect(images.tiles(other)).to_be_visible()


async def test_what_is_drawn_past_a_filter_can_be_shown(images: ImagesPage, prompt: str) -> None:
    await images.search.fill("no such words")
    await expect(images.page.get_by_text("Nothing found.")).to_be_visible()
    await images.ask(prompt)
    await images.button("Show").click()
    await images.see_drawn(prompt, 1)


async def test_a_picture_begins_with_another(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    [first] = await drawn(painter, prompt)
    await images.page.reload()
    await images.option(prompt, "Begin with this picture")
    begun = images.page.get_by_role("img", name="The drawing begins with this.")
    await expect(begun).to_have_attribute("src", re.compile(first["id"]))
    await images.page.reload()
    await expect(begun).to_be_visible()
    strength = images.page.get_by_role("slider", name=re.compile("^Change"))
    await strength.fill("25")
    await images.ask(f"Later {prompt}")
    await images.see_drawn(f"Later {prompt}", 1)
    settings = (await job_of(painter, f"Later {prompt}"))["settings"]
    assert (settings["input_id"], settings["strength"]) == (first["id"], 0.25)
    await images.button("Begin without a picture").click()
    await expect(begun).to_have_count(0)


async def test_a_picture_is_drawn_again_larger(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    [small] = await drawn(painter, prompt, width=64, height=96)
    await images.page.reload()
    await images.tiles(prompt).click()
    await images.lightbox.get_by_role("button", name="Draw it larger").click()
    await expect(images.lightbox).to_have_count(0)
    await images.see_drawn(prompt, 2)
    found = (await painter.get("/api/images", params={"q": prompt})).json()["items"]
    assert (found[0]["width"], found[0]["height"]) == (128, 192)
    assert (found[0]["input_id"], found[0]["seed"]) == (small["id"], small["seed"])


async def test_a_picture_begins_with_a_file(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str, complaints: Complaints
) -> None:
    complaints.expect("422")
    [first] = await drawn(painter, prompt)
    png = (await painter.get(f"/api/images/{first['id']}/file")).content
    chooser = images.page.get_by_label("Picture to begin with")
    wrong = {"name": "notes.png", "mimeType": "image/png", "buffer": b"no picture"}
    await chooser.set_input_files(wrong)  # type: ignore[arg-type]
    problem = images.page.get_by_role("alert").filter(has_text="The file is no PNG")
    await expect(problem).to_have_text("The file is no PNG, JPEG, WEBP that can be read")
    await chooser.set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})
    problem = images.page.get_by_role("alert").filter(has_text="must be a PNG")
    await expect(problem).to_have_text("A picture must be a PNG, a JPEG or a WebP.")
    await chooser.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": png})
    begun = images.page.get_by_role("img", name="The drawing begins with this.")
    await expect(begun).to_be_visible()
    await expect(problem).to_have_count(0)
    await images.draw.click()  # it needs no words

    async def is_drawn() -> bool:
        newest = (await painter.get("/api/image-jobs")).json()["items"][0]
        return newest["settings"]["prompt"] == "" and newest["status"] == "completed"

    await eventually(is_drawn, "the changed picture")


async def test_lightbox_by_keys(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    pictures = await drawn(painter, prompt, count=3)
    await images.page.reload()
    keyboard = images.page.keyboard
    await images.tiles(prompt).first.focus()
    await keyboard.press("Enter")
    await expect(images.lightbox).to_contain_text(prompt)
    assert images.image_id == pictures[0]["id"]
    await keyboard.press("ArrowRight")
    await expect(images.lightbox).to_contain_text(str(pictures[1]["seed"]))
    await keyboard.press("ArrowRight")
    await keyboard.press("ArrowLeft")
    assert images.image_id == pictures[1]["id"]
    await keyboard.press("f")
    heart = images.lightbox.get_by_role("button", name="Favourite (F)")
    await expect(heart).to_have_attribute("aria-pressed", "true")
    async with images.page.expect_download() as download:
        await keyboard.press("d")
    assert (await download.value).suggested_filename.startswith("two-boats-")

    await keyboard.press("Escape")
    await expect(images.lightbox).to_have_count(0)
    await expect(images.tiles(prompt).nth(1)).to_be_focused()
    assert images.page.url.endswith("/images")
    await images.page.go_forward()
    await expect(images.lightbox).to_be_visible()
    await images.page.go_back()
    await expect(images.lightbox).to_have_count(0)


async def test_the_link_of_a_picture(
    images: ImagesPage, painter: httpx.AsyncClient, painting: System, prompt: str
) -> None:
    [picture] = await drawn(painter, prompt)
    await images.page.goto(f"{painting.url}/images/{picture['id']}")
    await expect(images.lightbox).to_contain_text(prompt)
    await expect(images.lightbox).to_contain_text(MODEL)
    shown = images.lightbox.get_by_role("img", name=prompt)
    await expect(shown).to_have_js_property("naturalWidth", 128)
    await images.page.keyboard.press("Escape")
    await expect(images.lightbox).to_have_count(0)
    await expect(images.page).to_have_url(f"{painting.url}/images")


async def test_there_is_no_such_picture(
    images: ImagesPage, complaints: Complaints, painting: System
) -> None:
    complaints.expect("404")
    await images.page.goto(f"{painting.url}/images/{uuid4()}")
    await expect(images.lightbox).to_contain_text("There is no such picture.")


async def test_delete_with_undo_and_for_good(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    newest, older = await drawn(painter, prompt, count=2)
    await images.page.reload()
    await images.option(prompt, "Delete")
    await expect(images.tiles(prompt)).to_have_count(1)
    await images.button("Undo").click()
    await expect(images.tiles(prompt)).to_have_count(2)
    await expect(images.tiles(prompt).first).to_be_focused()
    assert (await painter.get(f"/api/images/{newest['id']}")).status_code == 200

    await images.tiles(prompt).first.click()
    await images.page.keyboard.press("Delete")  # the next one takes its place
    await expect(images.page).to_have_url(re.compile(older["id"]))
    await images.lightbox.get_by_role("button", name="Undo").click()
    await expect(images.page).to_have_url(re.compile(newest["id"]))
    await images.page.keyboard.press("Delete")
    await expect(images.page).to_have_url(re.compile(older["id"]))

    async def is_gone() -> bool:
        return (await painter.get(f"/api/images/{newest['id']}")).status_code == 404

    await images.page.reload()  # leaving the page carries it out
    await eventually(is_gone, "the picture to be deleted")
    await expect(images.lightbox).to_contain_text(prompt)
    await images.page.keyboard.press("Escape")
    await expect(images.tiles(prompt)).to_have_count(1)


async def test_use_these_settings(
    images: ImagesPage, painter: httpx.AsyncClient, prompt: str
) -> None:
    asked = {"width": 160, "height": 112, "steps": 3, "guidance": 2.5, "seed": 41}
    [picture] = await drawn(painter, prompt, negative_prompt="people", **asked)
    await images.page.reload()
    await images.tiles(prompt).click()
    await images.lightbox.get_by_role("button", name="Use these settings").click()
    await expect(images.lightbox).to_have_count(0)
    await expect(images.prompt).to_be_focused()
    await expect(images.prompt).to_have_value(prompt)
    await expect(images.setting("Leave out")).to_have_value("people")
    for label, value in (("Steps", "3"), ("Guidance", "2.5"), ("Seed", "41")):
        await expect(images.setting(label)).to_have_value(value)
    await expect(images.page.get_by_role("radio", name="Landscape, 160 × 112")).to_be_checked()

    await images.prompt.press("Control+Enter")
    await images.see_drawn(prompt, 2)
    again = (await painter.get("/api/images", params={"q": prompt})).json()["items"][0]
    same = ("prompt", "negative_prompt", "guidance", "width", "height", "steps", "seed")
    assert again["id"] != picture["id"]
    assert {name: again[name] for name in same} == {name: picture[name] for name in same}


async def test_two_tabs_show_the_same_job(
    images: ImagesPage, context: BrowserContext, prompt: str
) -> None:
    other = await ImagesPage(await context.new_page()).open(images.page.url)
    await images.ask(prompt, count=2, steps=SLOW)
    preview = other.card(prompt).get_by_role("img", name="Picture 1 of 2, being drawn")
    await expect(preview).to_be_visible()
    await asyncio.gather(images.see_drawn(prompt, 2), other.see_drawn(prompt, 2))


async def test_another_device_cancels(
    images: ImagesPage, new_context: NewContext, painting: System, prompt: str
) -> None:
    await images.ask(prompt, steps=ENDLESS)
    await images.step(prompt)
    device = await new_context()
    other = await ImagesPage(await device.new_page()).open(f"{painting.url}/images")
    await other.step(prompt)
    await other.card(prompt).get_by_role("button", name="Cancel").click()
    for page in (images, other):
        await expect(page.card(prompt)).to_contain_text("Cancelled.")


async def test_the_way_there_and_back(images: ImagesPage, painting: System) -> None:
    page = images.page
    await page.goto(painting.url)
    await expect(page).to_have_title("New chat – Atelier")
    await page.get_by_role("button", name=re.compile("^Model: ")).click()
    offered = page.get_by_role("dialog", name="Choose a model")
    await expect(offered).to_contain_text("Nowhere")
    await expect(offered).not_to_contain_text(MODEL)
    await page.keyboard.press("Escape")

    link = images.sidebar.get_by_role("link", name="Images", exact=True)
    await link.click()
    await expect(images.prompt).to_be_focused()
    await expect(page).to_have_title("Images – Atelier")
    await expect(page.get_by_role("textbox", name=re.compile("^Message "))).to_have_count(0)
    await expect(link).to_have_attribute("aria-current", "page")
    await images.sidebar.get_by_role("button", name="New chat").click()
    await expect(page.get_by_role("textbox", name=re.compile("^Message "))).to_be_visible()
    await expect(images.prompt).to_have_count(0)
    await page.go_back()
    await expect(images.prompt).to_be_visible()


async def test_on_a_phone(
    new_context: NewContext, painting: System, painter: httpx.AsyncClient, prompt: str
) -> None:
    await drawn(painter, f"Older {prompt}")
    context = await new_context(**PHONE)
    images = await ImagesPage(await context.new_page()).open(f"{painting.url}/images")
    await expect(images.tiles(f"Older {prompt}")).to_be_visible()
    await expect(images.setting("Steps")).not_to_be_visible()
    await images.page.get_by_text("More settings").tap()
    await images.setting("Steps").fill(str(SLOW))
    await images.prompt.fill(prompt)
    await images.draw.tap()
    await expect(images.card(prompt)).to_be_in_viewport()
    wide = await images.page.evaluate("document.documentElement.scrollWidth")
    assert wide == PHONE["viewport"]["width"], "the page is wider than the phone"
    await images.see_drawn(prompt, 1)
    small = await images.page.evaluate(
        """() => [...document.querySelectorAll('.images button, .images summary')]
            .map((button) => [button.getBoundingClientRect(), button.outerHTML])
            .filter(([box]) => box.width > 0 && (box.width < 44 || box.height < 44))
            .map(([, html]) => html)"""
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark", "phone", "dark phone"])
async def test_axe_finds_nothing(
    scheme: str,
    new_context: NewContext,
    painting: System,
    painter: httpx.AsyncClient,
    prompt: str,
) -> None:
    [older] = await drawn(painter, f"Older {prompt}")
    await varied(painter, older)
    context = await new_context(
        color_scheme="dark" if "dark" in scheme else "light", **(PHONE if "phone" in scheme else {})
    )
    images = await ImagesPage(await context.new_page()).open(f"{painting.url}/images")
    await expect(images.tiles(f"Older {prompt}")).to_be_visible()
    nameless = images.page.get_by_role("link", name="Picture without a prompt")
    await expect(nameless.first).to_be_visible()
    await images.draw.click()
    await expect(images.page.get_by_text("Say what to draw.")).to_be_visible()
    await drawn(painter, prompt)
    await images.page.evaluate(
        f"localStorage.setItem('atelier.images.form', JSON.stringify({{steps: '{ENDLESS}'}}))"
    )
    assert await violations(images.page) == []
    await images.page.reload()
    await images.prompt.fill(f"Slow {prompt}")
    await images.draw.click()
    await images.step(f"Slow {prompt}")
    assert await violations(images.page) == []
    await images.card(f"Slow {prompt}").get_by_role("button", name="Cancel").click()
    await expect(images.card(f"Slow {prompt}")).to_contain_text("Cancelled.")
    await images.tiles(prompt).click()
    await expect(images.lightbox).to_contain_text(prompt)
    assert await violations(images.page) == []
