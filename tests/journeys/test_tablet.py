"""A tablet in the shop, at `/kiosk`: a visit from the first touch to the page that clears itself, at every size.

The browser's clock is moved by hand: nobody waits for an idle visitor.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, ViewportSize, expect
from PySide6.QtGui import QImage

from app.domain.ideas import Channel, Idea, Link, Status, Visibility
from app.web.site import Languages
from tests.journeys.conftest import OpenShop, new_page, open_shop
from tests.journeys.test_pages_for_everybody import axe_faults, paths_of_storms
from tests.shipped import TRANSLATED, shipped_words
from tests.ui.paper.samples import as_grey

SIZES: dict[str, ViewportSize] = {
    "landscape": {"width": 1024, "height": 768},
    "portrait": {"width": 768, "height": 1024},
    "wide": {"width": 1280, "height": 800},
    "television": {"width": 1920, "height": 1080},
}
IDLE_SECONDS, ASK_SECONDS, THANKS_SECONDS = 45, 10, 40
# "Read on" lies on its note, all of which does the same.
TARGETS = """
() => [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
  .filter(one => one.checkVisibility() && !one.matches('.skip, .on'))
  .map(one => one.matches('.tick input') ? one.closest('label') : one)
  .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && (box.width < 63.9 || box.height < 63.9))
  .map(([html, box]) => `${html} ${box.width} x ${box.height}`)
"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def bread(shop: OpenShop) -> Idea:
    """A lively wall; gives the note that everybody talks about."""
    house = shop.house
    house.set_shop(public_address="http://192.168.178.20:8080")
    for status in (Status.CONSIDERING, Status.TRIAL, Status.PLANNED, Status.ALREADY, Status.DECLINED):
        idea = house.pin(f"An idea that is {status}", "Jo", votes=3, days_ago=2)
        house.answer(idea, "This is what we say to it.", status)
    bread = house.pin("Sell yesterday’s bread for half the price", "Sam", votes=52, days_ago=35)
    house.answer(bread, "We do, since November.")
    house.pin("Put names on a little flag", "Amina", builds_on=bread.id, link=Link.AND)
    house.pin("هل يمكن كتابة قائمة الأسعار بحروف أكبر؟", "ليلى")
    house.pin("On Saturdays the queue goes out of the door. " * 6, "Ingrid")
    return bread


@pytest.fixture
def page(browser: Browser, shop: OpenShop, bread: Idea) -> Iterator[Page]:  # noqa: ARG001
    page = new_page(browser, shop, viewport=SIZES["landscape"])
    page.clock.install()
    page.goto("/kiosk")
    yield page
    page.context.close()


def pass_by(page: Page, seconds: int) -> None:
    """So long nobody touches the tablet."""
    page.clock.run_for(seconds * 1000)


def write(page: Page, text: str) -> None:
    page.get_by_role("link", name="Pin an idea").click()
    page.get_by_label("Your idea").fill(text)


def test_a_visit_from_the_wall_to_the_code_and_back_by_itself(page: Page, shop: OpenShop) -> None:
    write(page, "A water bowl outside for the dogs")
    page.get_by_label("Your first name, if you like").fill("Jo")
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("heading")).to_have_text("Thank you, Jo.")

    idea = shop.house.newest()
    assert (idea.channel, idea.visibility) == (Channel.KIOSK, Visibility.WAITING)
    code = page.locator(".code").inner_text().replace(" ", "")
    assert code == idea.claim_code
    picture = page.locator(".take .qr").screenshot()
    assert [found.text for found in zxingcpp.read_barcodes(as_grey(QImage.fromData(picture)))] == [
        f"http://192.168.178.20:8080/c/{code}"
    ]

    pass_by(page, THANKS_SECONDS // 2)
    expect(page.get_by_role("timer")).to_have_text("This page clears itself in 20 seconds")
    pass_by(page, THANKS_SECONDS // 2 + 1)

    page.wait_for_url("**/kiosk")
    page.go_back()
    expect(page.locator(".code")).to_have_count(0)


def test_a_tap_anywhere_on_a_note_opens_it_and_the_corner_votes(
    page: Page, shop: OpenShop, bread: Idea
) -> None:
    note = page.locator(f"#i-{bread.id}")
    note.locator(".me").click()
    expect(note.locator(".me")).to_have_attribute("aria-pressed", "true")
    expect(note.locator(".me b")).to_have_text("53")

    note.click(position={"x": 20, "y": 20})

    page.wait_for_url(f"**/kiosk/i/{bread.id}")
    expect(page.get_by_text("We do, since November.")).to_be_visible()
    expect(page.get_by_role("heading", name="1 idea builds on this")).to_be_visible()
    expect(page.locator(".front .me")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Build on this").click()
    page.get_by_label("but", exact=True).check()
    page.get_by_label("Your idea").fill("Not only at closing time")
    page.get_by_role("button", name="Pin it up").click()
    expect(page.get_by_role("heading", name="Thank you.")).to_be_visible()
    assert (shop.house.newest().builds_on, shop.house.newest().link) == (bread.id, Link.BUT)


def test_what_others_said_appears_while_writing_and_leads_nowhere(page: Page) -> None:
    write(page, "Yesterday's bread for half the price")
    pass_by(page, 1)

    alike = page.locator("#alike")
    expect(alike).to_contain_text("We do, since November.")
    assert alike.locator("a").count() == 0
    alike.get_by_role("button", name="Me too").click()
    expect(alike).to_contain_text("Counted, thank you")


def test_nobody_answers_and_all_of_the_visit_is_gone(page: Page, bread: Idea) -> None:
    page.locator(f"#i-{bread.id} .me").click()
    page.get_by_role("button", name="Large letters").click()
    expect(page.locator("html")).to_have_class("large")
    page.get_by_role("button", name="High contrast").click()
    expect(page.locator("html")).to_have_class("large contrast")
    write(page, "My neighbour never pays")

    pass_by(page, IDLE_SECONDS - 1)
    expect(page.get_by_role("dialog")).to_be_hidden()
    pass_by(page, 2)
    expect(page.get_by_role("dialog", name="Still there?")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("this page begins anew, and what you typed is gone")
    pass_by(page, ASK_SECONDS)

    page.wait_for_url("**/kiosk")
    expect(page.locator("html")).to_have_class("")
    expect(page.locator(f"#i-{bread.id} .me")).to_have_attribute("aria-pressed", "false")
    page.go_back()
    assert "neighbour" not in page.content()
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").count("neighbour") == 0


def test_an_answer_or_typing_keeps_the_visit(page: Page) -> None:
    write(page, "A long")
    pass_by(page, IDLE_SECONDS + 2)
    page.get_by_role("button", name="Yes, go on").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    pass_by(page, IDLE_SECONDS - 2)
    page.get_by_label("Your idea").press_sequentially(" thought")
    pass_by(page, IDLE_SECONDS - 2)

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_label("Your idea")).to_have_value("A long thought")


def test_a_wall_that_nobody_touched_asks_nobody(page: Page) -> None:
    pass_by(page, 10 * IDLE_SECONDS)

    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_wall_stays_fresh_but_not_under_a_finger(page: Page, shop: OpenShop) -> None:
    shop.house.pin("Fresh from the counter")
    pass_by(page, 6)
    expect(page.get_by_text("Fresh from the counter", exact=True)).to_be_visible()

    page.get_by_role("heading", name="Ideas for").dispatch_event("pointerdown")
    shop.house.pin("Came while somebody read")
    pass_by(page, 15)
    expect(page.get_by_text("Came while somebody read", exact=True)).to_have_count(0)
    pass_by(page, 12)
    expect(page.get_by_text("Came while somebody read", exact=True)).to_be_visible()


def test_without_a_network_the_wall_stays_and_says_so_softly(page: Page, bread: Idea) -> None:
    page.context.set_offline(True)
    page.locator(f"#i-{bread.id}").click(position={"x": 20, "y": 20})
    expect(page.get_by_text("No connection just now. The wall is shown as it was.")).to_be_visible()
    assert page.url.endswith("/kiosk")

    page.context.set_offline(False)
    page.locator(f"#i-{bread.id}").click(position={"x": 20, "y": 20})
    page.wait_for_url(f"**/kiosk/i/{bread.id}")


def test_without_a_network_what_was_written_still_goes(page: Page) -> None:
    write(page, "My neighbour never pays")
    page.context.set_offline(True)

    pass_by(page, IDLE_SECONDS + ASK_SECONDS + 1)

    expect(page.get_by_text("No connection just now.")).to_be_visible()
    assert page.locator("textarea").count() == 0
    page.context.set_offline(False)
    pass_by(page, 6)
    page.wait_for_url("**/kiosk")


def test_the_first_notes_hang_in_the_first_row(page: Page) -> None:
    boxes = [note.bounding_box() for note in page.locator(".notes .note").all()]
    tops = [round(box["y"]) for box in boxes if box]

    assert max(tops[:3]) - min(tops[:3]) <= 4  # three columns, and notes hang a little askew
    assert min(tops[3:]) > max(tops[:3])


def test_the_tablet_works_without_scripts(browser: Browser, shop: OpenShop, bread: Idea) -> None:
    page = new_page(browser, shop, viewport=SIZES["landscape"], java_script_enabled=False)
    page.goto("/kiosk")
    page.locator(f"#i-{bread.id} .me").click()
    assert page.locator(f"#i-{bread.id} .me").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Large letters").click()
    assert page.locator("html").get_attribute("class") == "large"
    page.get_by_role("link", name="Pin an idea").click()
    page.get_by_label("Your idea").fill("A water bowl")
    page.get_by_role("button", name="Pin it up").click()

    assert page.get_by_role("heading").inner_text() == "Thank you."
    page.get_by_role("link", name="To the wall").click()
    assert page.locator("html").get_attribute("class") == ""
    assert page.locator(f"#i-{bread.id} .me").get_attribute("aria-pressed") == "false"
    page.context.close()


@pytest.mark.parametrize(
    ("size", "look"),
    [
        ("landscape", ""),
        ("portrait", ""),
        ("television", ""),
        ("landscape", "large.contrast"),
        ("portrait", "large.contrast"),
        ("wide", "large"),
    ],
)
def test_every_page_is_clean_and_fits_every_finger(
    browser: Browser, shop: OpenShop, bread: Idea, size: str, look: str
) -> None:
    page = new_page(browser, shop, viewport=SIZES[size], bypass_csp=True, reduced_motion="reduce")
    page.context.add_cookies([{"name": "kiosk", "value": f"en.{look}", "url": f"{shop.address}/kiosk"}])
    mine = shop.house.pin("My own idea", "Priya", visibility=Visibility.WAITING)
    paths = [
        "/kiosk",
        f"/kiosk/i/{bread.id}",
        "/kiosk?q=idea",
        "/kiosk?q=llama",
        f"/kiosk/new?builds_on={bread.id}",
        *(f"/kiosk{path}" for path in paths_of_storms(shop.house) if path.startswith("/s/")),
    ]
    faults = []
    for path in [*paths, "/kiosk/new", f"/kiosk/thanks/{mine.claim_code}", "/kiosk/nowhere"]:
        page.goto(path)
        found = axe_faults(page) + page.evaluate(TARGETS)
        if page.evaluate(TOO_WIDE) > 0:
            found.append("wider than the screen")
        faults += [f"{path}: {fault}" for fault in found]

    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "de"])
def test_other_languages_fit_a_small_tablet_in_large_letters(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with open_shop(tmp_path, Languages(["en", *TRANSLATED], shipped_words)) as shop:
        root = shop.house.pin("An idea to build on", "Jo")
        shop.house.answer(root, "It is there.", Status.PLANNED)
        page = new_page(browser, shop, viewport=SIZES["portrait"], bypass_csp=True)
        page.context.add_cookies(
            [{"name": "kiosk", "value": f"{language}.large", "url": f"{shop.address}/kiosk"}]
        )
        faults = []
        for path in ("/kiosk", f"/kiosk/i/{root.id}", f"/kiosk/new?builds_on={root.id}"):
            page.goto(path)
            assert page.locator("html").get_attribute("lang") == language
            faults += axe_faults(page) + page.evaluate(TARGETS)
            if page.evaluate(TOO_WIDE) > 0:
                faults.append(f"{path} is wider than the screen")
        page.goto("/kiosk")
        page.locator("summary").click()
        names = page.locator(".names button").all_inner_texts()
        page.context.close()

    assert faults == []
    assert len(names) == 12


def test_the_question_and_the_languages_are_clean_too(page: Page) -> None:
    page.locator("summary").click()
    faults = axe_faults(page) + page.evaluate(TARGETS)
    pass_by(page, IDLE_SECONDS + 1)
    faults += axe_faults(page) + page.evaluate(TARGETS)

    assert faults == []
