"""Contents of notices with sane defaults, and pages of a PDF as pictures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pypdfium2
from PIL import Image
from PySide6.QtGui import QImage

from app.domain.ideas import Status
from app.domain.notices import NoticeContent
from app.paths import resource
from app.words import Words, load_words

ADDRESS = "http://192.168.178.31:8765/i/K7Q"


def make_content(**changes: Any) -> NoticeContent:
    values: dict[str, Any] = {
        "shop_name": "Linden Street Bakery",
        "shop_colour": "#8F3A1B",
        "language": "en",
        "idea_text": "Could you open at half past six? My bus goes at ten to seven.",
        "idea_name": "Amina",
        "others": 41,
        "answer": "From 1 December we open at half past six, Monday to Friday.",
        "reason": "",
        "signed": "Marta",
        "status": Status.TRIAL,
        "until": date(2026, 12, 24),
        "answered_on": date(2026, 11, 22),
        "printed_on": date(2026, 11, 22),
        "take_down_on": date(2026, 12, 24),
        "number": 142,
        "address": ADDRESS,
    }
    return NoticeContent(**(values | changes))


def make_words(language: str = "en") -> Words:
    return load_words(language, resource("translations"))


def pdf_pages(pdf: bytes, dpi: float) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def as_grey(picture: QImage) -> Image.Image:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())
