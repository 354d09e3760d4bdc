"""Every customers' page, phone and desktop, light and dark: axe finds nothing, and fingers find every target."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect

from app.domain.ideas import Link, Status, Visibility
from app.web.site import Languages
from tests.journeys.conftest import DESKTOP, PHONE, SMALL_PHONE, OpenShop, new_page, open_shop
from tests.shipped import TRANSLATED, shipped_words
from tests.unit.web.house import House
from tests.unit.web.storms import HouseWithStorm

TARGET_PIXELS = 44
# Links inside a sentence are as high as their line, by WCAG 2.5.8.
TARGETS = """
() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
  .filter(one => one.checkVisibility() && !one.closest('.pot, .lead, .alike, .skip'))
  .map(one => one.matches('.tick input') ? one.closest('label') : one)
  .filter(one => !one.matches('.skip'))
  .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && (box.width < 43.9 || box.height < 43.9))
  .map(([html, box]) => `${html} ${box.width} x ${box.height}`)
"""


def paths_of_a_lively_shop(shop: OpenShop) -> list[str]:
    """Every kind of page, with every kind of stamp on the wall."""
    house = shop.house
    storms = paths_of_storms(house)
    for status in (
        Status.CONSIDERING,
        Status.TRIAL,
        Status.PLANNED,
        Status.ALREADY,
        Status.DECLINED,
        Status.DONE,
    ):
        idea = house.pin(f"An idea that is {status}", "Jo", votes=3, days_ago=2)
        house.answer(
            idea, "This is what we say to it.", status, reason="The reason." * (status is Status.DECLINED)
        )
    house.pin("هل يمكن كتابة قائمة الأسعار بحروف أكبر؟", "ليلى")
    house.pin("On Saturdays the queue goes out of the door. " * 6, "Ingrid")
    mine = house.pin("My own idea", "Priya", visibility=Visibility.WAITING)
    house.answer(mine, "Only for you.", Status.NEW, private=True)
    root = house.pin("An idea to build on")
    house.pin("But with care", builds_on=root.id, link=Link.BUT)
    code = mine.claim_code
    return [
        "/", "/?order=popular", "/?order=answered", "/?q=", "/?q=idea", "/?q=llama", f"/i/{root.id}", "/what-we-did",
        "/language", "/new", f"/new?builds_on={root.id}", f"/thanks/{code}", f"/c/{code}", f"/c/{code}/reply", f"/c/{code}/edit",
        f"/c/{code}/erase", "/c", "/c?code=x", "/reach/abc", "/nowhere", "/c/wrong", *storms,
    ]  # fmt: skip


def paths_of_storms(house: House) -> list[str]:
    """The pages of storms in every phase, side by side, and of their ballots."""
    over = HouseWithStorm(house, question="Which bread on Sundays?")
    closed = HouseWithStorm(house, question="Which cake in spring?")
    over.gather()
    rye = over.write("Rye with caraway", "Ana")
    seeds = over.write("With more seeds", "Ingrid", on=rye, link=Link.BUT)
    closed.vote(closed.write("Rhubarb, and " + "Donaudampfschifffahrtsgesellschaftstorte" * 2), 2)
    choosing = HouseWithStorm(house, question="Which colour for the door?").gather()
    choosing.write("Blue, like the one across the street")
    ballot, *_ = choosing.ballots(2)
    house.clock.forward(days=1)
    gathering = HouseWithStorm(house, about="Two hours on Fridays.").gather()
    last = gathering.write("هل يمكن أن نسمع العود؟", "ليلى")
    for number in range(8):
        last = gathering.write(f"Step {number} of a chain that is longer than its page", on=last)
    gathering.write("Another one beside it", on=last, link=Link.INSTEAD)
    over.conclude([rye.id, seeds.id])
    over.carry_out()
    over.look_back()
    announced = HouseWithStorm(house, question="What shall we plant?")
    storms = (announced, gathering, choosing, closed, over)
    return [
        *(storm.page for storm in storms), f"{gathering.page}?chain={last.id}", f"{choosing.page}?told=vote",
        f"/b/{ballot}", "/b", "/b?code=x", f"/i/{seeds.id}", f"/c/{rye.claim_code}", "/s/wrong",
        f"/new?builds_on={last.id}&link=but&storm={gathering.code}",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_and_every_target_is_large_enough(
    browser: Browser, shop: OpenShop, size: ViewportSize
) -> None:
    # Without motion: a colour that still fades is no contrast to measure.
    page = new_page(browser, shop, viewport=size, bypass_csp=True, reduced_motion="reduce")
    faults = []
    for path in paths_of_a_lively_shop(shop):
        page.emulate_media(color_scheme="light")
        page.goto(path)
        found = axe_faults(page) + page.evaluate(TARGETS)
        page.emulate_media(color_scheme="dark")
        found += axe_faults(page, only="color-contrast")
        faults += [f"{path}: {fault}" for fault in found]

    assert faults == []
    page.context.close()


def test_the_form_with_every_complaint_is_clean_too(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop, bypass_csp=True)
    page.goto("/new")
    page.get_by_label("Send me a mail when it is answered").check()
    page.get_by_label("Your mail address").fill("nonsense")
    page.get_by_label("Your idea").fill("An idea")

    page.get_by_role("button", name="Pin it up").click()
    # The click does not wait for the page that it leads to, and axe would run in the one that goes.
    expect(page.get_by_role("alert")).to_be_visible()

    assert axe_faults(page) + page.evaluate(TARGETS) == []
    page.context.close()


def test_high_contrast_is_clean(browser: Browser, shop: OpenShop) -> None:
    paths = paths_of_a_lively_shop(shop)
    page = new_page(browser, shop, contrast="more", bypass_csp=True)
    faults = []
    for path in ("/", "/new", paths[12]):
        page.goto(path)
        faults += axe_faults(page)

    assert faults == []
    page.context.close()


def test_the_empty_shop_is_clean(browser: Browser, shop: OpenShop) -> None:
    page = new_page(browser, shop, bypass_csp=True)
    faults = []
    for path in ("/", "/?order=answered", "/what-we-did"):
        page.goto(path)
        faults += axe_faults(page)

    assert faults == []
    page.context.close()


def test_a_right_to_left_page_is_mirrored(browser: Browser, tmp_path: Path) -> None:
    with open_shop(tmp_path, Languages(["ar"], shipped_words)) as shop:
        idea = shop.house.pin("A water bowl", "Jo")
        shop.house.answer(idea, "It is there.", Status.PLANNED)
        page = new_page(browser, shop, bypass_csp=True)
        page.goto("/")

        note, slip, corner = (page.locator(name).first.bounding_box() for name in (".note", ".slip", ".me"))
        stamp = page.locator(".stamp").inner_text()
        faults = axe_faults(page)
        page.context.close()

    assert note
    assert slip
    assert corner
    assert slip["x"] < note["x"]
    assert slip["x"] + slip["width"] < note["x"] + note["width"]
    assert corner["x"] == pytest.approx(note["x"], abs=1)
    assert stamp == "سنفعل"
    assert faults == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_language_is_too_wide_for_a_small_phone(browser: Browser, tmp_path: Path, language: str) -> None:
    with open_shop(tmp_path, Languages([language], shipped_words)) as shop:
        paths = paths_of_a_lively_shop(shop)
        page = new_page(browser, shop, viewport=SMALL_PHONE)
        wide = []
        for path in paths:
            page.goto(path)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(path)
        page.context.close()

    assert wide == []


def axe_faults(page: Page, only: str = "") -> list[str]:
    options = {"runOnly": [only]} if only else {}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]
