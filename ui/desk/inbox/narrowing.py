"""Narrows the list of the inbox and keeps its views: the verbs of the box "Show only"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import AppError
from app.domain.views import NO_FILTER, Filter, Question, SavedView
from ui.desk import wording
from ui.desk.inbox.list_delegate import held_word
from ui.desk.inbox.list_pane import ListPane
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from ui.desk.inbox.filter_box import Choices, FilterBox


class Narrowing(QObject):
    """`acted` says that a view was kept, changed or removed."""

    acted = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, window: QWidget, list_pane: ListPane, today: Callable[[], date]
    ) -> None:
        super().__init__(window)
        self._tools = tools
        self._owner = owner
        self._window = window
        self._list = list_pane
        self._today = today
        self._choices: Choices | None = None
        self._box: FilterBox | None = None
        list_pane.filter_requested.connect(self.begin)
        list_pane.show_all_requested.connect(self.show_all)

    def begin(self) -> None:
        if self._box is None:
            self._box = self._make_box()
        box = self._box
        self._read(lambda choices: box.begin(choices, self._list.filter, self._today()))

    def show_all(self) -> None:
        self._narrow(NO_FILTER)
        if self._box is not None:
            self._box.fill(NO_FILTER, self._today())

    def refresh(self) -> None:
        """A view or a tag was changed, here or elsewhere."""
        if self._box is not None and self._box.isVisible():
            box = self._box
            self._read(lambda choices: box.views.show_views(choices.views, choices.counts))

    def _make_box(self) -> FilterBox:
        from ui.desk.inbox.filter_box import FilterBox

        box, viewing = FilterBox(self._tools, self._window), self._owner.viewing
        box.filter_changed.connect(lambda: self._narrow(box.filter))
        box.show_all.clicked.connect(self.show_all)
        views = box.views
        views.open_requested.connect(self._open)
        views.save_requested.connect(self._save)
        views.rename_requested.connect(lambda view, name: self._do(lambda: viewing.rename(view.id, name)))
        views.move_requested.connect(lambda view, place: self._do(lambda: viewing.move(view.id, place)))
        views.remove_requested.connect(lambda view: self._do(lambda: viewing.remove(view.id)))
        return box

    def _read(self, show: Callable[[Choices], None]) -> None:
        from ui.desk.inbox.filter_box import Choices

        owner = self._owner

        def read() -> Choices:
            views = owner.viewing.all()
            return Choices(owner.tagging.all(), owner.placements(), views, owner.listing.counts(views))

        def take(choices: Choices) -> None:
            self._choices = choices
            show(choices)

        self._tools.background.run(read, take)

    def _open(self, view: SavedView) -> None:
        self._list.narrow(view.question.filter, self._summary(view.question.filter), view.question.view)
        if self._box is not None:
            self._box.fill(view.question.filter, self._today())

    def _narrow(self, wanted: Filter) -> None:
        if wanted != self._list.filter:
            self._list.narrow(wanted, self._summary(wanted))

    def _save(self, name: str) -> None:
        question = Question(view=self._list.view, filter=self._list.filter)
        self._do(lambda: self._owner.viewing.save(name, question))

    def _do(self, verb: Callable[[], Done]) -> None:
        self._tools.background.run(verb, self._tell, self._refuse)

    def _tell(self, done: Done) -> None:
        self.refresh()
        if done.action is not None:
            self.acted.emit()

    def _refuse(self, error: AppError) -> None:
        if self._box is not None:
            self._box.views.refuse(self._tools.words.error(error))

    def _summary(self, asked: Filter) -> str:
        """What the list is narrowed to, in quiet words."""
        words, choices = self._tools.words, self._choices
        tr = words.tr
        tags = [tag.name for tag in choices.tags if tag.id in asked.tags] if choices else []
        places = [place.label for place in choices.places if place.token in asked.places] if choices else []
        return wording.tags_in_words(
            [
                *(tr(wording.STATUS_WORDS[each]) for each in sorted(asked.statuses)),
                *(tr(wording.VISIBILITY_WORDS[each]) for each in sorted(asked.visibilities)),
                *(tr(wording.CHANNEL_WORDS[each]) for each in sorted(asked.channels)),
                *tags,
                *places,
                *(held_word(each, words) for each in sorted(asked.held)),
                *([tr("wrote back, not yet answered")] if asked.replied else []),
                *([tr("from %(day)s", day=asked.since.isoformat())] if asked.since else []),
                *([tr("until %(day)s", day=asked.until.isoformat())] if asked.until else []),
            ]
        )
