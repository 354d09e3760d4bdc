"""The fonts that come with Teacup: registers them with Qt, and says which of them serve a text.

No face names a font family anywhere else. A QGuiApplication has to exist before anything here is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import local
from zlib import crc32

import regex
from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from app.paths import resource

LATIN = "Atkinson Hyperlegible"
WIDER_LATIN = "Noto Sans"
# In the order in which they are asked for a letter that the leading family lacks.
OTHER_SCRIPTS = tuple(
    f"Noto Sans {script}"
    for script in (
        *("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Telugu", "Thai", "Georgian", "Armenian"),
        *("Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Sinhala", "Myanmar", "Khmer", "Lao", "Ethiopic"),
    )
)
SYMBOLS = ("Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math")
FROM_THE_SYSTEM = ("Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK KR")
EMOJI = "Noto Color Emoji"
WITHOUT_BOLD = frozenset(SYMBOLS)

# Letters are laid out at this size and scaled: one set of outlines then serves every size.
EM = 100

_NOT_IN_LATIN = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}--\p{ASCII}]", regex.V1)
_GRAPHEME = regex.compile(r"\X")
_KANA, _HANGUL = regex.compile(r"[\p{Hiragana}\p{Katakana}]"), regex.compile(r"\p{Hangul}")
_GLYPHS = QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes

_LIST_AXIS = QFont.Tag("LIST")
# Axes are counted up to 32,767.
_MOST_LISTS = 32_749

_of_thread = local()


def font_file(family: str, *, bold: bool) -> Path:
    """The shipped file of `family`; the regular one where no bold was drawn."""
    weight = "Bold" if bold and family not in WITHOUT_BOLD else "Regular"
    return resource("fonts", f"{family.replace(' ', '')}-{weight}.ttf")


@cache
def register_fonts() -> None:
    """Make the shipped fonts known to Qt, once in a process; takes about 10 ms."""
    # Qt tells of each family that is asked for an Indic letter before the one that has it.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for family in (LATIN, WIDER_LATIN, *OTHER_SCRIPTS, *SYMBOLS):
        for bold in (False,) if family in WITHOUT_BOLD else (False, True):
            QFontDatabase.addApplicationFont(str(font_file(family, bold=bold)))


def leading_family(text: str) -> str:
    """Atkinson, unless `text` has Latin, Greek or Cyrillic letters that it lacks.

    Then Noto sets the whole text: two faces within a word look like a mistake.
    """
    drawn = _letters_of_latin()
    return LATIN if all(ord(found) in drawn for found in _NOT_IN_LATIN.findall(text)) else WIDER_LATIN


def families_for(text: str = "", language: str = "") -> list[str]:
    """The families to ask for the letters of `text`, best first.

    Chinese characters look different in Japan, Korea, China and Taiwan: kana and hangul tell which are
    meant, else `language`.
    """
    lead = leading_family(text)
    first = f"Noto Sans CJK {_region(text, language)}"
    others = [family for family in FROM_THE_SYSTEM if family != first]
    rest = [family for family in (LATIN, WIDER_LATIN) if family != lead]
    return [lead, *rest, *OTHER_SCRIPTS, *SYMBOLS, first, *others, EMOJI]


def set_families(font: QFont, families: Sequence[str]) -> None:
    """Let `font` ask these families, best first, for every letter. Every font of ours gets its families here.

    Qt 6.11 keeps what it loaded for a font under the first family that serves a script, and forgets which
    others were to be asked after it: once Chinese was set, Japanese would get the letters of China. An axis
    that no font has makes fonts with different lists different to Qt as well.
    """
    font.setFamilies(list(families))
    font.setVariableAxis(_LIST_AXIS, crc32(",".join(families).encode()) % _MOST_LISTS)


def make_font(text: str = "", language: str = "", *, bold: bool = False) -> QFont:
    """A font of EM pixels for laying out `text` on paper: no hinting, no joined fi (it spoils searching)."""
    register_fonts()
    return QFont(_own_fonts().of(tuple(families_for(text, language)), bold))


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of `text`, as a person counts them, that no font on this machine can draw; each once."""
    layout = QTextLayout(text.replace("\n", "\u2028"), make_font(text))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1_000_000)
    layout.endLayout()
    if not _has_gap(layout, 0, -1):
        return ()
    found: dict[str, None] = {}
    start = 0
    for grapheme in _GRAPHEME.findall(text):
        # Qt counts in UTF-16 units, Python in letters.
        length = len(grapheme.encode("utf-16-le")) // 2
        if _has_gap(layout, start, length):
            found[grapheme] = None
        start += length
    return tuple(found)


def is_stopgap(font: QRawFont) -> bool:
    """Whether this is no font, but what Qt takes where it finds none for a script.

    It says that it is valid, and on 6.11.3 it ends the process when asked for its name.
    """
    return font.pixelSize() <= 0


def _has_gap(layout: QTextLayout, start: int, length: int) -> bool:
    runs = layout.glyphRuns(start, length, _GLYPHS)
    return any(is_stopgap(run.rawFont()) or 0 in run.glyphIndexes() for run in runs)


@cache
def _letters_of_latin() -> frozenset[int]:
    # The raw file, not the database: a question of a few microseconds, asked for every text.
    from_file = QRawFont(str(font_file(LATIN, bold=False)), EM)
    return frozenset(code for code in range(0x80, 0x2000) if from_file.supportsCharacter(code))


class _Fonts:
    """One of each for one thread: copies of a font share what Qt has loaded for it, which belongs to the
    thread and goes with it. A thread's number comes again, so the number does not tell whose they are."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[tuple[str, ...], bool], QFont] = {}

    def of(self, families: tuple[str, ...], bold: bool) -> QFont:
        if (families, bold) not in self._fonts:
            self._fonts[families, bold] = _new_font(families, bold)
        return self._fonts[families, bold]


def _own_fonts() -> _Fonts:
    fonts: _Fonts | None = getattr(_of_thread, "fonts", None)
    if fonts is None:
        fonts = _of_thread.fonts = _Fonts()
    return fonts


def _new_font(families: tuple[str, ...], bold: bool) -> QFont:
    # Not QFont(), which takes over what the program's own letters look like.
    font = QFont([families[0]])
    set_families(font, families)
    font.setPixelSize(EM)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _region(text: str, language: str) -> str:
    if _KANA.search(text):
        return "JP"
    if _HANGUL.search(text):
        return "KR"
    primary, _, rest = language.partition("-")
    if primary == "zh" and rest in {"TW", "HK", "Hant"}:
        return "TC"
    return {"ja": "JP", "ko": "KR"}.get(primary, "SC")
