"""What is done for those who wait: cards of a worth printed or saved, or thanked without one; and a card that
comes back redeemed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.shop.field import Line
from ui.desk.thanks.redeem_box import RedeemBox
from ui.desk.tools import Tools
from ui.shared.buttons import PRIMARY, UNDERLINED, Button
from ui.shared.labels import hair, label

RING = 4


class ThanksBox(QWidget):
    """Its buttons say of how many people they mean."""

    def __init__(self, *, tools: Tools, worth: str, redeeming: RedeemBox) -> None:
        super().__init__()
        self._tools = tools
        self._build(worth, redeeming)

    def show_count(self, count: int) -> None:
        words = self._tools.words
        self.print_button.set_words(
            words.trn("Print %(count)s card", "Print %(count)s cards", count)
            if count
            else words.tr("Print cards")
        )
        self.thanked.set_words(
            words.trn("%(count)s is thanked", "%(count)s are thanked", count)
            if count > 1
            else words.tr("Thanked")
        )

    def show_paper(self, paper: str) -> None:
        self.paper_button.set_words(self._tools.words.tr("Paper: %(paper)s", paper=paper))

    def allow(self, allowed: bool) -> None:
        for button in (self.print_button, self.paper_button, self.save_button, self.thanked):
            button.setEnabled(allowed)

    def refuse_worth(self, sentence: str) -> None:
        """What is wrong with what a card is good for; nothing when empty."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if sentence:
            self.worth.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, worth: str, redeeming: RedeemBox) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.worth = Line()
        self.worth.setObjectName("thanks-worth")
        self.worth.setAccessibleName(tr("A card is good for"))
        self.worth.setPlaceholderText(tr("one coffee"))
        self.worth.setText(worth)
        self._error = label("", "error", wrap=True)
        self._error.setObjectName("thanks-error")
        self._error.hide()
        self.print_button = Button(theme, tr("Print cards"), role=PRIMARY, icon="heart", key="P")
        self.print_button.setObjectName("thanks-print")
        self.paper_button = Button(theme, "", role=UNDERLINED)
        self.paper_button.setObjectName("thanks-paper")
        self.save_button = Button(theme, tr("Save as PDF"), icon="save")
        self.save_button.setObjectName("thanks-save")
        self.thanked = Button(theme, tr("Thanked"), icon="check", key="T")
        self.thanked.setObjectName("thanks-mark")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RING)
        column.setSpacing(8)
        column.addWidget(label(tr("A card is good for"), "heading", wrap=True))
        for part in (self.worth, self._error, self.print_button, self.paper_button, self.save_button):
            column.addWidget(part)
        column.addWidget(
            label(tr("Each card has a code that the till takes once, for a year."), "small", wrap=True)
        )
        self._part()
        column.addWidget(label(tr("Thanked without a card?"), "heading", wrap=True))
        column.addWidget(self.thanked)
        column.addWidget(label(tr("Their claim pages say thank you from now on."), "small", wrap=True))
        self._part()
        column.addWidget(redeeming)

    def _part(self) -> None:
        self._column.addSpacing(12)
        self._column.addWidget(hair())
        self._column.addSpacing(12)
