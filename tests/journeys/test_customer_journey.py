"""A customer's way in a real browser: from the code on the counter to the answer, and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from app.domain.ideas import Status
from tests.hostile import HOSTILE
from tests.journeys.conftest import DESKTOP, PHONE, SMALL_PHONE, OpenShop, new_page

FORM_BYTES = 20_000


def send_from_the_counter(page: Page, shop: OpenShop, text: str, name: str = "") -> str:
    """Scan, write, send; gives back the claim code that the thank-you page shows."""
    page.goto("/p/7KQM4T")
    page.get_by_label("Your idea").fill(text)
    page.get_by_label("Your first name, if you like").fill(name)
    shop.house.clock.forward(minutes=1)
    page.get_by_role("button", name="Pin it up").click()
    return page.locator(".code").inner_text().replace(" ", "")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_from_the_code_on_the_counter_to_the_answer(
    browser: Browser, shop: OpenShop, scripts: bool, size: dict[str, int]
) -> None:
    shop.house.hang_code("7KQM4T")
    page = new_page(browser, shop, java_script_enabled=scripts, viewport=size)

    code = send_from_the_counter(page, shop, "A changing mat would make such a difference.", "Priya")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Priya.")
    expect(page.locator("body")).to_contain_text("by Saturday 21 November")
    [idea] = shop.house.ideas()
    assert idea.claim_code == code
    assert idea.placement == "7KQM4T"

    shop.house.show(idea.id)
    shop.house.clock.forward(hours=2)
    shop.house.answer(idea, "A table comes in January.", Status.PLANNED)
    shop.house.answer(idea, "Until then: knock at the office.", Status.PLANNED, private=True)
    page.get_by_role("link", name="Read the wall").click()
    expect(page.locator(".note")).to_contain_text("A changing mat")
    expect(page.locator(".slip")).to_contain_text("A table comes in January.")
    expect(page.locator("body")).not_to_contain_text("knock at the office")

    corner = page.get_by_role("button", name="Me too")
    corner.click()
    expect(corner).to_have_attribute("aria-pressed", "true")
    expect(corner).to_contain_text("1")
    page.reload()
    expect(corner).to_have_attribute("aria-pressed", "true")
    corner.click()
    expect(corner).to_have_attribute("aria-pressed", "false")

    page.get_by_role("link", name="Follow your idea").click()
    page.get_by_label(re.compile("Your claim code")).fill(f" {code[:3]} {code[3:6].lower()}-{code[6:]}")
    page.get_by_role("button", name="Show my idea").click()
    expect(page.locator(".own")).to_contain_text("Until then: knock at the office.")
    expect(page.locator(".way")).to_contain_text("Answered: we will")

    page.get_by_role("link", name="Write back").click()
    page.get_by_role("textbox").fill("Thank you, Marta!")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("status")).to_have_text("Sent. Thank you.")

    page.get_by_role("link", name="Take it back").click()
    page.get_by_role("button", name="Delete it for good").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is taken back.")
    assert shop.house.ideas() == []
    page.context.close()


def test_what_was_answered_already_appears_while_typing(browser: Browser, shop: OpenShop) -> None:
    answered = shop.house.pin("Somewhere to change the baby?", "Ana", votes=3)
    shop.house.answer(answered, "A table comes in January.", Status.PLANNED)
    page = new_page(browser, shop)

    page.goto("/new")
    page.get_by_label("Your idea").press_sequentially("somewhere to change a baby")
    found = page.locator("#alike")
    expect(found).to_contain_text("Already answered")
    expect(found).to_contain_text("A table comes in January. Marta")
    found.get_by_role("button", name="Me too").click()

    expect(found).to_contain_text("Counted, thank you")
    assert shop.house.door.idea(answered.id).votes == 4
    page.context.close()


def test_a_draft_survives_a_reload_and_ends_when_it_is_sent(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("Half a thought")

    page.reload()
    expect(page.get_by_label("Your idea")).to_have_value("Half a thought")
    send_from_the_counter(page, shop, "A whole thought")
    page.goto("/new")

    expect(page.get_by_label("Your idea")).to_have_value("")
    page.context.close()


def test_too_long_a_text_is_told_while_typing_and_kept_when_sent(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("x" * 507)
    expect(page.locator("#count")).to_have_text("7 characters too many")

    page.get_by_role("button", name="Pin it up").click()

    expect(page.get_by_role("alert")).to_contain_text("This is 7 characters too long")
    expect(page.get_by_label("Your idea")).to_have_value("x" * 507)
    page.context.close()


def test_the_mail_box_comes_with_its_consent(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop, java_script_enabled=False)
    page.goto("/new")
    expect(page.get_by_label("Your mail address")).to_be_hidden()

    page.get_by_label("Send me a mail when it is answered").check()
    page.get_by_label("Your mail address").fill("jo@example.org")
    page.get_by_label("Your idea").fill("Tell me")
    page.get_by_role("button", name="Pin it up").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")
    assert shop.house.ideas()[0].has_contact
    page.context.close()


def test_the_link_is_copied_without_a_secure_context(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    code = send_from_the_counter(page, shop, "Copy me")

    page.get_by_text("Copy the link").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a picture").click()

    assert download.value.suggested_filename == f"idea-{code}.png"
    page.context.close()


def test_the_form_is_one_small_answer_and_asks_no_other_host(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))

    answer = page.goto("/new", wait_until="networkidle")

    assert answer
    assert len(answer.body()) <= FORM_BYTES
    assert all(request.url.startswith(shop.address) for request in asked)
    assert {request.resource_type for request in asked} <= {"document", "script", "font", "other"}
    page.context.close()


@pytest.mark.parametrize("size", [SMALL_PHONE, DESKTOP], ids=["small phone", "desktop"])
def test_hostile_texts_hang_on_the_wall_as_letters(
    browser: Browser, shop: OpenShop, size: dict[str, int]
) -> None:
    texts = [text for text in HOSTILE if "\ud800" not in text and "\udfff" not in text]
    for number in range(0, len(texts), 6):
        shop.house.pin(
            "\n".join(texts[number : number + 6]).replace("\x00", "")[:500] or "x", texts[number][:30]
        )
    page = new_page(browser, shop, viewport=size)
    troubles: list[str] = []
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text))

    path: str | None = "/"
    while path:
        page.goto(path)
        assert page.locator("main img, main script, main iframe, main h1:not(.away)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        more = page.locator("a[rel=next]")
        path = more.get_attribute("href") if more.count() else None

    assert troubles == []
    page.context.close()
