"""What was printed last, over any page: its number, what it says and when; once more with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.dates import short_day
from app.domain.ledger import Entry
from app.domain.shop import Shop
from app.domain.text import on_one_line
from app.wall_words import kind_word
from app.words import Words
from ui.desk.printing.printable import Printable
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.focus_ring import FocusRing
from ui.shared.labels import hair, label
from ui.shared.layouts import clear
from ui.shared.papers import design_in_words, size_in_words
from ui.shared.scrolling import scrolling

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from ui.desk.wall.papers import WallPaper

SHOWN = 12
TITLE_LETTERS = 120
LARGEST = QSize(680, 720)
ROOM_LEFT = QSize(48, 24)
MARGIN = 28


def printed_lately(owner: Owner) -> list[Entry]:
    """The newest first; off the GUI thread."""
    page = owner.wall.ledger(limit=4 * SHOWN)
    return sorted(page.entries, key=lambda entry: -entry.notice.number)[:SHOWN]


def once_more(entry: Entry, paper: WallPaper, address: str, words: Words) -> Printable:
    """The same sheet under its number, with what is true now."""
    return Printable(
        title=words.tr("Notice %(number)s", number=entry.notice.number),
        document=lambda _choice: paper.document([entry.notice], address),
        sizes=(),
        designs=(),
    )


class LatelyBox(QDialog):
    """`again_requested` carries the Entry that is to be printed once more, `look_requested` the one that is
    to be looked at first."""

    again_requested = Signal(object)
    look_requested = Signal(object)

    def __init__(self, tools: Tools, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        tr = tools.words.tr
        self.setObjectName("printed-lately")
        self.setWindowTitle(tr("Printed lately"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 24, MARGIN, 12)
        column.setSpacing(10)
        column.addWidget(label(tr("Printed lately"), "title", wrap=True))
        self._nothing = label(
            tr("Nothing was printed yet. The first notice will stand here."), "soft", wrap=True
        )
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addStretch()
        self.leave = Button(tools.theme, tr("Close"), key=tr("Esc"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 10, MARGIN, 20)
        foot.addStretch()
        foot.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inside), 1)
        whole.addLayout(foot)
        FocusRing(self, tools.theme)
        tools.theme.changed.connect(self._fit)

    def begin(self, entries: Sequence[Entry], shop: Shop) -> None:
        clear(self._rows)
        self._nothing.setVisible(not entries)
        buttons = [self._add_row(entry, shop) for entry in entries]
        self._fit()
        self.open()
        (buttons[0] if buttons else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, entry: Entry, shop: Shop) -> Button:
        words, notice = self._tools.words, entry.notice
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(2)
        kind = kind_word(notice.kind, words)
        title = label(on_one_line(entry.title, TITLE_LETTERS) or kind, "heading", wrap=True)
        # However long a word of it is, the buttons stay in sight.
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        facts = (
            words.tr("No. %(number)s", number=notice.number),
            kind,
            size_in_words(notice.size, words),
            design_in_words(notice.design, words),
            short_day(shop.local_date(notice.made_at), words.language),
        )
        said.addWidget(title)
        said.addWidget(label(" · ".join(facts), "small", wrap=True))
        line.addLayout(said, 1)
        look = self._button(words.tr("Look"), entry, self.look_requested.emit, f"look-again-{notice.number}")
        again = self._button(
            words.tr("Print again"), entry, self.again_requested.emit, f"print-again-{notice.number}"
        )
        for button in (look, again):
            button.setAccessibleDescription(", ".join((entry.title, *facts)))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if self._rows.count():
            self._rows.addWidget(hair())
        self._rows.addWidget(row)
        return again

    def _button(self, words: str, entry: Entry, act: Callable[[Entry], None], name: str) -> Button:
        made = Button(self._tools.theme, words, role=ON_WALL)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._leave_for(entry, act))
        return made

    def _leave_for(self, entry: Entry, act: Callable[[Entry], None]) -> None:
        self.accept()
        act(entry)

    def _fit(self) -> None:
        theme = self._tools.theme
        wanted = QSize(theme.px(LARGEST.width()), theme.px(LARGEST.height()))
        self.setFixedSize(wanted.boundedTo(self._window.size() - ROOM_LEFT))
