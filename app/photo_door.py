"""Takes a photo in that proves what was done: no larger than a page needs, and without where it was taken."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from app.domain.errors import InvalidInput
from app.domain.photos import LONGEST_SIDE, MOST_BYTES
from app.domain.translation import mark
from app.pictures import MOST_BYTES as MOST_BYTES_CHOSEN
from app.pictures import open_picture
from app.theme import LIGHT

FIELD = "photo"
# Until it is small enough: good, still good, smaller.
_TRIES = ((1.0, 84), (1.0, 72), (0.75, 72), (0.5, 68), (0.5, 40))


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A JPEG of our own making."""

    content: bytes
    width: int
    height: int


def read_photo(path: Path) -> TakenIn:
    """The photo of the file at `path`. Raises InvalidInput on `photo` with what is wrong with it."""
    try:
        with path.open("rb") as file:
            return make_photo(file.read(MOST_BYTES_CHOSEN + 1))
    except OSError as error:
        raise InvalidInput(
            FIELD, mark("%(file)s cannot be read: %(reason)s."), file=path.name, reason=error.strerror or "?"
        ) from error


def make_photo(data: bytes) -> TakenIn:
    """The picture in `data`, tamed. Raises InvalidInput on `photo`."""
    if len(data) > MOST_BYTES_CHOSEN:
        raise InvalidInput(FIELD, mark("This file is larger than 20 MB. Please choose a smaller picture."))
    try:
        picture = open_picture(data, longest_side=LONGEST_SIDE)
    except InvalidInput as refused:
        raise InvalidInput(FIELD, refused.sentence, **refused.values) from refused
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", picture.size, LIGHT.paper)
    paper.paste(picture, mask=picture.getchannel("A"))
    return _small_enough(paper)


def _small_enough(picture: Image.Image) -> TakenIn:
    made = TakenIn(b"", 0, 0)
    for share, quality in _TRIES:
        size = tuple(max(1, round(side * share)) for side in picture.size)
        shrunk = picture if share == 1.0 else picture.resize((size[0], size[1]), Image.Resampling.LANCZOS)
        target = io.BytesIO()
        shrunk.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
        made = TakenIn(target.getvalue(), shrunk.width, shrunk.height)
        if len(made.content) <= MOST_BYTES:
            break
    return made
