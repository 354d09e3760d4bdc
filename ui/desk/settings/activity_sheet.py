"""What was done, by whom and when, newest first, each leading to its idea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.shop import Shop
from ui.desk import wording
from ui.desk.settings.deeds import step_words
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
from ui.shared.labels import hair, label
from ui.shared.layouts import clear

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.owner.activity import Activity, Deed, Deeds

NAMED_LETTERS = 70


class ActivitySheet(SettingsSheet):
    """`idea_requested` carries the id of an idea to be opened."""

    idea_requested = Signal(object)

    def __init__(self, *, tools: Tools, activity: Activity, shop: Shop) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("Activity"),
            tr("What you and your customers did. Nobody can change this list."),
        )
        self._activity = activity
        self._shop = shop
        self._before: int | None = None
        self._question = 0
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add(self._rows)
        self.more = Button(tools.theme, tr("Show more"), role=ON_WALL)
        self.more.setObjectName("activity-more")
        self.more.hide()
        self.more.clicked.connect(self._ask_more)
        self.add(self.more)
        self.end()

    def open(self) -> None:
        """Read the newest anew."""
        self._question += 1
        question = self._question
        self._tools.background.run(self._activity.read, lambda deeds: self._show(question, deeds))

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop

    def _ask_more(self) -> None:
        question, before = self._question, self._before
        self.more.setEnabled(False)
        self._tools.background.run(
            lambda: self._activity.read(before), lambda deeds: self._append(question, deeds)
        )

    def _show(self, question: int, deeds: Deeds) -> None:
        if question != self._question:
            return
        clear(self._rows)
        self._append(question, deeds)

    def _append(self, question: int, deeds: Deeds) -> None:
        if question != self._question:
            return
        for deed in deeds.deeds:
            self._rows.addWidget(self._row(deed))
        self._before = deeds.before
        self.more.setEnabled(True)
        self.more.setVisible(deeds.before is not None)

    def _row(self, deed: Deed) -> QWidget:
        words = self._tools.words
        when = moment_in_words(deed.entry.at, words.language, self._shop.timezone)
        stamp = label(when, "small")
        stamp.setFixedWidth(self._tools.theme.px(120))
        what = QVBoxLayout()
        what.setSpacing(2)
        what.addWidget(label(self._sentence(deed), wrap=True))
        made = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        line.addWidget(stamp, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(what, 1)
        if deed.idea is not None:
            quoted = words.tr("“%(line)s”", line=wording.beginning(deed.idea, NAMED_LETTERS))
            what.addWidget(label(quoted, "small", wrap=True))
            line.addWidget(self._show_button(deed.idea.id, deed.idea.text), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(hair())
        return made

    def _sentence(self, deed: Deed) -> str:
        words = self._tools.words
        told = step_words(deed.entry, deed.took_back)
        # A newer Teacup may have written what this one has no words for.
        sentence = words.tr(told) if told else deed.entry.verb
        if deed.things > 1:
            return f"{sentence} " + words.trn("%(count)s idea", "%(count)s ideas", deed.things)
        return sentence

    def _show_button(self, idea_id: UUID, text: str) -> Button:
        show = Button(self._tools.theme, self._tools.words.tr("Show"), role=UNDERLINED)
        show.setAccessibleDescription(text)
        show.clicked.connect(lambda: self.idea_requested.emit(idea_id))
        return show
