"""The QR poster: what it asks, promises and opens."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput
from app.domain.notices import PaperSize
from tests.ui.paper.samples import make_words
from ui.paper.place_content import PlaceContent
from ui.paper.poster import poster, poster_sheet
from ui.paper.sheets import Words


def make_poster(**changes: Any) -> PlaceContent:
    values: dict[str, Any] = {
        "shop_name": "Linden Street Bakery",
        "colour": "#8F3A1B",
        "owner": "Marta",
        "promise_days": 5,
        "address": "http://192.168.178.31:8765/p/K7QX2M",
        "placement_label": "counter",
        "number": 3,
        "since": date(2026, 11, 22),
        "language": "en",
    }
    return PlaceContent(**(values | changes))


def text_of(content: PlaceContent, folder: Path) -> str:
    file = folder / "poster.pdf"
    file.write_bytes(poster(content, PaperSize.A4, make_words()).pdf())
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def test_it_asks_says_what_to_do_and_promises(tmp_path: Path) -> None:
    text = " ".join(text_of(make_poster(), tmp_path).split())

    for part in (
        "Got an idea for us?",
        "Scan. Write. See what becomes of it.",
        "Marta answers within 5 open days, here on the wall.",
        "Or type 192.168.178.31:8765",
        "Poster 3, counter since November 2026",
        "¿Tienes una idea?",
    ):
        assert part in text


def test_without_an_owner_the_shop_speaks_of_itself(tmp_path: Path) -> None:
    text = " ".join(text_of(make_poster(owner="", promise_days=1), tmp_path).split())

    assert "We answer within 1 open day, here" in text


def test_an_own_headline_takes_the_place_of_ours(tmp_path: Path) -> None:
    text = text_of(make_poster(headline="What shall we bake?"), tmp_path)

    assert "What shall we bake?" in " ".join(text.split())
    assert "Got an" not in text


def test_without_an_address_there_is_no_poster() -> None:
    with pytest.raises(InvalidInput) as refused:
        poster(make_poster(address=""), PaperSize.A4, make_words())

    assert refused.value.field == "address"


def test_the_same_content_gives_the_same_bytes() -> None:
    drawn = [poster(make_poster(), PaperSize.A5, make_words()).pdf() for _ in range(2)]

    assert drawn[0] == drawn[1]


@pytest.mark.parametrize("size", PaperSize)
def test_long_words_shrink_instead_of_leaving_the_paper(size: PaperSize) -> None:
    content = make_poster(
        shop_name="The Very Long Named Bakery, Patisserie and Coffee House of the Linden Street Cooperative",
        headline="Haben Sie eine Verbesserungsvorschlagsidee für uns alle?",
        placement_label="The long table by the window at the back",
        owner="Wolfeschlegelsteinhausenbergerdorff",
        address="https://ideas.the-linden-street-bakery-and-coffee-house.example/p/K7QX2M",
    )

    sheet = poster_sheet(content, size, make_words())

    lines = [thing for thing in sheet.things if isinstance(thing, Words)]
    assert all(line.x >= 0 and line.x + line.line.width <= sheet.width for line in lines)
    assert all(0 < line.baseline < sheet.height for line in lines)
