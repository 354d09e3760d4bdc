"""QR codes: what is printed reads back, at a size and strength that a shop's wall needs."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from app import qr
from app.domain.errors import InvalidInput

ADDRESS = "http://192.168.178.31:8765/p/K7QX2M"


def picture(text: str, scale: int = 4) -> Image.Image:
    matrix = qr.matrix(text)
    side = matrix.size + 2 * qr.QUIET_MODULES
    image = Image.new("L", (side, side), 255)
    for x, y, width in matrix.bars():
        image.paste(
            0,
            (
                x + qr.QUIET_MODULES,
                y + qr.QUIET_MODULES,
                x + qr.QUIET_MODULES + width,
                y + qr.QUIET_MODULES + 1,
            ),
        )
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


@pytest.mark.parametrize(
    "text", [ADDRESS, "HTTP://SHOP.EXAMPLE/P/K7QX2M", "http://пекарня.example/", "x" * 900]
)
def test_what_is_drawn_reads_back(text: str) -> None:
    assert [found.text for found in zxingcpp.read_barcodes(picture(text))] == [text]


def test_bars_cover_exactly_the_dark_modules() -> None:
    matrix = qr.matrix(ADDRESS)

    covered = {(x + step, y) for x, y, width in matrix.bars() for step in range(width)}
    assert covered == {(x, y) for y, row in enumerate(matrix.rows) for x, dark in enumerate(row) if dark}


def test_a_stronger_level_is_taken_only_where_it_costs_no_larger_code() -> None:
    assert zxingcpp.read_barcodes(picture("x" * 32))[0].ec_level == "Q"
    assert zxingcpp.read_barcodes(picture("x" * 42))[0].ec_level == "M"


def test_an_address_that_fits_no_code_is_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidInput, match="too long") as refused:
        qr.matrix("http://shop.example/" + "x" * 3000)

    assert refused.value.field == "address"


def test_the_svg_has_its_quiet_border_and_every_module() -> None:
    svg = qr.as_svg(ADDRESS)

    side = qr.matrix(ADDRESS).size + 2 * qr.QUIET_MODULES
    assert f'viewBox="0 0 {side} {side}"' in svg
    assert svg.count("h") > svg.count("z") >= len(qr.matrix(ADDRESS).bars())
