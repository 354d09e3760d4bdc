"""Colours and sizes of the kiosk, for this visit, this shop and this screen.

Pages are drawn at 1920 x 1080 or 1080 x 1920: they multiply lengths by `unit` and letters by `textUnit`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from app import theme
from ui.kiosk.fonts import latin_ascent
from ui.kiosk.typed import Property, QmlUncreatable
from ui.kiosk.visit import Visit

QML_IMPORT_NAME = "Teacup"
QML_IMPORT_MAJOR_VERSION = 1

LONG_SIDE, SHORT_SIDE = 1920, 1080
# Below this fingers miss and eyes strain at a metre's distance; pages show less instead.
SMALLEST_UNIT = 0.8
LARGEST_UNIT = 3.0
LARGE_TYPE = 1.25
# What can be touched is never smaller, on any screen.
SMALLEST_TOUCH = 64
MOTION_MS = 200


@QmlElement
@QmlUncreatable("The program makes the look.")
class Look(QObject):
    """Follows `visit`; `set_shop_colour` and `set_size` follow the shop and the window.

    `changed` comes with every change of the visit, its language too. The other signals each speak for some
    properties and come only when these have changed: a page asks anew for all that its signal speaks for.
    """

    changed = Signal()
    resized = Signal()
    letters_changed = Signal()
    colours_changed = Signal()
    side_changed = Signal()
    motion_changed = Signal()

    def __init__(self, visit: Visit, *, shop_colour: str = theme.LIGHT.brick) -> None:
        super().__init__()
        self._visit = visit
        self._shop_colour = shop_colour
        self._width, self._height = LONG_SIDE, SHORT_SIDE
        self._unit = 1.0
        self._palette = self._chosen_palette()
        self._shown = self._kinds()
        visit.changed.connect(self._follow_visit)

    @property
    def palette(self) -> theme.Palette:
        return self._palette

    @property
    def is_high_contrast(self) -> bool:
        return self._palette is theme.HIGH_CONTRAST

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name, for what is painted."""
        return QColor(getattr(self._palette, name))

    def set_shop_colour(self, colour: str) -> None:
        self._shop_colour = colour
        self._follow_visit()

    def set_size(self, width: int, height: int) -> None:
        """The window's size in px."""
        if (width, height) != (self._width, self._height) and width > 0 and height > 0:
            self._width, self._height = width, height
            long, short = max(width, height), min(width, height)
            self._unit = max(SMALLEST_UNIT, min(LARGEST_UNIT, long / LONG_SIDE, short / SHORT_SIDE))
            self._tell()

    @Slot()
    def _follow_visit(self) -> None:
        self._palette = self._chosen_palette()
        self._tell()

    def _tell(self) -> None:
        before, self._shown = self._shown, self._kinds()
        signals = (
            self.resized,
            self.letters_changed,
            self.colours_changed,
            self.side_changed,
            self.motion_changed,
        )
        for signal, was, now in zip(signals, before, self._shown, strict=True):
            if was != now:
                signal.emit()
        self.changed.emit()

    def _kinds(self) -> tuple[object, ...]:
        """What each of the signals speaks for, in the order in which they are told."""
        visit = self._visit
        size = (self._width, self._height)
        return size, (size, visit.isLarge), self._palette, visit.isMirrored, visit.hasMotion

    def _chosen_palette(self) -> theme.Palette:
        if self._visit.isHighContrast:
            return theme.HIGH_CONTRAST
        return theme.in_colour_of(self._shop_colour, theme.LIGHT)

    @Property(float, notify=letters_changed)
    def latinAscent(self) -> float:
        """How high the lines of our Latin letters are above their baseline, for a letter size of 1."""
        return latin_ascent()

    @Property(float, notify=resized)
    def unit(self) -> float:
        """px of this screen for one of the drawing."""
        return self._unit

    @Property(float, notify=letters_changed)
    def textUnit(self) -> float:
        return self.unit * (LARGE_TYPE if self._visit.isLarge else 1)

    @Property(float, notify=resized)
    def touch(self) -> float:
        """The least width and height of what can be touched."""
        return max(SMALLEST_TOUCH, SMALLEST_TOUCH * self.unit)

    @Property(bool, notify=resized)
    def isPortrait(self) -> bool:
        return self._height > self._width

    @Property(bool, notify=letters_changed)
    def isLarge(self) -> bool:
        return self._visit.isLarge

    @Property(bool, notify=colours_changed)
    def isHighContrast(self) -> bool:
        return self._visit.isHighContrast

    @Property(bool, notify=side_changed)
    def isMirrored(self) -> bool:
        return self._visit.isMirrored

    @Property(int, notify=motion_changed)
    def motionMs(self) -> int:
        """How long a movement takes; 0 when nothing shall move."""
        return MOTION_MS if self._visit.hasMotion else 0

    @Property(float, notify=colours_changed)
    def border(self) -> float:
        """Width of a border that can be reached; high contrast draws it instead of tints."""
        return 3 if self._visit.isHighContrast else 1

    @Property(QColor, notify=colours_changed)
    def wall(self) -> QColor:
        return QColor(self._palette.wall)

    @Property(QColor, notify=colours_changed)
    def mat(self) -> QColor:
        return QColor(self._palette.mat)

    @Property(QColor, notify=colours_changed)
    def paper(self) -> QColor:
        return QColor(self._palette.paper)

    @Property(QColor, notify=colours_changed)
    def raised(self) -> QColor:
        return QColor(self._palette.raised)

    @Property(QColor, notify=colours_changed)
    def butter(self) -> QColor:
        return QColor(self._palette.butter)

    @Property(QColor, notify=colours_changed)
    def blush(self) -> QColor:
        return QColor(self._palette.blush)

    @Property(QColor, notify=colours_changed)
    def mint(self) -> QColor:
        return QColor(self._palette.mint)

    @Property(QColor, notify=colours_changed)
    def sky(self) -> QColor:
        return QColor(self._palette.sky)

    @Property(QColor, notify=colours_changed)
    def ink(self) -> QColor:
        return QColor(self._palette.ink)

    @Property(QColor, notify=colours_changed)
    def inkSoft(self) -> QColor:
        return QColor(self._palette.ink_soft)

    @Property(QColor, notify=colours_changed)
    def line(self) -> QColor:
        return QColor(self._palette.line)

    @Property(QColor, notify=colours_changed)
    def hair(self) -> QColor:
        return QColor(self._palette.hair)

    @Property(QColor, notify=colours_changed)
    def dots(self) -> QColor:
        return QColor(self._palette.dots)

    @Property(QColor, notify=colours_changed)
    def brick(self) -> QColor:
        return QColor(self._palette.brick)

    @Property(QColor, notify=colours_changed)
    def onBrick(self) -> QColor:
        return QColor(self._palette.on_brick)

    @Property(QColor, notify=colours_changed)
    def focus(self) -> QColor:
        return QColor(self._palette.focus)
