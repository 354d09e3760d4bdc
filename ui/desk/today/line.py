"""One line of the day: a customer's words, who said them, and the verbs that are at hand right there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.text import graphemes
from app.words import Words
from ui.desk.today.items import KEYS, Item, Kind, Verb
from ui.desk.today.text_piece import Byline, TextPiece
from ui.desk.tools import Tools
from ui.shared.buttons import LINK, OUTLINED, PRIMARY, VERB, Button
from ui.shared.labels import label, set_role
from ui.shared.large_text import direction_for
from ui.shared.mirror import Sides
from ui.shared.notes import paint_sheet, paint_tear_line

PADDING = 24
SHADOW_ROOM = 6
STRIP_HEIGHT = 60
WHO_WIDTH = 132
BUTTON_WIDTH = 92
BAR_WIDTH = 4
# Lines of a note and of a row that stand at rest, and of those that have the keyboard.
NOTE_LINES, ROW_LINES, READ_LINES = 4, 1, 12
# The due idea is the largest thing on the page, unless it is too long for that.
FIRST_SIZES = ((90, 31), (220, 25), (100_000, 20))
NOTE_SIZES = ((140, 25), (100_000, 20))
ENTER = "Enter"
ICONS = {
    Verb.ANSWER: "speech",
    Verb.PUT_UP: "pin",
    Verb.CONSIDER: "dots",
    Verb.SETTLE: "check",
    Verb.KEEP_PRIVATE: "lock",
    Verb.HIDE: "hide",
}


class Line(QWidget):
    """`verb_requested` carries a Verb. The current line has the keyboard, or had it last: what Enter does
    there is the page's one primary button."""

    verb_requested = Signal(object)

    def __init__(self, tools: Tools, item: Item) -> None:
        super().__init__()
        self._tools = tools
        self.item = item
        self.is_current = False
        self.is_chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.main = Button(tools.theme, verb_word(item.verbs[0], item.kind, tools.words))
        self.main.setMinimumWidth(tools.theme.px(BUTTON_WIDTH))
        self.main.clicked.connect(self._asker(item.verbs[0]))
        self.others = {verb: self._make_other(verb) for verb in item.verbs[1:]}
        tools.theme.changed.connect(self._fit)

    def show_item(self, item: Item) -> None:
        """The same idea as it is now."""
        self.item = item
        self.setAccessibleName(item.text)
        told = (item.due, item.author, item.beside, item.care)
        self.setAccessibleDescription(". ".join(part for part in told if part))
        for button in (self.main, *self.others.values()):
            button.setAccessibleName(f"{button.words}: {item.author}")

    def set_current(self, current: bool) -> None:
        if current != self.is_current:
            self.is_current = current
            set_role(self.main, PRIMARY if current else OUTLINED)
            self.main.show_key(ENTER if current else "")
            self.main.setAccessibleName(f"{self.main.words}: {self.item.author}")
            self._show_current()

    def set_chosen(self, chosen: bool) -> None:
        """One of several that the next verb means."""
        self.is_chosen = chosen
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.verb_requested.emit(Verb.ANSWER)

    def _show_current(self) -> None:
        raise NotImplementedError

    def _fit(self) -> None:
        self.main.setMinimumWidth(self._tools.theme.px(BUTTON_WIDTH))

    def _make_other(self, verb: Verb) -> Button:
        role, icon = (LINK, "") if self._is_note else (VERB, ICONS[verb])
        word = verb_word(verb, self.item.kind, self._tools.words)
        made = Button(self._tools.theme, word, role=role, icon=icon, key=KEYS[verb])
        made.clicked.connect(self._asker(verb))
        return made

    def _asker(self, verb: Verb) -> Callable[[], None]:
        return lambda: self.verb_requested.emit(verb)

    @property
    def _is_note(self) -> bool:
        return isinstance(self, NoteLine)


class NoteLine(Line):
    """What is promised for today, as the note it is: nothing on the page is larger than its words."""

    def __init__(self, tools: Tools, item: Item) -> None:
        super().__init__(tools, item)
        self._sizes: Sequence[tuple[int, int]] = NOTE_SIZES
        self._build()
        self._fit()
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        super().show_item(item)
        self._show_text()
        self._byline.say(item.author, item.beside, item.due)
        self._me_too.setText(self._tools.words.tr("Me too"))
        self._votes.setText(f"{item.idea.votes:,}")
        self.update()

    def be_first(self, first: bool) -> None:
        """The first of them is set larger than the others."""
        self._sizes = FIRST_SIZES if first else NOTE_SIZES
        self._show_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._tools.theme, QPainter(self)
        paper = QRectF(2, 1, self.width() - 4, self.height() - SHADOW_ROOM)
        paint_sheet(painter, theme, paper, theme.note_paper(self.item.idea.id.hex))
        top = self._strip.y()
        paint_tear_line(painter, theme, paper.left() + 2, paper.right() - 2, top)

    def _show_text(self) -> None:
        text = self.item.text
        size = next(size for limit, size in self._sizes if graphemes(text) <= limit)
        self._text.show_text(text, size=size, most_lines=READ_LINES if self.is_current else NOTE_LINES)

    def _show_current(self) -> None:
        self._show_text()
        for verb, button in self.others.items():
            button.show_key(KEYS[verb] if self.is_current else "")
            button.setAccessibleName(f"{button.words}: {self.item.author}")

    def _build(self) -> None:
        theme = self._tools.theme
        self._text = TextPiece(theme, 25, line_height=1.3)
        self._byline = Byline(theme)
        self._me_too = label("", "small")
        self._votes = label("", "heading")
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._byline, 1)
        said.addWidget(self._me_too)
        said.addWidget(self._votes)
        verbs = QHBoxLayout()
        verbs.setSpacing(18)
        verbs.addStretch()
        for verb, button in self.others.items():
            button.show_key("")
            button.setObjectName(f"line-{verb.value}")
            verbs.addWidget(button)
        verbs.addWidget(self.main)
        self._strip = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._strip)
        self._row.setContentsMargins(PADDING, 8, 12, 8)
        self._row.setSpacing(18)
        self._row.addLayout(said, 1)
        self._row.addLayout(verbs)
        inside = QVBoxLayout()
        inside.setContentsMargins(PADDING, 22, PADDING, 16)
        inside.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SHADOW_ROOM)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(self._strip)

    def _fit(self) -> None:
        super()._fit()
        self._row.setDirection(direction_for(self._tools.theme))


class RowLine(Line):
    """Everything else: one line of words, who, and one button. The current row unfolds."""

    def __init__(self, tools: Tools, item: Item) -> None:
        super().__init__(tools, item)
        self._build()
        self._fit()
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        super().show_item(item)
        self._show_text()
        self._author.show_text(item.author)
        self._beside.setText(item.way)
        self._beside.setVisible(bool(item.way))
        self._care.show_text(item.due or item.care)
        self._care.setVisible(bool(item.due or item.care))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._tools.theme, QPainter(self)
        if self.is_chosen:
            painter.fillRect(self.rect(), theme.colour("paper"))
            bar = Sides.of(self).place(QRectF(0, 0, BAR_WIDTH, self.height()))
            painter.fillRect(bar, theme.colour("brick"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))

    def set_chosen(self, chosen: bool) -> None:
        super().set_chosen(chosen)
        self._inset.setContentsMargins(12 if chosen else 0, 8, 0, 9)

    def _show_text(self) -> None:
        self._text.show_text(self.item.text, most_lines=READ_LINES if self.is_current else ROW_LINES)

    def _show_current(self) -> None:
        self._show_text()
        self._verbs.setVisible(self.is_current and bool(self.others))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def _build(self) -> None:
        theme = self._tools.theme
        self._text = TextPiece(theme, 16)
        self._author = TextPiece(theme, 13, bold=True)
        self._beside = label("", "small", wrap=True)
        self._care = TextPiece(theme, 13, bold=True, colour="brick")
        self._verbs = QWidget()
        verbs = QHBoxLayout(self._verbs)
        verbs.setContentsMargins(0, 4, 0, 0)
        verbs.setSpacing(14)
        for verb, button in self.others.items():
            button.setObjectName(f"line-{verb.value}")
            verbs.addWidget(button)
        verbs.addStretch()
        self._verbs.hide()
        words = QVBoxLayout()
        words.setContentsMargins(0, 8, 0, 6)
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._verbs)
        words.addStretch()
        self._who = QWidget()
        who = QVBoxLayout(self._who)
        who.setContentsMargins(0, 0, 0, 0)
        who.setSpacing(0)
        who.addWidget(self._author)
        who.addWidget(self._beside)
        who.addWidget(self._care)
        who.addStretch()
        self._inset = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._inset.setContentsMargins(0, 8, 0, 9)
        self._inset.setSpacing(16)
        self._inset.addLayout(words, 1)
        self._inset.addWidget(self._who)
        self._inset.addWidget(self.main, 0, Qt.AlignmentFlag.AlignTop)

    def _fit(self) -> None:
        super()._fit()
        theme = self._tools.theme
        self._inset.setDirection(direction_for(theme))
        stacked = self._inset.direction() == QBoxLayout.Direction.TopToBottom
        self._inset.setSpacing(4 if stacked else 16)
        self._who.setMinimumWidth(0 if stacked else theme.px(WHO_WIDTH))
        self._who.setMaximumWidth(10_000 if stacked else theme.px(WHO_WIDTH))


def verb_word(verb: Verb, kind: Kind, words: Words) -> str:
    """What stands on the button; the same verb is called by what it means on its line."""
    tr = words.tr
    if verb is Verb.ANSWER and kind is Kind.TRIAL:
        return tr("Decide")
    if verb is Verb.ANSWER and kind is Kind.WAITING:
        return tr("Read it")
    if verb is Verb.ANSWER and kind is Kind.AGAIN:
        return tr("Look again")
    return {
        Verb.ANSWER: tr("Answer"),
        Verb.PUT_UP: tr("Put up"),
        Verb.CONSIDER: tr("Thinking about it"),
        Verb.SETTLE: tr("Needs no answer"),
        Verb.KEEP_PRIVATE: tr("Private"),
        Verb.HIDE: tr("Hide"),
    }[verb]
