"""The column at the left: whose shop, which pages, and at the foot how customers reach it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.words import Words
from ui.shared.buttons import ON_WALL, Button
from ui.shared.icons import paint_icon
from ui.shared.labels import label
from ui.shared.logo import is_dark, paint_logo
from ui.shared.mirror import Sides
from ui.shared.painted_button import PaintedButton
from ui.shared.scrolling import scrolling
from ui.shared.text_block import lay_out
from ui.shared.theme import Theme

WIDTH = 216
ITEM_HEIGHT = 40
BAR_WIDTH = 4
MARK_SIZE = 28
LOGO_HEIGHT = 40
WIDEST_LOGO = 0.42


class Navigation(QWidget):
    """`page_chosen` names the page; `someone_said_requested` asks for the staff entry box."""

    page_chosen = Signal(str)
    someone_said_requested = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._entries: dict[str, _Entry] = {}
        self._group = QButtonGroup(self)
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    def add_page(self, name: str, title: str, icon: str, key: str) -> None:
        entry = _Entry(self._theme, title, icon, key)
        entry.setObjectName(f"page-{name}")
        entry.clicked.connect(lambda: self.page_chosen.emit(name))
        self._group.addButton(entry)
        self._entries[name] = entry
        self._pages.addWidget(entry)

    def show_page(self, name: str) -> None:
        self._entries[name].setChecked(True)
        self._scroll.ensureWidgetVisible(self._entries[name], 0, 0)

    def show_count(self, name: str, count: int, *, warns: bool = False) -> None:
        """`warns`: something is not as it should be there."""
        self._entries[name].set_count(count, warns=warns)

    def show_shop(self, name: str) -> None:
        self._shop.set_name(name)

    def show_logo(self, logo: QImage) -> None:
        """A null picture is the teacup."""
        self._shop.set_logo(logo)

    def show_quiet(self, lines: Sequence[str]) -> None:
        """What is well by itself, and is looked at now and then."""
        self._quiet.setText("\n".join(lines))
        self._quiet.setVisible(bool(lines))

    def show_state(self, state: str, address: str) -> None:
        """How customers are served now, in one or two short lines."""
        self._state.setText(state)
        self._address.setText(address)
        self._address.setVisible(bool(address))

    def offer_restart(self, offered: bool) -> None:
        self.restart.setVisible(offered)

    def _build(self) -> None:
        self._shop = _ShopName(self._theme)
        self._shop.setObjectName("shop-name-over-pages")
        self._pages = QVBoxLayout()
        self._pages.setSpacing(0)
        self.someone_said = Button(self._theme, self._words.tr("Someone said"), role=ON_WALL, icon="plus")
        self.someone_said.setObjectName("someone-said")
        # Large words may not make the column wider than it is.
        self.someone_said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.someone_said.clicked.connect(self.someone_said_requested)
        hint = label(self._words.tr("Ctrl Shift I"), "small")
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._quiet = label("", "small", wrap=True)
        self._quiet.setObjectName("quiet-lines")
        self._quiet.hide()
        self._state = label("", "small", wrap=True)
        self._state.setObjectName("server-state")
        self._address = label("", "small", wrap=True)
        self._address.setObjectName("customers-address")
        self._address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._address.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.restart = Button(self._theme, self._words.tr("Start again"), role=ON_WALL, icon="restart")
        self.restart.setObjectName("restart-server")
        self.restart.hide()
        inset = QVBoxLayout()
        inset.setContentsMargins(20, 24, 20, 0)
        inset.setSpacing(6)
        inset.addWidget(self.someone_said)
        inset.addWidget(hint)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 0, 16, 20)
        foot.setSpacing(4)
        foot.addWidget(self._quiet)
        foot.addWidget(self._state)
        foot.addWidget(self._address)
        foot.addWidget(self.restart)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._shop)
        column.addSpacing(12)
        column.addLayout(self._pages)
        column.addLayout(inset)
        column.addStretch()
        column.addLayout(foot)
        # In large text and a small window there are more pages than room.
        self._scroll = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fit(self) -> None:
        self.setFixedWidth(round(WIDTH * (1 + (self._theme.text_percent - 100) / 210)))


class _ShopName(QWidget):
    """The mark and the shop's name in at most two lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self._logo = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def set_logo(self, logo: QImage) -> None:
        self._logo = logo
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, max(60, self._theme.px(56)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, sides = self.height() / 2, Sides.of(self)
        side = self._theme.px(MARK_SIZE)
        if self._logo.isNull():
            mark = QRectF(19, middle - side / 2, side, side)
            paint_icon(painter, "mark", sides.place(mark), self._theme.colour("brick"))
            left = float(30 + side)
        else:
            high = self._theme.px(LOGO_HEIGHT)
            box = QRectF(16, middle - high / 2, self.width() * WIDEST_LOGO, high)
            on_dark = is_dark(self._theme.colour("wall"))
            drawn = paint_logo(painter, self._logo, sides.place(box), on_dark=on_dark)
            left = sides.place(drawn).right() + 10
        font, room = self._theme.font(16, bold=True), self.width() - left - 12
        block = lay_out(self._name, font, room, max_lines=2, line_height=1.2)
        top = middle - block.height / 2
        block.paint(painter, sides.x(left, room), top, self._theme.colour("ink"))


class _Entry(PaintedButton):
    """One page: icon, title, how many things wait there."""

    def __init__(self, theme: Theme, title: str, icon: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._title = title
        self._icon = icon
        self._count = 0
        self._warns = False
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, count: int, *, warns: bool) -> None:
        self._count, self._warns = count, warns and bool(count)
        self.setAccessibleName(f"{self._title} {count}" if count else self._title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self._theme.px(ITEM_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen, place = self._theme, self.isChecked(), self._place
        if chosen:
            painter.fillRect(self.rect(), theme.colour("paper"))
            painter.fillRect(place(0, BAR_WIDTH), theme.colour("brick"))
            if theme.is_high_contrast:
                painter.setPen(theme.colour("ink"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        ink = theme.colour("ink" if chosen or self.underMouse() else "ink_soft")
        side = theme.px(20)
        paint_icon(painter, self._icon, place(20, side, side), ink)
        painter.setPen(ink)
        painter.setFont(theme.font(16, bold=chosen))
        left = 32 + side
        title = place(left, self.width() - left - 20)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self._title)
        if self._count:
            if self._warns:
                ink = theme.colour("brick")
                painter.setPen(ink)
            font = theme.font(13, bold=chosen or self._warns, tabular=True)
            painter.setFont(font)
            width = QFontMetricsF(font).horizontalAdvance(f"{self._count:,}")
            number = place(self.width() - 20 - width, width + 2)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, f"{self._count:,}")
            if self._warns:
                side = theme.px(18)
                sign = place(self.width() - 26 - width - side, side, side)
                paint_icon(painter, "warning", sign, ink)

    def _place(self, left: float, width: float, height: float = 0) -> QRectF:
        """So wide and high, so far from where the line begins; as high as the entry without a height."""
        high = height or self.height()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        return QRectF(left, (self.height() - high) / 2, width, high)
