"""What Teacup is, which version, on whose work it stands, and what to send when something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from app.domain.errors import AppError
from app.works import Work
from ui.desk.settings.licence_box import LicenceBox
from ui.desk.settings.sheet import SettingsSheet
from ui.desk.tools import Tools
from ui.shared.buttons import ON_WALL, UNDERLINED, Button
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
        self.box: LicenceBox | None = None
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
        self.add(label(words.tr("Each licence can be read in full."), wrap=True))
        self.add(self._list_of(works))
        self.end()

    def _list_of(self, works: Sequence[Work]) -> QGridLayout:
        words, grid = self._tools.words, QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for place, work in enumerate(works):
            name = " ".join(filter(None, (work.name, work.version)))
            read = Button(self._tools.theme, words.tr("Read"), role=UNDERLINED)
            read.setAccessibleName(words.tr("Read the licence of %(work)s", work=name))
            read.setObjectName(f"licence-{place}")
            read.clicked.connect(lambda _checked=False, work=work, name=name: self._read(work, name))
            grid.addWidget(label(name, wrap=True), place, 0)
            grid.addWidget(label(work.licence, "soft", wrap=True), place, 1)
            grid.addWidget(read, place, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        return grid

    def _read(self, work: Work, name: str) -> None:
        """Off the GUI thread: some are long."""
        self._tools.background.run(work.licence_text, lambda text: self._show(name, text), self._fail)

    def _show(self, name: str, text: str) -> None:
        if self.box is None:
            self.box = LicenceBox(self._tools, self.window())
        self.box.show_licence(name, text)

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
