"""The idea that lies open in the middle of the inbox, with what was begun about it and the sheet it makes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.shop import Shop
from ui.desk.inbox.drafts import EMPTY, Draft, Drafts
from ui.desk.inbox.loading import Loaded, load, sheet_of
from ui.desk.inbox.preview_pane import PreviewPane
from ui.desk.inbox.work_pane import WorkPane
from ui.desk.reach import Reach
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.photos import Photo
    from app.services.owner.owner import Owner


class OpenIdea(QObject):
    """`shown` carries the Idea, `lost` the AppError of one that cannot be read. `shop` gives the shop as it
    is now."""

    lost = Signal(object)
    shown = Signal(object)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        reach: Reach,
        drafts: Drafts,
        work: WorkPane,
        preview: PreviewPane,
        shop: Callable[[], Shop],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._reach = reach
        self._drafts = drafts
        self._work = work
        self._preview = preview
        self._shop = shop
        self._loaded: Loaded | None = None
        self._photo: Photo | None = None
        self._id: UUID | None = None
        self._refusal: tuple[UUID, str] | None = None
        self._when_shown: tuple[UUID, Callable[[], None]] | None = None
        work.draft_changed.connect(self._keep_draft)
        reach.changed.connect(self.read_again)

    @property
    def id(self) -> UUID | None:
        """Of the idea that was opened, also while it is still being read."""
        return self._id

    @property
    def idea(self) -> Idea | None:
        """The idea as it was read last."""
        return self._loaded.detail.idea if self._loaded else None

    @property
    def answers(self) -> int:
        """How many answers to it were read."""
        return len(self._loaded.detail.answers) if self._loaded else 0

    @property
    def draft(self) -> Draft:
        idea = self.idea
        return self._drafts.of(idea) if idea else EMPTY

    def is_touched_by(self, ids: Collection[UUID]) -> bool:
        """Whether one of them is the idea, or one of its tags."""
        tags = self._loaded.detail.tags if self._loaded else ()
        return self._id in ids or any(tag.id in ids for tag in tags)

    def open(self, idea_id: UUID) -> None:
        """Read it, unless it lies here already."""
        if idea_id != self._id or self._loaded is None:
            self._read_and_show(idea_id)

    def call_when_shown(self, call: Callable[[], None]) -> None:
        """Once the idea that was opened last lies here; at once if it does already."""
        if self._loaded is not None and self._loaded.detail.idea.id == self._id:
            call()
        elif self._id is not None:
            self._when_shown = (self._id, call)

    def read_again(self) -> None:
        """As it is now, with what was begun about it."""
        if self._id is not None:
            self._read_and_show(self._id)

    def put_away(self) -> None:
        self._id, self._loaded = None, None
        self._preview.show_content(None)

    def refill(self) -> None:
        """What is begun now, in the fields; the idea itself is not read anew."""
        idea = self.idea
        if idea is not None:
            self._work.fill(self._drafts.of(idea), idea)

    def take_photo(self, photo: Photo) -> None:
        """That of the draft, which the sheet shows from now on."""
        self._photo = photo
        if self._loaded is not None:
            self._show_sheet(self._loaded)

    def show_refusal(self, idea_id: UUID, sentence: str) -> None:
        """Over the idea as it is now; stays until something is written or done."""
        self._refusal = (idea_id, sentence)
        self._read_and_show(idea_id)

    def forget_refusal(self) -> None:
        self._refusal = None

    def _read_and_show(self, idea_id: UUID) -> None:
        self._id = idea_id
        self._tools.background.run(
            lambda: self._read(idea_id), lambda loaded: self._show(idea_id, loaded), self._lose
        )

    def _read(self, idea_id: UUID) -> Loaded | None:
        """On the worker thread; nothing when another idea was chosen meanwhile."""
        return load(self._owner, idea_id, self._reach.for_paper) if idea_id == self._id else None

    def _show(self, idea_id: UUID, loaded: Loaded | None) -> None:
        if loaded is None or idea_id != self._id:
            return
        self._loaded = loaded
        self._work.show_detail(loaded.detail, self._shop(), self._drafts.of(loaded.detail.idea))
        if self._refusal is not None and self._refusal[0] == idea_id:
            self._work.show_refusal(self._refusal[1])
        self._show_sheet(loaded, at_once=True)
        self.shown.emit(loaded.detail.idea)
        waits, self._when_shown = self._when_shown, None
        if waits is not None and waits[0] == idea_id:
            waits[1]()

    def _lose(self, error: AppError) -> None:
        self.put_away()
        self.lost.emit(error)

    def _keep_draft(self) -> None:
        if self._loaded is not None:
            self._refusal = None
            self._drafts.keep(self._loaded.detail.idea, self._work.draft)
            self._show_sheet(self._loaded)

    def _show_sheet(self, loaded: Loaded, *, at_once: bool = False) -> None:
        draft, tr = self._drafts.of(loaded.detail.idea), self._tools.words.tr
        if draft.private:
            self._preview.show_private(loaded.detail.idea.own_name)
            return
        self._preview.show_content(sheet_of(loaded, draft, self._photo), at_once=at_once)
        self._preview.explain_code(self._reach.why_no_code)
        begun = draft != EMPTY
        can_print = not begun and loaded.standing is not None
        save = tr("Answer and save as PDF") if begun else tr("Save as PDF") if can_print else ""
        self._preview.offer(save=save, print_again=can_print)
