"""A day on which nobody waits: kind words, the next promise, and the way to answer before it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.services.owner.today import Overview
from ui.desk.today import wording
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.icons import paint_icon
from ui.shared.labels import label
from ui.shared.theme import Theme


class EmptyDay(QWidget):
    """`step` is offered only to a shop without any idea yet, `answer` where one may be answered already."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._what = label("", "large", wrap=True)
        self._what.setObjectName("nothing-waits")
        self._then = label("", "soft", wrap=True)
        self.step = Button(tools.theme, tools.words.tr("Make the first code"), role=PRIMARY)
        self.step.setObjectName("today-first-code")
        self.answer = Button(
            tools.theme, tools.words.tr("Answer one now"), role=PRIMARY, key=tools.words.tr("Enter")
        )
        self.answer.setObjectName("today-answer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 28, 0, 20)
        column.setSpacing(8)
        column.addWidget(_Cup(tools.theme), 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(10)
        column.addWidget(self._what)
        column.addWidget(self._then)
        column.addSpacing(8)
        for button in (self.step, self.answer):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_day(self, day: Overview) -> None:
        words = self._tools.words
        is_first = day.counts.all == 0
        self.step.setVisible(is_first and not day.places)
        self.answer.setVisible(day.counts.to_answer > 0)
        if is_first:
            self._what.setText(words.tr("The first idea will lie here."))
            self._then.setText(
                words.tr("Your QR code leads people to the form. What they tell you can be written down too.")
                if day.places
                else words.tr("Hang up a QR code where people wait, and write down what they tell you.")
            )
            return
        if any(each.asks for each in day.storms):
            self._what.setText(words.tr("Nobody waits for an answer. A storm waits for you."))
        else:
            self._what.setText(words.tr("Nothing waits for you. Well done."))
        if day.next_due is None:
            self._then.setText(words.tr("Everything is answered."))
        else:
            self._then.setText(wording.next_promise(day.next_due, day.today, words))


class _Cup(QWidget):
    SIDE = 64

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.SIDE, self.SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "mark", QRectF(self.rect()), self._theme.colour("brick"))
