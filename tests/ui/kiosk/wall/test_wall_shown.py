"""The wall as it is seen and touched: loaded from its QML, tapped, scrolled, and walked over by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.pictures import make_logo
from tests.kiosk_making import hang, make_facts, make_note, tell_facts
from tests.pictures import as_file, noise
from tests.ui.kiosk.stage import Stage
from tests.ui.kiosk.wall.conftest import House
from tests.ui.kiosk.wall.test_wall_page import ids, place_of, places

Build = Callable[[int], House]
Show = Callable[..., Stage]
SIZES = [(1920, 1080), (1080, 1920), (1280, 800), (3840, 2160)]


def test_a_tapped_note_is_asked_for(house: Build, show_wall: Show, qtbot: QtBot) -> None:
    made = house(30)
    page = show_wall(made)
    place = places(made.wall)[1]

    with qtbot.waitSignal(made.wall.note_requested) as asked:
        page.tap_at(on_screen(made, place.paper.center().toPoint()))

    assert place.hanging
    assert asked.args == [place.hanging.id]


def test_the_torn_corner_is_a_button_of_its_own(house: Build, show_wall: Show, qtbot: QtBot) -> None:
    made = house(30)
    page = show_wall(made)
    place = places(made.wall)[1]

    with qtbot.assertNotEmitted(made.wall.note_requested):
        page.tap(f"meToo-{place.number}")

    assert place.isGiven


def test_the_wall_is_scrolled_by_a_finger_without_opening_anything(
    house: Build, show_wall: Show, qtbot: QtBot
) -> None:
    made = house(200)
    page = show_wall(made)

    with qtbot.assertNotEmitted(made.wall.note_requested):
        drag(page, qtbot, QPoint(500, 800), QPoint(500, 300))

    assert page.item("noteWall").property("contentY") > 300


def test_the_wall_is_scrolled_by_a_wheel(house: Build, show_wall: Show) -> None:
    made = house(200)
    page = show_wall(made)

    QTest.wheelEvent(page.view, QPointF(900, 500), QPoint(0, -240))
    made.wait(lambda: page.item("noteWall").property("contentY") > 10)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", [(64, 64), (900, 60), (60, 900), (300, 200)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_logo_stands_in_the_place_of_the_teacup(
    house: Build, show_wall: Show, size: tuple[int, int], shape: tuple[int, int], language: str
) -> None:
    made = house(3)
    made.visit.choose_language(language)
    page = show_wall(made, size=size)
    assert not page.shows("shopLogo")
    assert page.shows("mark")

    name = "Linden Street Bakery and Coffee House on the Corner"
    logo = make_logo(as_file(noise(shape))).png
    tell_facts(made.core, replace(make_facts(name=name), logo=logo))
    made.wait(lambda: page.shows("shopLogo"))

    assert not page.shows("mark")
    boxes = [
        QRectF(item.mapToScene(QPointF(0, 0)), item.size())
        for item in map(page.item, ("shopLogo", "shopName", "search"))
    ]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(QRectF(0, 0, *size).contains(box) for box in boxes)
    assert boxes[0].width() > 3
    tell_facts(made.core, make_facts(name=name))
    made.wait(lambda: page.shows("mark"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_to_touch_is_on_the_screen_and_large_enough(
    house: Build, show_wall: Show, size: tuple[int, int], language: str
) -> None:
    made = house(30)
    made.visit.choose_language(language)
    page = show_wall(made, size=size)

    names = ["pin", "search", "large", "contrast", "languages", "tab-new", "tab-popular", "tab-answered"]
    for name in names:
        item = page.item(name)
        place = item.mapRectToScene(item.boundingRect())
        assert min(place.width(), place.height()) >= 64, name
        assert place.left() >= 0, name
        assert place.right() <= size[0], name
        assert place.bottom() <= size[1], name
    for place_ in places(made.wall):
        assert min(place_.corner.width(), place_.corner.height()) >= 64


@pytest.mark.parametrize("size", SIZES[:3])
def test_the_bar_has_room_for_all_it_holds(house: Build, show_wall: Show, size: tuple[int, int]) -> None:
    made = house(3)
    tell_facts(
        made.core,
        make_facts(languages=("en", "pl", "ar", "ja", "de", "fr", "es", "pt", "it", "tr", "hi", "zh")),
    )
    made.wall.bar.follow()
    page = show_wall(made, size=size)

    parts = [rect_of(page, name) for name in ("contrast", "phoneCode", "pin")]

    for one in parts:
        assert not any(one.intersects(other) for other in parts if other is not one)


def test_the_page_mirrors_for_arabic_and_texts_do_not(house: Build, show_wall: Show) -> None:
    made = house(30)
    page = show_wall(made)
    before = rect_of(page, "pin").center().x()

    made.visit.choose_language("ar")
    page.settle()

    assert before > 960 > rect_of(page, "pin").center().x()
    assert places(made.wall)[0].paper.x() > 0
    assert max(places(made.wall)[:4], key=lambda p: p.paper.x()).hanging.id == ids_in_order(made)[0]  # type: ignore[union-attr]


def test_high_contrast_is_ink_on_white(house: Build, show_wall: Show) -> None:
    made = house(30)
    page = show_wall(made)

    page.tap("contrast")
    made.settle()

    first = places(made.wall)[0].paper
    picture = page.picture()
    assert picture.pixelColor(on_screen(made, QPoint(int(first.x()) + 1, int(first.y()) + 40))) == QColor(
        "#14110f"
    )
    assert picture.pixelColor(10, 500) == QColor("white")


def test_large_letters_leave_fewer_columns(house: Build, show_wall: Show) -> None:
    made = house(30)
    page = show_wall(made)

    page.tap("large")
    made.settle()

    assert len({place.paper.x() for place in places(made.wall)}) == 3


def test_languages_that_have_no_room_are_in_a_list(house: Build, show_wall: Show) -> None:
    made = house(3)
    tell_facts(made.core, make_facts(languages=("en", "pl", "ar", "ja", "de")))
    made.wall.bar.follow()
    page = show_wall(made)

    page.tap("moreLanguages")
    page.tap("listed-de")

    assert made.visit.language == "de"
    assert not page.shows("languageList")


def test_escape_puts_the_list_of_languages_away(house: Build, show_wall: Show) -> None:
    made = house(3)
    page = show_wall(made)
    page.tap("languages")

    page.key(Qt.Key.Key_Escape)

    assert not page.shows("languageList")


@pytest.mark.parametrize("opens", ["languages", "search"])
def test_keys_find_the_wall_again_after_escape(house: Build, show_wall: Show, opens: str) -> None:
    made = house(20)
    page = show_wall(made)
    page.tap(opens)

    page.key(Qt.Key.Key_Escape)
    made.settle()
    page.key(Qt.Key.Key_Down)

    assert any(place.isCurrent for place in places(made.wall))


def test_our_keyboard_searches_the_wall(house: Build, show_wall: Show) -> None:
    made = house(60)
    page = show_wall(made)

    page.tap("search")
    for letter in "bread":
        made.keyboard.typed.emit(letter)
    made.wait(lambda: "note" in made.wall.search.foundWords)

    assert page.shows("keyboard")
    assert page.item("searchField").property("text") == "bread"
    page.tap("endSearch")
    assert page.shows("tab-new")
    assert not page.shows("keyboard")


def test_nothing_of_a_search_stays_for_the_next_person(house: Build, show_wall: Show) -> None:
    made = house(60)
    page = show_wall(made)
    page.tap("search")
    made.keyboard.typed.emit("canary")

    made.visit.end()
    made.settle()

    fields = [item for item in page.items() if item.objectName() == "searchField"]
    assert [field.property("text") for field in fields] == [""]


def test_tab_and_arrows_reach_every_note(house: Build, show_wall: Show, qtbot: QtBot) -> None:
    made = house(60)
    page = show_wall(made)

    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Right)
    with qtbot.waitSignal(made.wall.note_requested) as asked:
        page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Space)

    assert asked.args == [ids(made.wall)[1]]
    assert place_of(made.wall, ids(made.wall)[1]).isGiven


def test_the_focus_is_seen_where_keys_brought_it(house: Build, show_wall: Show) -> None:
    made = house(60)
    page = show_wall(made)
    before = page.picture()

    page.key(Qt.Key.Key_Down)

    assert page.picture() != before


def test_a_screen_reader_hears_whole_notes(house: Build, show_wall: Show) -> None:
    made = house(0)
    note = make_note("A bench in the sun", name="Jo", votes=3)
    hang(made.core, note)
    made.wall.chooseTab("new")
    made.settle()
    page = show_wall(made)
    number = place_of(made.wall, note.id).number

    body = QAccessible.queryAccessibleInterface(page.item(f"open-{number}"))
    corner = QAccessible.queryAccessibleInterface(page.item(f"meToo-{number}"))

    assert body.text(QAccessible.Text.Name) == "A bench in the sun. Jo. today. 3 say me too"
    assert corner.text(QAccessible.Text.Name) == "Me too, 3"
    assert corner.role() == QAccessible.Role.CheckBox


def test_an_empty_wall_speaks_to_whoever_stands_there(house: Build, show_wall: Show) -> None:
    page = show_wall(house(0))

    assert "This wall waits for its first idea." in page.texts()


def test_without_an_address_there_is_no_code_on_the_bar(house: Build, show_wall: Show) -> None:
    made = house(3)
    tell_facts(made.core, replace(make_facts(), phone_address=None))
    made.wall.bar.follow()

    assert not show_wall(made).shows("phoneCode")


def on_screen(made: House, point: QPoint) -> QPoint:
    """A point of the wall where it is on the page."""
    return QPoint(point.x(), point.y() + int(made.wall._view_top) - int(made.wall._hanging.top))


def rect_of(page: Stage, name: str):  # type: ignore[no-untyped-def]
    item = page.item(name)
    return item.mapRectToScene(item.boundingRect())


def ids_in_order(made: House) -> list[object]:
    return list(made.wall._hanging.ids())


def drag(page: Stage, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    """A finger that moves from frame to frame, as Flickable hears of it."""
    QTest.touchEvent(page.view, page._device).press(0, start, page.view).commit()
    for step in range(1, 11):
        with qtbot.waitSignal(page.view.frameSwapped):
            page.view.update()
            at = start + (end - start) * (step / 10)
            QTest.touchEvent(page.view, page._device).move(0, at, page.view).commit()
    QTest.touchEvent(page.view, page._device).release(0, end, page.view).commit()
    page.settle()
