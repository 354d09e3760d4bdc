"""At the till: a thank-you card is redeemed once, and a second time it says when that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.errors import AppError
from app.domain.shop import Shop
from app.domain.thanks import AlreadyRedeemed
from ui.desk.shop.field import Line
from ui.desk.tools import Tools
from ui.shared.buttons import Button
from ui.shared.labels import label, set_role

if TYPE_CHECKING:
    from app.domain.thanks import ThankCard
    from app.services.owner.owner import Owner


class RedeemBox(QWidget):
    """`acted` says that a card was redeemed."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, shop: Shop) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._build()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop

    def begin(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()

    def _redeem(self) -> None:
        self.redeem.setEnabled(False)
        typed = self.code.text()
        self._tools.background.run(
            lambda: self._owner.thanks.redeem(typed), self._take, self._refuse, self._may_redeem
        )

    def _may_redeem(self) -> None:
        self.redeem.setEnabled(True)

    def _take(self, card: ThankCard) -> None:
        self._may_redeem()
        self.code.clear()
        self._say("good-heading", self._tools.words.tr("Good for: %(what)s", what=card.worth))
        self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        self._may_redeem()
        words = self._tools.words
        if isinstance(error, AlreadyRedeemed):
            moment = moment_in_words(error.at, words.language, self._shop.timezone)
            self._say("error", words.tr("This card was redeemed already: %(moment)s.", moment=moment))
        else:
            self._say("error", words.error(error))
        self.begin()

    def _say(self, role: str, sentence: str) -> None:
        set_role(self.told, role)
        self.told.setText(sentence)
        self.told.show()

    def _build(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.code = Line()
        self.code.setObjectName("redeem-code")
        self.code.setAccessibleName(tr("Code of the thank-you card"))
        self.code.setPlaceholderText(tr("The code on the card"))
        self.redeem = Button(theme, tr("Redeem"))
        self.redeem.setObjectName("redeem")
        self.told = label("", "error", wrap=True)
        self.told.setObjectName("redeem-told")
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.code, 1)
        row.addWidget(self.redeem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("Somebody brings a card"), "heading", wrap=True))
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(label(tr("A card is good once. Ctrl Z takes a mistake back."), "small", wrap=True))
        self.code.returnPressed.connect(self._redeem)
        self.redeem.clicked.connect(self._redeem)
