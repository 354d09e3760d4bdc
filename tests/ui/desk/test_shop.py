"""Your shop: what the owner says about it is saved, refused at its field, taken back, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.hours import OpeningHours
from app.domain.shop import UNNAMED, Moderation
from app.services.owner.owner import Owner
from app.settings import Settings
from app.theme import DARK, LIGHT, in_colour_of
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import CONTROL, find, press, strike, write
from tests.ui.desk.test_looks import within
from ui.desk.builder import Desk
from ui.desk.pages import CODES, INBOX, SHOP, TODAY
from ui.desk.shop.closed_days import runs_of
from ui.desk.shop.page import ShopPage
from ui.shared.buttons import Button


@pytest.fixture
def open_page(open_shop_desk: OpenDesk) -> Callable[..., tuple[Desk, ShopPage]]:
    def open_it(settings: Settings | None = None) -> tuple[Desk, ShopPage]:
        desk = open_shop_desk(settings)
        desk.window.show_page(SHOP)
        assert desk.shop_page is not None
        return desk, desk.shop_page

    return open_it


OpenPage = Callable[..., tuple[Desk, ShopPage]]


def said_at(desk: Desk, field: str) -> str:
    """The error at that field, empty while there is none to be seen."""
    line = find(desk, f"error-{field}")
    assert isinstance(line, QLabel)
    return line.text() if line.isVisible() else ""


def rewrite(line: QWidget, text: str) -> None:
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, text)


def test_everything_said_on_the_page_is_saved(
    qtbot: QtBot, open_page: OpenPage, owner: Owner, told: Told
) -> None:
    desk, page = open_page()

    rewrite(page.form.name, "Corner Books")
    rewrite(page.form.owner, "Ines")
    press(desk, "ink-1F4E79")
    press(desk, "weekday-6")
    page.form.closed.first.setDate(QDate(2026, 12, 24))
    page.form.closed.last.setDate(QDate(2026, 12, 26))
    press(desk, "closed-add")
    page.form.promise.setValue(3)
    press(desk, "moderation-public-at-once")
    page.form.timezone.setCurrentText("Europe/Lisbon")
    write(page.form.public_address, "https://Ideas.Example.com/")
    assert page.state.text() == "Not saved yet"
    press(desk, "shop-save")
    qtbot.waitUntil(lambda: owner.shop().name == "Corner Books")

    shop = owner.shop()
    assert (shop.owner, shop.colour, shop.open_weekdays) == ("Ines", LIGHT.night, frozenset(range(6)))
    assert shop.closed_days == {date(2026, 12, day) for day in (24, 25, 26)}
    assert (shop.promise_days, shop.moderation) == (3, Moderation.PUBLIC_AT_ONCE)
    assert (shop.timezone, shop.public_address) == ("Europe/Lisbon", "https://ideas.example.com")
    qtbot.waitUntil(lambda: "Saved. Customers see it from now on." in told.said)
    assert page.form.public_address.text() == "https://ideas.example.com"
    assert not page.is_edited
    assert not page.save_button.isEnabled()


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("name", " ", "give the shop a name"),
        ("owner", "a" * 61, "too long"),
        ("colour", "brick", "A colour is #"),
        ("timezone", "Mars/Olympus", "no time zone of this name"),
        ("public_address", "example.com/ideas", "write it whole"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, open_page: OpenPage, owner: Owner, field: str, typed: str, says: str
) -> None:
    desk, page = open_page()
    line = page.form.timezone.lineEdit() if field == "timezone" else find(desk, f"shop-{field}")
    before = owner.shop()
    assert isinstance(line, QLineEdit)

    rewrite(line, typed)
    strike(line, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: says in said_at(desk, field))

    assert line.text() == typed
    assert owner.shop() == before
    assert line.hasFocus()
    write(line, "x")
    assert said_at(desk, field) == ""


def say_time(desk: Desk, name: str, hour: int, minute: int = 0) -> None:
    field = find(desk, name)
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(hour, minute))


def words_of(desk: Desk, name: str) -> str:
    """What the button of that name says, empty while it is not to be seen."""
    found = find(desk, name)
    assert isinstance(found, Button)
    return found.words if found.isVisible() else ""


def test_opening_hours_are_said_day_by_day_and_for_all_at_once(
    qtbot: QtBot, open_page: OpenPage, owner: Owner
) -> None:
    desk, page = open_page()
    press(desk, "weekday-6")

    press(desk, "hours-all-day-1")
    say_time(desk, "hours-opens-1", 8)
    say_time(desk, "hours-closes-1", 18, 30)
    assert words_of(desk, "hours-copy") == "Every open day as on Tuesday"
    press(desk, "hours-copy")
    assert words_of(desk, "hours-copy") == ""
    say_time(desk, "hours-closes-4", 1)
    assert "Friday until one of the next day." in page.form.fields["hours"].hint.text()
    page.save()
    qtbot.waitUntil(lambda: owner.shop().hours[4] == OpeningHours(time(8), time(1)))

    usual = OpeningHours(time(8), time(18, 30))
    assert owner.shop().hours == (usual, usual, usual, usual, OpeningHours(time(8), time(1)), usual, None)


def test_opening_hours_come_back_by_undo(qtbot: QtBot, open_page: OpenPage, owner: Owner) -> None:
    desk, page = open_page()
    press(desk, "hours-all-day-0")
    strike(find(desk, "hours-opens-0"), Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: owner.shop().hours[0] == OpeningHours(time(9), time(18)))
    qtbot.waitUntil(page.undo.isVisible)

    press(desk, "shop-undo")

    qtbot.waitUntil(lambda: owner.shop().hours[0] is None)
    qtbot.waitUntil(lambda: not find(desk, "hours-opens-0").isVisible())


def test_a_day_that_is_closed_keeps_its_hours_for_later(
    qtbot: QtBot, open_page: OpenPage, owner: Owner
) -> None:
    desk, page = open_page()
    press(desk, "hours-all-day-2")

    press(desk, "weekday-2")
    assert not find(desk, "hours-all-day-2").isVisible()
    page.save()
    qtbot.waitUntil(lambda: 2 not in owner.shop().open_weekdays)

    press(desk, "weekday-2")
    assert find(desk, "hours-opens-2").isVisible()
    assert page.form.shop.hours[2] == OpeningHours(time(9), time(18))


def test_hours_that_cannot_be_are_refused_at_their_day(qtbot: QtBot, open_page: OpenPage) -> None:
    desk, page = open_page()
    press(desk, "hours-all-day-3")
    say_time(desk, "hours-closes-3", 9)

    page.save()

    qtbot.waitUntil(lambda: "another time than it opens" in said_at(desk, "hours"))
    assert find(desk, "hours-opens-3").hasFocus()


def test_a_shop_that_never_opens_is_refused(qtbot: QtBot, open_page: OpenPage) -> None:
    desk, page = open_page()

    for day in range(7):
        press(desk, f"weekday-{day}")
    page.save()

    qtbot.waitUntil(lambda: "at least one day" in said_at(desk, "open_weekdays"))


def test_a_saved_change_is_taken_back_from_the_field_it_was_typed_in(
    qtbot: QtBot, open_page: OpenPage, owner: Owner
) -> None:
    desk, page = open_page()
    rewrite(page.form.owner, "Ines")
    strike(page.form.owner, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: owner.shop().owner == "Ines" and not page.is_edited)

    strike(page.form.owner, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.form.owner.text() == "Marta")

    assert owner.shop().owner == "Marta"
    qtbot.waitUntil(lambda: desk.undoing.redo_words == "Redo the change of the shop")
    strike(page.form.owner, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.form.owner.text() == "Ines")


def test_ctrl_z_takes_back_letters_first(open_page: OpenPage, owner: Owner) -> None:
    _, page = open_page()
    write(page.form.owner, "x")

    strike(page.form.owner, Qt.Key.Key_Z, CONTROL)

    assert page.form.owner.text() == "Marta"
    assert owner.shop().owner == "Marta"


def test_what_is_typed_waits_while_another_page_is_shown(open_page: OpenPage) -> None:
    desk, page = open_page()
    rewrite(page.form.owner, "Ines")

    desk.window.show_page(INBOX)
    desk.window.show_page(SHOP)

    assert page.form.owner.text() == "Ines"
    assert page.state.text() == "Not saved yet"


def test_closing_asks_when_something_is_not_saved(open_page: OpenPage, told: Told) -> None:
    desk, page = open_page()
    rewrite(page.form.owner, "Ines")

    assert not desk.window.close()
    [(question, say_yes)] = told.asked
    assert "not saved" in question
    say_yes()
    assert not desk.window.isVisible()


def test_a_change_from_elsewhere_comes_in_beside_what_is_typed(
    qtbot: QtBot, open_page: OpenPage, owner: Owner
) -> None:
    desk, page = open_page()
    rewrite(page.form.owner, "Ines")

    owner.save_shop(replace(owner.shop(), name="Corner Books", promise_days=9))
    desk.bridge.ask()
    qtbot.waitUntil(lambda: page.form.name.text() == "Corner Books")

    assert page.form.owner.text() == "Ines"
    assert page.form.promise.value() == 9
    page.save()
    qtbot.waitUntil(lambda: owner.shop().owner == "Ines")
    assert (owner.shop().name, owner.shop().promise_days) == ("Corner Books", 9)


def test_a_change_from_elsewhere_leaves_what_is_half_typed(
    qtbot: QtBot, open_page: OpenPage, owner: Owner
) -> None:
    desk, page = open_page()
    zone = page.form.timezone.lineEdit()
    assert zone is not None
    zone.selectAll()
    zone.insert("Europe/Lis")
    rewrite(page.form.colours.number, "#1F4")

    owner.save_shop(replace(owner.shop(), promise_days=9))
    desk.bridge.ask()
    qtbot.waitUntil(lambda: page.form.promise.value() == 9)

    assert (zone.text(), page.form.colours.number.text()) == ("Europe/Lis", "#1F4")


def test_a_language_without_a_catalogue_is_kept(qtbot: QtBot, open_page: OpenPage, owner: Owner) -> None:
    owner.save_shop(replace(owner.shop(), language="qq-x-shop"))
    _, page = open_page()
    rewrite(page.form.owner, "Ines")

    page.save()
    qtbot.waitUntil(lambda: owner.shop().owner == "Ines")

    assert page.form.language.currentText() == "qq-x-shop"
    assert owner.shop().language == "qq-x-shop"


def test_a_saved_name_stands_over_the_pages_at_once(qtbot: QtBot, open_page: OpenPage) -> None:
    desk, page = open_page()
    rewrite(page.form.name, "Corner Books")

    strike(page.form.name, Qt.Key.Key_S, CONTROL)

    qtbot.waitUntil(lambda: find(desk, "shop-name-over-pages").accessibleName() == "Corner Books")


def test_closed_days_stand_as_runs_and_go_as_runs(open_page: OpenPage) -> None:
    desk, page = open_page()
    closed = page.form.closed
    closed.first.setDate(QDate(2026, 12, 24))

    press(desk, "closed-add")
    press(desk, "closed-add")
    assert closed.days == {date(2026, 12, 24), date(2026, 12, 25)}
    remove = find(desk, "open-again-2026-12-24")
    assert remove.accessibleName() == "Remove Thursday 24 December 2026 to Friday 25 December 2026"
    press(desk, "open-again-2026-12-24")

    assert closed.days == frozenset()
    assert desk.window.findChild(QWidget, "open-again-2026-12-24") is None


def test_runs_break_where_a_day_is_missing() -> None:
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2026, 12, 24)]

    assert runs_of(days) == [
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ]
    assert runs_of([]) == []


def test_the_promise_names_the_day_it_means(open_page: OpenPage) -> None:
    desk, page = open_page()

    page.form.promise.setValue(1)
    assert page.form.promise.lineEdit().width() > page.form.promise.width() / 2
    assert "by Saturday 21 November" in page.form.fields["promise_days"].hint.text()
    press(desk, "weekday-5")

    assert "by Sunday 22 November" in page.form.fields["promise_days"].hint.text()


@pytest.mark.parametrize("colour", ["#FFD700", "#101010", "#8F3A1B"])
def test_the_sample_wears_the_colour_as_customers_will_read_it(open_page: OpenPage, colour: str) -> None:
    desk, page = open_page()
    rewrite(page.form.colours.number, colour)

    picture = page.form.sample.grab().toImage()
    seen = {picture.pixelColor(picture.width() // 3, y).name().upper() for y in range(0, picture.height(), 4)}
    by_day, by_night = in_colour_of(colour, LIGHT).brick, in_colour_of(colour, DARK).brick
    assert {by_day, by_night} <= seen
    assert find(desk, "shop-colour").hasFocus()
    hint = page.form.fields["colour"].hint.text()
    assert all(worn == colour or worn in hint for worn in (by_day, by_night))


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1440, 900, 100), (1440, 900, 200), (1024, 640, 130)]
)
def test_the_page_keeps_to_its_width_and_every_field_can_be_reached(
    qtbot: QtBot, open_page: OpenPage, width: int, height: int, percent: int
) -> None:
    desk, page = open_page(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, height)

    parts = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    qtbot.waitUntil(lambda: [part for part in parts if right_edge(part, page) > page.width()] == [])

    assert len(parts) > 20
    assert page.form.sample.isVisible()
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = page.form.findChildren(QLineEdit)[-1]
    end = last.mapTo(desk.window, QPoint(0, last.height())).y()
    assert end > desk.window.height() / 2, "no empty room below"
    bar.setValue(0)
    page.form.name.setFocus()
    for _ in range(60):
        focused = desk.window.focusWidget()
        assert focused is not None
        top = focused.mapTo(desk.window, QPoint(0, 0)).y()
        assert 0 <= top < desk.window.height(), focused.objectName()
        strike(focused, Qt.Key.Key_Tab)
        if not page.form.isAncestorOf(desk.window.focusWidget()):
            break
    assert page.form.isAncestorOf(focused)
    assert not page.form.isAncestorOf(desk.window.focusWidget())


def right_edge(widget: QWidget, around: QWidget) -> int:
    return widget.mapTo(around, QPoint(0, 0)).x() + widget.width()


def test_the_wheel_turns_no_value_that_it_only_passes(open_page: OpenPage, qtbot: QtBot) -> None:
    _, page = open_page()
    page.form.name.setFocus()

    qtbot.waitUntil(page.form.name.hasFocus)
    turn_wheel(page.form.promise)

    assert page.form.promise.value() == 5


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def unnamed(owner: Owner) -> None:
    owner.save_shop(replace(owner.shop(), name=UNNAMED, owner=""))


def test_a_new_shop_is_welcomed_named_and_led_to_its_first_code(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    unnamed(owner)
    desk = open_shop_desk()
    desk.window.show_page(SHOP)
    page = desk.shop_page
    assert page is not None
    assert page.title.text() == "Welcome."
    assert page.form.name.text() == ""
    assert not page.form.public_address.isVisible()

    write(page.form.name, "Corner Books")
    write(page.form.owner, "Ines")
    strike(page.form.owner, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: desk.window.page == CODES)

    assert (owner.shop().name, owner.shop().timezone) == ("Corner Books", "Europe/Lisbon")
    assert find(desk, "place-label").hasFocus()
    desk.window.show_page(SHOP)
    assert page.title.text() == "Your shop"
    assert page.form.public_address.isVisible()


def test_a_welcomed_owner_may_see_everything_first(open_shop_desk: OpenDesk, owner: Owner) -> None:
    unnamed(owner)
    desk = open_shop_desk()
    desk.window.show_page(SHOP)

    press(desk, "shop-everything")

    assert find(desk, "shop-public_address").isVisible()
    assert not find(desk, "shop-everything").isVisible()


def test_a_named_shop_opens_at_its_day(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk(page="")

    assert desk.window.page == TODAY
    assert desk.shop_page is None


@pytest.mark.parametrize("width", [1440, 1024])
def test_nothing_of_the_form_is_cut_off_in_large_text(
    qtbot: QtBot, open_page: OpenPage, owner: Owner, width: int
) -> None:
    usual = OpeningHours(time(8), time(18, 30))
    owner.save_shop(replace(owner.shop(), hours=(usual,) * 7))
    desk, page = open_page(Settings(theme="light", text_percent=200))
    desk.window.resize(width, 800)
    around = page.scroll_area.viewport()

    def cut_off() -> list[QWidget]:
        parts = page.form.findChildren(QWidget)
        reached = [part for part in parts if isinstance(part, QAbstractButton | QLineEdit | QTimeEdit)]
        return [part for part in reached if part.isVisible() and not within(part, around)]

    qtbot.waitUntil(lambda: cut_off() == [])
