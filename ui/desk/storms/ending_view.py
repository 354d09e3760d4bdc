"""How a storm ended, as customers read it: decided, why, whom it rests on; done; and how it went."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.dates import day_in_words
from app.domain.storm_views import StormView
from app.storm_words import erased_credit
from ui.desk import wording
from ui.desk.tools import Tools
from ui.shared.labels import label
from ui.shared.layouts import clear
from ui.shared.notes import paint_slip
from ui.shared.theme import Theme

QUOTED_LETTERS = 90
PICTURE = QSize(360, 220)


class EndingView(QWidget):
    """A slip in the owner's voice; not seen before there is a conclusion."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.setObjectName("storm-ending")
        self._view: StormView | None = None
        self._picture = _Picture(tools.theme)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 22)
        whole.addLayout(self._column)
        whole.addWidget(self._picture)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_view(self, view: StormView) -> None:
        self.setVisible(view.conclusion is not None)
        if self._view == view:
            return
        self._view = view
        clear(self._column)
        self._picture.setVisible(view.outcome is not None and view.outcome.has_photo)
        if view.conclusion is not None:
            self._tell_conclusion(view)
            self._tell_outcome(view)

    def show_photo(self, image: QImage | None) -> None:
        self._picture.show_image(image)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_slip(QPainter(self), self._tools.theme, QRectF(self.rect()).adjusted(0, 1, 0, -8))

    def _tell_conclusion(self, view: StormView) -> None:
        tr, said = self._tools.words.tr, view.conclusion
        assert said is not None
        self._part(tr("What we heard"), said.heard)
        self._part(tr("What we decided"), said.decided, role="large")
        self._part(tr("Why"), said.because)
        self._part(tr("It rests on"), self._credits(view))
        self._part(tr("Thank you"), said.thanks)
        self._column.addWidget(label(said.signed, "link-word", wrap=True))
        self._column.addSpacing(14)

    def _credits(self, view: StormView) -> str:
        words = self._tools.words
        if view.conclusion is not None and view.conclusion.rests_on_none:
            return words.tr("None of them: %(why)s", why=view.conclusion.rests_on_none)
        lines = [
            words.tr(
                "%(name)s: “%(idea)s”",
                name=wording.author(idea, words),
                idea=wording.beginning(idea, QUOTED_LETTERS),
            )
            for idea in view.credited
        ]
        return "\n".join([*lines, *[erased_credit(words)] * view.erased_credits])

    def _tell_outcome(self, view: StormView) -> None:
        words, done = self._tools.words, view.outcome
        if done is None:
            return
        day = day_in_words(done.done_on, words.language)
        self._part(words.tr("Carried out on %(day)s", day=day), done.text)
        after = view.look_back.after if view.look_back else None
        if done.before is not None:
            told = words.tr("%(number)s before", number=plain(done.before))
            if after is not None:
                told = words.tr(
                    "%(before)s before, %(after)s after", before=plain(done.before), after=plain(after)
                )
            self._part(done.label, told)
        if view.look_back is not None:
            self._part(words.tr("Looked back"), view.look_back.text)

    def _part(self, title: str, text: str, role: str = "") -> None:
        if not text:
            return
        self._column.addWidget(label(title, "small-bold", wrap=True))
        self._column.addWidget(label(text, role, wrap=True))
        self._column.addSpacing(10)


def plain(number: Decimal) -> str:
    """With thousands parted, and no zeros that say nothing."""
    return f"{number.normalize():,f}"


class _Picture(QWidget):
    """The photo that proves it, whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("")

    def show_image(self, image: QImage | None) -> None:
        self._image = image or QImage()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._image.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
