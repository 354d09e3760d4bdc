"""A storm on customers' phones, with scripts and without: built on, chosen in, and read to its end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from app.domain.shop import Moderation
from app.domain.storms import Ways
from tests.journeys.conftest import OpenShop, new_page
from tests.unit.web.storms import HouseWithStorm


@pytest.fixture
def storm(shop: OpenShop) -> HouseWithStorm:
    shop.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    return HouseWithStorm(shop.house, Ways.BOTH, about="Two hours on Fridays.")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_from_the_poster_to_the_conclusion(
    browser: Browser, shop: OpenShop, storm: HouseWithStorm, scripts: bool
) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")
    page = new_page(browser, shop, java_script_enabled=scripts)
    page.goto(storm.page)
    expect(page.get_by_text("Ana said this. And you?")).to_be_visible()

    page.get_by_role("link", name="but", exact=True).click()
    page.get_by_label("Your idea").fill("Only until nine")
    shop.house.clock.forward(minutes=1)
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_text("It is part of the storm now.")).to_be_visible()
    code = page.locator(".code").inner_text().replace(" ", "")
    page.get_by_role("link", name="Back to the storm").click()
    expect(page.locator(".built")).to_contain_text("Only until nine")

    page.locator(f"#i-{guitar.id}").get_by_role("button", name="Me too").click()
    expect(page.locator(f"#i-{guitar.id} .me")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#i-{guitar.id} .me b")).to_have_count(0)

    storm.choose()
    page.reload()
    expect(page.locator(f"#i-{guitar.id} .me b")).to_have_text("1")
    storm.close()
    storm.conclude([guitar.id, shop.house.newest().id])
    page.goto(f"/c/{code}")
    expect(page.get_by_text("The conclusion rests on this idea.")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_thought_of_ones_own_is_pinned_from_the_page(
    browser: Browser, shop: OpenShop, storm: HouseWithStorm, scripts: bool
) -> None:
    storm.gather()
    page = new_page(browser, shop, java_script_enabled=scripts)
    page.goto(storm.page)

    page.get_by_label("Your idea").fill("Records")
    shop.house.clock.forward(minutes=1)
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_text("It is part of the storm now.")).to_be_visible()
    page.goto(storm.page)

    assert shop.house.newest().storm_id == storm.id
    # The draft has gone with what was sent.
    expect(page.get_by_label("Your idea")).to_have_value("")
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_vote_that_comes_too_late_is_refused_in_a_sentence(
    browser: Browser, shop: OpenShop, storm: HouseWithStorm, scripts: bool
) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    storm.choose()
    page = new_page(browser, shop, java_script_enabled=scripts)
    page.goto(storm.page)
    shop.house.clock.moment = storm.storm.times.closes_at

    page.locator(f"#i-{guitar.id}").get_by_role("button", name="Me too").click()

    expect(page.get_by_role("alert")).to_contain_text("This storm is closed: what was chosen is counted.")
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_paper_ballot_is_given_by_hand(
    browser: Browser, shop: OpenShop, storm: HouseWithStorm, scripts: bool
) -> None:
    storm.gather().write("An acoustic guitar")
    [code] = storm.ballots(1)
    storm.choose()
    page = new_page(browser, shop, java_script_enabled=scripts)
    page.goto(storm.page)

    page.get_by_role("link", name="I have a paper ballot").click()
    page.get_by_label("The code on your ballot").fill(code.lower())
    page.get_by_role("button", name="Show my ballot").click()
    page.get_by_label("An acoustic guitar").check()
    page.get_by_role("button", name="Give my ballot").click()

    expect(page.get_by_role("heading", name="Your ballot is given. Thank you.")).to_be_visible()
    page.context.close()
