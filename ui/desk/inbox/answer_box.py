"""And what do you say? The two-sentence editor, the word to the author alone, and the buttons that say it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.domain.answer_hints import Hint, hint_for
from app.domain.decisions import Decision
from app.domain.ideas import Status
from app.domain.private_parts import find_private
from app.domain.text import ANSWER_GRAPHEMES, graphemes
from app.domain.translation import mark
from ui.desk.inbox.wall_safe import told_of
from ui.desk.tools import Tools
from ui.shared.buttons import OUTLINED, PRIMARY, WORD, Button
from ui.shared.labels import label, set_role
from ui.shared.large_text import direction_for

LINES = 4
HINTS = {
    Hint.PLENTY: mark("two sentences are plenty"),
    Hint.LONG: mark("fewer sentences are read by more people"),
    Hint.SHOUTING: mark("small letters are easier to read"),
    Hint.NO_REASON: mark("a no is easier to take with its reason"),
    Hint.NO_DAY: mark("can you say by when?"),
    Hint.NO_THANKS: mark("a thank you is always welcome"),
}


class AnswerBox(QWidget):
    changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._is_filling = False
        self._status, self._reason = Status.NEW, ""
        self._build()
        self._connect()
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    @property
    def is_private(self) -> bool:
        return self.private.isChecked()

    def fill(self, text: str, private: bool, author: str) -> None:
        self._is_filling = True
        if text != self.text:
            self.editor.setPlainText(text)
            cursor = self.editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            self.editor.setTextCursor(cursor)
        self.private.setChecked(private)
        tr = self._tools.words.tr
        self.private.set_words(
            tr("Only to %(author)s", author=author) if author else tr("Only to the author")
        )
        self._is_filling = False
        self.show_error("")
        self._show_hint()

    def take_decision(self, status: Status, reason: str) -> None:
        """What was decided: the hint goes by it."""
        self._status, self._reason = status, reason
        self._show_hint()

    def insert(self, text: str) -> None:
        """Where the cursor stands, as one step of the editor's own undo."""
        cursor = self.editor.textCursor()
        before = self.editor.document().characterAt(cursor.selectionStart() - 1)
        is_joined = cursor.selectionStart() > 0 and not before.isspace() and before != "\u2029"
        cursor.insertText(f" {text}" if is_joined else text)
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()

    def show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._mark_editor("wrong", bool(sentence))

    def _mark_editor(self, what: str, holds: bool) -> None:
        """For the style sheet: it looks at properties only when it is asked to."""
        if self.editor.property(what) is not holds:
            self.editor.setProperty(what, holds)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def show_busy(self, busy: bool) -> None:
        """While an answer is on its way it cannot be given twice."""
        self.answer.setEnabled(not busy)
        self.answer_and_print.setEnabled(not busy)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self._hint = label(tr("two sentences are plenty"), "small", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        head = QHBoxLayout()
        head.addWidget(label(tr("And what do you say?"), "heading", wrap=True), 1)
        head.addWidget(self._hint, 1)
        self.editor = _Editor()
        self.editor.setObjectName("answer-text")
        self.editor.setProperty("role", "answer")
        self.editor.setAccessibleName(tr("Your answer"))
        self.editor.setTabChangesFocus(True)
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("error-text")
        self._error.hide()
        self.snippets = Button(theme, tr("Snippets"), role=WORD, key=tr("Ctrl J"))
        self.snippets.setObjectName("snippets-offer")
        self.private = Button(theme, tr("Only to the author"), role=WORD, icon="lock", key=tr("Ctrl P"))
        self.private.setObjectName("only-to-author")
        self.private.setCheckable(True)
        self.answer = Button(theme, tr("Answer"), role=OUTLINED)
        self.answer.setObjectName("answer")
        self.answer_and_print = Button(
            theme, tr("Answer and print"), role=PRIMARY, icon="print", key=tr("Ctrl Enter")
        )
        self.answer_and_print.setObjectName("answer-and-print")
        self._safe = label("", "small", wrap=True)
        self._safe.setObjectName("wall-safe")
        self._safe.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        under = QHBoxLayout()
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(12)
        under.addWidget(self.snippets)
        under.addWidget(self.private)
        under.addWidget(self._safe, 1)
        self._under = under
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 8, 0, 0)
        self._buttons.setSpacing(12)
        self._buttons.addStretch()
        self._buttons.addWidget(self.answer)
        self._buttons.addWidget(self.answer_and_print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self.editor)
        column.addWidget(self._error)
        column.addLayout(under)
        column.addLayout(self._buttons)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._hear_text)
        self.private.toggled.connect(self._hear)

    def _hear_text(self) -> None:
        self._show_hint()
        self._show_private()
        self._hear()

    def _hear(self) -> None:
        private = self.is_private
        tr = self._tools.words.tr
        self.answer_and_print.set_words(tr("Answer in private") if private else tr("Answer and print"))
        self.answer_and_print.set_icon("lock" if private else "print")
        self.answer.setVisible(not private)
        self._mark_editor("private", private)
        self._show_private()
        if not self._is_filling:
            self.show_error("")
            self.changed.emit()

    def _show_private(self) -> None:
        """What everybody could read and perhaps should not; a private answer is read by one."""
        words, text = self._tools.words, self.text
        parts = () if self.is_private else find_private(text)
        self.editor.underline([(part.start, part.end) for part in parts])
        nothing = words.tr("Nothing private in it") if text.strip() and not self.is_private else ""
        self._safe.setText(told_of(parts, words) if parts else nothing)
        set_role(self._safe, "care-small" if parts else "small")

    def _show_hint(self) -> None:
        """At most one quiet word; it never stands in the way."""
        words, text = self._tools.words, self.text
        hint = hint_for(Decision(status=self._status, text=text, reason=self._reason))
        if hint is Hint.COUNT:
            said = words.tr(
                "%(written)s of %(limit)s characters", written=graphemes(text), limit=ANSWER_GRAPHEMES
            )
        else:
            said = words.tr(HINTS[hint])
        self._hint.setText(said)

    def _fit(self) -> None:
        theme = self._tools.theme
        self._buttons.setDirection(direction_for(theme))
        self._under.setDirection(direction_for(theme))
        self.editor.setFixedHeight(round(theme.px(20) * 1.36 * LINES) + 2 * theme.px(12))


_PAGE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P, Qt.Key.Key_J)


class _Editor(QPlainTextEdit):
    """Leaves Ctrl+P, Ctrl+J and Ctrl+Enter to the page, and takes no rich paste."""

    def underline(self, spans: Sequence[tuple[int, int]]) -> None:
        """Letters from and to, as Python counts them."""
        text = self.toPlainText()
        marks = [self._selection(_units(text, start), _units(text, end)) for start, end in spans]
        self.setExtraSelections(marks)

    def _selection(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        selection.cursor, selection.format = cursor, style
        return selection

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _PAGE_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


def _units(text: str, place: int) -> int:
    """Qt counts in UTF-16 units."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
