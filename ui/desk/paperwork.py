"""What the desk asks of paper: pictures for the mat, documents for printer and file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from app.domain.notices import NoticeContent, PaperSize
from app.domain.placements import Placement
from app.domain.shop import Shop

if TYPE_CHECKING:
    from ui.paper.poster import PosterContent


@dataclass(frozen=True, kw_only=True, slots=True)
class Paperwork:
    """The painters draw in points from the sheet's upper left corner. `send_to_printer` asks by the system's
    own dialog; it is called on the GUI thread, the document makers off it."""

    paint_notice: Callable[[QPainter, NoticeContent, PaperSize], None]
    draw_notice: Callable[[NoticeContent, PaperSize], bytes]
    poster_content: Callable[[Shop, Placement, str], PosterContent]
    paint_poster: Callable[[QPainter, PosterContent, PaperSize], None]
    draw_poster: Callable[[PosterContent, PaperSize], bytes]
    draw_picture: Callable[[str], bytes]
    send_to_printer: Callable[[bytes], None]
