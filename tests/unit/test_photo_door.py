"""A photo of what was done: taken in small and plain, or refused in one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import InvalidInput
from app.domain.photos import LONGEST_SIDE, MOST_BYTES
from app.photo_door import make_photo, read_photo
from tests.pictures import as_file, bomb, noise, picture, with_secrets


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_comes_in_no_larger_than_a_page_needs(kind: str) -> None:
    taken = make_photo(as_file(noise((2400, 1800)), kind))

    made = Image.open(io.BytesIO(taken.content))
    assert made.format == "JPEG"
    assert (made.width, made.height) == (taken.width, taken.height)
    assert max(made.size) <= LONGEST_SIDE
    assert len(taken.content) <= MOST_BYTES


def test_nothing_is_told_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x010E] = "canary-place"
    exif.get_ifd(0x8825)[2] = (51.0, 19.0, 12.0)
    sent = as_file(picture((200, 100), mode="RGB"), "JPEG", exif=exif, comment=b"canary-comment")

    for data in (sent, with_secrets()):
        made = make_photo(data).content
        assert b"canary" not in made
        assert not Image.open(io.BytesIO(made)).getexif()


def test_a_photo_that_was_held_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    taken = make_photo(as_file(picture((200, 100), mode="RGB"), "JPEG", exif=exif))

    assert (taken.width, taken.height) == (100, 200)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        bomb(),
        as_file(noise((300, 300)), "JPEG")[:4000],
        b"\xff" * 20_000_001,
    ],
    ids=["empty", "text", "svg", "bomb", "cut", "huge"],
)
def test_what_cannot_be_trusted_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput) as refusal:
        make_photo(data)

    assert refusal.value.field == "photo"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_photo(tmp_path / "gone.jpg")

    assert refusal.value.values["file"] == "gone.jpg"
