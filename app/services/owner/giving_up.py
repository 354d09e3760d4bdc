"""Sheets that were numbered and then not printed after all: as if nobody had wanted them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.domain.journal import Change
from app.domain.notices import Notice
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.hanging import Taking, down
from app.storage.stores import Stores


def give_up(stores: Stores, notice_ids: Sequence[UUID], now: datetime) -> Done:
    """They hang nowhere, and what they took the place of hangs on, with whatever is wrong with it."""
    edits: list[Edit] = []
    for notice in stores.notices.existing(notice_ids):
        edits.append(Edit(notice.id, down(stores, notice, Taking("", now)), board=False))
        for old in stores.notices.replaced_by(notice.id):
            edits.append(Edit(old.id, _hangs_on(stores, old, notice), board=False))
    return write_down(stores, "take-down", edits)


def _hangs_on(stores: Stores, old: Notice, instead: Notice) -> list[Change]:
    """One that came down just by the numbering of the other is up again."""
    changes = stores.notices.change(old.id, replaced_by=None)
    if old.down_at is not None and old.down_at == instead.made_at:
        changes = [*changes, *stores.notices.change(old.id, down_at=None)]
    return changes
