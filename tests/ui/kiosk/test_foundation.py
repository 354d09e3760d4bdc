"""A visit begins and ends without a trace, and the look follows visit, shop and screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.stage import Stage
from ui.kiosk.look import SMALLEST_TOUCH, Look
from ui.kiosk.visit import Visit


def test_a_visit_ends_as_it_began(visit: Visit, qtbot: QtBot) -> None:
    visit.choose_language("ar")
    visit.toggle_large()
    visit.toggle_contrast()
    before = visit.visitor

    with qtbot.waitSignals([visit.changed, visit.ended]):
        visit.end()

    assert (visit.language, visit.isLarge, visit.isHighContrast) == ("en", False, False)
    assert visit.visitor != before


def test_a_page_mirrors_by_its_language(visit: Visit, look: Look) -> None:
    visit.choose_language("ar")

    assert look.isMirrored


@pytest.mark.parametrize(
    ("size", "unit"),
    [((1920, 1080), 1), ((1080, 1920), 1), ((1280, 800), 0.8), ((3840, 2160), 2), ((800, 480), 0.8)],
)
def test_lengths_follow_the_screen(look: Look, size: tuple[int, int], unit: float) -> None:
    look.set_size(*size)

    assert look.unit == unit
    assert look.touch >= SMALLEST_TOUCH


def test_large_letters_grow_and_lengths_do_not(visit: Visit, look: Look) -> None:
    visit.toggle_large()

    assert (look.unit, look.textUnit) == (1, 1.25)


def test_high_contrast_is_ink_on_white_with_wide_borders(visit: Visit, look: Look) -> None:
    visit.toggle_contrast()

    assert (look.wall.name(), look.ink.name(), look.border) == ("#ffffff", "#14110f", 3)


def test_a_shops_colour_takes_the_place_of_brick(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_shop_colour("#224488")

    assert look.brick.name() == "#224488"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda _look, visit: visit.toggle_large(), {"letters"}),
        (lambda _look, visit: visit.toggle_contrast(), {"colours"}),
        (lambda _look, visit: visit.choose_language("ar"), {"side"}),
        (lambda _look, visit: visit.follow_shop(language="en", has_motion=False), {"motion"}),
        (lambda look, _visit: look.set_shop_colour("#224488"), {"colours"}),
        (lambda look, _visit: look.set_size(1080, 1920), {"size", "letters"}),
        (lambda _look, visit: visit.end(), set()),
    ],
)
def test_pages_ask_only_for_what_has_changed(
    look: Look, visit: Visit, change: Callable[[Look, Visit], None], told: set[str]
) -> None:
    """Over a thousand bindings hang on the look; at the end of a visit all of them would be asked twice."""
    heard: set[str] = set()
    look.resized.connect(lambda: heard.add("size"))
    look.letters_changed.connect(lambda: heard.add("letters"))
    look.colours_changed.connect(lambda: heard.add("colours"))
    look.side_changed.connect(lambda: heard.add("side"))
    look.motion_changed.connect(lambda: heard.add("motion"))

    change(look, visit)

    assert heard == told


def test_words_of_customers_are_letters(stage: Callable[..., Stage]) -> None:
    page = stage("parts/Label.qml", text="<img src='x'><b>5 > 3</b>")

    assert page.texts() == ["<img src='x'><b>5 > 3</b>"]
