"""The rows of the inbox: read, kept up to date, and one of them chosen after every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.inbox import InboxCounts, InboxView
from ui.desk import wording
from ui.desk.inbox.list_pane import ListPane
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.listing import Changed, Listed
    from app.services.owner.owner import Owner

ROWS_AT_ONCE = 200


class Rows(QObject):
    """`counted` carries InboxCounts. `choice_changed` comes when the change is complete, never amid it.

    `opened` tells which idea lies open: it stays chosen when the rows are read anew.
    """

    counted = Signal(object)
    choice_changed = Signal()

    def __init__(
        self, *, tools: Tools, owner: Owner, list_pane: ListPane, opened: Callable[[], UUID | None]
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._list = list_pane
        self._model = list_pane.model
        self._opened = opened
        self._wanted: UUID | None = None
        self._lies_alone: UUID | None = None
        self._is_updating = False
        self._question = 0
        self._model.more_wanted.connect(self._ask_more)
        list_pane.question_changed.connect(self._ask_other)
        list_pane.choice_changed.connect(self._tell_choice)

    def want(self, idea_id: UUID | None) -> None:
        """Choose it when the rows next change, if it lies among them."""
        self._wanted = idea_id

    def leave_open(self, idea_id: UUID) -> None:
        """It lies open without being in the view, until another view or search is asked for."""
        self._lies_alone = idea_id

    def count(self) -> None:
        self._tools.background.run(
            lambda: (self._owner.counts(), bool(self._owner.placements())),
            lambda found: self._show_counts(*found),
        )

    def _ask_other(self) -> None:
        self._lies_alone = None
        self.ask()

    def ask(self) -> None:
        """Read the view anew; an answer to an older question is dropped."""
        self._question += 1
        number, question = self._question, self._list.question
        self._tools.background.run(
            lambda: self._owner.listing.page(question, limit=ROWS_AT_ONCE),
            lambda listed: self._show(number, question.view, listed),
        )

    def bring_up_to_date(self, ids: Sequence[UUID]) -> None:
        question = self._list.question
        self._tools.background.run(
            lambda: self._owner.listing.changed(ids, question), lambda changed: self._update(ids, changed)
        )

    def _show_counts(self, counts: InboxCounts, has_code: bool) -> None:
        self._list.show_counts(counts, has_code=has_code)
        self.counted.emit(counts)

    def _show(self, question: int, view: InboxView, listed: Listed) -> None:
        if question != self._question:
            return
        with self._updating():
            words = self._tools.words
            matches = {id_: wording.match_words(match, words) for id_, match in listed.matches.items()}
            self._model.show(view, listed, matches)
            self._list.say_what_is_here()
        if self._choose_wanted():
            return
        opened = self._opened()
        if opened is None or not (self._list.choose_idea(opened) or opened == self._lies_alone):
            self._list.choose_row(0)

    def _ask_more(self, cursor: str) -> None:
        question = self._list.question
        self._tools.background.run(
            lambda: self._owner.listing.page(question, after=cursor, limit=ROWS_AT_ONCE),
            lambda listed: self._append(listed, cursor),
        )

    def _append(self, listed: Listed, cursor: str) -> None:
        was_empty = self._model.rowCount() == 0
        with self._updating():
            self._model.append(listed, cursor)
        if was_empty and self._model.rowCount():
            self._list.say_what_is_here()
            self._list.choose_row(0)

    def _read_tags_again(self) -> None:
        ids = [idea.id for idea in self._model.ideas]
        self._tools.background.run(
            lambda: (self._owner.tagging.of(ids), self._owner.tagging.all()),
            lambda found: self._model.show_tags(*found),
        )

    def _update(self, ids: Sequence[UUID], changed: Changed) -> None:
        if changed.known != self._model.known_tags:
            self._read_tags_again()
        chosen = self._list.chosen
        first = self._model.row_of(chosen[0].id) if chosen else None
        with self._updating():
            self._model.update(ids, changed)
            self._list.say_what_is_here()
        if self._wanted in ids and self._choose_wanted():
            return
        if self._list.chosen == chosen and chosen:
            return
        if self._list.chosen:
            self._tell_choice()
        elif chosen or self._opened() is None:
            # What was chosen has left this view: the next one takes its place under the hand. An idea that
            # lies open without being in this view stays open.
            self._list.choose_row(first or 0)

    def _choose_wanted(self) -> bool:
        wanted, self._wanted = self._wanted, None
        return wanted is not None and self._list.choose_idea(wanted)

    @contextmanager
    def _updating(self) -> Iterator[None]:
        self._is_updating = True
        yield
        self._is_updating = False

    def _tell_choice(self) -> None:
        if not self._is_updating:
            self.choice_changed.emit()
