"""Back in a real browser: the page stays as it was, and what is sent again is not sent twice."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import OpenShop, new_page


def pin_it_up(page: Page) -> str:
    """Sends the form and gives back the claim code of the thank-you page."""
    page.get_by_role("button", name="Pin it up").click()
    return page.locator(".code").inner_text()


def test_back_and_send_again_is_one_idea(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("A water bowl for the dogs")
    first = pin_it_up(page)

    page.go_back()
    expect(page.get_by_label("Your idea")).to_have_value("A water bowl for the dogs")
    again = pin_it_up(page)

    assert again == first
    assert len(shop.house.ideas()) == 1
    page.context.close()


def test_back_and_reply_again_is_one_reply(browser: Browser, shop: OpenShop) -> None:
    code = shop.house.pin("A water bowl").claim_code
    page = new_page(browser, shop)
    page.goto(f"/c/{code}/reply")
    page.get_by_role("textbox").fill("It is for Bruno.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("status")).to_have_text("Sent. Thank you.")

    page.go_back()
    page.get_by_role("button", name="Send it").click()

    expect(page.get_by_role("status")).to_have_text("Sent. Thank you.")
    assert [reply.text for reply in shop.house.door.claim(code).replies] == ["It is for Bruno."]
    page.context.close()


def test_back_after_a_mended_mistake_shows_the_form_and_asks_nothing(
    browser: Browser, shop: OpenShop
) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("x" * 502)
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("alert")).to_contain_text("2 characters too long")
    page.get_by_label("Your idea").fill("x" * 500)
    first = pin_it_up(page)

    page.go_back()
    expect(page.get_by_label("Your idea")).to_have_value("x" * 500)
    again = pin_it_up(page)

    assert again == first
    assert len(shop.house.ideas()) == 1
    page.context.close()


def test_opening_the_form_anew_is_another_idea(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    for _ in range(2):
        page.goto("/new")
        page.get_by_label("Your idea").fill("Twice the same wish")
        pin_it_up(page)

    assert len(shop.house.ideas()) == 2
    page.context.close()
