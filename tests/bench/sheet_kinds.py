"""S12 for every kind of sheet: from its content to its file, against a bare canvas that draws the same lines,
codes, pictures and paths at places that it is given."""

from __future__ import annotations

import io
import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from tests.bench.plan import Plan, Row, side_by_side
from tests.bench.sheets import pages, register_fonts
from tests.ui.paper.kinds import KINDS, Kind, Said
from ui.paper.document import Document
from ui.paper.sheets import Code, Fill, Picture, Sheet, Stroke, Thing, Turned, Words

# Ours tries sizes until all fits, which the canvas is spared.
LEAST = 0.15


def kind_rows(plan: Plan) -> Iterator[Row]:
    """A row for each kind in Latin letters, on the paper and in the design that it comes in first."""
    QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    register_fonts()
    documents = max(1, plan.sheets // 3)
    for kind in KINDS:
        sheets = _document(kind).lay_out()
        bare = partial(_bare, sheets)
        pair = side_by_side(plan.rounds, pages(documents, _ours(kind)), pages(documents, bare))
        yield Row(
            figure="S12",
            what=f"{kind.name} PDF",
            target=f">= {LEAST} of a bare canvas",
            measured=f"{statistics.median(pair.ours) * len(sheets):.0f}/s",
            ratio=f"{pair.ratio:.2f}",
            reached=pair.ratio >= LEAST,
        )


def _document(kind: Kind) -> Document:
    return kind.make(Said(), kind.sizes[0], kind.designs[0])


def _ours(kind: Kind) -> Callable[[], bytes]:
    return lambda: _document(kind).pdf()


def _bare(sheets: Sequence[Sheet]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        for thing in _flat(sheet.things):
            _draw(canvas, thing, sheet.height)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _flat(things: Sequence[Thing]) -> Iterator[Thing]:
    for thing in things:
        if isinstance(thing, Turned):
            yield from _flat(thing.things)
        else:
            yield thing


def _draw(canvas: Canvas, thing: Thing, height: float) -> None:
    match thing:
        case Words():
            canvas.setFont("Bold" if _is_bold(thing) else "Regular", thing.line.size)
            canvas.drawString(thing.x, height - thing.baseline, thing.line.text)
        case Fill():
            canvas.setFillColor(thing.colour)
            canvas.drawPath(_path(canvas, thing.path, height), stroke=0, fill=1)
            canvas.setFillColor("#000000")
        case Stroke():
            canvas.setLineWidth(thing.width)
            canvas.drawPath(_path(canvas, thing.path, height), stroke=1, fill=0)
        case Code():
            _draw_code(canvas, thing, height)
        case Picture():
            image, y = ImageReader(io.BytesIO(thing.file)), height - thing.y - thing.height
            canvas.drawImage(image, thing.x, y, thing.width, thing.height, mask="auto")


def _is_bold(words: Words) -> bool:
    return any(run.font.weight() >= 600 for run in words.line.runs)


def _draw_code(canvas: Canvas, code: Code, height: float) -> None:
    path, module = canvas.beginPath(), code.side / code.matrix.size
    for x, y, width in code.matrix.bars():
        path.rect(code.x + x * module, height - code.y - (y + 1) * module, width * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def _path(canvas: Canvas, path: QPainterPath, height: float) -> PDFPathObject:
    made: PDFPathObject = canvas.beginPath()
    curve: list[float] = []
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        x, y = element.x, height - element.y
        if element.isMoveTo():
            made.moveTo(x, y)
        elif element.isLineTo():
            made.lineTo(x, y)
        else:
            curve += (x, y)
            if len(curve) == 6:
                made.curveTo(*curve)
                curve = []
    return made
