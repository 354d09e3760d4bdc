"""The whole way through the kiosk's own window: paired, written and read by finger, answered at the desk, with a
real server process and TLS in between."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.claim_codes import spaced
from app.domain.clock import SystemClock
from app.domain.ideas import Channel, Visibility
from app.domain.pairing import new_pairing_code
from app.kiosk.core import KioskCore
from app.kiosk.link import LinkState
from app.paths import resource
from app.web.certificate import certificate_fingerprint
from app.words import load_words
from tests.journeys.street import PATIENCE_SECONDS, Street
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.builder import OpenKiosk, Surroundings
from ui.kiosk.kiosk import Page

SOON_MS = int(PATIENCE_SECONDS * 1000)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is how Unix services end")


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    made = Street(tmp_path)
    yield made
    made.close()


@pytest.fixture
def core(tmp_path: Path) -> KioskCore:
    return KioskCore.open(tmp_path / "kiosk", clock=SystemClock())


@pytest.fixture
def visitor(street: Street, core: KioskCore, qtbot: QtBot) -> Iterator[Visitor]:
    """Before a kiosk that nobody has paired yet; the street is still there when it closes."""
    assert street.ideas() == []
    around = Surroundings(
        load_words=lambda language: load_words(language, resource("translations")),
        language="en",
        clock=SystemClock(),
        version=lambda: "0",
        again=lambda: pytest.fail("the kiosk wants to be started again"),
        name="By the door",
    )
    kiosk = OpenKiosk(core, around)
    with qtbot.waitSignal(kiosk.front.began):
        kiosk.show()
    yield Visitor(kiosk, qtbot)
    kiosk.close()


def pair(visitor: Visitor, street: Street) -> None:
    """As somebody does who reads address and code from the desk."""
    visitor.wait_for(Page.PAIRING)
    visitor.tap("address")
    visitor.write(street.address)
    visitor.tap("code")
    visitor.write(street.pairing_code())
    visitor.tap("pair")
    visitor.wait_for(Page.WALL)


def test_an_idea_goes_from_a_finger_to_the_desk_and_comes_back_as_a_stamp(
    visitor: Visitor, street: Street, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    pair(visitor, street)

    visitor.tap("pin")
    visitor.wait_for(Page.WRITE)
    visitor.write("A bench outside, please")
    visitor.tap("nameText")
    visitor.write("Priya")
    visitor.tap("pin")
    visitor.wait_for(Page.THANKS)
    code = visitor.text_of("code")
    visitor.tap("done")
    visitor.wait_for(Page.WALL)

    qtbot.waitUntil(lambda: street.ideas() != [], timeout=SOON_MS)
    [idea] = street.ideas()
    assert (idea.text, idea.name, spaced(idea.claim_code)) == ("A bench outside, please", "Priya", code)
    assert (idea.channel, idea.visibility) == (Channel.KIOSK, Visibility.WAITING)

    street.desk.owner.approve([idea.id])
    visitor.tap(visitor.note_saying("A bench outside, please"))
    visitor.wait_for(Page.NOTE)
    assert visitor.text_of("noteText") == "A bench outside, please"
    assert not visitor.sees("noteStamp")

    street.answer(idea.id, "It comes in spring.")
    assert str(visitor.item("noteStamp").property("word")).startswith("We will")
    assert visitor.text_of("slipText") == "It comes in spring."
    visitor.tap("back")
    visitor.wait_for(Page.WALL)
    visitor.note_saying("It comes in spring.")

    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_wrong_code_is_refused_where_it_was_typed_and_a_right_one_taken(
    visitor: Visitor, street: Street, core: KioskCore
) -> None:
    visitor.wait_for(Page.PAIRING)
    visitor.tap("address")
    visitor.write(street.address)
    visitor.tap("code")
    visitor.write(new_pairing_code(certificate_fingerprint(street.folder.root)).text)
    visitor.tap("pair")

    visitor.wait_for_text("pairingSentence", "wrong, used or half an hour old")
    assert core.link is LinkState.UNPAIRED
    code = street.pairing_code()
    visitor.tap("code")
    visitor.tap("key-clear")
    visitor.write(code)
    visitor.tap("pair")
    visitor.wait_for(Page.WALL)
