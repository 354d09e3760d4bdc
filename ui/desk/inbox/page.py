"""The inbox: choose an idea, decide, say two sentences, print. The page listens; the services do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.ideas import Idea, Status
from app.domain.inbox import InboxView, view_of
from app.domain.promise import open_days_left
from app.domain.shop import Shop
from ui.desk.inbox.answering import Answering
from ui.desk.inbox.decision_box import ORDER
from ui.desk.inbox.draft_keeper import DraftKeeper
from ui.desk.inbox.list_model import InboxModel
from ui.desk.inbox.list_pane import ListPane
from ui.desk.inbox.narrowing import Narrowing
from ui.desk.inbox.note_keeper import NoteKeeper
from ui.desk.inbox.notice_maker import Afterwards, NoticeMaker
from ui.desk.inbox.offering import Offering
from ui.desk.inbox.open_idea import OpenIdea
from ui.desk.inbox.photo_keeper import PhotoKeeper
from ui.desk.inbox.preview_pane import PreviewPane
from ui.desk.inbox.room import InboxRoom
from ui.desk.inbox.rows import Rows
from ui.desk.inbox.tagger import Tagger
from ui.desk.inbox.triage import Triage
from ui.desk.inbox.undo_offer import UndoOffer
from ui.desk.inbox.work_pane import WorkPane
from ui.desk.merging.merger import Merger
from ui.desk.paperwork import Paperwork
from ui.desk.printing.printable import Choice
from ui.desk.printing.printing import Printing
from ui.desk.reach import Reach
from ui.desk.tools import Tools
from ui.desk.undoing import Undoing
from ui.shared.keys import bind

if TYPE_CHECKING:
    from app.photo_door import TakenIn
    from app.services.owner.owner import Owner
    from app.services.owner.reading import ChangesSince


class InboxPage(QWidget):
    """`counted` carries InboxCounts; `acted` says that an own verb was done, `erase_requested` carries the
    claim code of whose author is to be erased."""

    counted = Signal(object)
    acted = Signal()
    codes_requested = Signal()
    erase_requested = Signal(str)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        shop: Shop,
        reach: Reach,
        paperwork: Paperwork,
        printing: Printing,
        undoing: Undoing,
        paper: Choice,
        read_photo: Callable[[Path], TakenIn],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._shop = shop
        self._kept_drafts = DraftKeeper(tools=tools, owner=owner)
        self._drafts = self._kept_drafts.drafts
        self.model = InboxModel(self)
        self.list = ListPane(tools, self.model, self._days_left, self._today)
        self.work = WorkPane(tools)
        self.preview = PreviewPane(tools, paperwork, paper)
        self._opened = OpenIdea(
            tools=tools,
            owner=owner,
            reach=reach,
            drafts=self._drafts,
            work=self.work,
            preview=self.preview,
            shop=lambda: self._shop,
        )
        self._rows = Rows(tools=tools, owner=owner, list_pane=self.list, opened=lambda: self._opened.id)
        self._triage = Triage(
            tools=tools, owner=owner, list_pane=self.list, rows=self._rows, opened=self._opened
        )
        self._tagger = Tagger(tools=tools, owner=owner, window=self, chosen=self._meant)
        self._narrowing = Narrowing(
            tools=tools, owner=owner, window=self, list_pane=self.list, today=self._today
        )
        self._note_keeper = NoteKeeper(
            tools=tools, owner=owner, window=self, opened=lambda: self._opened.idea
        )
        self._photos = PhotoKeeper(
            tools=tools,
            owner=owner,
            decision=self.work.decision,
            opened=lambda: self._opened.idea,
            read=read_photo,
        )
        self._offering = Offering(
            tools=tools,
            owner=owner,
            undoing=undoing,
            over=self,
            work=self.work,
            opened=self._opened,
            shop=lambda: self._shop,
            today=self._today,
        )
        self._notices = NoticeMaker(tools=tools, owner=owner, printing=printing, reach=reach)
        self._answering = Answering(
            tools=tools,
            owner=owner,
            notices=self._notices,
            drafts=self._drafts,
            work=self.work,
            preview=self.preview,
            opened=self._opened,
            rows=self._rows,
            undoing=undoing,
            today=self._today,
        )
        self._undo_offer = UndoOffer(tools=tools, work=self.work, undoing=undoing)
        self._merger = Merger(
            tools=tools, owner=owner, window=self, chosen=self._meant, shop=lambda: self._shop
        )
        self._room = InboxRoom(theme=tools.theme, list_pane=self.list, work=self.work, preview=self.preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._room)
        self._connect()
        self.setFocusProxy(self.list.rows)
        self._bind_keys()
        self.work.show_loading()

    @property
    def unsaid(self) -> int:
        """How many answers were begun and not given."""
        return self._drafts.unsaid

    def open(self) -> None:
        """Read everything anew; at the start, and when the database was away."""
        self._rows.ask()
        self._rows.count()
        self._kept_drafts.read()

    def keep_drafts(self) -> None:
        """What was begun is written before the desk goes."""
        self._kept_drafts.write_now()

    def take_shop(self, shop: Shop) -> None:
        self._shop = shop
        self.list.rows.viewport().update()

    def take_changes(self, changes: ChangesSince) -> None:
        """Bring the list and the open idea up to date with what happened, here or elsewhere."""
        self._rows.count()
        if self.list.words:
            self._rows.ask()
        else:
            self._rows.bring_up_to_date(tuple(changes.ideas))
        self._tagger.refresh()
        self._narrowing.refresh()
        if self._opened.is_touched_by(changes.ideas):
            self._opened.read_again()

    def show_idea(self, idea_id: UUID) -> None:
        """Open an idea wherever it lies."""
        if not self.list.choose_idea(idea_id):
            self.list.rows.clearSelection()
            self._rows.leave_open(idea_id)
            self._opened.open(idea_id)

    def open_view(self, view: InboxView) -> None:
        self.list.open_view(view)

    def answer_idea(self, idea: Idea) -> None:
        """Open it in the view where it lies, with the keyboard where the answer is written."""
        view = view_of(idea, self._today())
        if self.list.view is not view:
            self.list.open_view(view)
        self.show_idea(idea.id)
        self._rows.leave_open(idea.id)
        self._opened.call_when_shown(self._begin_writing)

    def _connect(self) -> None:
        work, triage = self.work, self._triage
        acting_parts = (
            triage,
            self._tagger,
            self._note_keeper,
            self._narrowing,
            self._merger,
            self._offering,
            self._answering,
        )
        for acting in (part.acted for part in acting_parts):
            acting.connect(self.acted)
        self._connect_merging()
        work.tag.clicked.connect(self._tagger.begin)
        work.note_down.clicked.connect(self._note_keeper.begin)
        work.own_notes.reword_requested.connect(self._note_keeper.reword)
        work.own_notes.take_away_requested.connect(self._note_keeper.take_away)
        self._rows.counted.connect(self.counted)
        self._rows.choice_changed.connect(self._show_choice)
        self._opened.lost.connect(self._tell_lost)
        self._photos.read_in.connect(self._opened.take_photo)
        self.list.codes_requested.connect(self.codes_requested)
        work.around.idea_requested.connect(self.show_idea)
        work.put_up.clicked.connect(triage.put_up)
        work.many_considered.connect(triage.consider)
        work.print_many.clicked.connect(self._print_many)
        work.keep_private.clicked.connect(triage.keep_private)
        work.hide_ideas.clicked.connect(triage.hide)
        work.erase.clicked.connect(self._request_erasing)
        work.reply_line.settled.connect(triage.settle_replies)
        work.private_line.leave_out_requested.connect(triage.leave_out)
        work.private_line.name_requested.connect(triage.take_name_off)
        work.private_line.own_words_requested.connect(triage.show_own_words)
        self._kept_drafts.brought_back.connect(self._opened.refill)

    def _connect_merging(self) -> None:
        work, merger = self.work, self._merger
        work.merge.clicked.connect(merger.begin)
        work.similar.clicked.connect(merger.begin)
        work.voice.clicked.connect(merger.begin_voice)
        work.together.apart_requested.connect(merger.take_apart)
        work.together.voice_requested.connect(merger.take_voice_away)
        work.together.idea_requested.connect(self.show_idea)
        self._opened.shown.connect(merger.look_for_similar)
        merger.similar_found.connect(self._show_similar)

    def _show_similar(self, idea_id: UUID, count: int) -> None:
        if idea_id == self._opened.id:
            self.work.show_similar(count)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "A": self._triage.put_up,
            "P": self._triage.keep_private,
            "H": self._triage.hide,
            "M": self._merger.begin,
            "V": self._merger.begin_voice,
            "T": self._tagger.begin,
            "F": self._narrowing.begin,
            "N": self._note_keeper.begin,
            "R": self._print_many,
            "Ctrl+Return": lambda: self._answering.answer(Afterwards.PRINT),
            "Ctrl+Enter": lambda: self._answering.answer(Afterwards.PRINT),
            "Ctrl+P": self.work.answering.private.click,
            "Ctrl+J": self._offering.offer,
            "S": self._room.toggle_sheet,
            "Ctrl+F": self.list.open_search,
            "/": self.list.open_search,
        }
        for place, status in enumerate(ORDER):
            keys[str(place + 1)] = self.work.decision.button(status).click
        keys["1"] = self._think_about
        for key, action in keys.items():
            bind(self, key, action)

    @property
    def open_code(self) -> str:
        """The claim code of the idea that lies open, empty when none does."""
        return self._opened.idea.claim_code if self._opened.idea else ""

    def _think_about(self) -> None:
        """Of one idea the stamp, with words of its own; many are told the same."""
        if len(self.list.chosen) > 1:
            self._triage.consider()
        else:
            self.work.decision.button(Status.CONSIDERING).click()

    def _print_many(self) -> None:
        """The notices of all that are chosen; one alone is looked at large."""
        if meant := self._meant():
            self._notices.print_many(meant)

    def _request_erasing(self) -> None:
        self.erase_requested.emit(self.open_code)

    # The chosen idea

    def _show_choice(self) -> None:
        chosen = self.list.chosen
        if len(chosen) == 1:
            self._opened.open(chosen[0].id)
            return
        self._opened.put_away()
        if chosen:
            self.work.show_many(chosen)
        else:
            self._show_nothing()

    def _meant(self) -> list[Idea]:
        """What a verb would be done to: the chosen rows, else the idea that lies open."""
        opened = self._opened.idea
        return self.list.chosen or ([opened] if opened is not None else [])

    def _tell_lost(self, error: AppError) -> None:
        self._show_nothing()
        self._tools.messages.say(self._tools.words.error(error))

    def _show_nothing(self) -> None:
        self.work.show_nothing(any_rows=self.model.rowCount() > 0)

    def _begin_writing(self) -> None:
        self.work.answering.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return self._shop.local_date(self._tools.clock.now())

    def _days_left(self, idea: Idea) -> int:
        return open_days_left(self._shop, idea.created_at, self._tools.clock.now())
