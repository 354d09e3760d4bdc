"""S12: notices, against a bare canvas that draws as many letters and the same code."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import qr
from app.domain.ideas import Status
from app.domain.notices import NoticeContent, PaperSize
from app.paths import resource
from app.words import load_words
from tests.bench.plan import Plan, Row, side_by_side
from ui.paper.notice import draw_notice

ADDRESS = "http://192.168.178.31:8765/i/0193545b1f7c7d4c9d1c%012x"
ANSWER = "From next week we open at half past six, Monday to Friday, and the first rolls are out by then."
LATIN = "Could you open at half past six? My bus goes at ten to seven and I always miss your rolls."
SHAPED = {
    "Arabic": "هل يمكن كتابة قائمة الأسعار بحروف أكبر؟ والدتي لا تستطيع قراءتها من مكان الانتظار.",
    "Hindi": "क्या रविवार को भी थोड़ी देर दुकान खुल सकती है? हमारा पूरा परिवार तब साथ नाश्ता करता है।",
    "Thai": "อยากให้มีชาเย็นในวันที่อากาศร้อนค่ะ และอยากให้มีที่นั่งข้างหน้าต่างด้วย",
    "Japanese": "週末だけでも、抹茶のメロンパンを焼いてもらえたらうれしいです。",
}


# Each notice leads to an idea of its own: a code that is asked for twice is remembered.
_numbers = count(1)


def notice_rows(plan: Plan) -> list[Row]:
    """S12: one row for Latin, one for the slowest of four shaped scripts."""
    QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    latin = _row("notice PDF, Latin", {"Latin": LATIN}, 0.6, plan)
    return [latin, _row("notice PDF, shaped scripts", SHAPED, 0.25, plan)]


def _row(what: str, texts: dict[str, str], least: float, plan: Plan) -> Row:
    pairs = {
        name: side_by_side(plan.rounds, pages(plan.sheets, _ours(text)), pages(plan.sheets, bare_notice))
        for name, text in texts.items()
    }
    slowest = min(pairs, key=lambda name: pairs[name].ratio)
    rates = ", ".join(f"{name} {statistics.median(pair.ours):.0f}/s" for name, pair in pairs.items())
    return Row(
        figure="S12",
        what=what,
        target=f">= {least} of a bare canvas",
        measured=rates,
        ratio=f"{pairs[slowest].ratio:.2f}",
        reached=pairs[slowest].ratio >= least,
    )


def _next_address() -> str:
    return ADDRESS % next(_numbers)


def pages(count: int, draw: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter()
        for _ in range(count):
            draw()
        return count / (time.perf_counter() - began)

    return measure


def _ours(text: str) -> Callable[[], bytes]:
    words = load_words("en", resource("translations"))
    content = NoticeContent(
        shop_name="Linden Street Bakery",
        shop_colour="#8F3A1B",
        language="en",
        idea_text=text,
        idea_name="Amina",
        others=41,
        answer=ANSWER,
        reason="",
        signed="Marta",
        status=Status.TRIAL,
        until=date(2026, 12, 24),
        answered_on=date(2026, 11, 22),
        printed_on=date(2026, 11, 22),
        take_down_on=date(2026, 12, 24),
        number=142,
        address="",
    )
    return lambda: draw_notice(replace(content, address=_next_address()), PaperSize.A4, words)


def register_fonts() -> None:
    for name in ("Regular", "Bold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, resource("fonts", f"AtkinsonHyperlegible-{name}.ttf")))


def bare_notice() -> bytes:
    """The same letters in the same two embedded fonts, broken by hand, the code as one path."""
    register_fonts()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    top = A4[1] - 150
    for font, size, text in (
        ("Bold", 41, LATIN),
        ("Regular", 25, ANSWER),
        ("Bold", 25, "On trial to 24 December"),
    ):
        canvas.setFont(font, size)
        for start in range(0, len(text), 24):
            canvas.drawString(80, top, text[start : start + 24])
            top -= size * 1.3
    _draw_code(canvas)
    canvas.setFont("Regular", 12)
    canvas.drawString(
        80, 60, "Linden Street Bakery, no. 142, hangs until 24 December. Amina and 41 others. Marta"
    )
    canvas.save()
    return file.getvalue()


def _draw_code(canvas: Canvas) -> None:
    matrix = qr.matrix(_next_address())
    module = 96 / matrix.size
    path = canvas.beginPath()
    for row, cells in enumerate(matrix.rows):
        for column, dark in enumerate(cells):
            if dark:
                path.rect(80 + column * module, 190 - row * module, module, module)
    canvas.drawPath(path, stroke=0, fill=1)
