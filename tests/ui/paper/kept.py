"""Pictures of sheets that somebody has looked at and found good, and how far a sheet is from them today.

With TEACUP_KEEP_PICTURES set, the tests write them anew: look at each before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from tests.ui.paper.samples import as_grey
from ui.paper.picture import sheet_picture
from ui.paper.sheets import Sheet

FOLDER = Path(__file__).with_name("kept")
# Wide enough for a picture, too little for anybody's letters to be lost in it.
WIDTH = 360
SHADES = 16
# Other versions of Qt smooth edges otherwise; a word that moved makes hundreds.
MOST_DIFFERING_DOTS = 40
DIFFERENT = 56


def differing_from_kept(name: str, sheet: Sheet) -> int:
    """How many dots are not as they were kept under this name."""
    now = as_grey(sheet_picture(sheet, 72 * WIDTH / sheet.width))
    file = FOLDER / f"{name}.png"
    if os.environ.get("TEACUP_KEEP_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        now.quantize(SHADES).save(file, optimize=True)
    with Image.open(file) as kept:
        pictures = [kept.convert("L"), now]
    if pictures[0].size != now.size:
        return now.width * now.height
    blurred = [picture.filter(ImageFilter.BoxBlur(2)) for picture in pictures]
    difference = ImageChops.difference(*blurred).point(lambda value: 255 if value > DIFFERENT else 0)
    return int(difference.histogram()[255])
