"""The shop's logo at the desk: chosen, dropped, refused, removed, taken back, and seen on wall and paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pictures import as_file, bomb, noise, picture
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, press, strike
from tests.ui.desk.test_looks import within
from ui.desk.builder import Desk
from ui.desk.pages import SHOP


@pytest.fixture
def desk(open_shop_desk: OpenDesk) -> Desk:
    opened = open_shop_desk()
    opened.window.show_page(SHOP)
    return opened


def said(desk: Desk) -> str:
    line = find(desk, "logo-error")
    assert isinstance(line, QLabel)
    return line.text() if line.isVisible() else ""


def test_a_chosen_picture_is_worn_by_the_desk_and_taken_back(
    qtbot: QtBot, desk: Desk, owner: Owner, told: Told
) -> None:
    told.picture.write_bytes(as_file(picture()))
    plain = desk.window.navigation.grab().toImage()

    strike(find(desk, "logo-choose"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.window.navigation.grab().toImage() != plain)

    assert owner.shop().logo is not None
    assert find(desk, "logo-remove").isVisible()
    qtbot.waitUntil(lambda: find(desk, "shop-undo").isVisible())
    strike(desk.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: owner.shop().logo is None)
    qtbot.waitUntil(lambda: not find(desk, "logo-remove").isVisible())


def test_it_is_removed_and_the_removal_taken_back(qtbot: QtBot, desk: Desk, owner: Owner, told: Told) -> None:
    told.picture.write_bytes(as_file(picture()))
    press(desk, "logo-choose")
    qtbot.waitUntil(lambda: find(desk, "logo-remove").isVisible())

    press(desk, "logo-remove")
    qtbot.waitUntil(lambda: owner.shop().logo is None)
    strike(desk.window, Qt.Key.Key_Z, CONTROL)

    qtbot.waitUntil(lambda: owner.shop().logo is not None)
    qtbot.waitUntil(lambda: find(desk, "logo-remove").isVisible())


@pytest.mark.parametrize(
    ("data", "says"),
    [(bomb(), "too many dots"), (b"<svg/>", "a drawing (SVG)"), (b"\x89PNG\r\n", "no picture")],
    ids=["bomb", "drawing", "stump"],
)
def test_what_is_no_picture_is_refused_beside_the_button_and_nothing_changes(
    qtbot: QtBot, desk: Desk, owner: Owner, told: Told, data: bytes, says: str
) -> None:
    told.picture.write_bytes(data)

    press(desk, "logo-choose")
    qtbot.waitUntil(lambda: says in said(desk))

    assert owner.shop().logo is None
    told.picture.write_bytes(as_file(picture()))
    press(desk, "logo-choose")
    qtbot.waitUntil(lambda: owner.shop().logo is not None)
    qtbot.waitUntil(lambda: said(desk) == "")


def test_a_picture_can_be_dropped_there(qtbot: QtBot, desk: Desk, owner: Owner, tmp_path: Path) -> None:
    path = tmp_path / "sign.jpg"
    path.write_bytes(as_file(noise((300, 90)), "JPEG"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    assert desk.shop_page is not None

    desk.shop_page.form.logo.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    qtbot.waitUntil(lambda: owner.shop().logo is not None)


@pytest.mark.parametrize("size", [(900, 40), (40, 900), (1, 1)])
@pytest.mark.parametrize("look", [("dark", 100), ("light", 200), ("contrast", 150)])
def test_whatever_its_shape_nothing_is_pushed_out(
    qtbot: QtBot, open_shop_desk: OpenDesk, told: Told, size: tuple[int, int], look: tuple[str, int]
) -> None:
    desk = open_shop_desk(Settings(theme=look[0], text_percent=look[1]))
    desk.window.resize(1000, 600)
    desk.window.show_page(SHOP)
    told.picture.write_bytes(as_file(noise(size)))

    press(desk, "logo-choose")
    qtbot.waitUntil(lambda: find(desk, "logo-remove").isVisible())

    assert desk.shop_page is not None
    for name in ("logo-choose", "logo-remove"):
        assert within(find(desk, name), desk.shop_page)
