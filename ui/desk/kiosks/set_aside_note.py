"""What a kiosk accepted and the shop's rules refused: the customer's words, why, and what becomes of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import moment_in_words
from app.domain.kiosks import SetAside, SetAsideKind
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.labels import label, set_role


class SetAsideNote(QWidget):
    """`take_in_requested` and `dismiss_requested` are the owner's two answers."""

    take_in_requested = Signal()
    dismiss_requested = Signal()

    def __init__(self, tools: Tools, refused: SetAside, *, kiosk: str, timezone: str) -> None:
        super().__init__()
        theme, words = tools.theme, tools.words
        self.refused = refused
        set_role(self, "slip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = label(refused.text or _without_words(refused, tools), "large", wrap=True)
        moment = moment_in_words(refused.at, words.language, timezone)
        pinned = label(words.tr("%(kiosk)s, %(moment)s", kiosk=kiosk, moment=moment), "small", wrap=True)
        why = label(words.tr(refused.sentence), "soft", wrap=True)
        number = refused.id.hex
        self.take_in = Button(theme, words.tr("Put in the inbox"))
        self.take_in.setObjectName(f"set-aside-take-{number}")
        self.take_in.setVisible(refused.kind is SetAsideKind.IDEA)
        self.dismiss = Button(theme, words.tr("Dismiss"), role=UNDERLINED)
        self.dismiss.setObjectName(f"set-aside-dismiss-{number}")
        verbs = QHBoxLayout()
        verbs.setSpacing(16)
        verbs.addWidget(self.take_in)
        verbs.addWidget(self.dismiss)
        verbs.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (text, pinned, why):
            column.addWidget(part)
        column.addLayout(verbs)
        self.setAccessibleName(text.text())
        self.take_in.clicked.connect(self.take_in_requested)
        self.dismiss.clicked.connect(self.dismiss_requested)


def _without_words(refused: SetAside, tools: Tools) -> str:
    if refused.kind is SetAsideKind.VOTE:
        return tools.words.tr("A “me too”")
    return tools.words.tr("How long notes were looked at")
