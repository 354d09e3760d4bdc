from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor

from app.paths import resource
from ui.shared.icons import STATUS_ICONS, icon, pixmap

ICONS = sorted(resource("icons").glob("*.svg"))


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", ICONS, ids=name_of)
def test_every_icon_is_one_line_drawing_in_the_colour_it_is_given(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text())

    assert root.get("stroke") == "currentColor"
    assert root.get("fill") == "none"
    assert "#" not in path.read_text()


@pytest.mark.parametrize("path", ICONS, ids=name_of)
def test_every_icon_draws_something_in_its_colour(path: Path) -> None:
    picture = pixmap(path.stem, QColor("#8F3A1B"), 48).toImage()

    drawn = [picture.pixelColor(x, y) for x in range(48) for y in range(48)]
    solid = [colour for colour in drawn if colour.alpha() == 255]
    assert solid
    assert {colour.name() for colour in solid} == {"#8f3a1b"}
    assert len([colour for colour in drawn if colour.alpha() == 0]) > 1000


def test_each_status_has_an_icon_of_its_own() -> None:
    assert len(set(STATUS_ICONS.values())) == len(STATUS_ICONS) == 6
    assert not icon("pin", QColor("black"), 20).isNull()
