"""Erase a person: her ideas found and chosen, what goes and what stays said plainly, then the report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.backups import KEPT_AT_MOST
from app.domain.erasing import Found, Trace
from app.domain.errors import AppError
from app.erasing_words import for_good_words, goes_words, stays_words
from ui.desk.erasing.trace_row import TraceRow
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

SIZE = QSize(680, 640)
ROOM_LEFT = QSize(40, 20)
MARGIN = 28
# Left free for the focus ring of what stands inside.
RING = 4


class EraseBox(QDialog):
    """`asked` carries what was typed, `erase_requested` the chosen Traces."""

    asked = Signal(str)
    erase_requested = Signal(object)
    save_requested = Signal()

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._window = parent
        self._rows: list[TraceRow] = []
        self._was_asked = False
        self.setWindowTitle(tools.words.tr("Erase a person"))
        self._build()
        self._connect()
        FocusRing(self, tools.theme)

    @property
    def chosen(self) -> list[Trace]:
        return [row.trace for row in self._rows if row.isChecked()]

    def begin(self, question: str) -> None:
        """Anew; a question that is known already is asked at once."""
        self._was_asked = False
        self.question.setText(question)
        self._show_rows(Found(()))
        self._show_report(False)
        self.setFixedSize(self._wanted_size.boundedTo(self._window.size() - ROOM_LEFT))
        self.open()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)
        if question:
            self.asked.emit(question)

    def show_found(self, found: Found) -> None:
        self._was_asked = True
        self._show_error("")
        self._show_rows(found)
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: AppError) -> None:
        self._show_error(self._tools.words.error(error))
        self.erase.setEnabled(bool(self.chosen))

    def show_report(self, lines: Sequence[str]) -> None:
        """It is done; nothing of the person stays in the box."""
        self.question.clear()
        self._show_rows(Found(()))
        self._report.setText("\n\n".join(lines))
        self._show_report(True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _wanted_size(self) -> QSize:
        return SIZE * (self._tools.theme.text_percent / 100)

    def _show_rows(self, found: Found) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [TraceRow(self._tools, trace) for trace in found.traces]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
            row.toggled.connect(self._say_what_it_means)
        words = self._tools.words
        self._more.setText(
            words.trn(
                "%(count)s more was found. Please type the name more exactly, or an address or a code.",
                "%(count)s more were found. Please type the name more exactly, or an address or a code.",
                found.more,
            )
        )
        self._more.setVisible(bool(found.more))
        self._nothing.setVisible(self._was_asked and not self._rows)
        self._say_what_it_means()

    def _say_what_it_means(self) -> None:
        words, chosen = self._tools.words, self.chosen
        now = self._tools.clock.now()
        self._goes.setText(goes_words(chosen, words) if chosen else "")
        self._stays.setText(stays_words(chosen, words) if chosen else "")
        self._for_good.setText(for_good_words((now + KEPT_AT_MOST).date(), words))
        for line in (self._goes, self._stays, self._for_good):
            line.setVisible(bool(chosen))
        self.erase.set_words(
            words.trn("Erase %(count)s idea for good", "Erase %(count)s ideas for good", len(chosen))
            if chosen
            else words.tr("Erase for good")
        )
        self.erase.setEnabled(bool(chosen))

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _show_report(self, shown: bool) -> None:
        told: list[QWidget] = [self._report_title, self._report, self.save]
        asked: list[QWidget] = [self._title, self._intro, self.question, self.look, self.erase]
        for part in told:
            part.setVisible(shown)
        for part in asked:
            part.setVisible(not shown)
        self._show_error("")
        words = self._tools.words
        self.leave.set_words(words.tr("Close") if shown else words.tr("Go back"))
        if shown:
            self._more.hide()
            self._nothing.hide()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._title = label(tr("Erase a person"), "title", wrap=True)
        self._intro = label(
            tr("When somebody asks you to: their name, their address, or the claim code of one idea."),
            "soft",
            wrap=True,
        )
        self.question = Line()
        self.question.setObjectName("erase-question")
        self.question.setAccessibleName(tr("Name, address or claim code"))
        self.question.setPlaceholderText(tr("Name, address or claim code"))
        self.look = Button(theme, tr("Look"), icon="search")
        self.look.setObjectName("erase-look")
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("erase-error")
        self._nothing = label(tr("Nothing was found. Look for the first name alone?"), "soft", wrap=True)
        self._more = label("", "care", wrap=True)
        self._report_title = label(tr("Erased for good."), "title", wrap=True)
        self._report = label("", wrap=True)
        self._report.setObjectName("erase-report")
        self._report.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.save = Button(theme, tr("Save the report"), icon="save")
        self.save.setObjectName("erase-save")
        self.leave = Button(theme, tr("Go back"))
        self.leave.setObjectName("erase-leave")
        self.erase = Button(theme, tr("Erase for good"), role=PRIMARY)
        self.erase.setObjectName("erase-go")
        for button in (self.look, self.save, self.leave, self.erase):
            button.setAutoDefault(False)
        self._lay_out()

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(12)
        asking.addWidget(self.question, 1)
        asking.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 20)
        column.setSpacing(10)
        for part in (self._title, self._report_title, self._intro):
            column.addWidget(part)
        column.addLayout(asking)
        column.addWidget(self._error)
        column.addWidget(self._build_inside(), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        for button in (self.leave, self.save, self.erase):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _build_inside(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(RING, RING, RING, 0)
        column.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._goes = label("", "heading", wrap=True)
        self._goes.setObjectName("erase-goes")
        self._stays = label("", wrap=True)
        self._stays.setObjectName("erase-stays")
        self._for_good = label("", wrap=True)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addSpacing(8)
        for line in (self._goes, self._stays, self._for_good, self._report):
            column.addWidget(line)
        column.addStretch()
        self._scroll = scrolling(inside)
        return self._scroll

    def _connect(self) -> None:
        self.question.returnPressed.connect(self._ask)
        self.look.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)
        self.save.clicked.connect(self.save_requested)
        self.erase.clicked.connect(self._request)

    def _ask(self) -> None:
        self.asked.emit(self.question.text())

    def _request(self) -> None:
        self.erase_requested.emit(self.chosen)
