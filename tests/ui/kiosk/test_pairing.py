"""The page that pairs a kiosk: typed by fingers, refused with a sentence, then forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import AppError, InvalidInput
from app.paths import resource
from tests.ui.kiosk.fakes import SameThread
from tests.ui.kiosk.stage import Stage
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.pairing import PairingPage
from ui.kiosk.visit import Visit

ADDRESS, CODE = "https://192.168.1.20:8766", "7K3QF 2M9XW 4TB8N 6HZPA R1C5E"


class Server:
    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.refusal: AppError | None = None

    def pair(self, address: str, code: str, name: str) -> None:
        self.asked.append((address, code, name))
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def pairing(visit: Visit, server: Server) -> PairingPage:
    return PairingPage(
        visit=visit, background=SameThread(), pair=server.pair, can_leave=lambda: False, name="Door"
    )


@pytest.fixture
def page(pairing: PairingPage, visit: Visit, stage: Callable[..., Stage]) -> Stage:
    keyboard = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")), language="en")
    shown = stage("Pairing.qml", pairing=pairing, keyboard=keyboard, size=(1280, 800))
    shown.view.requestActivate()
    shown.settle()
    return shown


def test_what_the_command_line_brought_is_tried_at_once(
    pairing: PairingPage, server: Server, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pairing.paired):
        pairing.begin(ADDRESS, CODE)

    assert server.asked == [(ADDRESS, CODE, "Door")]
    assert pairing.code == ""


def test_a_refusal_is_a_sentence_and_what_was_typed_stays(
    pairing: PairingPage, server: Server, qtbot: QtBot
) -> None:
    server.refusal = InvalidInput("code", "This code is not right.")

    with qtbot.assertNotEmitted(pairing.paired):
        pairing.begin(ADDRESS, CODE)

    assert (pairing.problem, pairing.wrongField) == ("This code is not right.", "code")
    assert pairing.code == CODE
    pairing.set_code(CODE[:-1])
    assert pairing.problem == ""


def test_nothing_is_asked_before_both_are_typed(pairing: PairingPage, server: Server) -> None:
    pairing.set_address(ADDRESS)
    pairing.pair()

    assert server.asked == []


def test_a_kiosk_without_a_board_has_nowhere_to_go_back(pairing: PairingPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pairing.left):
        pairing.leave()


def test_the_end_of_a_visit_forgets_the_code(pairing: PairingPage, visit: Visit) -> None:
    pairing.set_address(ADDRESS)
    pairing.set_code(CODE)

    visit.end()

    assert (pairing.address, pairing.code) == (ADDRESS, "")


def test_a_real_keyboard_pairs(page: Stage, server: Server) -> None:
    for letter in "box:1":
        page.key(Qt.Key(ord(letter.upper())))
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_7)
    page.key(Qt.Key.Key_Return)

    assert [(address.lower(), code) for address, code, _name in server.asked] == [("box:1", "7")]


def test_fingers_type_on_the_keyboard_of_the_page(page: Stage, pairing: PairingPage) -> None:
    page.tap("codeField")
    for key in ("key-k", "key-x"):
        page.tap(key)

    assert pairing.code.lower() == "kx"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 800)])
def test_everything_has_room_above_the_keyboard(
    pairing: PairingPage, visit: Visit, stage: Callable[..., Stage], size: tuple[int, int], server: Server
) -> None:
    server.refusal = InvalidInput("code", "This code is older than half an hour. Please ask for a new one.")
    pairing.begin(ADDRESS, CODE)
    keyboard = KeyboardModel(visit=visit, keyboards=load_keyboards(resource("keyboards")), language="en")
    page = stage("Pairing.qml", pairing=pairing, keyboard=keyboard, size=size)

    button, keys = page.item("pair"), page.item("keyboard")
    bottom = button.mapToScene(button.boundingRect().bottomLeft()).y()
    assert bottom < keys.mapToScene(keys.boundingRect().topLeft()).y()
    assert page.item("pairingTitle").mapToScene(button.boundingRect().topLeft()).y() >= 0
