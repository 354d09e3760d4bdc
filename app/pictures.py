"""Takes a picture in that a person chose from her files, whatever it calls itself: small, still, whole, and
without a word of who made it where. What cannot be trusted is refused in one sentence."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from app.domain.errors import InvalidInput
from app.domain.logos import Logo
from app.domain.translation import mark
from app.theme import LIGHT

FIELD = "logo"
FORMATS = ("PNG", "JPEG", "WEBP", "BMP")
MOST_BYTES = 20_000_000
MOST_DOTS = 50_000_000
LONGEST_SIDE = 512
# What phones load: sharp at twice the height of a page's head, and a few kB whatever was chosen.
SMALL_HEIGHT, SMALL_WIDTH = 88, 264
SMALL_BYTES = 6_000
_TRIES = ((1.0, 128), (1.0, 64), (1.0, 32), (0.75, 32), (0.5, 32), (0.5, 16))
# A light mark on nothing would not be seen on paper: it gets a ground of ink.
LIGHT_MARK = 190
GROUND_SHARE = 0.12
# Fainter than this nobody sees it.
FAINT = 8


def read_logo(path: Path) -> Logo:
    """The logo of the file at `path`. Raises InvalidInput on `logo` with what is wrong with it."""
    try:
        with path.open("rb") as file:
            return make_logo(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise InvalidInput(
            FIELD, mark("%(file)s cannot be read: %(reason)s."), file=path.name, reason=error.strerror or "?"
        ) from error


def make_logo(data: bytes) -> Logo:
    """The picture in `data`, tamed. Raises InvalidInput on `logo`."""
    if len(data) > MOST_BYTES:
        raise InvalidInput(FIELD, mark("This file is larger than 20 MB. Please choose a smaller picture."))
    picture = _seen(open_picture(data, longest_side=LONGEST_SIDE))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    picture = _on_ground(picture)
    return Logo(png=_png(picture), small=_small(picture), width=picture.width, height=picture.height)


def open_picture(data: bytes, *, longest_side: int) -> Image.Image:
    """The first picture in it, upright, with nothing of what else the file said; hardly larger than twice
    `longest_side` where it can be read so. Raises InvalidInput."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            found = Image.open(io.BytesIO(data), formats=FORMATS)
            if found.width * found.height > MOST_DOTS:
                raise InvalidInput(FIELD, _TOO_MANY_DOTS)
            # A JPEG can be read small at once.
            found.draft("RGB", (2 * longest_side, 2 * longest_side))
            found.load()
            return _plain(ImageOps.exif_transpose(found))
    except UnidentifiedImageError as error:
        raise InvalidInput(FIELD, _DRAWING if _is_drawing(data) else _NO_PICTURE) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise InvalidInput(FIELD, _TOO_MANY_DOTS) from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, OverflowError) as error:
        # Pillow says all of these of files that end too early or lie about what is in them.
        raise InvalidInput(FIELD, _DAMAGED) from error


_TOO_MANY_DOTS = mark("This picture has too many dots. Please save it smaller first.")
_DRAWING = mark("This is a drawing (SVG). Please save it as PNG and choose that.")
_NO_PICTURE = mark("This is no picture that Teacup can read. Please choose a PNG, JPEG, WebP or BMP file.")
_DAMAGED = mark("This picture is damaged or not whole. Please choose another file.")
_EMPTY = mark("There is nothing to be seen in this picture. Please choose another one.")


def _is_drawing(data: bytes) -> bool:
    return b"<svg" in data[:4096].lower()


def _plain(found: Image.Image) -> Image.Image:
    """The dots alone: what stands beside them in a file (place, camera, comments) stays behind."""
    if found.mode.startswith("I"):
        found = _spread(found.convert("I"))
    wanted = found.convert("RGBA")
    made = Image.new("RGBA", wanted.size)
    made.paste(wanted)
    return made


def _spread(deep: Image.Image) -> Image.Image:
    """Greys of many bits, brought to what a screen shows."""
    lowest, highest = (float(value) for value in deep.getextrema())  # type: ignore[arg-type]
    share = 255 / max(1.0, highest - lowest)
    return deep.point(lambda value: value * share - lowest * share).convert("L")


def _seen(picture: Image.Image) -> Image.Image:
    """Without what is empty around it."""
    box = picture.getchannel("A").point(lambda value: 255 if value > FAINT else 0).getbbox()
    if box is None:
        raise InvalidInput(FIELD, _EMPTY)
    return picture.crop(box)


def _on_ground(picture: Image.Image) -> Image.Image:
    """Opaque pictures as they are; light marks on nothing laid on ink, for paper is light as well."""
    alpha = picture.getchannel("A")
    if alpha.getextrema()[0] == 255:
        return picture.convert("RGB")
    lightness = picture.convert("L").histogram(mask=alpha.point(lambda value: 255 if value > 127 else 0))
    dots = sum(lightness)
    if not dots or sum(value * count for value, count in enumerate(lightness)) / dots < LIGHT_MARK:
        return picture
    border = max(2, round(min(picture.size) * GROUND_SHARE))
    ground = Image.new("RGBA", (picture.width + 2 * border, picture.height + 2 * border), LIGHT.ink)
    ground.alpha_composite(picture, (border, border))
    ground.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return ground.convert("RGB")


def _small(picture: Image.Image) -> bytes:
    """As many colours as fit into what a phone is asked to load."""
    share = min(1.0, SMALL_HEIGHT / picture.height, SMALL_WIDTH / picture.width)
    made = b""
    for smaller, colours in _TRIES:
        size = tuple(max(1, round(side * share * smaller)) for side in picture.size)
        shrunk = picture.resize((size[0], size[1]), Image.Resampling.LANCZOS)
        made = _png(shrunk.quantize(colours, method=Image.Quantize.FASTOCTREE))
        if len(made) <= SMALL_BYTES:
            break
    return made


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()
