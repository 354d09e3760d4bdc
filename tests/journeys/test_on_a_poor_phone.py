"""A phone that loses its network, a form that is left half written, and large letters."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from app.domain.ideas import Link, Status
from tests.journeys.conftest import CHROMIUM, SWITCHES, OpenShop, new_page

TWICE_AS_LARGE = "--blink-settings=defaultFontSize=32"


@pytest.fixture
def large_letters(browser: Browser) -> Iterator[Browser]:
    """A browser whose owner has set its letters to 200 %."""
    executable = shutil.which("chromium") or CHROMIUM
    large = browser.browser_type.launch(executable_path=executable, args=[*SWITCHES, TWICE_AS_LARGE])
    yield large
    large.close()


def test_a_vote_without_network_leaves_one_at_the_wall(browser: Browser, shop: OpenShop) -> None:
    shop.house.pin("A water bowl")
    page = new_page(browser, shop)
    page.goto("/")
    corner = page.get_by_role("button", name="Me too")

    page.context.set_offline(True)
    corner.click()
    expect(page.get_by_role("alert")).to_have_text("No connection. Tap again.")
    page.context.set_offline(False)
    corner.click()

    expect(corner).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.context.close()


def test_a_form_without_network_stays_with_its_words(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("A water bowl")
    button = page.get_by_role("button", name="Pin it up")

    page.context.set_offline(True)
    button.click()
    expect(page.get_by_role("alert")).to_have_text("No connection. Your words are safe on this phone.")
    expect(page.get_by_label("Your idea")).to_have_value("A water bowl")
    page.context.set_offline(False)
    button.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")
    assert [idea.text for idea in shop.house.ideas()] == ["A water bowl"]
    page.context.close()


def test_a_form_says_that_it_is_sending_and_two_taps_are_one(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("A water bowl")
    page.evaluate("() => { window.fetch = () => new Promise(done => { window.goOn = done }) }")

    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("button", name="Sending…")).to_be_visible()
    expect(page.locator("#idea")).to_have_attribute("aria-busy", "true")
    page.get_by_role("button", name="Sending…").click()
    page.evaluate("window.goOn()")

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")
    page.go_back()
    expect(page.get_by_role("button", name="Pin it up")).to_be_visible()
    assert len(shop.house.ideas()) == 1
    page.context.close()


def test_each_form_has_its_own_draft(browser: Browser, shop: OpenShop) -> None:
    parent = shop.house.pin("Cushions")
    page = new_page(browser, shop)
    text = page.get_by_label("Your idea")
    page.goto("/new")
    text.fill("Half a thought")

    page.goto(f"/new?builds_on={parent.id}")
    expect(text).to_have_value("")
    text.fill("Soft ones")
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")

    page.goto("/new")
    expect(text).to_have_value("Half a thought")
    page.goto(f"/new?builds_on={parent.id}")
    expect(text).to_have_value("")
    page.context.close()


def test_a_complaint_goes_while_it_is_mended(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop)
    page.goto("/new")
    page.get_by_label("Your idea").fill("x" * 510)
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("alert")).to_contain_text("10 characters too long")

    page.get_by_label("Your idea").fill("x" * 505)

    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.locator("#count")).to_have_text("5 characters too many")
    page.context.close()


def test_letters_of_twice_the_size_fit_a_phone(large_letters: Browser, shop: OpenShop) -> None:
    parent = shop.house.pin("Cushions for the hard wooden chairs", "Bartholomew Featherstonehaugh")
    answered = shop.house.pin("A water bowl", "Jo", builds_on=parent.id, link=Link.BUT)
    shop.house.answer(answered, "It is there.", Status.PLANNED)
    code = parent.claim_code
    page = new_page(large_letters, shop)

    for path in (
        "/",
        f"/i/{parent.id}",
        "/new",
        f"/new?builds_on={parent.id}",
        f"/thanks/{code}",
        f"/c/{code}",
    ):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 34, path
        bar = page.locator(".bar")
        assert bar.evaluate("bar => getComputedStyle(bar).position") == "static", path
    page.context.close()
