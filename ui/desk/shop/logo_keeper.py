"""The shop's logo as the desk has it: read once, chosen and removed by verbs of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.domain.errors import AppError
from app.domain.shop import Shop
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.logos import Logo
    from app.services.owner.owner import Owner


class LogoKeeper(QObject):
    """`changed`: another picture, or none. `acted`: an own verb was done. `refused` carries why a file is
    none. `read` takes a file in and raises InvalidInput; it is called off the GUI thread."""

    changed = Signal()
    acted = Signal()
    refused = Signal(str)

    def __init__(self, *, tools: Tools, owner: Owner, read: Callable[[Path], Logo]) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._read = read
        self._worn: UUID | None = None
        self.png = b""
        self.image = QImage()

    def take_shop(self, shop: Shop) -> None:
        """The shop as it is stored now; another picture comes a moment later."""
        if shop.logo == self._worn:
            return
        self._worn = worn = shop.logo
        if worn is None:
            self._show(worn, None)
        else:
            owner = self._owner
            self._tools.background.run(lambda: owner.logos.picture(worn), lambda logo: self._show(worn, logo))

    def ask(self) -> None:
        """Let the person choose among her files."""
        kind = self._tools.words.tr("Pictures (%(endings)s)", endings="*.png *.jpg *.jpeg *.webp *.bmp")
        self._tools.messages.ask_for_picture(kind, self.choose)

    def choose(self, path: Path) -> None:
        owner, read = self._owner, self._read
        self._tools.background.run(
            lambda: owner.logos.choose(read(path)), lambda _done: self._done(), self._refuse
        )

    def remove(self) -> None:
        self._tools.background.run(self._owner.logos.remove, lambda _done: self._done())

    def _done(self) -> None:
        self._tools.background.run(self._owner.shop, self.take_shop)
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(self._tools.words.error(error))

    def _show(self, worn: UUID | None, logo: Logo | None) -> None:
        if worn != self._worn:
            return
        self.png = logo.png if logo else b""
        self.image = QImage.fromData(self.png) if self.png else QImage()
        self.changed.emit()
