"""One idea as it is read for the middle and the mat, and the sheet that follows from a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.decisions import Decision
from app.domain.ideas import Status
from app.domain.notices import NoticeContent
from app.domain.photos import Photo
from ui.desk.inbox.drafts import EMPTY, Draft

if TYPE_CHECKING:
    from app.services.owner.owner import Owner
    from app.services.owner.reading import IdeaDetail

# Stands on the sheet until something is said.
NOTHING_SAID = "…"
UNDECIDED = Decision(status=Status.CONSIDERING, text="")


@dataclass(frozen=True, slots=True)
class Loaded:
    """All around one idea, the sheet that stands if it is answered, and an empty sheet to write on."""

    detail: IdeaDetail
    standing: NoticeContent | None
    blank: NoticeContent


def load(owner: Owner, idea_id: UUID, address: str) -> Loaded:
    """Call it off the GUI thread. Raises NotFound when the idea is gone."""
    detail = owner.detail(idea_id)
    answered = detail.idea.response is not None
    standing = owner.preview_notice(idea_id, None, address=address) if answered else None
    return Loaded(detail, standing, owner.preview_notice(idea_id, UNDECIDED, address=address))


def sheet_of(loaded: Loaded, draft: Draft, photo: Photo | None) -> NoticeContent:
    """The sheet that stands, or the one that is being written; `photo` is the one that was read last."""
    if draft == EMPTY and loaded.standing is not None:
        return loaded.standing
    proves = photo is not None and draft.status is Status.DONE and draft.photo_id == photo.id
    return replace(
        loaded.blank,
        answer=draft.text.strip() or NOTHING_SAID,
        status=draft.status,
        reason=draft.reason if draft.status is Status.DECLINED else "",
        change_mind=draft.change_mind if draft.status is Status.DECLINED else "",
        until=draft.until,
        take_down_on=draft.until or loaded.blank.take_down_on,
        photo=photo.content if photo and proves else b"",
    )
