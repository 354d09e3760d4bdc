"""Label sheets by their makers' numbers."""

from __future__ import annotations

from app.domain.errors import NotFound
from app.domain.label_sheets import LabelSheet
from app.domain.notices import PaperSize
from app.domain.translation import mark


def label_sheet(name: str) -> LabelSheet:
    """The sheet of that maker's number, however it is typed. Raises NotFound with what there is."""
    wanted = "".join(letter for letter in name.casefold() if letter.isalnum())
    for sheet in LABEL_SHEETS:
        if wanted == sheet.name.casefold():
            return sheet
    for known, same in SAME_AS.items():
        if wanted == known.casefold():
            return label_sheet(same)
    known_names = ", ".join(sheet.name for sheet in LABEL_SHEETS)
    raise NotFound(
        mark("“%(name)s” is no label sheet that Teacup knows. It knows %(known)s."),
        name=name,
        known=known_names,
    )


def _of(
    name: str,
    grid: tuple[int, int],
    label: tuple[float, float],
    corner: tuple[float, float],
    pitch: tuple[float, float],
    page: PaperSize = PaperSize.A4,
) -> LabelSheet:
    return LabelSheet(
        name=name,
        page=page,
        columns=grid[0],
        rows=grid[1],
        width=label[0],
        height=label[1],
        left=corner[0],
        top=corner[1],
        across=pitch[0],
        down=pitch[1],
    )


def _letter(
    name: str,
    grid: tuple[int, int],
    label: tuple[float, float],
    corner: tuple[float, float],
    pitch: tuple[float, float],
) -> LabelSheet:
    return _of(name, grid, label, corner, pitch, PaperSize.LETTER)


# Avery and Avery Zweckform, and all that say "compatible with" one of them: columns and rows, label, first
# corner, pitch. The makers' own templates, as two independent lists of them agree to a tenth or two.
LABEL_SHEETS = (
    _of("L7651", (5, 13), (38.1, 21.17), (4.67, 10.9), (40.64, 21.17)),
    _of("L7654", (4, 10), (45.72, 25.4), (9.75, 21.5), (48.26, 25.4)),
    _of("L7159", (3, 8), (63.5, 33.87), (7.21, 13.02), (66.04, 33.87)),
    _of("L7160", (3, 7), (63.5, 38.1), (7.21, 15.15), (66.04, 38.1)),
    _of("L7161", (3, 6), (63.5, 46.56), (7.21, 8.82), (66.04, 46.56)),
    _of("L7164", (3, 4), (63.5, 71.97), (7.21, 4.57), (66.04, 71.97)),
    _of("L7162", (2, 8), (99.06, 33.87), (4.67, 13.02), (101.6, 33.87)),
    _of("L7163", (2, 7), (99.06, 38.1), (4.67, 15.15), (101.6, 38.1)),
    _of("L7173", (2, 5), (99.06, 57.0), (4.67, 6.0), (101.6, 57.0)),
    _of("L7165", (2, 4), (99.06, 67.73), (4.67, 13.04), (101.6, 67.73)),
    _of("L7166", (2, 3), (99.06, 93.13), (4.67, 8.81), (101.6, 93.13)),
    _of("4780", (4, 10), (48.5, 25.4), (8.0, 21.5), (48.5, 25.4)),
    _of("3474", (3, 8), (70.0, 37.0), (0.0, 0.5), (70.0, 37.0)),
    _of("3475", (3, 8), (70.0, 36.0), (0.0, 4.5), (70.0, 36.0)),
    _of("3664", (3, 8), (70.0, 33.8), (0.0, 13.3), (70.0, 33.8)),
    _of("3652", (3, 7), (70.0, 42.3), (0.0, 0.45), (70.0, 42.3)),
    _of("3661", (3, 4), (70.0, 67.7), (0.0, 13.1), (70.0, 67.7)),
    _of("3659", (2, 6), (97.0, 42.3), (8.0, 21.6), (97.0, 42.3)),
    _of("3425", (2, 5), (105.0, 57.0), (0.0, 6.0), (105.0, 57.0)),
    _letter("5160", (3, 10), (66.68, 25.4), (4.76, 12.7), (69.85, 25.4)),
    _letter("5161", (2, 10), (101.6, 25.4), (3.97, 12.7), (106.36, 25.4)),
    _letter("5162", (2, 7), (101.6, 33.87), (3.97, 21.17), (106.36, 33.87)),
    _letter("5163", (2, 5), (101.6, 50.8), (3.97, 12.7), (106.36, 50.8)),
    _letter("5164", (2, 3), (101.6, 84.67), (3.97, 12.7), (106.36, 84.67)),
)
# The same cut under another number: another paper, another printer, another glue.
SAME_AS = {
    "J8651": "L7651",
    "J8654": "L7654",
    "J8159": "L7159",
    "J8160": "L7160",
    "J8161": "L7161",
    "J8164": "L7164",
    "J8162": "L7162",
    "J8163": "L7163",
    "J8165": "L7165",
    "J8166": "L7166",
    "J8173": "L7173",
    "3490": "3475",
    "4781": "3659",
    "5260": "5160",
    "8160": "5160",
    "5261": "5161",
    "8161": "5161",
    "5262": "5162",
    "8162": "5162",
    "5263": "5163",
    "8163": "5163",
    "5264": "5164",
    "8164": "5164",
}
