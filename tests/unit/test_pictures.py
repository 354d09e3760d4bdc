"""A logo is taken in small and plain, whatever the file is; what is none is refused in one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.errors import InvalidInput
from app.pictures import LONGEST_SIDE, MOST_BYTES, SMALL_BYTES, make_logo, read_logo
from tests.pictures import as_file, bomb, noise, picture, with_secrets


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_each_usual_kind_is_taken_and_becomes_a_png(kind: str) -> None:
    image = picture(ground=(255, 255, 255, 255), mode="RGB")

    logo = make_logo(as_file(image, kind))

    assert logo.png.startswith(b"\x89PNG")
    assert logo.small.startswith(b"\x89PNG")
    assert opened(logo.png).size == (logo.width, logo.height) == (64, 64)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_greys_palettes_and_printers_colours_are_seen(mode: str) -> None:
    by_way_of = {"CMYK": "RGB", "I;16": "L"}.get(mode, mode)
    image = picture(ground=(255, 255, 255, 255), mode=by_way_of).convert(mode)

    seen = opened(make_logo(as_file(image, "JPEG" if mode == "CMYK" else "PNG")).png).convert("L")

    assert seen.getpixel((32, 32)) < seen.getpixel((2, 2)) - 50  # type: ignore[operator]


def test_what_is_empty_around_it_is_cut_off() -> None:
    logo = make_logo(as_file(picture((200, 100))))

    assert (logo.width, logo.height) == (100, 50)


@pytest.mark.parametrize("size", [(2400, 1600), (6000, 40), (40, 6000), (1, 1)])
def test_a_huge_or_slender_one_becomes_small_and_keeps_its_shape(size: tuple[int, int]) -> None:
    logo = make_logo(as_file(noise(size)))

    assert max(logo.width, logo.height) <= LONGEST_SIDE
    assert min(logo.width, logo.height) >= 1
    assert len(logo.small) <= SMALL_BYTES


def test_nothing_of_what_the_file_told_is_kept() -> None:
    assert b"canary-author" in with_secrets()

    logo = make_logo(with_secrets())

    for kept in (logo.png, logo.small):
        assert b"canary" not in kept
        assert not opened(kept).info.keys() - {"transparency"}


def test_a_photograph_is_turned_as_its_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = picture((100, 60), ground=(255, 255, 255, 255), mode="RGB")

    logo = make_logo(as_file(lying, "JPEG", exif=exif))

    assert (logo.width, logo.height) == (60, 100)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_one_the_first_picture_is_taken(kind: str) -> None:
    first = picture(ground=(255, 255, 255, 255), mode="RGB")
    second = Image.new("RGB", (64, 64), "blue")

    logo = make_logo(as_file(first, kind, save_all=True, append_images=[second]))

    assert opened(logo.png).convert("RGB").getpixel((2, 2))[0] > 200  # type: ignore[index]
    assert getattr(opened(logo.png), "n_frames", 1) == 1


def test_a_light_mark_on_nothing_gets_a_ground_that_it_is_seen_on() -> None:
    logo = make_logo(as_file(picture(ink=(255, 255, 255, 255))))

    seen = opened(logo.png).convert("L")
    assert seen.getpixel((0, 0)) < 80  # type: ignore[operator]
    assert seen.getpixel((seen.width // 2, seen.height // 2)) > 200  # type: ignore[operator]


def test_a_wrong_ending_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "logo.gif"
    path.write_bytes(as_file(picture()))

    assert read_logo(path).width == 32


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no picture that Teacup can read"),
        (b"hello", "no picture that Teacup can read"),
        (as_file(picture(mode="P"), "GIF"), "no picture that Teacup can read"),
        (as_file(picture(), "TIFF"), "no picture that Teacup can read"),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", "a drawing (SVG)"),
        (bomb(), "too many dots"),
        (bomb(8_000), "too many dots"),
        (bomb(500), "damaged or not whole"),
        (as_file(noise((300, 300)))[:5000], "damaged or not whole"),
        (as_file(noise((300, 300)), "JPEG")[:3000], "damaged or not whole"),
        (as_file(Image.new("RGBA", (50, 50), (0, 0, 0, 0))), "nothing to be seen"),
        (bytes(MOST_BYTES + 1), "larger than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_a_logo_is_refused_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_logo(data)

    assert refused.value.field == "logo"
    assert says in str(refused.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_logo(tmp_path / "gone.png")
