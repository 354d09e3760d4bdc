"""The slip that says which sheets are no longer true, and why; the one loud thing beside the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words import Words
from ui.desk.today.wording import large, number
from ui.desk.tools import Tools
from ui.desk.wall.numbered_words import NumberedWords
from ui.shared.buttons import PRIMARY, UNDERLINED, Button
from ui.shared.labels import hair, label, set_role
from ui.shared.layouts import clear
from ui.shared.notes import paint_sheet

PADDING = 20
BAR_HEIGHT = 6
REASONS_AT_MOST = 5
BOTH = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """`can_be_printed`: there is something true to print in its place. `is_replaced`: that has a number
    already, and hangs there once the old one is down."""

    id: UUID
    number: int
    why: str
    can_be_printed: bool
    is_replaced: bool = False


class AlarmSlip(QWidget):
    """`print_requested` carries the ids that can be printed anew, `down_requested` all of them."""

    print_requested = Signal(object)
    down_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._reasons: Sequence[Reason] = ()
        self.setObjectName("wall-alarm")
        self._build()
        self.hide()

    @property
    def reasons(self) -> Sequence[Reason]:
        return self._reasons

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """It is not seen while everything that hangs is true."""
        self.setVisible(bool(reasons))
        if list(reasons) == list(self._reasons):
            return
        self._reasons = list(reasons)
        words, count = self._tools.words, len(reasons)
        self._title.setText(_title(count, words))
        self.setAccessibleName(self._title.text())
        clear(self._lines)
        for reason in reasons[:REASONS_AT_MOST]:
            said = NumberedWords(self._tools.theme)
            said.say(reason.why, reason.number)
            self._lines.addWidget(hair())
            self._lines.addWidget(said)
        self._more.setVisible(count > REASONS_AT_MOST)
        self._more.setText(words.tr("And %(count)s more, in the list.", count=count - REASONS_AT_MOST))
        self._offer(words)

    def _offer(self, words: Words) -> None:
        """First to print what is true; once that is done, to say that it hangs."""
        reasons, count = self._reasons, len(self._reasons)
        printable = sum(reason.can_be_printed for reason in reasons)
        is_printed = bool(printable) and all(each.is_replaced for each in reasons if each.can_be_printed)
        one = count == 1
        if is_printed:
            self.print.set_words(words.tr("Print it again") if one else words.tr("Print them again"))
            self.down.set_words(words.tr("It hangs now") if one else words.tr("They hang now"))
        else:
            self.print.set_words(_print_words(printable, count, words))
            down = words.tr("I have taken it down") if one else words.tr("I have taken them down")
            self.down.set_words(down)
        self.print.setVisible(bool(printable))
        first, second = (self.down, self.print) if is_printed or not printable else (self.print, self.down)
        self._stand(first, "check" if first is self.down else "print", PRIMARY)
        self._stand(second, "", UNDERLINED)

    def _stand(self, button: Button, icon: str, role: str) -> None:
        """At the foot of the slip, as wide as it or a word in its middle."""
        is_wide = role == PRIMARY
        button.set_icon(icon)
        set_role(button, role)
        self._column.removeWidget(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag(0) if is_wide else Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._tools.theme
        sheet = QRectF(self.rect()).adjusted(0, 0, 0, -8)
        paint_sheet(painter, theme, sheet, theme.colour("paper"))
        painter.fillRect(QRectF(sheet.left(), sheet.top(), sheet.width(), BAR_HEIGHT), theme.colour("brick"))

    def _build(self) -> None:
        theme = self._tools.theme
        self._title = label("", "large-bold", wrap=True)
        self._title.setObjectName("wall-alarm-title")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self._more = label("", "small", wrap=True)
        self.print = Button(theme, "", role=PRIMARY, icon="print")
        self.print.setObjectName("wall-print-again")
        self.print.clicked.connect(self._print)
        self.down = Button(theme, "", role=UNDERLINED)
        self.down.setObjectName("wall-taken-down")
        self.down.clicked.connect(self._take_down)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, BAR_HEIGHT + 18, PADDING, 28)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(self._lines)
        column.addWidget(self._more)
        column.addSpacing(4)
        column.addWidget(self.print)
        column.addWidget(self.down)

    def _print(self) -> None:
        self.print_requested.emit([reason.id for reason in self._reasons if reason.can_be_printed])

    def _take_down(self) -> None:
        self.down_requested.emit([reason.id for reason in self._reasons])


def _title(count: int, words: Words) -> str:
    return large(
        words.trn(
            "%(number)s sheet says what is no longer true",
            "%(number)s sheets say what is no longer true",
            count,
            number=number(count, words),
        )
    )


def _print_words(printable: int, count: int, words: Words) -> str:
    """What can be printed again may be fewer than what is wrong: then it says how many."""
    if printable == count and count == 1:
        return words.tr("Print it again")
    if printable == count and count == BOTH:
        return words.tr("Print both again")
    if printable == count:
        return words.tr("Print all %(number)s again", number=number(printable, words))
    return words.trn(
        "Print %(number)s of them again",
        "Print %(number)s of them again",
        printable,
        number=number(printable, words),
    )
