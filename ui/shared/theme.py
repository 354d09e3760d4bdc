"""The one theme of `app/theme.py` as Qt wants it: colours, fonts at the person's text size, one style sheet.

Widgets ask the theme when they paint, so a change of light, contrast or text size reaches all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import theme as values
from ui.shared.fonts import set_families
from ui.shared.stylesheet import stylesheet

SYSTEM, LIGHT, DARK, CONTRAST = "system", "light", "dark", "contrast"
_TABULAR = QFont.Tag("tnum")


class Theme(QObject):
    """Colours and sizes as they are now. `changed` comes after the application wears the new ones."""

    changed = Signal()

    def __init__(
        self, app: QApplication, *, families: Sequence[str], choice: str = SYSTEM, text_percent: int = 100
    ) -> None:
        super().__init__()
        self._app = app
        self._families = list(families)
        self._choice = choice
        self._percent = text_percent
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}
        self._palette = self._chosen_palette()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def palette(self) -> values.Palette:
        return self._palette

    @property
    def is_high_contrast(self) -> bool:
        return self._palette is values.HIGH_CONTRAST

    @property
    def text_percent(self) -> int:
        return self._percent

    @property
    def choice(self) -> str:
        return self._choice

    @property
    def border(self) -> int:
        """Width of a border that can be reached; high contrast draws it instead of tints."""
        return 3 if self.is_high_contrast else 1

    def px(self, size: int) -> int:
        """A length at the person's text size."""
        return round(size * self._percent / 100)

    def font(self, size: int, *, bold: bool = False, tabular: bool = False) -> QFont:
        """The desk's face at `size` px of the scale, enlarged as the person wants it."""
        pixels = self.px(size)
        if (pixels, bold, tabular) not in self._fonts:
            self._fonts[pixels, bold, tabular] = self._new_font(pixels, bold=bold, tabular=tabular)
        # A copy is its asker's own, but shares what Qt has loaded for it; a new font would load again.
        return QFont(self._fonts[pixels, bold, tabular])

    def _new_font(self, pixels: int, *, bold: bool, tabular: bool) -> QFont:
        font = QFont()
        set_families(font, self._families)
        font.setPixelSize(pixels)
        font.setBold(bold)
        if tabular:
            font.setFeature(_TABULAR, 1)
        return font

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name: `ink`, `brick`, ..."""
        return QColor(getattr(self._palette, name))

    def note_paper(self, idea_hex: str) -> QColor:
        return QColor(values.note_paper(self._palette, idea_hex))

    def choose(self, choice: str, text_percent: int) -> None:
        """Wear another theme or text size, everywhere and at once."""
        self._choice, self._percent = choice, text_percent
        self.apply()

    def apply(self) -> None:
        """Dress the application. Called once at the start and at every change."""
        self._palette = self._chosen_palette()
        self._app.setStyle("Fusion")
        self._app.setFont(self.font(16))
        self._app.setPalette(qt_palette(self._palette))
        self._app.setStyleSheet(stylesheet(self._palette, self.px, self.border))
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._choice == SYSTEM:
            self.apply()

    def _chosen_palette(self) -> values.Palette:
        chosen = {LIGHT: values.LIGHT, DARK: values.DARK, CONTRAST: values.HIGH_CONTRAST}
        return chosen.get(self._choice) or _system_palette()


def _system_palette() -> values.Palette:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return values.HIGH_CONTRAST
    return values.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else values.LIGHT


def qt_palette(palette: values.Palette) -> QPalette:
    """For what the style sheet does not reach: menus, calendars, the system's own dialogs."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.wall,
        role.WindowText: palette.ink,
        role.Base: palette.paper,
        role.AlternateBase: palette.wall,
        role.Text: palette.ink,
        role.Button: palette.paper,
        role.ButtonText: palette.ink,
        role.ToolTipBase: palette.raised,
        role.ToolTipText: palette.ink,
        role.Highlight: palette.brick,
        role.HighlightedText: palette.on_brick,
        role.PlaceholderText: palette.ink_soft,
        role.Link: palette.brick,
        role.Mid: palette.line,
        role.Accent: palette.brick,
    }
    made = QPalette()
    for name, value in colours.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.line))
    return made
