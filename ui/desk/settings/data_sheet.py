"""Where the shop's data lies, whether it is whole, and how somebody's words are taken out of it for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.backups import CheckReport
from app.domain.errors import AppError
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import label, set_role

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper


class DataSheet(SettingsSheet):
    erase_requested = Signal()

    def __init__(
        self, *, tools: Tools, keeper: Keeper, folder: Path, show_folder: Callable[[Path], None]
    ) -> None:
        tr = tools.words.tr
        super().__init__(tools, tr("Data"), tr("All of this shop lies in one folder on this computer."))
        self._keeper = keeper
        path = label(str(folder), "command", wrap=True)
        path.setObjectName("data-folder")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.add(path)
        self.show_folder = Button(tools.theme, tr("Show the folder"), role=ON_WALL)
        self.show_folder.setObjectName("show-folder")
        self.show_folder.clicked.connect(lambda: show_folder(folder))
        self._add_verb(self.show_folder)
        self.add_heading(tr("Is everything whole?"))
        self.check = Button(tools.theme, tr("Look now"), role=ON_WALL, icon="check")
        self.check.setObjectName("check-data")
        self.check.clicked.connect(self._look)
        self._add_verb(self.check)
        self.report = label("", wrap=True)
        self.report.setObjectName("check-report")
        self.add(self.report)
        self.add_heading(tr("Somebody wants to be forgotten"))
        self.add(
            label(
                tr("All that a person left goes for good, from backups within eight weeks."),
                wrap=True,
            )
        )
        self.erase = Button(tools.theme, tr("Erase a person …"), role=ON_WALL)
        self.erase.setObjectName("settings-erase")
        self.erase.clicked.connect(self.erase_requested)
        self._add_verb(self.erase)
        self.end()

    def _add_verb(self, button: Button) -> None:
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch()
        self.add(row)

    def _look(self) -> None:
        self.check.setEnabled(False)
        set_role(self.report, "soft")
        self.report.setText(self._tools.words.tr("One moment."))
        self._tools.background.run(self._keeper.check, self._show, self._fail)

    def _show(self, report: CheckReport) -> None:
        words = self._tools.words
        self.check.setEnabled(True)
        set_role(self.report, "good" if report.is_sound else "error")
        if report.is_sound:
            ideas = words.trn("%(count)s idea", "%(count)s ideas", report.ideas)
            self.report.setText(words.tr("All is well: %(ideas)s, and every count is right.", ideas=ideas))
            return
        lines = [words.tr(finding.sentence, count=finding.count) for finding in report.findings]
        self.report.setText("\n".join([words.tr("Not all is well. Make a backup, then tell us:"), *lines]))

    def _fail(self, error: AppError) -> None:
        self.check.setEnabled(True)
        set_role(self.report, "error")
        self.report.setText(self._tools.words.error(error))
