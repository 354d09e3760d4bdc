"""The inbox: choose an idea, decide, say two sentences, print. The page listens; the services do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.decisions import Decision, decide
from app.domain.errors import AppError, Conflict
from app.domain.ideas import Idea
from app.domain.inbox import InboxCounts, InboxView
from app.domain.notices import PaperSize
from app.domain.promise import open_days_left
from app.domain.shop import Shop
from ui.desk.inbox.answer_giver import AnswerGiver, Given, Refused
from ui.desk.inbox.decision_box import ORDER
from ui.desk.inbox.drafts import EMPTY, Drafts
from ui.desk.inbox.list_model import InboxModel
from ui.desk.inbox.list_pane import ListPane
from ui.desk.inbox.loading import Loaded, load, sheet_of
from ui.desk.inbox.notice_maker import Afterwards, NoticeMaker
from ui.desk.inbox.preview_pane import PreviewPane
from ui.desk.inbox.work_pane import WorkPane
from ui.desk.paperwork import Paperwork
from ui.desk.reach import Reach
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.shared.labels import tell_about, upright_hair

if TYPE_CHECKING:
    from app.services.owner.done import Done
    from app.services.owner.owner import Owner
    from app.services.owner.reading import ChangesSince

ROWS_AT_ONCE = 200
# What the work needs beside list and mat; with less the mat steps aside.
WORK_WIDTH = 430
# Less than this cuts words off.
LEAST_WORK_WIDTH = 216
ROOM_FOR_A_WIDE_LIST = 900


class InboxPage(QWidget):
    """`counted` carries InboxCounts; `acted` says that an own verb was done."""

    counted = Signal(object)
    acted = Signal()
    codes_requested = Signal()

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        paperwork: Paperwork,
        undoing: Undoing,
        paper_size: PaperSize,
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._shop = shop
        self._reach = reach
        self._answers = AnswerGiver(tools=tools, owner=owner)
        self._notices = NoticeMaker(tools=tools, owner=owner, paperwork=paperwork)
        self._undoing = undoing
        self._drafts = Drafts()
        self._loaded: Loaded | None = None
        self._shown: UUID | None = None
        self._refusal: tuple[UUID, str] | None = None
        self._wanted: UUID | None = None
        self._is_updating = False
        self._question = 0
        self.model = InboxModel(self)
        self.list = ListPane(tools, self.model, self._days_left)
        self.work = WorkPane(tools)
        self.preview = PreviewPane(tools, paperwork, paper_size)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list.rows)
        self._bind_keys()
        self.work.show_loading()
        self._show_offer()

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return self._drafts.unsaid

    def open(self) -> None:
        """Read everything anew; at the start, and when the database was away."""
        self._ask_rows()
        self._count()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.list.rows.viewport().update()

    def take_changes(self, changes: ChangesSince) -> None:
        """Bring the list and the open idea up to date with what happened, here or elsewhere."""
        self._count()
        if self.list.words:
            self._ask_rows()
        else:
            ids = tuple(changes.ideas)
            self._tools.background.run(
                lambda: self._owner.several(ids), lambda found: self._update_rows(ids, found)
            )
        if self._shown in changes.ideas and self._shown is not None:
            self._load(self._shown)

    def show_idea(self, idea_id: UUID) -> None:
        """Open an idea wherever it lies."""
        if not self.list.choose_idea(idea_id):
            self.list.rows.clearSelection()
            self._load(idea_id)

    def put_up(self) -> None:
        seen = self._seen()
        self._do(
            lambda ids: self._owner.approve(ids, seen=seen), self._tools.words.tr("It hangs on the board.")
        )

    def keep_private(self) -> None:
        self._do(self._owner.keep_private, self._tools.words.tr("Kept between you and its author."))

    def hide_ideas(self) -> None:
        self._do(self._owner.hide, self._tools.words.tr("Hidden. Nothing is deleted."))

    def answer(self, afterwards: Afterwards) -> None:
        """Say what is written, as decided; then print or save it."""
        idea = None if self._answers.is_busy else self._only_idea()
        decision = self._complete_decision() if idea else None
        if idea is None or decision is None:
            return
        self._refusal = None
        self._answers.give(idea, decision, afterwards)

    def make_notice(self, idea_id: UUID, afterwards: Afterwards) -> None:
        """Number a sheet for the answer that holds, and print or save it."""
        self._notices.make(idea_id, self.preview.size_of_paper, self._reach.for_paper, afterwards)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("role", "plain")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(upright_hair())
        row.addWidget(self.work, 1)
        row.addWidget(self.preview)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """List, work and mat side by side; in a small window the mat takes the list's place on demand. Where
        large text leaves no room for two, the page moves sideways."""
        theme = self._tools.theme
        self.list.be_narrow(self.width() < ROOM_FOR_A_WIDE_LIST * (1 + (theme.text_percent - 100) / 220))
        self.work.setMinimumWidth(theme.px(LEAST_WORK_WIDTH))
        needed = self.list.width() + self.preview.width() + theme.px(WORK_WIDTH)
        has_room = self.width() >= needed
        self.work.show_sheet.setVisible(not has_room)
        wanted = self.work.show_sheet.isChecked()
        self.preview.setVisible(has_room or wanted)
        self.list.setVisible(has_room or not wanted)

    def _toggle_sheet(self) -> None:
        if not self.work.show_sheet.isHidden():
            self.work.show_sheet.toggle()

    def _connect(self) -> None:
        work = self.work
        self._answers.busy_changed.connect(lambda: work.answering.show_busy(self._answers.is_busy))
        self._answers.given.connect(self._after_answer)
        self._answers.refused.connect(self._refuse_answer)
        self._notices.made.connect(self.acted)
        self.model.more_wanted.connect(self._ask_more)
        self.list.question_changed.connect(self._ask_rows)
        self.list.choice_changed.connect(self._show_choice)
        self.list.codes_requested.connect(self.codes_requested)
        work.draft_changed.connect(self._keep_draft)
        work.around.idea_requested.connect(self.show_idea)
        work.put_up.clicked.connect(self.put_up)
        work.keep_private.clicked.connect(self.keep_private)
        work.hide_ideas.clicked.connect(self.hide_ideas)
        work.show_sheet.toggled.connect(self._share_room)
        work.undo.clicked.connect(self._undoing.undo)
        work.redo.clicked.connect(self._undoing.redo)
        work.answering.answer.clicked.connect(lambda: self.answer(Afterwards.NOTHING))
        work.answering.answer_and_print.clicked.connect(lambda: self.answer(Afterwards.PRINT))
        self.preview.save.clicked.connect(lambda: self._finish(Afterwards.SAVE))
        self.preview.print_again.clicked.connect(lambda: self._finish(Afterwards.PRINT))
        self._undoing.offer_changed.connect(self._show_offer)
        self._undoing.undone.connect(self._after_undo)
        self._undoing.redone.connect(self._after_redo)
        self._reach.changed.connect(self._show_reach)
        self._tools.theme.changed.connect(self._share_room)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "A": self.put_up,
            "P": self.keep_private,
            "H": self.hide_ideas,
            "Ctrl+Return": lambda: self.answer(Afterwards.PRINT),
            "Ctrl+Enter": lambda: self.answer(Afterwards.PRINT),
            "Ctrl+P": self.work.answering.private.click,
            "S": self._toggle_sheet,
            "Ctrl+F": self.list.open_search,
            "/": self.list.open_search,
        }
        for place, status in enumerate(ORDER):
            keys[str(place + 1)] = self.work.decision.button(status).click
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            # A key held down is one wish, not many.
            shortcut.setAutoRepeat(False)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # Rows

    def _count(self) -> None:
        self._tools.background.run(
            lambda: (self._owner.counts(), bool(self._owner.placements())),
            lambda found: self._show_counts(*found),
        )

    def _show_counts(self, counts: InboxCounts, has_code: bool) -> None:
        self.list.show_counts(counts, has_code=has_code)
        self.counted.emit(counts)

    def _ask_rows(self) -> None:
        self._question += 1
        question, view, words = self._question, self.list.view, self.list.words
        self._tools.background.run(
            lambda: self._owner.inbox(view, limit=ROWS_AT_ONCE, words=words),
            lambda page: self._show_rows(question, view, page),
        )

    def _show_rows(self, question: int, view: InboxView, page: object) -> None:
        if question != self._question:
            return
        self._is_updating = True
        self.model.show(view, page)  # type: ignore[arg-type]
        self.list.say_what_is_here()
        self._is_updating = False
        if self._choose_wanted():
            return
        if self._shown is None or not self.list.choose_idea(self._shown):
            self.list.choose_row(0)

    def _ask_more(self, cursor: str) -> None:
        view, words = self.list.view, self.list.words
        self._tools.background.run(
            lambda: self._owner.inbox(view, after=cursor, limit=ROWS_AT_ONCE, words=words),
            lambda page: self.model.append(page, cursor),
        )

    def _update_rows(self, ids: Sequence[UUID], found: Sequence[Idea]) -> None:
        chosen = self.list.chosen
        first = self.model.row_of(chosen[0].id) if chosen else None
        self._is_updating = True
        self.model.update(ids, found)
        self.list.say_what_is_here()
        self._is_updating = False
        if self._wanted in ids and self._choose_wanted():
            return
        if self.list.chosen == chosen and chosen:
            return
        if not self.list.chosen:
            # What was chosen has left this view: the next one takes its place under the hand.
            self.list.choose_row(first or 0)
        else:
            self._show_choice()

    def _choose_wanted(self) -> bool:
        """The idea that undo or redo was about, if it lies in this view."""
        wanted, self._wanted = self._wanted, None
        return wanted is not None and self.list.choose_idea(wanted)

    # The chosen idea

    def _show_choice(self) -> None:
        if self._is_updating:
            return
        chosen = self.list.chosen
        if len(chosen) == 1:
            if chosen[0].id != self._shown or self._loaded is None:
                self._load(chosen[0].id)
            return
        self._shown, self._loaded = None, None
        self.preview.show_content(None)
        if chosen:
            self.work.show_many(chosen)
        else:
            self.work.show_nothing(any_rows=self.model.rowCount() > 0)

    def _load(self, idea_id: UUID) -> None:
        self._shown = idea_id
        self._tools.background.run(
            lambda: self._read(idea_id), lambda loaded: self._show_loaded(idea_id, loaded), self._lose_idea
        )

    def _read(self, idea_id: UUID) -> Loaded | None:
        """On the worker thread; nothing when another idea was chosen meanwhile."""
        return load(self._owner, idea_id, self._reach.for_paper) if idea_id == self._shown else None

    def _show_loaded(self, idea_id: UUID, loaded: Loaded | None) -> None:
        if loaded is None or idea_id != self._shown:
            return
        self._loaded = loaded
        self.work.show_detail(loaded.detail, self._shop, self._drafts.of(loaded.detail.idea))
        if self._refusal is not None and self._refusal[0] == idea_id:
            self.work.show_refusal(self._refusal[1])
        self._show_sheet(at_once=True)

    def _lose_idea(self, error: AppError) -> None:
        self._shown, self._loaded = None, None
        self.preview.show_content(None)
        self.work.show_nothing(any_rows=self.model.rowCount() > 0)
        self._tools.messages.say(self._tools.words.error(error))

    def _keep_draft(self) -> None:
        if self._loaded is not None:
            self._refusal = None
            self._drafts.keep(self._loaded.detail.idea, self.work.draft)
            self._show_sheet()

    def _show_sheet(self, *, at_once: bool = False) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        draft, tr = self._drafts.of(loaded.detail.idea), self._tools.words.tr
        if draft.private:
            self.preview.show_private(loaded.detail.idea.name)
            return
        self.preview.show_content(sheet_of(loaded, draft), at_once=at_once)
        self.preview.explain_code(self._reach.why_no_code)
        begun = draft != EMPTY
        can_print = not begun and loaded.standing is not None
        save = tr("Answer and save as PDF") if begun else tr("Save as PDF") if can_print else ""
        self.preview.offer(save=save, print_again=can_print)

    def _show_reach(self) -> None:
        if self._shown is not None:
            self._load(self._shown)

    def _finish(self, afterwards: Afterwards) -> None:
        """The mat's buttons: say first what is only written, else take the sheet that stands."""
        idea = self._only_idea()
        if idea is None:
            return
        if self._drafts.of(idea) != EMPTY:
            self.answer(afterwards)
        else:
            self.make_notice(idea.id, afterwards)

    # Doing

    def _only_idea(self) -> Idea | None:
        return self._loaded.detail.idea if self._loaded else None

    def _seen(self) -> dict[UUID, datetime | None]:
        """Which words of the chosen ideas were read here: each as it was last changed."""
        seen = {idea.id: idea.edited_at for idea in self.list.chosen}
        read = self._only_idea()
        return seen if read is None else {**seen, read.id: read.edited_at}

    def _do(self, verb: Callable[[Sequence[UUID]], Done], said: str) -> None:
        ids = [idea.id for idea in self.list.chosen]
        read = self._only_idea()
        if not ids and read is not None and read.id == self._shown:
            ids = [read.id]
        if ids:
            self._tools.background.run(
                lambda: verb(ids),
                lambda done: self._after_verb(done, said),
                lambda error: self._refuse_verb(ids, error),
            )

    def _refuse_verb(self, ids: Sequence[UUID], error: AppError) -> None:
        """What was decided on is not what is there: show it as it is now."""
        self._tools.messages.warn(self._tools.words.error(error))
        if not isinstance(error, Conflict):
            return
        self._tools.background.run(
            lambda: self._owner.several(ids), lambda found: self._update_rows(ids, found)
        )
        if self._shown in ids and self._shown is not None:
            self._load(self._shown)

    def _after_verb(self, done: Done, said: str) -> None:
        self._refusal = None
        if done.action is not None:
            words = self._tools.words
            count = len(done.ideas)
            more = words.trn("%(count)s idea.", "%(count)s ideas.", count) if count > 1 else ""
            self._tools.messages.say(f"{said} {more}".strip())
            self.acted.emit()

    def _complete_decision(self) -> Decision | None:
        draft = self.work.draft
        try:
            return decide(
                draft.status,
                draft.text,
                today=self._shop.local_date(self._tools.clock.now()),
                reason=draft.reason,
                until=draft.until,
                private=draft.private,
            )
        except AppError as error:
            self.work.show_error(error)
            return None

    def _refuse_answer(self, refused: Refused) -> None:
        """At the form, with what is written kept, and over the idea as it is now."""
        sentence = self._tools.words.error(refused.error)
        if refused.idea_id != self._shown:
            self._tools.messages.warn(sentence)
        elif isinstance(refused.error, Conflict):
            self._refusal = (refused.idea_id, sentence)
            self._load(refused.idea_id)
        elif not self.work.show_error(refused.error):
            self._tools.messages.warn(sentence)

    def _after_answer(self, given: Given) -> None:
        tr, decision = self._tools.words.tr, given.decision
        self._drafts.give(given.idea_id)
        idea = self._only_idea()
        if idea is not None and idea.id == given.idea_id:
            # At once, not when it is read anew: what is said does not wait to be said again.
            self.work.fill(self._drafts.of(idea), idea)
        said = (
            tr("Only its author reads it.") if decision.private else tr("Answered. It stands on the board.")
        )
        self._tools.messages.say(said)
        self.acted.emit()
        if given.afterwards is not Afterwards.NOTHING and not decision.private:
            self.make_notice(given.idea_id, given.afterwards)

    def _after_undo(self, done: Done) -> None:
        """The words of an answer that was taken back lie in the editor again."""
        if done.verb == "answer":
            for idea_id in done.ideas:
                self._drafts.take_back(idea_id)
        self._wanted = done.ideas[0] if done.ideas else None

    def _after_redo(self, done: Done) -> None:
        if done.verb == "answer":
            for idea_id in done.ideas:
                self._drafts.give_again(idea_id)
        self._wanted = done.ideas[0] if done.ideas else None

    def _show_offer(self) -> None:
        tr, undoing = self._tools.words.tr, self._undoing
        self.work.undo.setEnabled(bool(undoing.undo_words))
        self.work.redo.setEnabled(bool(undoing.redo_words))
        tell_about(self.work.undo, tr("%(what)s (Ctrl Z)", what=undoing.undo_words or tr("Undo")))
        tell_about(self.work.redo, tr("%(what)s (Ctrl Shift Z)", what=undoing.redo_words or tr("Redo")))
        self.work.undo.setAccessibleName(undoing.undo_words or tr("Undo"))
        self.work.redo.setAccessibleName(undoing.redo_words or tr("Redo"))

    def _days_left(self, idea: Idea) -> int:
        return open_days_left(self._shop, idea.created_at, self._tools.clock.now())
