"""The first run: five steps by keyboard alone, each skipped, gone back to, refused, and kept where it stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.shop import UNNAMED
from app.first_run import END, FirstRun, FirstRunFile
from app.services.owner.owner import Owner
from app.settings import Settings
from app.words import Words
from tests.pseudo import pseudo_words
from tests.ui.desk.conftest import ADDRESS, BASE, OpenDesk, ShopNetwork, Told
from tests.ui.desk.hands import find, let_work_end, press
from tests.ui.desk.test_looks import within
from ui.desk.builder import Desk
from ui.desk.pages import CODES, SHOP
from ui.desk.start.pages import StartPages

PHONE = "192.168.1.50"
OpenStart = Callable[..., tuple[Desk, StartPages]]


@pytest.fixture
def kept_at(tmp_path: Path) -> FirstRunFile:
    return FirstRunFile(tmp_path / "first-run.json")


@pytest.fixture
def open_start(open_shop_desk: OpenDesk, owner: Owner, kept_at: FirstRunFile) -> OpenStart:
    """A desk on a shop that nobody has named yet."""
    owner.save_shop(replace(owner.shop(), name=UNNAMED, owner=""))

    def open_it(settings: Settings | None = None, words: Words | None = None) -> tuple[Desk, StartPages]:
        desk = open_shop_desk(settings, words, first_run=kept_at)
        assert desk.beginning.pages is not None
        return desk, desk.beginning.pages

    return open_it


def type_here(text: str) -> None:
    """Where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def strike_here(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)


def go_on(start: StartPages, qtbot: QtBot) -> None:
    """Enter, until the next step is there."""
    number = start.number
    strike_here(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: start.number == number + 1)


def said_at(desk: Desk, field: str) -> str:
    line = find(desk, f"error-start-{field}")
    assert isinstance(line, QLabel)
    return line.text() if line.isVisible() else ""


def test_a_new_owner_comes_to_her_first_poster_by_keyboard_alone(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, printed: list[bytes], kept_at: FirstRunFile
) -> None:
    desk, start = open_start()
    assert not desk.window.navigation.isVisible()

    type_here("Corner Books")
    strike_here(Qt.Key.Key_Tab)
    type_here("Ines")
    go_on(start, qtbot)
    go_on(start, qtbot)
    go_on(start, qtbot)
    start.phone_reached(start.reach.token, PHONE)
    go_on(start, qtbot)
    type_here("4821")
    go_on(start, qtbot)
    strike_here(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window.page == desk.window.first_page)

    shop = owner.shop()
    assert (shop.name, shop.owner) == ("Corner Books", "Ines")
    assert shop.kiosk.pin is not None
    assert [sheet[:5] for sheet in printed] == [b"%PDF-"]
    [placement] = owner.placements()
    assert placement.label == "Counter"
    assert placement.address.startswith(f"{BASE}/p/")
    assert desk.window.navigation.isVisible()
    let_work_end(desk, qtbot)
    assert kept_at.load(owner.shop()) is None


def test_each_step_can_be_skipped_and_says_nothing(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, printed: list[bytes]
) -> None:
    desk, start = open_start()
    before = owner.shop()
    type_here("Half a na")

    for number in range(1, END):
        assert start.number == number
        strike_here(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert start.number == END
    strike_here(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert desk.window.page == desk.window.first_page
    let_work_end(desk, qtbot)
    assert owner.shop() == before
    assert printed == []


def test_going_back_keeps_what_was_said(qtbot: QtBot, open_start: OpenStart, owner: Owner) -> None:
    _, start = open_start()
    type_here("Corner Books")
    go_on(start, qtbot)
    press_key_on(start.hours.weekdays[2], Qt.Key.Key_Space)

    strike_here(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert start.number == 1
    assert start.name.name.text() == "Corner Books"
    assert start.name.name.hasFocus()
    go_on(start, qtbot)
    assert 2 not in start.hours.open_weekdays
    go_on(start, qtbot)
    assert 2 not in owner.shop().open_weekdays


def press_key_on(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def test_a_window_that_closes_in_the_middle_opens_where_it_stopped(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, tmp_path: Path
) -> None:
    desk, start = open_start()
    type_here("Corner Books")
    go_on(start, qtbot)
    start.hours.every_day.opens.setTime(start.hours.every_day.opens.time().addSecs(-3600))
    desk.window.close()
    kept = tmp_path / "first-run.json"
    qtbot.waitUntil(lambda: kept.exists() and "08:00" in kept.read_text("utf-8"))
    desk.close()

    _, again = open_start()

    assert again.number == 2
    assert again.hours.hours[0] == OpeningHours(time(8), time(18))
    assert owner.shop().hours == NO_HOURS
    assert again.name.name.text() == "Corner Books"


def test_what_was_typed_and_never_sent_is_there_again_but_no_pin(
    qtbot: QtBot, open_start: OpenStart, tmp_path: Path
) -> None:
    desk, start = open_start()
    type_here("Cor")
    qtbot.waitUntil(lambda: (tmp_path / "first-run.json").exists())
    for _ in range(4):
        start.skip()
    type_here("48213")
    desk.window.close()
    desk.close()

    assert "48213" not in (tmp_path / "first-run.json").read_text("utf-8")
    _, again = open_start()
    assert again.number == 5
    assert again.pin.pin.text() == ""


def test_a_first_run_that_is_over_stays_over_when_the_shop_changes(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, kept_at: FirstRunFile
) -> None:
    desk, start = open_start()
    type_here("Corner Books")
    go_on(start, qtbot)
    start._show(END)
    press(desk, "start-skip")
    let_work_end(desk, qtbot)

    start.take_shop(replace(owner.shop(), promise_days=3, owner="Ines"))
    desk.window.show_page(CODES)
    let_work_end(desk, qtbot)

    assert kept_at.load(owner.shop()) is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "give the shop a name"), ("a" * 61, "too long"), ("\u200b\u200b", "give the shop a name")],
    ids=["empty", "too long", "invisible"],
)
def test_a_name_that_is_none_is_refused_at_its_field(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, typed: str, says: str
) -> None:
    desk, start = open_start()
    start.name.name.setText(typed)

    strike_here(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says in said_at(desk, "name"))

    assert start.number == 1
    assert start.name.name.text() == typed
    assert start.name.name.hasFocus()
    assert owner.shop().is_unnamed


@pytest.mark.parametrize("name", ["🫖", "👩‍🍳🥐" * 5, "مخبز الزاوية", "W" * 60])
def test_a_name_of_signs_or_of_any_script_is_a_name(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, name: str
) -> None:
    _, start = open_start()
    start.name.name.setText(name)

    go_on(start, qtbot)

    assert owner.shop().name == name


def test_a_shop_that_never_opens_is_told_so(qtbot: QtBot, open_start: OpenStart, owner: Owner) -> None:
    desk, start = open_start()
    start.skip()
    for cell in start.hours.weekdays:
        cell.setChecked(False)
    start.hours._tell_days()

    strike_here(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "at least one day" in said_at(desk, "weekdays"))

    assert start.number == 2
    assert owner.shop().open_weekdays


def test_hours_past_midnight_are_taken_and_hours_of_no_length_are_not(
    qtbot: QtBot, open_start: OpenStart, owner: Owner
) -> None:
    desk, start = open_start()
    start.skip()
    opens, closes = start.hours.every_day.opens, start.hours.every_day.closes
    closes.setTime(opens.time())
    start.go_on()
    qtbot.waitUntil(lambda: "another time than it opens" in said_at(desk, "hours"))

    closes.setTime(opens.time().addSecs(-6 * 3600))
    assert "nine to three in the night" in start.hours.fields["hours"].hint.text()
    start.go_on()
    qtbot.waitUntil(lambda: start.number == 3)

    assert owner.shop().hours[0] == OpeningHours(time(9), time(3))


def test_days_may_differ(qtbot: QtBot, open_start: OpenStart, owner: Owner) -> None:
    desk, start = open_start()
    start.skip()

    press(desk, "start-differ")
    closes = start.hours.each_day.findChild(QTimeEdit, "hours-closes-4")
    assert closes is not None
    closes.setTime(closes.time().addSecs(3600 + 1800))
    assert "Friday: nine to half past seven." in start.hours.fields["hours"].hint.text()
    start.go_on()
    qtbot.waitUntil(lambda: start.number == 3)

    assert owner.shop().hours[4] == OpeningHours(time(9), time(19, 30))
    assert owner.shop().hours[3] == OpeningHours(time(9), time(18))


@pytest.mark.parametrize("typed", ["", "1", "123456789", "12a4"])
def test_a_pin_that_is_none_is_refused_and_may_be_skipped(
    qtbot: QtBot, open_start: OpenStart, owner: Owner, typed: str
) -> None:
    desk, start = open_start()
    for _ in range(4):
        start.skip()
    start.pin.pin.setText(typed)

    start.go_on()
    qtbot.waitUntil(lambda: "4 to 8 digits" in said_at(desk, "pin"))
    assert start.number == 5
    start.skip()

    assert start.number == END
    assert owner.shop().kiosk.pin is None


def test_it_notices_the_phone_and_not_this_computer(qtbot: QtBot, open_start: OpenStart) -> None:
    desk, start = open_start()
    for _ in range(3):
        start.skip()
    qtbot.waitUntil(lambda: bool(start.reach.token))
    state = find(desk, "start-reach-state")
    assert isinstance(state, QLabel)

    start.phone_reached(start.reach.token, ADDRESS)
    assert "That was this computer" in state.text()
    start.phone_reached("SOMEBODYELSE", PHONE)
    assert "That was this computer" in state.text()
    start.phone_reached(start.reach.token, PHONE)

    assert "It works" in state.text()


def test_patience_with_the_phone_begins_when_the_code_is_shown(open_start: OpenStart) -> None:
    desk, start = open_start()
    desk.reach.changed.emit()
    assert start.reach.token == ""

    for _ in range(3):
        start.skip()
    assert start.reach.state.text() == "Waiting for a phone …"
    start.reach.explain()
    start.skip()
    start.back()

    assert start.reach.state.text() == "Waiting for a phone …"


def test_no_code_is_drawn_for_an_address_that_does_not_answer(
    qtbot: QtBot, open_start: OpenStart, network: ShopNetwork, printed: list[bytes]
) -> None:
    network.answers = False
    desk, start = open_start()
    for _ in range(3):
        start.skip()
    assert start.reach.token == ""
    assert not start.reach.code.isVisible()
    start.skip()
    start.skip()

    assert not find(desk, "start-next").isEnabled()
    assert "does not answer" in start.end.why_not.text()
    strike_here(Qt.Key.Key_Return)
    let_work_end(desk, qtbot)
    assert printed == []


def test_it_is_opened_again_from_your_shop_and_proposes_nothing(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    desk = open_shop_desk(page="")
    assert desk.window.page == desk.window.first_page
    before = owner.shop()
    desk.window.show_page(SHOP)

    find(desk, "shop-set-up").setFocus()
    strike_here(Qt.Key.Key_Space)
    start = desk.beginning.pages
    assert start is not None
    assert start.name.name.text() == before.name
    for _ in range(4):
        if start.number == 4:
            start.skip()
        else:
            go_on(start, qtbot)

    assert owner.shop() == before


def test_another_page_may_be_looked_at_meanwhile(open_start: OpenStart) -> None:
    desk, start = open_start()
    type_here("Corner Books")

    desk.window.show_page(CODES)
    assert desk.window.navigation.isVisible()
    desk.window.show_page(SHOP)
    press(desk, "shop-set-up")

    assert not desk.window.navigation.isVisible()
    assert start.number == 1


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"step": 99}', '{"step": 2, "said": {"hours": "x"}}'])
def test_a_damaged_place_begins_anew(open_start: OpenStart, tmp_path: Path, garbage: str) -> None:
    (tmp_path / "first-run.json").write_text(garbage, "utf-8")

    _, start = open_start()

    assert start.number in (1, 2)
    assert start.hours.hours[0] == OpeningHours(time(9), time(18))


def test_a_named_shop_is_not_asked(kept_at: FirstRunFile, owner: Owner) -> None:
    assert kept_at.load(owner.shop()) is None
    kept_at.save(FirstRun(3))
    assert kept_at.load(owner.shop()) == FirstRun(3)


@pytest.mark.parametrize("size", [(1000, 600), (1440, 900)])
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_to_press_is_pushed_out_at_any_size(
    open_start: OpenStart, size: tuple[int, int], percent: int
) -> None:
    desk, start = open_start(Settings(theme="light", text_percent=percent))
    desk.window.resize(*size)
    start.hours._let_differ()

    for number in range(1, END + 1):
        start._show(number)
        QApplication.processEvents()
        reached = start.findChildren(QWidget)
        for part in reached:
            if isinstance(part, QAbstractButton | QLineEdit) and part.isVisible():
                assert within(part, start), (number, part.objectName(), part.accessibleName())


def test_every_word_of_it_can_be_translated(open_start: OpenStart) -> None:
    _, start = open_start(words=pseudo_words())

    for number in range(1, END + 1):
        start._show(number)
        shown = [line.text() for line in start.step.findChildren(QLabel) if line.isVisible() and line.text()]
        assert shown
        assert all(text.startswith("[") or ADDRESS in text or not text.strip() for text in shown)


def test_a_sample_can_be_tried_from_the_first_step(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, kept_at: FirstRunFile
) -> None:
    owner.save_shop(replace(owner.shop(), name=UNNAMED, owner=""))
    tried: list[None] = []
    desk = open_shop_desk(first_run=kept_at, try_sample=lambda: tried.append(None))

    press(desk, "start-sample")
    qtbot.waitUntil(lambda: not desk.window.isVisible())

    assert tried == [None]
    assert owner.shop().is_unnamed


def test_the_samples_desk_says_so_and_leads_home(qtbot: QtBot, open_shop_desk: OpenDesk, told: Told) -> None:
    left: list[None] = []
    desk = open_shop_desk(leave_sample=lambda: left.append(None))

    find(desk, "leave-sample").setFocus()
    strike_here(Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert left == [None]
    assert told.asked == []


def test_it_asks_little_and_says_little(open_start: OpenStart) -> None:
    """Read aloud it takes a minute and a half: from the first start to the first code in three."""
    _, start = open_start()
    words = 0
    for number in range(1, END + 1):
        start._show(number)
        lines = [line.text() for line in start.findChildren(QLabel) if line.isVisible()]
        words += len(" ".join(lines).split())

    assert END <= 6
    assert words < 300
