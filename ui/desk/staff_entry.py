"""The staff entry box, from any page: opened by its key, written down aside, kept when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.claim_codes import spaced
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.owner import Owner
    from ui.desk.inbox.someone_said import Said, SomeoneSaid


class StaffEntry(QObject):
    """`acted` says that an idea was written down."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._box: SomeoneSaid | None = None

    def begin(self) -> None:
        if self._box is None:
            self._box = self._make_box()
        self._box.begin()

    def _make_box(self) -> SomeoneSaid:
        from ui.desk.inbox.someone_said import SomeoneSaid

        box = SomeoneSaid(self._tools, self._window)
        box.entered.connect(lambda said: self._write_down(box, said))
        return box

    def _write_down(self, box: SomeoneSaid, said: Said) -> None:
        self._tools.background.run(
            lambda: self._owner.add_idea(said.text, name=said.name, channel=said.channel),
            lambda idea: self._tell(box, idea),
            box.refused,
            box.may_be_entered,
        )

    def _tell(self, box: SomeoneSaid, idea: Idea) -> None:
        box.taken()
        self._tools.messages.say(
            self._tools.words.tr(
                "Written down. It hangs on the board. Its claim code: %(code)s",
                code=spaced(idea.claim_code),
            )
        )
        self.acted.emit()
