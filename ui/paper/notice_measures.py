"""Margins of a notice by paper and design: how far the note, the slip and the block stand out of the text."""

from __future__ import annotations

from dataclasses import replace

from app.domain.notices import Design, PaperSize
from ui.paper.page import PageMeasures, page_measures
from ui.paper.sheets import mm

# The bold block begins eight millimetres from the edge on every paper, so its texts stand further in.
_BOLD_LEADING = {
    PaperSize.A4: mm(28),
    PaperSize.LETTER: mm(28),
    PaperSize.A5: mm(20),
    PaperSize.HALF_LETTER: mm(19),
    PaperSize.A6: mm(15),
}
_BOLD_TOP = {
    PaperSize.A4: mm(22.2),
    PaperSize.LETTER: mm(21),
    PaperSize.A5: mm(17),
    PaperSize.HALF_LETTER: mm(17),
    PaperSize.A6: mm(13.5),
}
LARGEST_BOLD_CODE = mm(30)


def notice_measures(size: PaperSize, design: Design) -> PageMeasures:
    plain = page_measures(size)
    match design:
        case Design.PLAIN:
            return plain
        case Design.WARM:
            return replace(plain, leading=plain.leading - plain.gap(6), top=plain.top - plain.gap(2))
        case Design.BOLD:
            return replace(
                plain,
                leading=_BOLD_LEADING[size],
                top=_BOLD_TOP[size],
                indent=0.0,
                code=min(plain.code, LARGEST_BOLD_CODE),
            )
