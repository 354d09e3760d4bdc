"""Sheets of labels: the code of a place as often as a sheet holds it, each label as its maker cut it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import qr
from app.domain.code_sheets import CodeKind
from app.domain.errors import InvalidInput
from app.domain.label_sheets import LabelSheet
from app.domain.notices import Design, PaperSize
from app.domain.translation import mark
from app.theme import LIGHT
from app.words import Words as Catalogue
from ui.paper.code_face import CodeFace, FaceMeasures, FaceText, StandingFace
from ui.paper.design import Dress, dress
from ui.paper.document import Document
from ui.paper.page import PageMeasures, page_measures
from ui.paper.place_content import PlaceContent, asked, titled
from ui.paper.retelling import told_again
from ui.paper.sheets import Sheet, Stroke, Thing, all_moved, mm, rectangle, sheet_size

# A label is cut a little beside its place, and printers leave the edge of a sheet white.
CUT_TOLERANCE, UNPRINTED = mm(1.2), mm(5)
# The finest module that phones read from a hand's breadth away, and the largest code worth its paper.
FINEST_MODULE, LARGEST_CODE = mm(0.4), mm(48)
# The code beside its words where a label is so much wider than high, and its part of the width at most.
WIDE_LABEL, CODE_SHARE, STANDING_SHARE = 1.05, 0.56, 0.58
PADDING, SMALLEST_LABEL = 0.045, 5.5
# Labels as high and wide as this say more.
ROOMY = mm(45)


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelRun:
    """Which labels are printed: `count` of them, beginning with number `first` of the first sheet. With
    `shows_cuts` the labels are outlined, for a look before paper is spent."""

    sheet: LabelSheet
    first: int = 1
    count: int
    shows_cuts: bool = False


def labels(content: PlaceContent, run: LabelRun, words: Catalogue, design: Design = Design.PLAIN) -> Document:
    """Raises InvalidInput on field `address` when there is none, on `format` when the labels are too small
    for its code, on `first` and `count`."""
    content.check_address()
    numbers = run.sheet.sheets(run.first, run.count)
    face = _face_measures(run.sheet, content.address)
    text = _text(content, words, is_roomy=not face.is_standing and min(face.measures.box) >= ROOMY)
    return Document(
        title=titled(CodeKind.LABELS, content, words),
        language=content.language,
        texts=content.texts,
        author=content.shop_name,
        lay_out=lambda: _lay_out(content, text, run, numbers, face, dress(design, content.colour), words),
    )


def _text(content: PlaceContent, words: Catalogue, *, is_roomy: bool) -> FaceText:
    name = (content.shop_name, True)
    if not is_roomy:
        return FaceText(headline=content.headline or words.tr("Got an idea? Scan."), lines=(name,))
    steps = words.tr("Scan. Write. See what becomes of it.")
    return FaceText(headline=asked(content, words), lines=((steps, False), name))


@dataclass(frozen=True, slots=True)
class _LabelFace:
    """The face within a label: how much free edge the sheet takes of it, and whether words stand below."""

    measures: FaceMeasures
    left: float
    top: float
    is_standing: bool


def _face_measures(sheet: LabelSheet, address: str) -> _LabelFace:
    """As large a code as the label holds. Raises InvalidInput on `format` when that is too fine to read."""
    left, top, right, bottom = (
        max(0.0, UNPRINTED - mm(max(edge, 0.0)))
        for edge in (sheet.left, sheet.top, sheet.right, sheet.bottom)
    )
    wide, high = mm(sheet.width) - left - right, mm(sheet.height) - top - bottom
    matrix = qr.matrix(address)
    modules = matrix.size + 2 * qr.QUIET_MODULES
    is_standing = wide < WIDE_LABEL * high
    within = (wide, high * STANDING_SHARE) if is_standing else (wide * CODE_SHARE, high)
    module = min((min(within) - 2 * CUT_TOLERANCE) / modules, LARGEST_CODE / matrix.size)
    if module < FINEST_MODULE:
        raise InvalidInput(
            "format",
            mark(
                "A label of %(width)s × %(height)s mm is too small for the code of this address. "
                "Please take larger labels."
            ),
            width=f"{sheet.width:g}",
            height=f"{sheet.height:g}",
        )
    page = _page(sheet.page, min(wide, high), module, matrix.size)
    if is_standing:
        page = replace(page, leading=page.trailing)
    return _LabelFace(_measures(page, (wide, high)), left, top, is_standing)


def _page(size: PaperSize, shorter: float, module: float, modules: int) -> PageMeasures:
    side = max(mm(1.6), shorter * PADDING)
    return replace(
        page_measures(PaperSize.A6),
        size=size,
        scale=shorter / mm(105),
        leading=side + CUT_TOLERANCE,
        trailing=CUT_TOLERANCE + qr.QUIET_MODULES * module,
        top=CUT_TOLERANCE + qr.QUIET_MODULES * module,
        bottom=CUT_TOLERANCE + side,
        label=min(max(shorter * 0.085, SMALLEST_LABEL), 13),
        code=module * modules,
    )


def _measures(page: PageMeasures, box: tuple[float, float]) -> FaceMeasures:
    shorter = min(box)
    return FaceMeasures(
        page=page,
        box=box,
        headline=min(max(shorter * 0.19, 8.5), 30),
        edge=CUT_TOLERANCE,
        inner=max(mm(1), shorter * PADDING),
    )


def _lay_out(
    content: PlaceContent,
    text: FaceText,
    run: LabelRun,
    numbers: Sequence[Sequence[int]],
    face: _LabelFace,
    worn: Dress,
    words: Catalogue,
) -> list[Sheet]:
    """The label is set once and laid down as often as wanted."""
    made = StandingFace if face.is_standing else CodeFace
    label = all_moved(made(content, text, face.measures, worn, words).things(), face.left, face.top)
    return [_sheet(label, run, places) for places in numbers]


def _sheet(label: tuple[Thing, ...], run: LabelRun, places: Sequence[int]) -> Sheet:
    things: list[Thing] = []
    if run.shows_cuts:
        things += [_cut(run.sheet, number) for number in range(run.sheet.count)]
    for number in places:
        x, y = run.sheet.place(number)
        things += all_moved(told_again(label, is_copy=number != places[0]), mm(x), mm(y))
    return Sheet(*sheet_size(run.sheet.page), tuple(things))


def _cut(sheet: LabelSheet, number: int) -> Stroke:
    x, y = sheet.place(number)
    return Stroke(rectangle(mm(x), mm(y), mm(sheet.width), mm(sheet.height)), LIGHT.hair, 0.6)
