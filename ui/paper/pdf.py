"""Draws sheets into a PDF by reportlab: deterministic, every font embedded, every letter searchable.

A line whose glyphs stand for its letters one by one is written as text of an embedded font. Any other line
(joined scripts, right to left, fonts that cannot be embedded) is drawn as outlines, each glyph a form that is
stored once, over the same text in a font of blank glyphs.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainterPath, QRawFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ui.paper.glyphs import font_key, outline, picture
from ui.paper.pdf_facts import Facts, Outline, tell_facts, write_metadata
from ui.paper.pdf_fonts import BLANK, BLANK_WIDTH, EMBEDDED, embedded_font, embedded_fonts, letters_of
from ui.paper.pdf_operators import colour_operands, dots_of, glyph_operators, path_operators
from ui.paper.pdf_tags import Element, Tags
from ui.paper.setting import ColouredRun, SetLine
from ui.paper.sheets import Code, Fill, Part, Picture, Sheet, Stroke, Thing, Turned, Words
from ui.shared.fonts import EM, LATIN

LEAST_SHIFT = 0.7
# Measured on Arabic, Hindi, Thai and Japanese: below, a form costs more than drawing the glyph again.
WORTH_A_FORM = 3
# Of PDF; the first that tags and their standard are written for.
VERSION = (1, 7)
# In every subset of a font. It ends a line that goes on: else whoever has it read hears two words as one.
SPACE = "<20> Tj"


def draw_pdf(sheets: Sequence[Sheet], *, title: str, language: str, author: str = "") -> bytes:
    """The sheets as one PDF. The same sheets give the same bytes. One at a time in a process.

    `author` is the shop, where it is told.
    """
    embedded_fonts()
    target = io.BytesIO()
    canvas = Canvas(
        target,
        pagesize=(sheets[0].width, sheets[0].height),
        pageCompression=1,
        invariant=1,
        # Else every file names Helvetica, which is nowhere embedded.
        initialFontName=EMBEDDED[LATIN, False],  # type: ignore[arg-type]  # the stubs want a float here
        lang=language,
        pdfVersion=VERSION,
    )
    facts, tags, outline = Facts(title, language, author), Tags(), Outline(sheets)
    tell_facts(canvas, facts)
    uses = _uses([thing for sheet in sheets for thing in sheet.things])
    for number, sheet in enumerate(sheets):
        begun = len(tags.elements)
        canvas.setPageSize((sheet.width, sheet.height))
        _Pen(canvas, sheet.height, uses, tags).draw_sheet(sheet, number)
        outline.add(canvas, sheet, number, tags.elements[begun:])
        canvas.showPage()
    outline.write(canvas, title)
    tags.write(canvas)
    write_metadata(canvas, facts, is_universal=tags.are_whole and bool(title and language))
    canvas.save()
    return target.getvalue()


class _Pen:
    """Writes things on the current page; turns our y, which grows downwards, into that of PDF."""

    def __init__(self, canvas: Canvas, height: float, uses: Counter[tuple[str, int]], tags: Tags) -> None:
        self._canvas = canvas
        self._height = height
        self._uses = uses
        self._tags = tags
        self._is_open = False
        self._open: Element | None = None
        # Fonts keep their subsets by document; reportlab has no public name for it.
        self._document = canvas._doc  # type: ignore[attr-defined]

    def draw_sheet(self, sheet: Sheet, number: int) -> None:
        """`number` is that of the page; a paper of a booklet tells those of its own."""
        self._tags.begin_sheet()
        parts = sheet.parts or (Part(number, 0),)
        ends = [*(part.begins for part in parts[1:]), len(sheet.things)]
        for part, end in zip(parts, ends, strict=True):
            self._tags.begin_page(part.number)
            self._draw(sheet.things[part.begins : end])
            self._close()

    def _draw(self, things: Sequence[Thing]) -> None:
        for thing in things:
            if not isinstance(thing, Turned):
                self._mark(self._tags.element(thing, self._height))
            match thing:
                case Words():
                    self._draw_words(thing)
                case Fill():
                    self._canvas.addLiteral(f"{colour_operands(thing.colour)} rg {self._path(thing.path)} f")
                case Stroke():
                    self._draw_stroke(thing)
                case Code():
                    self._draw_code(thing)
                case Picture():
                    self._draw_file(thing)
                case Turned():
                    self._draw_turned(thing)

    def _mark(self, element: Element | None) -> None:
        """What is drawn from here on belongs to `element`, or to nothing that anybody is told of."""
        if self._is_open and element is self._open:
            return
        self._close()
        self._canvas.addLiteral(self._tags.opening(element))
        self._is_open, self._open = True, element

    def _close(self) -> None:
        if self._is_open:
            self._canvas.addLiteral("EMC")
        self._is_open = False

    def _draw_turned(self, turned: Turned) -> None:
        self._close()
        words = [thing for thing in turned.things if isinstance(thing, Words)]
        elements = [self._tags.element(thing) for thing in words]
        canvas, y = self._canvas, self._height - turned.y
        canvas.saveState()
        canvas.translate(turned.x, y)
        canvas.rotate(-turned.degrees)
        canvas.translate(-turned.x, -y)
        self._draw([thing for thing in turned.things if not isinstance(thing, Words)])
        for thing, element in zip(words, elements, strict=True):
            self._mark(element)
            self._draw_outlines(thing.line.runs, thing.line.size, thing.x, self._height - thing.baseline)
        self._close()
        canvas.restoreState()
        # Readers of PDFs tear a slanted line to pieces, so its text lies straight.
        for thing, element in zip(words, elements, strict=True):
            self._mark(element)
            # Each anew: a line in the blank font leaves the text to be seen again.
            canvas.addLiteral("BT 3 Tr ET")
            self._write_letters(thing.line, thing.x, self._height - thing.baseline)
        self._close()
        canvas.addLiteral("BT 0 Tr ET")

    def _draw_stroke(self, stroke: Stroke) -> None:
        dashes = " ".join(f"{length:.3f}" for length in stroke.dashes or ())
        ends = 1 if stroke.round_ends else 0
        self._canvas.addLiteral(
            f"q {colour_operands(stroke.colour)} RG {stroke.width:.3f} w {ends} J 1 j [{dashes}] 0 d "
            f"{self._path(stroke.path)} S Q"
        )

    def _draw_code(self, code: Code) -> None:
        module = code.side / code.matrix.size
        top = self._height - code.y
        bars = "\n".join(
            f"{code.x + x * module:.4f} {top - (y + 1) * module:.4f} {width * module:.4f} {module:.4f} re"
            for x, y, width in code.matrix.bars()
        )
        self._canvas.addLiteral(f"{colour_operands(code.colour)} rg\n{bars}\nf")

    def _draw_file(self, picture: Picture) -> None:
        y = self._height - picture.y - picture.height
        # From the file, not from its dots: a JPEG stays one.
        image = ImageReader(io.BytesIO(picture.file))
        self._canvas.drawImage(image, picture.x, y, picture.width, picture.height, mask="auto")

    def _path(self, path: QPainterPath) -> str:
        return path_operators(path, 1.0, -1.0, 0.0, self._height, "%.3f")

    def _draw_words(self, words: Words) -> None:
        line, baseline = words.line, self._height - words.baseline
        runs = line.runs
        letters = letters_of(line, runs)
        if letters is None:
            self._draw_outlines(runs, line.size, words.x, baseline)
            self._write_hidden(line, words.x, baseline)
        else:
            self._write_runs(line, letters, words.x, baseline)

    def _write_letters(self, line: SetLine, x: float, baseline: float) -> None:
        """The line's text, in an embedded font if its letters can be told, else in the blank one."""
        runs = line.runs
        letters = letters_of(line, runs)
        if letters is None:
            self._write_hidden(line, x, baseline)
        else:
            self._write_runs(line, letters, x, baseline)

    def _write_runs(self, line: SetLine, letters: Sequence[str], x: float, baseline: float) -> None:
        for run, part in zip(line.runs, letters, strict=True):
            end = SPACE if run is line.runs[-1] and line.parting else ""
            self._write_run(run, part, line.size, x, baseline, end)

    def _write_run(
        self, run: ColouredRun, letters: str, size: float, x: float, baseline: float, end: str
    ) -> None:
        """Letters in the embedded font, each moved to where Qt has it (kerning, tracking)."""
        font = embedded_font(run)
        assert font is not None
        canvas, face = self._canvas, font.face
        left = run.places[0].x()
        pen, at = 0.0, 0
        operators = [
            f"BT {colour_operands(run.colour)} rg 1 0 0 1 {x + left * size / EM:.3f} {baseline:.3f} Tm"
        ]
        for subset, codes in font.splitString(letters, self._document):
            parts: list[str] = []
            string = ""
            for code in codes:
                wanted = (run.places[at].x() - left) * 1000 / EM
                if abs(pen - wanted) > LEAST_SHIFT:
                    parts.append(f"<{string}>{pen - wanted:.1f}" if string else f"{pen - wanted:.1f}")
                    string, pen = "", wanted
                string += f"{code:02x}"
                pen += face.getCharWidth(ord(letters[at]))  # type: ignore[no-untyped-call]
                at += 1
            name = font.getSubsetInternalName(subset, self._document)
            operators.append(f"{name} {size:.3f} Tf [{''.join(parts)}<{string}>] TJ")
        canvas.addLiteral(" ".join(operators) + f" {end} ET")

    def _draw_outlines(self, runs: Sequence[ColouredRun], size: float, x: float, baseline: float) -> None:
        canvas, scale = self._canvas, size / EM
        for run in runs:
            canvas.addLiteral(f"{colour_operands(run.colour)} rg")
            key = font_key(run.font)
            for glyph, place in zip(run.glyphs, run.places, strict=True):
                left, bottom = x + place.x() * scale, baseline - place.y() * scale
                drawn = glyph_operators(key, run.font, glyph)
                if not drawn:
                    self._draw_picture(*picture(key, run.font, glyph), left, bottom, scale)
                    continue
                # No exponents: PDF has none, and a glyph at 1e-05 would vanish.
                placed = f"q {scale:.5f} 0 0 {scale:.5f} {left:.3f} {bottom:.3f} cm"
                self._draw_glyph(placed, drawn, (key, glyph), run.font)

    def _draw_glyph(self, placed: str, drawn: str, name: tuple[str, int], font: QRawFont) -> None:
        """A glyph that comes often is stored once as a form; for a rare one a form would cost more."""
        canvas = self._canvas
        if self._uses[name] < WORTH_A_FORM:
            canvas.addLiteral(f"{placed}\n{drawn} f Q")
            return
        form = f"{name[0]}-{name[1]}".replace(" ", "")
        if not canvas.hasForm(form):
            box = outline(name[0], font, name[1]).boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)
            canvas.beginForm(form, box.left(), -box.bottom(), box.right(), -box.top())
            canvas.addLiteral(f"{drawn} f")
            canvas.endForm()
        canvas.addLiteral(placed)
        canvas.doForm(form)
        canvas.addLiteral("Q")

    def _draw_picture(self, image: QImage, covered: QRectF, left: float, bottom: float, scale: float) -> None:
        if image.isNull():
            return
        y = bottom - (covered.y() + covered.height()) * scale
        self._canvas.drawImage(
            dots_of(image),
            left + covered.x() * scale,
            y,
            covered.width() * scale,
            covered.height() * scale,
            mask="auto",
        )

    def _write_hidden(self, line: SetLine, x: float, baseline: float) -> None:
        """The line's text, unseen (render mode 3), stretched to the line's width."""
        canvas, text = self._canvas, line.text_as_seen()
        if not text.strip():
            return
        font = embedded_fonts()[BLANK]
        stretch = 100 * line.width / (len(text) * line.size * BLANK_WIDTH)
        operators = [f"BT 3 Tr {stretch:.3f} Tz 1 0 0 1 {x:.3f} {baseline:.3f} Tm"]
        for subset, codes in font.splitString(text, self._document):
            name = font.getSubsetInternalName(subset, self._document)
            operators.append(f"{name} {line.size:.3f} Tf <{codes.hex()}> Tj")
        # A line from right to left ends on its left; its text is told in its own order beside it.
        end = "" if line.is_right_to_left or not line.parting else SPACE
        canvas.addLiteral(" ".join(operators) + f" {end} 0 Tr 100 Tz ET")


def _uses(things: Sequence[Thing]) -> Counter[tuple[str, int]]:
    """How often each glyph will be drawn as an outline."""
    uses: Counter[tuple[str, int]] = Counter()
    for thing in things:
        if isinstance(thing, Turned):
            for words in thing.things:
                if isinstance(words, Words):
                    _count(words.line.runs, uses)
        elif isinstance(thing, Words):
            runs = thing.line.runs
            if letters_of(thing.line, runs) is None:
                _count(runs, uses)
    return uses


def _count(runs: Sequence[ColouredRun], uses: Counter[tuple[str, int]]) -> None:
    for run in runs:
        key = font_key(run.font)
        uses.update((key, glyph) for glyph in run.glyphs)
