"""The backups of the shop: made by themselves, made now, looked into, gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import day_in_words, moment_in_words
from app.domain.backups import BackupContents, BackupFile, Restored
from app.domain.errors import AppError
from app.domain.shop import Shop
from ui.desk.files import file_name, saved_sentence
from ui.desk.settings.restore_slip import RestoreSlip
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.shop.cells import Flow
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import hair, label
from ui.shared.layouts import clear

if TYPE_CHECKING:
    from app.services.owner.keeping import Keeper

SHOWN = 40
SUFFIX = "db"


class BackupsSheet(SettingsSheet):
    """`restored`: the shop is as it was in a backup, and everything has to be read anew."""

    restored = Signal()

    def __init__(self, *, tools: Tools, keeper: Keeper, shop: Shop) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("Backups"),
            tr("Made every day by themselves, opened and counted after writing, kept for eight weeks."),
        )
        self._keeper = keeper
        self._shop = shop
        self._build_list()
        self.end()

    def open(self) -> None:
        """Read which there are."""
        self._tools.background.run(self._keeper.backups, self._show)

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop

    def _build_list(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.make = Button(theme, tr("Make a backup now"), icon="save")
        self.make.setObjectName("backup-now")
        self.make.clicked.connect(self._make)
        self._state = label("", "soft", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.make)
        row.addWidget(self._state, 1)
        self.add(row)
        self.save = Button(theme, tr("Save a copy elsewhere …"), role=UNDERLINED)
        self.save.setObjectName("save-backup")
        self.save.clicked.connect(self._ask_where)
        self.open_file = Button(theme, tr("Go back to a backup from elsewhere …"), role=UNDERLINED)
        self.open_file.setObjectName("restore-file")
        self.open_file.clicked.connect(self._ask_which)
        self.add(Flow(theme, [self.save, self.open_file]))
        self.slip = RestoreSlip(self._tools)
        self.slip.hide()
        self.slip.confirmed.connect(self._go_back)
        self.slip.left.connect(self._leave_slip)
        self.column.addSpacing(12)
        self.add(self.slip)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addSpacing(12)
        self.add(self._rows)

    def _show(self, backups: Sequence[BackupFile]) -> None:
        words = self._tools.words
        clear(self._rows)
        for place, backup in enumerate(backups[:SHOWN]):
            self._rows.addWidget(self._row(place, backup))
        if backups:
            newest = moment_in_words(backups[0].made_at, words.language, self._shop.timezone)
            self._state.setText(words.tr("The last one is of %(moment)s.", moment=newest))
        else:
            self._state.setText(words.tr("There is none yet. The first is made within the hour."))

    def _row(self, place: int, backup: BackupFile) -> QWidget:
        words, theme = self._tools.words, self._tools.theme
        day = day_in_words(self._shop.local_date(backup.made_at), words.language)
        moment = moment_in_words(backup.made_at, words.language, self._shop.timezone)
        look = Button(theme, words.tr("Go back to it …"), role=UNDERLINED)
        look.setObjectName(f"restore-{place}")
        look.setAccessibleName(words.tr("Go back to the backup of %(moment)s", moment=moment))
        look.clicked.connect(lambda: self._look_into(backup))
        made = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(0, 10, 0, 10)
        line.addWidget(label(day), 1)
        line.addWidget(label(moment.rpartition(", ")[2], "soft"))
        line.addSpacing(24)
        line.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(hair())
        return made

    def _make(self) -> None:
        self.make.setEnabled(False)
        self._state.setText(self._tools.words.tr("One moment."))
        self._tools.background.run(self._keeper.backup, self._after_making, self._fail)

    def _after_making(self, _made: BackupFile) -> None:
        self.make.setEnabled(True)
        self._tools.messages.say(self._tools.words.tr("The backup is made and tested."))
        self.open()

    def _ask_where(self) -> None:
        """For a stick, or another computer of the shop."""
        tr = self._tools.words.tr
        day = self._shop.local_date(self._tools.clock.now())
        name = file_name(f"{self._shop.name or 'Teacup'} {day.isoformat()}", SUFFIX)
        kind = tr("Backups")
        self._tools.messages.ask_where_to_save(name, f"{kind} (*.{SUFFIX})", self._save_to)

    def _save_to(self, path: Path) -> None:
        self._tools.background.run(
            lambda: self._keeper.save_copy(path), lambda _: self._saved(path), self._fail
        )

    def _saved(self, path: Path) -> None:
        self._tools.messages.say(saved_sentence(path, self._tools.words))
        self.open()

    def _ask_which(self) -> None:
        tr = self._tools.words.tr
        title, kind = tr("Go back to a backup from elsewhere"), tr("Backups")
        self._tools.messages.ask_for_file(title, f"{kind} (*.{SUFFIX})", self._look_into_file)

    def _look_into_file(self, path: Path) -> None:
        self._tools.background.run(lambda: self._keeper.from_elsewhere(path), self._look_into, self._fail)

    def _look_into(self, backup: BackupFile) -> None:
        keeper = self._keeper

        def work() -> tuple[BackupContents, BackupContents]:
            return keeper.look_into(backup.path), keeper.contents()

        def show(both: tuple[BackupContents, BackupContents]) -> None:
            self.slip.show_backup(backup, *both, timezone=self._shop.timezone)
            self.slip.show()
            self.ensureWidgetVisible(self.slip, 0, 40)
            self.slip.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

        self._tools.background.run(work, show, self._fail)

    def _go_back(self, backup: BackupFile) -> None:
        self.slip.show_busy(True)
        self._tools.background.run(
            lambda: self._keeper.go_back(backup.path), self._after_going_back, self._fail
        )

    def _after_going_back(self, restored: Restored) -> None:
        words = self._tools.words
        self._leave_slip()
        said = words.tr("The shop is as it was. What was there before is kept as a backup too.")
        if restored.erased_again:
            said += " " + words.trn(
                "%(count)s idea that was erased since stays erased.",
                "%(count)s ideas that were erased since stay erased.",
                restored.erased_again,
            )
        self._tools.messages.say(said)
        self.open()
        self.restored.emit()

    def _leave_slip(self) -> None:
        self.slip.show_busy(False)
        self.slip.hide()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: AppError) -> None:
        self.make.setEnabled(True)
        self.slip.show_busy(False)
        self._tools.messages.warn(self._tools.words.error(error))
        self.open()
