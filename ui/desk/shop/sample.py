"""A sample of the pages as customers see them, by day and by night, in the colour that is being chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.shop import Shop
from app.theme import DARK, LIGHT, RADIUS, Palette, in_colour_of
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.tools import Tools
from ui.shared.icons import paint_icon
from ui.shared.logo import is_dark, paint_logo
from ui.shared.mirror import Sides
from ui.shared.notes import paint_paper
from ui.shared.text_block import TextBlock, lay_out

INSET = 20
GAP = 16
SPINE = 4
OVERLAP = 8


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words of one page, broken into lines of its width."""

    head: TextBlock
    note: TextBlock
    answer: TextBlock
    promise: TextBlock


class Sample(QWidget):
    """Drawn in two papers at once: `show_shop` while the owner types."""

    def __init__(self, tools: Tools, logo: LogoKeeper) -> None:
        super().__init__()
        self._tools = tools
        self._logo = logo
        self._shop: Shop | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tools.words.tr("As customers see it"))
        tools.theme.changed.connect(self.updateGeometry)
        logo.changed.connect(self._show_logo)

    def show_shop(self, shop: Shop) -> None:
        """`shop` must have a colour that is one."""
        self._shop = shop
        self.updateGeometry()
        self.update()

    def _show_logo(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 100)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._height(self._texts(self._page_width(width)))
        return height if self._is_wide(width) else 2 * height + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shop is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._page_width(self.width())
        texts = self._texts(width)
        height = self._height(texts)
        step = QPointF(width + GAP, 0) if self._is_wide(self.width()) else QPointF(0, height + GAP)
        for number, palette in enumerate((LIGHT, DARK)):
            place = QRectF(step.x() * number, step.y() * number, width, height)
            self._paint_page(painter, place, palette, texts)

    def _is_wide(self, width: int) -> bool:
        """Whether both pages stand side by side."""
        return width >= 2 * self._tools.theme.px(230) + GAP

    def _page_width(self, width: int) -> int:
        return (width - GAP) // 2 if self._is_wide(width) else width

    def _texts(self, width: int) -> _Texts:
        theme, tr, shop = self._tools.theme, self._tools.words.tr, self._shop
        name = (shop.name.strip() if shop else "") or tr("Your shop")
        inner = width - 2 * INSET
        head = inner - self._sign_width(inner) - 8
        promise = self._tools.words.trn(
            "Answered within %(count)s open day.",
            "Answered within %(count)s open days.",
            shop.promise_days if shop else 1,
        )
        return _Texts(
            head=lay_out(name, theme.font(16, bold=True), head, max_lines=2, line_height=1.2),
            note=lay_out(tr("Could you open at half past six?"), theme.font(20), inner - 32, max_lines=4),
            answer=lay_out(tr("From Monday on we do."), theme.font(16), inner - 48, max_lines=4),
            promise=lay_out(promise, theme.font(13), inner, max_lines=3),
        )

    def _height(self, texts: _Texts) -> int:
        """From the upper to the lower edge of one page."""
        parts = (self._head_height(texts), self._note_height(texts), self._slip_height(texts))
        return round(
            INSET + sum(parts) - OVERLAP + 14 + self._button_height() + 8 + texts.promise.height + 16
        )

    def _head_height(self, texts: _Texts) -> float:
        return max(texts.head.height, self._sign_height()) + 12

    def _note_height(self, texts: _Texts) -> float:
        return 14 + texts.note.height + 10 + self._tools.theme.px(34)

    def _slip_height(self, texts: _Texts) -> float:
        signed = self._tools.theme.px(20) if self._shop and self._shop.owner else 0
        return 10 + texts.answer.height + signed + 12

    def _button_height(self) -> int:
        return self._tools.theme.px(44)

    def _paint_page(self, painter: QPainter, place: QRectF, base: Palette, texts: _Texts) -> None:
        assert self._shop is not None
        palette = in_colour_of(self._shop.colour, base)
        painter.setPen(QPen(self._tools.theme.colour("hair"), 1))
        painter.setBrush(QColor(palette.wall))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        left, top, width = place.left() + INSET, place.top() + INSET, place.width() - 2 * INSET
        self._paint_head(painter, QPointF(left, top), width, palette, texts)
        top += self._head_height(texts)
        note = QRectF(left, top, width, self._note_height(texts))
        self._paint_note(painter, note, palette, texts)
        slip = QRectF(left + 16, note.bottom() - OVERLAP, width - 16 + OVERLAP, self._slip_height(texts))
        self._paint_slip(painter, Sides.within(place, painter).place(slip), palette, texts)
        button = QRectF(left, slip.bottom() + 14, width, self._button_height())
        self._paint_button(painter, button, palette)
        texts.promise.paint(painter, left, button.bottom() + 8, QColor(palette.ink_soft))

    def _paint_head(
        self, painter: QPainter, at: QPointF, inner: float, palette: Palette, texts: _Texts
    ) -> None:
        side, width = self._sign_height(), self._sign_width(inner)
        height = max(texts.head.height, side)
        sides = Sides.within(QRectF(at.x(), at.y(), inner, height), painter)
        place = sides.place(QRectF(at.x(), at.y() + (height - side) / 2, width, side))
        if self._logo.image.isNull():
            paint_icon(painter, "mark", place, QColor(palette.brick))
        else:
            paint_logo(painter, self._logo.image, place, on_dark=is_dark(QColor(palette.wall)))
        top = at.y() + (height - texts.head.height) / 2
        room = inner - width - 8
        texts.head.paint(painter, sides.x(at.x() + width + 8, room), top, QColor(palette.ink))

    def _sign_height(self) -> int:
        """Of the mark, or of the logo, which stands a little larger."""
        return self._tools.theme.px(24 if self._logo.image.isNull() else 36)

    def _sign_width(self, room: float) -> float:
        logo, height = self._logo.image, self._sign_height()
        return height if logo.isNull() else min(height * logo.width() / logo.height(), room * 0.4)

    def _paint_note(self, painter: QPainter, rect: QRectF, palette: Palette, texts: _Texts) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        paint_paper(painter, rect, QColor(palette.butter))
        texts.note.paint(painter, rect.left() + 16, rect.top() + 14, QColor(palette.ink))
        tear = rect.bottom() - theme.px(34) - OVERLAP / 2
        pen = QPen(QColor(palette.dots), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left() + 2, tear), QPointF(rect.right() - 2, tear))
        strip = QRectF(rect.left() + 16, tear, rect.width() - 32, theme.px(34) - OVERLAP / 2)
        painter.setPen(QColor(palette.ink))
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Amina")
        painter.setFont(theme.font(13))
        me_too = tr("Me too %(count)s", count=41)
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, me_too)

    def _paint_slip(self, painter: QPainter, rect: QRectF, palette: Palette, texts: _Texts) -> None:
        paint_paper(painter, rect, QColor(palette.raised))
        sides = Sides.within(rect, painter)
        spine = sides.place(QRectF(rect.left(), rect.top(), SPINE, rect.height()))
        painter.fillRect(spine, QColor(palette.brick))
        left = rect.left() + 16
        room = self._page_width(self.width()) - 2 * INSET - 48
        texts.answer.paint(painter, sides.x(left, room), rect.top() + 10, QColor(palette.ink))
        if self._shop is not None and self._shop.owner:
            signed = QRectF(left, rect.top() + 10 + texts.answer.height, rect.width() - 28, 1)
            font = self._tools.theme.font(13, bold=True)
            painter.setFont(font)
            painter.setPen(QColor(palette.brick))
            signed.setHeight(self._tools.theme.px(20))
            shown = painter.fontMetrics().elidedText(
                self._shop.owner, Qt.TextElideMode.ElideRight, int(signed.width())
            )
            painter.drawText(sides.place(signed), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_button(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.brick))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setPen(QColor(palette.on_brick))
        painter.setFont(self._tools.theme.font(16, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._tools.words.tr("Pin it up"))
