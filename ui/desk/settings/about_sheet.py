"""What Teacup is, which version, on whose work it stands, and what to send when something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.domain.errors import AppError
from app.works import Work
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, Button
from ui.shared.labels import label


class AboutSheet(SettingsSheet):
    """`diagnose` collects what helps, off the GUI thread; `copy` puts a text on the clipboard."""

    def __init__(
        self,
        *,
        tools: Tools,
        version: str,
        works: Sequence[Work],
        diagnose: Callable[[], str],
        copy: Callable[[str], None],
    ) -> None:
        words = tools.words
        super().__init__(tools, words.tr("About Teacup"), words.tr("Version %(version)s", version=version))
        self._diagnose = diagnose
        self._copy = copy
        self.add(
            label(
                words.tr(
                    "A suggestion board for small shops. Free software under the MIT licence: use it, look "
                    "into it, change it, pass it on. No account, no cloud, nobody watches."
                ),
                wrap=True,
            )
        )
        self.add_heading(words.tr("When something is wrong"))
        self.add(
            label(
                words.tr(
                    "What helps us is copied: versions, sizes and counts. No names, no words, no addresses."
                ),
                wrap=True,
            )
        )
        self.copy = Button(tools.theme, words.tr("Copy what helps"), role=ON_WALL, icon="copy")
        self.copy.setObjectName("copy-diagnostics")
        self.copy.clicked.connect(self._collect)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch()
        self.add(row)
        self.add_heading(words.tr("It stands on the work of others"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for place, work in enumerate(works):
            for column, text in enumerate((work.name, work.version, work.licence)):
                grid.addWidget(label(text, "" if column == 0 else "soft", wrap=column == 2), place, column)
        grid.setColumnStretch(2, 1)
        self.add(grid)
        self.end()

    def _collect(self) -> None:
        self.copy.setEnabled(False)
        self._tools.background.run(self._diagnose, self._take, self._fail)

    def _take(self, text: str) -> None:
        self.copy.setEnabled(True)
        self._copy(text)
        self._tools.messages.say(self._tools.words.tr("Copied. Paste it into your message."))

    def _fail(self, error: AppError) -> None:
        self.copy.setEnabled(True)
        self._tools.messages.warn(self._tools.words.error(error))
