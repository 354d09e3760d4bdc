"""The staff entry box, from any page: opened by its key, written down aside, kept when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk.tools import Tools
from ui.desk.undoing import Undoing

if TYPE_CHECKING:
    from app.domain.ideas import Idea
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.said.box import SomeoneSaid
    from ui.desk.said.saying import Said


class StaffEntry(QObject):
    """`acted` says that something was written down."""

    acted = Signal()

    def __init__(self, *, tools: Tools, owner: Owner, undoing: Undoing, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._undoing = undoing
        self._window = window
        self._box: SomeoneSaid | None = None
        self._last: tuple[Said, Idea] | None = None
        undoing.undone.connect(self._after_undo)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed and not written down."""
        return self._box is not None and self._box.is_begun

    def begin(self) -> None:
        if self._box is None:
            self._box = self._make_box()
        self._box.begin()

    def _make_box(self) -> SomeoneSaid:
        from ui.desk.said.box import SomeoneSaid

        box = SomeoneSaid(self._tools, self._window)
        box.entered.connect(lambda said: self._write_down(box, said))
        box.typed.connect(lambda text: self._compare(box, text))
        box.take_back_requested.connect(self._undoing.undo)
        return box

    def _compare(self, box: SomeoneSaid, text: str) -> None:
        self._tools.background.run(
            lambda: self._owner.staff.alike(text), lambda ideas: box.show_alike(text, ideas)
        )

    def _write_down(self, box: SomeoneSaid, said: Said) -> None:
        self._tools.background.run(
            lambda: self._note(said),
            lambda idea: self._tell(box, said, idea),
            box.refused,
            box.may_be_entered,
        )

    def _note(self, said: Said) -> Idea:
        """On the worker thread: the new idea, or the one that has a voice more."""
        if said.is_voice and said.to is not None:
            return self._owner.voices.add(said.to.id, said.channel, said.name)
        return self._owner.add_idea(
            said.text,
            name=said.name,
            channel=said.channel,
            builds_on=said.to.id if said.to else None,
            link=said.way.link,
        )

    def _tell(self, box: SomeoneSaid, said: Said, idea: Idea) -> None:
        self._last = said, idea
        if said.is_voice:
            box.written.show_voice(idea)
        else:
            box.written.show_idea(idea)
        box.taken()
        self.acted.emit()

    def _after_undo(self, done: Done) -> None:
        """What was taken back lies in the box again, to be mended."""
        if self._box is not None and self._last is not None and self._last[1].id in done.ideas:
            self._box.show_again(self._last[0])
            self._last = None
