"""The fonts that a PDF embeds, and which letters their glyphs stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from app.paths import resource
from ui.paper.setting import ColouredRun, SetLine
from ui.shared.fonts import LATIN, WIDER_LATIN, font_file, is_stopgap

BLANK = "TeacupBlank"
# Of its size: how wide each blank letter is.
BLANK_WIDTH = 0.5
EMBEDDED = {(family, bold): f"{family}-{bold:d}" for family in (LATIN, WIDER_LATIN) for bold in (False, True)}
NO_BREAK_SPACE = "\u00a0"


def letters_of(line: SetLine, runs: Sequence[ColouredRun]) -> list[str] | None:
    """The letters that the glyphs of each run stand for, one each; None where they do not make the text."""
    found = [_letters_of_run(run) for run in runs]
    told = [letters for letters in found if letters is not None]
    is_whole = len(told) == len(found) and "".join(told).rstrip() == line.text.replace(NO_BREAK_SPACE, " ")
    return told if is_whole else None


def _letters_of_run(run: ColouredRun) -> str | None:
    if run.run.isRightToLeft() or any(place.y() for place in run.places):
        return None
    font = embedded_font(run)
    if font is None:
        return None
    letters = _letters_by_glyph(font.fontName)
    found = [letters.get(glyph) for glyph in run.glyphs]
    return None if None in found else "".join(letter or "" for letter in found)


def embedded_font(run: ColouredRun) -> ttfonts.TTFont | None:
    if is_stopgap(run.font):
        return None
    name = EMBEDDED.get((run.font.familyName(), run.font.weight() >= 600))
    return None if name is None else embedded_fonts()[name]


@cache
def _letters_by_glyph(font_name: str) -> dict[int, str]:
    """Which letter a glyph stands for; of several the one with the smallest number."""
    letters: dict[int, str] = {}
    for code, glyph in sorted(embedded_fonts()[font_name].face.charToGlyph.items()):
        letters.setdefault(glyph, chr(code))
    letters.pop(0, None)
    return letters


@cache
def embedded_fonts() -> dict[str, ttfonts.TTFont]:
    """The fonts that are embedded, by their names in reportlab; read and registered once in a process."""
    files = {name: font_file(family, bold=bold) for (family, bold), name in EMBEDDED.items()}
    files[BLANK] = resource("fonts", "blank.ttf")
    fonts = {name: ttfonts.TTFont(name, str(file)) for name, file in files.items()}
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    ttfonts.makeToUnicodeCMap = _to_unicode
    rl_config.useA85 = 0  # a quarter smaller; no printer of today needs PDF as plain letters
    return fonts


def _to_unicode(fontname: str, subset: Sequence[int]) -> str:
    """Which letters the codes of a subset stand for.

    reportlab 5.1 writes those above U+FFFF with five digits, which read as two others; these are pairs.
    """
    lines = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>" for index, code in enumerate(subset)
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
