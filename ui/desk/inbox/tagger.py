"""Puts tags on what is chosen, takes them off, and looks after the tags themselves: the box's verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.tags import Tag
from ui.desk import wording
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.inbox.tag_box import TagBox

NAMED_LETTERS = 60


class Tagger(QObject):
    """`acted` says that a verb changed something. `chosen` gives the ideas that are meant."""

    acted = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, window: QWidget, chosen: Callable[[], Sequence[Idea]]
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._chosen = chosen
        self._ideas: Sequence[Idea] = ()
        self._box: TagBox | None = None

    def begin(self) -> None:
        """The box over what is chosen; without a choice it looks after the tags alone."""
        if self._box is None:
            self._box = self._make_box()
        self._ideas = tuple(self._chosen())
        self._box.begin(self._what())
        self._read(self._box)

    def refresh(self) -> None:
        """The tags changed, here or elsewhere."""
        if self._box is not None and self._box.isVisible():
            self._read(self._box)

    def _what(self) -> str:
        words = self._tools.words
        if len(self._ideas) == 1:
            return words.tr("“%(line)s”", line=wording.beginning(self._ideas[0], NAMED_LETTERS))
        if not self._ideas:
            return ""
        return words.trn("%(count)s idea", "%(count)s ideas", len(self._ideas))

    def _make_box(self) -> TagBox:
        from ui.desk.inbox.tag_box import TagBox

        box, tagging = TagBox(self._tools, self._window), self._owner.tagging
        box.tag_requested.connect(lambda tag: self._do(lambda ids: tagging.tag(ids, tag)))
        box.untag_requested.connect(lambda tag: self._do(lambda ids: tagging.untag(ids, tag)))
        box.new_tag_requested.connect(lambda name: self._do(lambda ids: tagging.tag_as(ids, name)))
        box.rename_requested.connect(lambda tag, name: self._do(lambda _ids: tagging.rename(tag, name)))
        box.merge_requested.connect(lambda tag, into: self._do(lambda _ids: tagging.merge(tag, into)))
        box.show_requested.connect(
            lambda tag, shown: self._do(lambda _ids: tagging.show_to_customers(tag, shown))
        )
        box.retire_requested.connect(lambda tag: self._do(lambda _ids: tagging.retire(tag)))
        return box

    def _do(self, verb: Callable[[Sequence[UUID]], Done]) -> None:
        ids = [idea.id for idea in self._ideas]
        self._tools.background.run(lambda: verb(ids), self._tell, self._refuse)

    def _tell(self, done: Done) -> None:
        if self._box is not None:
            self._box.taken()
            self._read(self._box)
        if done.action is not None:
            self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        if self._box is not None:
            self._box.refuse(self._tools.words.error(error))

    def _read(self, box: TagBox) -> None:
        ids, tagging = [idea.id for idea in self._ideas], self._owner.tagging

        def read() -> tuple[list[Tag], Counter[UUID]]:
            return tagging.all(), Counter(tag for tags in tagging.of(ids).values() for tag in tags)

        self._tools.background.run(read, lambda found: box.show_tags(*found, len(ids)))
