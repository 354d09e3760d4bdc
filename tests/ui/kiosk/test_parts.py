"""The parts that pages are built from: pressed by finger, key and screen reader, drawn in every dress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from app.domain.ideas import DECISIONS
from tests.ui.kiosk.stage import Stage
from tests.ui.paper.samples import as_grey
from ui.kiosk.loading import QML_FOLDER
from ui.kiosk.look import Look
from ui.kiosk.visit import Visit

Show = Callable[..., Stage]
ADDRESS = "http://192.168.7.20:8080/i/0192a7f0-0000-7000-8000-000000000001"

HEAD = f"""
import QtQuick
import Teacup
import "file://{QML_FOLDER}/parts"
Rectangle {{
    id: page
    required property Look look
    property int presses: 0
    color: look.wall
    LayoutMirroring.enabled: look.isMirrored
    LayoutMirroring.childrenInherit: true
"""


@pytest.fixture
def show(stage: Show, tmp_path: Path) -> Callable[[str], Stage]:
    """A page of nothing but the given parts."""

    def build(parts: str) -> Stage:
        file = tmp_path / "Parts.qml"
        file.write_text(HEAD + parts + "}")
        return stage(str(file), size=(900, 700))

    return build


BUTTONS = """
    Column {
        x: 40; y: 40; spacing: 24
        PrimaryButton { objectName: "primary"; look: page.look; label: "Pin an idea"; icon: "pin"; onActivated: page.presses += 1 }
        PlainButton { objectName: "plain"; look: page.look; label: "Back to the wall"; icon: "arrow"; iconTurns: true; onActivated: page.presses += 1 }
        IconButton { objectName: "icon"; look: page.look; label: "Search"; icon: "search"; onActivated: page.presses += 1 }
        WordButton { objectName: "word"; look: page.look; label: "Polski"; isChosen: true; onActivated: page.presses += 1 }
    }
"""


@pytest.mark.parametrize("name", ["primary", "plain", "icon", "word"])
def test_a_button_is_pressed_by_a_finger_and_by_keys(show: Callable[[str], Stage], name: str) -> None:
    page = show(BUTTONS)

    page.tap(name)
    page.item(name).forceActiveFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        page.key(key)

    assert page.page.property("presses") == 4


@pytest.mark.parametrize("name", ["primary", "plain", "icon", "word"])
def test_a_button_is_large_enough_and_says_what_it_is(show: Callable[[str], Stage], name: str) -> None:
    button = show(BUTTONS).item(name)

    heard = QAccessible.queryAccessibleInterface(button)
    assert min(button.width(), button.height()) >= 64
    assert heard.text(QAccessible.Text.Name) == button.property("label")


def test_tab_goes_from_button_to_button_and_shows_where_it_is(show: Callable[[str], Stage]) -> None:
    page = show(BUTTONS)
    before = page.picture()

    page.key(Qt.Key.Key_Tab)

    assert page.item("primary").hasActiveFocus()
    assert page.picture() != before
    page.key(Qt.Key.Key_Tab)
    assert page.item("plain").hasActiveFocus()


def test_an_arrow_turns_with_the_page(show: Callable[[str], Stage], visit: Visit) -> None:
    page = show(BUTTONS)
    before = _cut(page, "plain")

    visit.choose_language("ar")

    assert _cut(page, "plain") != before


def test_a_code_is_read_back_from_the_screen(show: Callable[[str], Stage]) -> None:
    page = show(
        f'PhoneCode {{ x: 80; y: 80; look: page.look; label: "On your phone"; address: "{ADDRESS}" }}'
    )

    found = zxingcpp.read_barcodes(as_grey(page.picture()))

    assert [code.text for code in found] == [ADDRESS]


def test_without_an_address_there_is_no_code(show: Callable[[str], Stage]) -> None:
    page = show('PhoneCode { look: page.look; label: "On your phone"; address: "" }')

    assert not page.shows("phoneCode")


def test_each_decision_has_a_stamp_of_its_own(show: Callable[[str], Stage], visit: Visit) -> None:
    stamps = "".join(
        f'Stamp {{ objectName: "{status}"; look: page.look; status: "{status}"; word: "Same"; letterSize: 32 }}'
        for status in DECISIONS
    )
    page = show(f"Column {{ x: 40; y: 20; spacing: 20; {stamps} }}")

    # In high contrast all are of one ink: shape and icon alone tell them apart.
    visit.toggle_contrast()

    pictures = {bytes(_cut(page, str(status)).constBits()) for status in DECISIONS}
    assert len(pictures) == len(DECISIONS)


def test_an_idea_without_a_decision_has_no_stamp(show: Callable[[str], Stage]) -> None:
    page = show('Stamp { objectName: "stamp"; look: page.look; status: "new"; word: "Not answered yet" }')

    stamp = page.item("stamp")
    assert (stamp.implicitWidth(), stamp.implicitHeight()) == (0, 0)


def test_paper_has_a_border_where_there_is_no_tint(
    show: Callable[[str], Stage], visit: Visit, look: Look
) -> None:
    page = show('Paper { objectName: "paper"; look: page.look; x: 40; y: 40; width: 200; height: 100 }')

    visit.toggle_contrast()

    assert page.picture().pixelColor(41, 90) == QColor(look.palette.ink)


def _cut(page: Stage, name: str) -> QImage:
    """The picture of one part."""
    item = page.item(name)
    return page.picture().copy(item.mapRectToScene(item.boundingRect()).toRect())
