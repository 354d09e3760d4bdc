"""What stands around an idea: answers, what its author wrote back, what builds on it, its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.dates import moment_in_words, short_day
from app.domain.conversation import in_order
from app.domain.ideas import Idea, Link, Response, Status
from app.note_words import change_mind_line, done_line, link_word
from ui.desk import wording
from ui.desk.inbox.history import FIRST_SHOWN, History
from ui.desk.settings.deeds import story_of
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.icons import STATUS_ICONS, paint_icon
from ui.shared.labels import hair, label
from ui.shared.layouts import clear
from ui.shared.mirror import Sides
from ui.shared.notes import SPINE_WIDTH, paint_slip
from ui.shared.stamps import stamp_ink
from ui.shared.text_block import TextBlock, lay_out
from ui.shared.theme import Theme

if TYPE_CHECKING:
    from app.services.owner.reading import IdeaDetail

PADDING = 16
LINK_WIDTH = 64


class Around(QWidget):
    """`idea_requested` asks to show another idea."""

    idea_requested = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._history_of: UUID | None = None
        self._history_shown = FIRST_SHOWN
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_detail(self, detail: IdeaDetail, timezone: str) -> None:
        clear(self._column)
        if detail.replies:
            self._add_conversation(detail, timezone)
        else:
            self._add_answers(detail)
        self._add_neighbours(detail)
        self._add_history(detail, timezone)

    def _add_answers(self, detail: IdeaDetail) -> None:
        if not detail.answers:
            return
        self._title(self._tools.words.tr("What you said"))
        for answer in reversed(detail.answers):
            self._column.addWidget(AnswerSlip(self._tools, answer))

    def _add_conversation(self, detail: IdeaDetail, timezone: str) -> None:
        """What was said to and fro, the oldest first."""
        words = self._tools.words
        author = wording.own_author(detail.idea, words)
        self._title(words.tr("Between you and %(author)s", author=author))
        for said in in_order(detail.answers, detail.replies):
            if isinstance(said, Response):
                self._column.addWidget(AnswerSlip(self._tools, said))
            else:
                self._column.addWidget(label(said.text, wrap=True))
                when = moment_in_words(said.created_at, words.language, timezone)
                rest = words.tr("needs no answer") if said.settled_at else ""
                told = " · ".join(part for part in (author, when, rest) if part)
                self._column.addWidget(label(told, "small"))

    def _add_neighbours(self, detail: IdeaDetail) -> None:
        words = self._tools.words
        if detail.builds_on is not None:
            self._title(words.tr("It builds on"))
            self._column.addWidget(self._neighbour(detail.builds_on, detail.idea.link))
        if detail.built_on:
            self._column.addWidget(hair())
            for idea in detail.built_on:
                self._column.addWidget(self._neighbour(idea, idea.link))

    def _neighbour(self, idea: Idea, link: Link | None) -> QWidget:
        words = self._tools.words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        joint = label(link_word(link or Link.AND, words), "link-word")
        joint.setMinimumWidth(self._tools.theme.px(LINK_WIDTH))
        line.addWidget(joint, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(idea.text, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        show = Button(self._tools.theme, words.tr("Show"), role=UNDERLINED)
        show.setAccessibleDescription(idea.text)
        show.clicked.connect(_asker(self, idea))
        name = label(wording.author(idea, words), "small-bold")
        line.addSpacing(12)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addSpacing(12)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_history(self, detail: IdeaDetail, timezone: str) -> None:
        told = story_of(detail.history)
        if not told:
            return
        if self._history_of != detail.idea.id:
            self._history_of, self._history_shown = detail.idea.id, FIRST_SHOWN
        self._title(self._tools.words.tr("So far"))
        history = History(self._tools, told, timezone, self._history_shown)
        history.more_shown.connect(self._keep_shown)
        self._column.addWidget(history)

    def _keep_shown(self, steps: int) -> None:
        """The idea is read anew with every change: what was opened stays open."""
        self._history_shown = steps

    def _title(self, text: str) -> None:
        self._column.addWidget(hair())
        self._column.addWidget(label(text, "heading", wrap=True))


def _asker(around: Around, idea: Idea) -> Callable[[], None]:
    return lambda: around.idea_requested.emit(idea.id)


class AnswerSlip(QWidget):
    """One answer: a white slip with a spine, or a frame with a lock when only its author reads it."""

    def __init__(self, tools: Tools, answer: Response) -> None:
        super().__init__()
        self._theme: Theme = tools.theme
        self._answer = answer
        self._block: TextBlock | None = None
        words = tools.words
        day = short_day(answer.created_at.date(), words.language)
        status = words.tr(wording.STATUS_WORDS[answer.status])
        if answer.status is Status.TRIAL and answer.until:
            status = words.tr("On trial to %(day)s", day=short_day(answer.until, words.language))
        kept = words.tr("only for its author") if answer.private else ""
        self._foot = " · ".join(part for part in (status, kept, answer.signed, day) if part)
        more = change_mind_line(answer.change_mind, words), done_line(answer.done_on, words)
        self._text = "\n".join(filter(None, (answer.text, answer.reason, *more)))
        self.setAccessibleName(f"{self._text}\n{self._foot}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._block = lay_out(self._text, self._theme.font(16), self.width() - 2 * PADDING - SPINE_WIDTH)
        self.setFixedHeight(self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._block is None:
            return
        theme = self._theme
        painter = QPainter(self)
        paint_slip(painter, theme, QRectF(self.rect()), private=self._answer.private)
        left, sides = PADDING + SPINE_WIDTH, Sides.of(self)
        room = self.width() - 2 * PADDING - SPINE_WIDTH
        self._block.paint(painter, sides.x(left, room), 12, theme.colour("ink"))
        foot = QRectF(left, self.height() - theme.px(20) - 10, self.width() - left - 8, theme.px(20))
        side = theme.px(16)
        status = self._answer.status
        if status is not Status.NEW:
            ink = stamp_ink(theme, status)
            place = sides.place(QRectF(foot.left(), foot.top() + 2, side, side))
            paint_icon(painter, STATUS_ICONS[status], place, ink)
            foot.setLeft(foot.left() + side + 6)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(sides.place(foot), Qt.AlignmentFlag.AlignVCenter, self._foot)

    def _height(self) -> int:
        text = self._block.height if self._block else self._theme.px(22)
        return round(text) + self._theme.px(20) + 26
