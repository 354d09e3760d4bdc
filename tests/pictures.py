"""Pictures that people choose as a logo, and files that only say they are one."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

BRICK = (143, 58, 27, 255)


def picture(
    size: tuple[int, int] = (64, 64),
    *,
    mode: str = "RGBA",
    ink: tuple[int, int, int, int] = BRICK,
    ground: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> Image.Image:
    """A round mark in the middle of nothing, or of `ground`."""
    made = Image.new("RGBA", size, ground)
    quarter = (size[0] // 4, size[1] // 4)
    box = (*quarter, size[0] - quarter[0] - 1, size[1] - quarter[1] - 1)
    ImageDraw.Draw(made).ellipse(box, fill=ink)
    return made.convert(mode)


def as_file(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **more)
    return target.getvalue()


def noise(size: tuple[int, int]) -> Image.Image:
    """What compresses worst: a photograph of sand."""
    return Image.effect_noise(size, 90).convert("RGB")


def with_secrets() -> bytes:
    """A PNG that tells who made it where."""
    words = PngInfo()
    words.add_text("Author", "canary-author")
    words.add_itxt("Comment", "canary-comment")
    exif = Image.Exif()
    exif[0x010E] = "canary-place"
    return as_file(picture(), pnginfo=words, exif=exif, icc_profile=b"canary-profile" * 20)


def bomb(side: int = 60_000) -> bytes:
    """A small PNG that says it is gigantic."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
