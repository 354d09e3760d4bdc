"""The photo of the open idea's draft: chosen from the person's files, taken in aside, shown small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.domain.errors import AppError
from app.domain.ideas import Idea
from ui.desk.inbox.decision_box import DecisionBox
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.domain.photos import Photo
    from app.photo_door import TakenIn
    from app.services.owner.owner import Owner


class PhotoKeeper(QObject):
    """`opened` gives the idea that lies open. `read` takes a file in and raises InvalidInput; it is called
    off the GUI thread. `read_in` carries the Photo that the decision names, once it is here."""

    read_in = Signal(object)

    def __init__(
        self,
        *,
        tools: Tools,
        owner: Owner,
        decision: DecisionBox,
        opened: Callable[[], Idea | None],
        read: Callable[[Path], TakenIn],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._decision = decision
        self._opened = opened
        self._read = read
        self._shown: UUID | None = None
        decision.proof.photo_requested.connect(self._ask)
        decision.proof.photo_taken_off.connect(self._take_off)
        decision.filled.connect(self._show)

    def _ask(self) -> None:
        kind = self._tools.words.tr("Pictures (%(endings)s)", endings="*.png *.jpg *.jpeg *.webp *.bmp")
        self._tools.messages.ask_for_picture(kind, self.choose)

    def choose(self, path: Path) -> None:
        idea, owner, read = self._opened(), self._owner, self._read
        if idea is None:
            return
        idea_id = idea.id

        def work() -> UUID:
            taken = read(path)
            return owner.photos.put_in(idea_id, taken.content, width=taken.width, height=taken.height)

        self._decision.proof.show_error("")
        self._tools.background.run(work, lambda photo_id: self._take(idea_id, photo_id), self._refuse)

    def _take(self, idea_id: UUID, photo_id: UUID) -> None:
        idea = self._opened()
        if idea is not None and idea.id == idea_id:
            self._decision.choose_photo(photo_id)
            self._show()

    def _take_off(self) -> None:
        self._decision.choose_photo(None)
        self._show()
        self._decision.proof.add.setFocus()

    def _refuse(self, error: AppError) -> None:
        self._decision.proof.show_error(self._tools.words.error(error))

    def _show(self) -> None:
        """The photo that the decision names now; it is read when it is another one."""
        wanted = self._decision.photo_id
        if wanted == self._shown:
            return
        self._shown = wanted
        self._decision.proof.show_photo(None)
        if wanted is not None:
            owner = self._owner
            self._tools.background.run(
                lambda: owner.photos.get(wanted), lambda photo: self._show_photo(wanted, photo)
            )

    def _show_photo(self, wanted: UUID, photo: Photo | None) -> None:
        if wanted == self._shown and photo is not None:
            self._decision.proof.show_photo(QImage.fromData(photo.content))
            self.read_in.emit(photo)
