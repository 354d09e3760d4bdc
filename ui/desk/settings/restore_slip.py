"""Before going back: what the backup holds beside what is there now, and that nothing of it is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.backups import BackupContents, BackupFile
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, UNDERLINED, Button
from ui.shared.labels import label, set_role


class RestoreSlip(QWidget):
    """`confirmed` carries the BackupFile to go back to."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._backup: BackupFile | None = None
        self._build()

    def show_backup(
        self, backup: BackupFile, held: BackupContents, now: BackupContents, *, timezone: str
    ) -> None:
        words = self._tools.words
        self._backup = backup
        moment = moment_in_words(backup.made_at, words.language, timezone)
        self._title.setText(words.tr("Go back to the backup of %(moment)s?", moment=moment))
        for row, (then, today) in enumerate(
            (
                (held.shop_name, now.shop_name),
                (f"{held.ideas:,}", f"{now.ideas:,}"),
                (f"{held.answers:,}", f"{now.answers:,}"),
                (self._newest(held, timezone), self._newest(now, timezone)),
            )
        ):
            self._cells[row][0].setText(then)
            self._cells[row][1].setText(today)
        self.setAccessibleName(self._title.text())

    def show_busy(self, busy: bool) -> None:
        self.confirm.setEnabled(not busy)
        self.leave.setEnabled(not busy)

    def _newest(self, contents: BackupContents, timezone: str) -> str:
        words = self._tools.words
        if contents.newest_idea_at is None:
            return words.tr("none")
        return moment_in_words(contents.newest_idea_at, words.language, timezone)

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        set_role(self, "slip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("", "large-bold", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.addWidget(label(tr("in the backup"), "small"), 0, 1)
        grid.addWidget(label(tr("now"), "small"), 0, 2)
        self._cells = [(label("", wrap=True), label("", wrap=True)) for _ in range(4)]
        names = (tr("Shop"), tr("Ideas"), tr("Answers"), tr("Newest idea"))
        for row, (name, cells) in enumerate(zip(names, self._cells, strict=True), start=1):
            grid.addWidget(label(name, "soft"), row, 0)
            for column, cell in enumerate(cells, start=1):
                grid.addWidget(cell, row, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.confirm = Button(theme, tr("Go back to this backup"), role=PRIMARY)
        self.confirm.setObjectName("restore-confirm")
        self.leave = Button(theme, tr("Leave everything as it is"), role=UNDERLINED)
        self.leave.setObjectName("restore-leave")
        verbs = QHBoxLayout()
        verbs.setSpacing(20)
        verbs.addWidget(self.confirm)
        verbs.addWidget(self.leave)
        verbs.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 18)
        whole.setSpacing(12)
        whole.addWidget(self._title)
        whole.addLayout(grid)
        whole.addWidget(
            label(
                tr(
                    "First a backup of everything that is there now is made, so you can come back. "
                    "What was erased since stays erased."
                ),
                "soft",
                wrap=True,
            )
        )
        whole.addLayout(verbs)
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self._backup))
        self.leave.clicked.connect(self.left)
