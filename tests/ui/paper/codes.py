"""Reads printed codes as phones do: by zxing-cpp, zbar and OpenCV, from a page of 150 dots an inch that lies
straight, is turned by seven degrees, or out of focus.

Every sheet with codes has a test by `unread_codes`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from io import BytesIO

import cv2
import numpy
import zxingcpp
from PIL import Image, ImageFilter

from tests.ui.paper.samples import pdf_pages
from tests.ui.paper.storm_samples import flat
from ui.paper.pdf import draw_pdf
from ui.paper.sheets import Code, Sheet

DPI = 150
DEGREES = 7
# A dot of 150 to the inch is 0.17 mm; this is a letter of 10 points that can just be read.
BLUR = 1.0
# A phone sees a code from many distances while it is held there: how much larger, and of its side how much
# around it.
NEARER = (1.0, 1.4)
AROUND = (0.35, 0.15, 0.6)


def by_zxing(page: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(page)}


def by_zbar(page: Image.Image) -> set[str]:
    """By Debian's zbarimg, which reads PNG from its input."""
    target = BytesIO()
    page.save(target, "PNG")
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", "-"]
    told = subprocess.run(command, input=target.getvalue(), capture_output=True, check=False).stdout
    return set(told.decode().splitlines())


def by_opencv(page: Image.Image) -> set[str]:
    """By either of its two detectors, from nearer where they do not see it: each misses one in a hundred."""
    for nearness in NEARER:
        size = (round(page.width * nearness), round(page.height * nearness))
        shown = numpy.asarray(page.resize(size, Image.Resampling.BICUBIC))
        for detector in (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()):
            text, _, _ = detector.detectAndDecode(shown)
            if text:
                return {text}
    return set()


READERS: dict[str, Callable[[Image.Image], set[str]]] = {
    "zxing-cpp": by_zxing,
    "zbar": by_zbar,
    "OpenCV": by_opencv,
}


def turned(page: Image.Image) -> Image.Image:
    return page.rotate(DEGREES, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def blurred(page: Image.Image) -> Image.Image:
    return page.filter(ImageFilter.GaussianBlur(BLUR))


TREATMENTS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "straight": lambda page: page,
    "turned": turned,
    "blurred": blurred,
}


def unread_codes(sheets: Sequence[Sheet], wanted: Sequence[str]) -> list[str]:
    """Which reader does not read which code; `wanted` are the texts of all codes, in the order of the sheets.

    A reader is shown a code with what stands around it, as a phone is that somebody points at it.
    """
    pages = pdf_pages(draw_pdf(sheets, title="Codes", language="en"), DPI)
    codes = [
        (page, thing)
        for page, sheet in zip(pages, sheets, strict=True)
        for thing in flat(sheet.things)
        if isinstance(thing, Code)
    ]
    return [
        f"{text}: {problem}"
        for (page, code), text in zip(codes, wanted, strict=True)
        for problem in _unread([page.crop(_around(code, more)) for more in AROUND], text)
    ]


def _unread(shown: Sequence[Image.Image], text: str) -> list[str]:
    return [
        f"{reader} does not read it {treatment}"
        for treatment, treat in TREATMENTS.items()
        for reader, read in READERS.items()
        if not any(text in read(treat(picture)) for picture in shown)
    ]


def _around(code: Code, part: float) -> tuple[int, int, int, int]:
    scale, more = DPI / 72, code.side * part
    edges = (code.x - more, code.y - more, code.x + code.side + more, code.y + code.side + more)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    return left, top, right, bottom
