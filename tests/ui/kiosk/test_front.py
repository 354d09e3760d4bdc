"""The kiosk's front: which page comes when, what ends a visit, and what nobody gets past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QClipboard, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlEngine
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.shop import Shop
from app.kiosk.facts import ShopFacts
from app.kiosk.link import Changed, LinkState
from tests.ui.kiosk.fakes import SameThread, Ticking
from tests.ui.kiosk.test_attract import SHOP
from ui.kiosk.front import Front, clear_clipboard
from ui.kiosk.idle import ASKING_SECONDS
from ui.kiosk.kiosk import Page
from ui.kiosk.leaving import Answer
from ui.kiosk.look import Look
from ui.kiosk.shelf import MadePage, items_of
from ui.kiosk.visit import Visit

PLAIN = """
import QtQuick
Rectangle {
    color: "white"
    TextInput { objectName: "field"; anchors.fill: parent; focus: true }
}
"""


@dataclass
class FakeGuard:
    has_pin: bool = True

    def wait_seconds(self) -> int:
        return 0

    def try_pin(self, text: str) -> Answer:
        raise NotImplementedError


@dataclass
class Core:
    facts: ShopFacts | None = field(default_factory=lambda: ShopFacts(kiosk_name="Door", shop=SHOP))
    link: LinkState = LinkState.ONLINE
    guard: FakeGuard = field(default_factory=FakeGuard)


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
def front(
    core: Core, visit: Visit, look: Look, engine: QQmlEngine, ticking: Ticking, tmp_path: Path
) -> Iterator[Front]:
    made = Front(
        core=core, visit=visit, look=look, engine=engine, background=SameThread(), is_windowed=False,
        monotonic=ticking,
    )  # fmt: skip
    (tmp_path / "Plain.qml").write_text(PLAIN)
    for page in Page:
        made.add_page(page, lambda: MadePage(str(tmp_path / "Plain.qml"), {}))
    yield made
    made.close()


@pytest.fixture
def shown(front: Front, qtbot: QtBot) -> Front:
    with qtbot.waitSignal(front.began):
        front.show()
    return front


def seen(front: Front) -> list[str]:
    """The places that are seen now."""
    return [
        item.objectName()
        for item in items_of(front.main)
        if item.objectName().startswith("place-") and item.isVisible()
    ]


def letters(front: Front) -> str:
    page = next(item for item in items_of(front.main) if item.objectName() == f"place-{front.kiosk.page}")
    return str(next(item for item in items_of(page) if item.objectName() == "field").property("text"))


def write(front: Front, text: str) -> None:
    """On a real keyboard."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()[0]), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(front.window, event)


def page_of(front: Front) -> Page:
    return front.kiosk.now


def touch(front: Front, point: QPoint) -> Callable[[], None]:
    """A finger comes down; call what comes back to lift it."""
    device = QTest.createTouchDevice()
    QTest.touchEvent(front.window, device).press(0, point, front.window).commit()
    return lambda: QTest.touchEvent(front.window, device).release(0, point, front.window).commit()


# Where it begins, and what comes when.


def test_it_begins_at_the_wall_and_makes_the_other_pages_later(shown: Front, qtbot: QtBot) -> None:
    assert seen(shown) == ["place-wall"]

    qtbot.waitUntil(lambda: shown.shelf.missing() == [])


def test_a_kiosk_without_a_shop_begins_with_pairing(front: Front, core: Core) -> None:
    core.facts, core.link = None, LinkState.UNPAIRED

    assert front.start_page() is Page.PAIRING


def test_offline_the_wall_stays(shown: Front, core: Core) -> None:
    core.link = LinkState.OFFLINE
    shown.follow(Changed(link=True))

    assert page_of(shown) is Page.WALL


def test_a_revoked_kiosk_says_so_until_it_is_paired_again(shown: Front, core: Core) -> None:
    core.link = LinkState.REVOKED
    shown.follow(Changed(link=True))
    assert page_of(shown) is Page.DISCONNECTED

    core.link = LinkState.ONLINE
    shown.follow(Changed(link=True))
    assert page_of(shown) is Page.WALL


def test_what_the_owner_changed_shows(shown: Front, core: Core, look: Look) -> None:
    assert core.facts is not None
    shop = Shop(id=SHOP.id, name=SHOP.name, owner="Marta", colour="#224488", language="de")
    core.facts = ShopFacts(kiosk_name="Door", shop=shop)

    shown.follow(Changed(facts=True))
    shown.begin_anew()

    assert (look.brick.name(), look.isMirrored) == ("#224488", False)


def german(core: Core) -> None:
    assert core.facts is not None
    core.facts = replace(core.facts, shop=replace(core.facts.shop, language="de"))


def test_the_shops_language_shows_at_once_where_nobody_reads(shown: Front, core: Core, visit: Visit) -> None:
    german(core)
    shown.follow(Changed(facts=True))

    assert visit.language == "de"


def test_nobody_is_interrupted_by_another_language(shown: Front, core: Core, visit: Visit) -> None:
    write(shown, "a")
    german(core)
    shown.follow(Changed(facts=True))

    assert (visit.language, letters(shown)) == ("en", "a")
    visit.end()
    assert visit.language == "de"


def test_one_page_after_the_other_is_seen(shown: Front, qtbot: QtBot) -> None:
    shown.kiosk.show(Page.WRITE)

    qtbot.waitUntil(lambda: seen(shown) == ["place-write"])


# When nobody is there any more.


def test_after_a_while_it_asks_and_then_rests(shown: Front, visit: Visit, ticking: Ticking) -> None:
    shown.kiosk.show(Page.WRITE)
    write(shown, "secret")
    assert letters(shown) == "secret"
    before = visit.visitor

    ticking.seconds += 46
    shown.idle.check()
    assert shown.idle.isAsking
    ticking.seconds += ASKING_SECONDS
    shown.idle.check()

    assert page_of(shown) is Page.ATTRACT
    assert visit.visitor != before


def test_nobody_is_asked_before_the_thanks_have_gone(shown: Front, ticking: Ticking) -> None:
    shown.idle.set_seconds(15)
    shown.kiosk.show(Page.THANKS)
    write(shown, "a")

    ticking.seconds += 39
    shown.idle.check()
    assert (page_of(shown), shown.idle.isAsking) == (Page.THANKS, False)

    shown.move_on()
    assert page_of(shown) is Page.ATTRACT


def test_after_the_thanks_whoever_is_there_finds_the_wall(shown: Front, ticking: Ticking) -> None:
    shown.kiosk.show(Page.THANKS)
    write(shown, "a")
    ticking.seconds += 39

    shown.move_on()
    assert page_of(shown) is Page.WALL

    ticking.seconds += 7
    shown.idle.check()
    assert shown.idle.isAsking


def test_the_finger_that_says_yes_touches_nothing_else(shown: Front, ticking: Ticking, qtbot: QtBot) -> None:
    write(shown, "a")
    ticking.seconds += 46
    shown.idle.check()
    qtbot.waitUntil(lambda: any(i.objectName() == "goOn" and i.isVisible() for i in items_of(shown.main)))

    touch(shown, QPoint(300, 300))()

    assert not shown.idle.isAsking
    assert page_of(shown) is Page.WALL
    write(shown, "b")
    assert letters(shown) == "ab"


def test_the_key_that_says_yes_types_nothing(shown: Front, ticking: Ticking) -> None:
    write(shown, "a")
    ticking.seconds += 46
    shown.idle.check()

    write(shown, "bc")

    assert letters(shown) == "ac"


def test_a_yes_that_is_never_lifted_costs_one_touch_at_most(shown: Front, ticking: Ticking) -> None:
    ticking.seconds += 1
    write(shown, "a")
    ticking.seconds += 46
    shown.idle.check()
    QTest.keyPress(shown.window, Qt.Key.Key_B)

    touch(shown, QPoint(300, 300))()
    write(shown, "c")

    assert letters(shown) == "ac"


def test_letters_typed_on_our_own_keys_keep_the_visit(shown: Front, visit: Visit, ticking: Ticking) -> None:
    for _word in range(10):
        ticking.seconds += 40
        visit.touch()
        shown.idle.check()

    assert not shown.idle.isAsking


def test_a_resting_kiosk_is_woken_by_a_touch(shown: Front, ticking: Ticking) -> None:
    shown.end_visit()
    ticking.seconds += 3600
    shown.idle.check()
    assert page_of(shown) is Page.ATTRACT

    shown.welcome()

    assert page_of(shown) is Page.WALL


class FakeClipboard:
    """As a platform that tells whose the contents are; offscreen does not."""

    def __init__(self, *ours: QClipboard.Mode) -> None:
        self._ours = ours
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:
        return QClipboard.Mode.Clipboard in self._ours

    def ownsSelection(self) -> bool:
        return QClipboard.Mode.Selection in self._ours

    def ownsFindBuffer(self) -> bool:
        return QClipboard.Mode.FindBuffer in self._ours

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


def test_a_pad_that_was_left_open_goes_away(shown: Front, ticking: Ticking) -> None:
    shown.end_visit()
    shown.leaving.open()

    ticking.seconds += 46 + ASKING_SECONDS
    shown.idle.check()

    assert page_of(shown) is Page.ATTRACT
    assert shown.leaving.step == "away"


def test_an_owner_who_goes_back_leaves_the_kiosk_resting(shown: Front, ticking: Ticking) -> None:
    shown.end_visit()
    shown.leaving.open()
    shown.leaving.go_back()

    ticking.seconds += 50
    shown.idle.check()

    assert page_of(shown) is Page.ATTRACT
    assert not shown.idle.isAsking


def test_what_was_marked_here_is_forgotten_and_what_the_owner_copied_is_left() -> None:
    clipboard = FakeClipboard(QClipboard.Mode.Selection)

    clear_clipboard(clipboard)

    assert clipboard.cleared == [QClipboard.Mode.Selection]


# What nobody gets past.


def test_closing_is_refused(shown: Front) -> None:
    assert not shown.window.close()

    assert shown.window.isVisible()


def test_the_end_of_the_session_is_not_refused(shown: Front) -> None:
    shown.end_session()

    assert shown.window.close()


def test_only_the_owner_leaves(shown: Front, core: Core, qtbot: QtBot) -> None:
    core.guard.has_pin = False
    shown.leaving.open()

    with qtbot.waitSignal(shown.left):
        shown.leaving.close()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.MetaModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_that_command_are_swallowed(shown: Front, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QGuiApplication.clipboard().setText("pasted")
    write(shown, "ab")

    QTest.keyClick(shown.window, key, modifiers)

    assert letters(shown) == "ab"
    assert shown.window.isVisible()
    assert page_of(shown) is Page.WALL


def test_letters_by_alt_gr_are_typed(shown: Front) -> None:
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(shown.window, QKeyEvent(kind, Qt.Key.Key_At, alt_gr, "@"))
    QTest.keyClick(shown.window, Qt.Key.Key_Backspace)
    write(shown, "é ß")

    assert letters(shown) == "é ß"


def test_other_buttons_of_the_mouse_do_nothing(shown: Front) -> None:
    QGuiApplication.clipboard().setText("pasted")

    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(shown.window, button, Qt.KeyboardModifier.NoModifier, QPoint(300, 300))

    assert letters(shown) == ""
    assert len(QGuiApplication.topLevelWindows()) == len({shown.window, *QGuiApplication.topLevelWindows()})


def test_a_finger_hides_the_cursor_and_the_mouse_shows_it(shown: Front) -> None:
    touch(shown, QPoint(300, 300))()
    cursor: QCursor | None = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BlankCursor

    QTest.mouseMove(shown.window, QPoint(310, 310))
    QTest.mouseMove(shown.window, QPoint(320, 320))

    assert QGuiApplication.overrideCursor() is None


def test_a_corner_held_leads_to_the_pad_and_back(shown: Front, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.leaving.opened, timeout=10_000):
        lift = touch(shown, QPoint(20, 20))
    lift()
    assert page_of(shown) is Page.LEAVING

    shown.leaving.go_back()
    assert page_of(shown) is Page.WALL


def test_a_finger_that_slides_out_of_the_corner_opens_nothing(shown: Front, qtbot: QtBot) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(shown.window, device).press(0, QPoint(20, 20), shown.window).commit()
    qtbot.waitUntil(lambda: shown.leaving.isHolding)

    QTest.touchEvent(shown.window, device).move(0, QPoint(400, 20), shown.window).commit()
    QTest.touchEvent(shown.window, device).move(0, QPoint(20, 20), shown.window).commit()

    assert shown.leaving.step == "away"
    QTest.touchEvent(shown.window, device).release(0, QPoint(20, 20), shown.window).commit()


def test_the_mouse_and_the_escape_key_hold_the_corner_too(shown: Front) -> None:
    held: list[str] = []
    shown.window.corner_held.connect(lambda: held.append("held"))
    shown.window.corner_let_go.connect(lambda: held.append("let go"))

    QTest.mousePress(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(9, 9))
    QTest.mouseRelease(shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(9, 9))
    QTest.keyPress(shown.window, Qt.Key.Key_Escape)
    QTest.keyRelease(shown.window, Qt.Key.Key_Escape)

    assert held == ["held", "let go"] * 2


def test_a_turned_screen_turns_the_pages(shown: Front, look: Look, qtbot: QtBot) -> None:
    shown.window.showNormal()
    shown.window.resize(1080, 1920)

    qtbot.waitUntil(lambda: look.isPortrait)
    assert shown.main.height() == shown.window.height()


def test_after_a_mishap_it_is_sorry_and_begins_anew(shown: Front, visit: Visit) -> None:
    shown.kiosk.show(Page.WRITE)
    visit.toggle_large()

    shown.apologise()

    assert shown.kiosk.told.startswith("Sorry")
    assert (shown.kiosk.now, visit.isLarge) == (Page.WALL, False)
